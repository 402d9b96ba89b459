//! The views that templates read, as their sources describe them: structs that can be serialised, with their fields
//! and documentation.

use super::value::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use syn::{Expr, GenericArgument, Item, Lit, Meta, PathArguments, Type};

/// All structs that templates may meet.
pub(crate) struct Views {
    structs: Vec<Struct>,
    /// What each file of a kind of page is for, by the name of the kind.
    duties: BTreeMap<String, String>,
}

/// A struct.
pub(crate) struct Struct {
    /// What it is called on the page.
    pub(crate) title: String,
    /// Its documentation.
    pub(crate) docs: String,
    file: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    docs: String,
    shape: Shape,
}

/// What a field holds.
enum Shape {
    Text,
    Markup,
    Number,
    YesNo,
    List(Box<Shape>),
    Maybe(Box<Shape>),
    ByName(Box<Shape>),
    Struct(String),
}

impl Views {
    /// Reads all sources below a folder.
    pub(crate) fn read(folder: &Path) -> Views {
        let mut views = Views { structs: Vec::new(), duties: BTreeMap::new() };
        let mut paths: Vec<_> = walkdir::WalkDir::new(folder)
            .into_iter()
            .map(|entry| entry.unwrap().into_path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            .collect();
        paths.sort();
        for path in paths {
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if let Some(kind) = name.strip_prefix("kinds/").and_then(|name| name.strip_suffix(".rs")) {
                views.duties.insert(kind.to_owned(), docs(&file.attrs));
            }
            let structs = file.items.into_iter().filter_map(|item| match item {
                Item::Struct(item) if is_serialised(&item.attrs) => Some(item),
                _ => None,
            });
            for item in structs {
                let syn::Fields::Named(fields) = item.fields else { continue };
                let fields = fields.named.into_iter().map(|field| Field {
                    name: field.ident.expect("the field has a name").to_string(),
                    docs: docs(&field.attrs),
                    shape: shape(&field.ty),
                });
                views.structs.push(Struct {
                    title: item.ident.to_string(),
                    docs: docs(&item.attrs),
                    file: name.clone(),
                    fields: fields.collect(),
                });
            }
        }
        views
    }

    /// The struct of this name; there is one.
    pub(crate) fn find(&self, title: &str) -> &Struct {
        self.structs.iter().find(|known| known.title == title).expect("a struct of this name is serialised")
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Struct> {
        self.structs.iter()
    }

    /// What the file of a kind says it is for.
    pub(crate) fn duty(&self, kind: &str) -> &str {
        self.duties.get(kind).expect("each kind of page has a file of its name")
    }

    /// The struct that a view was: the one with just its fields, of the kind's own file where there are more.
    pub(crate) fn of(&self, view: &Value, kind: &str) -> &Struct {
        let Value::Map(fields) = view else { panic!("the view of `{kind}` is a mapping") };
        let names: Vec<&str> = fields.iter().map(|(name, _)| &**name).collect();
        let has =
            |known: &&Struct| known.fields.iter().map(|field| field.name.as_str()).eq(names.iter().copied());
        let found: Vec<&Struct> = self.structs.iter().filter(has).collect();
        let own = found.iter().find(|known| known.file == format!("kinds/{kind}.rs"));
        match (own, found.as_slice()) {
            (Some(own), _) => own,
            (None, [one]) => one,
            _ => panic!("{} structs have the fields of `{kind}`: {names:?}", found.len()),
        }
    }

    /// The mappings below one, each once, in the order in which they are met.
    pub(crate) fn below(&self, known: &Struct) -> Vec<&Struct> {
        let mut found: Vec<&Struct> = Vec::new();
        let mut open: Vec<&Struct> = vec![known];
        while let Some(next) = open.pop() {
            for name in next.fields.iter().filter_map(|field| field.shape.named()) {
                let piece = self.piece(name, next);
                if !found.iter().any(|seen| std::ptr::eq(*seen, piece)) {
                    found.push(piece);
                    open.push(piece);
                }
            }
        }
        found
    }

    fn piece(&self, name: &str, of: &Struct) -> &Struct {
        let named = || self.structs.iter().filter(|known| known.title == name);
        let found = named().find(|known| known.file == of.file).or_else(|| named().next());
        found.unwrap_or_else(|| panic!("`{name}` of `{}` is no struct that templates can read", of.title))
    }

    /// Fails where a value is not what its struct says.
    pub(crate) fn check(&self, value: &Value, known: &Struct) {
        let Value::Map(fields) = value else { panic!("`{}` is a mapping", known.title) };
        assert_eq!(fields.len(), known.fields.len(), "the fields of `{}`", known.title);
        for ((name, value), field) in fields.iter().zip(&known.fields) {
            assert_eq!(*name, field.name, "the fields of `{}` in their order", known.title);
            self.check_shape(value, &field.shape, known);
        }
    }

    fn check_shape(&self, value: &Value, shape: &Shape, of: &Struct) {
        match (shape, value) {
            (Shape::Text, Value::Text)
            | (Shape::Markup, Value::Html)
            | (Shape::Number, Value::Number)
            | (Shape::YesNo, Value::Bool)
            | (Shape::Maybe(_), Value::None) => {}
            (Shape::Maybe(inner), value) => self.check_shape(value, inner, of),
            (Shape::List(inner), Value::List(values)) => {
                for value in values {
                    self.check_shape(value, inner, of);
                }
            }
            (Shape::ByName(inner), Value::Map(fields)) => {
                for (_, value) in fields {
                    self.check_shape(value, inner, of);
                }
            }
            (Shape::Struct(name), value) => self.check(value, self.piece(name, of)),
            (_, other) => panic!("a field of `{}` holds {other:?}", of.title),
        }
    }

    /// A table of the fields.
    pub(crate) fn table(&self, known: &Struct, page: &mut String) {
        if known.fields.is_empty() {
            page.push_str("It has nothing beside what every page has.\n");
            return;
        }
        page.push_str("| variable | type | holds |\n| --- | --- | --- |\n");
        for Field { name, docs, shape } in &known.fields {
            let docs = docs.replace('|', "\\|");
            let _ = writeln!(page, "| `{name}` | {} | {} |", shape.told(), lower(docs.trim_end_matches('.')));
        }
    }
}

impl Shape {
    fn told(&self) -> String {
        match self {
            Shape::Text => "text".to_owned(),
            Shape::Markup => "markup".to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::YesNo => "yes or no".to_owned(),
            Shape::List(inner) => format!("list of {}", inner.told()),
            Shape::Maybe(inner) => format!("{}, or nothing", inner.told()),
            Shape::ByName(inner) => format!("{} by name", inner.told()),
            Shape::Struct(name) => format!("[{name}](#{})", name.to_lowercase()),
        }
    }

    fn named(&self) -> Option<&str> {
        match self {
            Shape::Struct(name) => Some(name),
            Shape::List(inner) | Shape::Maybe(inner) | Shape::ByName(inner) => inner.named(),
            _ => None,
        }
    }
}

/// A sentence as the end of another line: its first letter small, unless it is a name of several capitals.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

fn is_serialised(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        list.path.is_ident("derive") && list.tokens.to_string().contains("Serialize")
    })
}

/// The documentation of an item, on one line a paragraph.
fn docs(attributes: &[syn::Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(doc) = &attribute.meta else { return None };
        let Expr::Lit(literal) = &doc.value else { return None };
        let Lit::Str(text) = &literal.lit else { return None };
        doc.path.is_ident("doc").then(|| text.value().trim().to_owned())
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    text.split("  ").next().unwrap_or_default().to_owned()
}

fn shape(of: &Type) -> Shape {
    match of {
        Type::Reference(reference) => shape(&reference.elem),
        Type::Path(path) => {
            let last = path.path.segments.last().expect("a path has parts");
            let inner = |place: usize| {
                let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                    panic!("it has a type")
                };
                match arguments.args.iter().filter(|one| matches!(one, GenericArgument::Type(_))).nth(place) {
                    Some(GenericArgument::Type(inner)) => Box::new(shape(inner)),
                    _ => panic!("it has a type"),
                }
            };
            match last.ident.to_string().as_str() {
                "String" | "str" => Shape::Text,
                "Cow" => *inner(0),
                "Html" => Shape::Markup,
                "bool" => Shape::YesNo,
                "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "f64" => {
                    Shape::Number
                }
                "Vec" => Shape::List(inner(0)),
                "Option" => Shape::Maybe(inner(0)),
                "BTreeMap" => Shape::ByName(inner(1)),
                name => Shape::Struct(name.to_owned()),
            }
        }
        _ => panic!("templates cannot read a field of this type"),
    }
}
