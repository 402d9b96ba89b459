//! `okrbook theme`: which themes there are, and the files of the one in force, to be changed in the handbook.

use super::{Error, Exit};
use crate::cli::handbook::{Loaded, When, folder_last};
use crate::cli::terminal::Terminal;
use crate::compile::compile;
use crate::diagnostic::did_you_mean;
use crate::disk;
use crate::theme::{MANIFEST, Manifest, SHIPPED, Shipped};
use clap::{Args, Subcommand};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// List the themes, and copy one of their files into the handbook to change it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook theme list\n  okrbook theme eject                 lists the files\n  \
    okrbook theme eject partials/footer.html"
)]
pub(in crate::cli) struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What can be done with themes.
#[derive(Debug, Subcommand)]
enum What {
    /// List the themes of the program and of the handbook.
    #[command(after_help = "Examples:\n  okrbook theme list\n  okrbook theme list my-handbook")]
    List {
        /// The handbook's folder, or any folder below it.
        #[arg(default_value = ".")]
        path: PathBuf,
    },
    /// Copy a file of the theme in force into the handbook; a file that is there is never overwritten.
    #[command(after_help = "Examples:\n  okrbook theme eject                 lists the files\n  \
        okrbook theme eject templates/home.html\n  okrbook theme eject footer.html my-handbook")]
    Eject {
        /// The file, such as `templates/home.html` or, where only one is called that, `home.html`; all are listed
        /// where none is given.
        file: Option<String>,
        /// The handbook's folder, or any folder below it [default: .].
        path: Option<PathBuf>,
    },
}

/// What is known of a handbook's themes.
struct Themes {
    loaded: Loaded,
    /// The handbook's own files, by path below themes/.
    own: BTreeSet<String>,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        match self.what {
            What::List { path } => {
                let themes = Themes::read(&path)?;
                terminal.product(&themes.list())?;
                Ok(Exit::Clean)
            }
            What::Eject { mut file, mut path } => {
                folder_last(&mut path, &mut file);
                eject(file.as_deref(), path.as_deref().unwrap_or(Path::new(".")), terminal)
            }
        }
    }
}

impl Themes {
    fn read(path: &Path) -> Result<Themes, Error> {
        let root = disk::find_root(path)?;
        let inputs = disk::read(&root, When::default().options(None, None, false)?)?;
        let own = inputs.theme_files.iter().map(|(path, _)| path.clone()).collect();
        Ok(Themes { loaded: Loaded { root, compiled: compile(inputs) }, own })
    }

    fn in_force(&self) -> &str {
        &self.loaded.compiled.settings.theme.value
    }

    /// A line for each theme: its name, what it is, and a star before the one in force.
    fn list(&self) -> String {
        let in_force = self.in_force();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (theme, _) in self.own.iter().filter_map(|path| path.split_once('/')) {
            *counts.entry(theme).or_default() += 1;
        }
        let mut lines: Vec<(&str, String)> = Vec::new();
        for theme in SHIPPED {
            let over = counts.remove(theme.name).map(|count| format!("; {} of yours over it", files(count)));
            lines.push((theme.name, format!("{}{}", theme.about(), over.unwrap_or_default())));
        }
        if lines.iter().all(|(name, _)| *name != in_force) {
            counts.entry(in_force).or_default();
        }
        lines.extend(counts.into_iter().map(|(name, count)| (name, self.described(name, count))));
        let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
        let mut text = String::new();
        for (name, about) in lines {
            let mark = if name == in_force { '*' } else { ' ' };
            writeln!(text, "{mark} {name:width$}  {about}").expect("a String takes every line");
        }
        text
    }

    /// What one of the handbook's own themes is; what is wrong with its theme.yaml is for `check` to tell.
    fn described(&self, name: &str, count: usize) -> String {
        let source = self.loaded.compiled.sources.find(&format!("themes/{name}/{MANIFEST}"));
        let manifest = source.map(|source| Manifest::read(source, &mut Vec::new())).unwrap_or_default();
        let about = manifest.description.map(|about| format!("{about}; ")).unwrap_or_default();
        let base = manifest.extends.map(|base| base.value);
        let base = base.filter(|base| SHIPPED.iter().any(|theme| theme.name == base));
        let base = base.as_deref().unwrap_or(SHIPPED[0].name);
        format!("{about}yours: {} in themes/{name}, over {base}", files(count))
    }

    /// The theme of the program that the one in force is, or is laid over.
    fn base(&self) -> &'static Shipped {
        self.loaded.compiled.theme.base()
    }
}

fn files(count: usize) -> String {
    match count {
        0 => "no file yet".to_owned(),
        1 => "1 file".to_owned(),
        _ => format!("{count} files"),
    }
}

/// Lists the files of the theme in force, or writes one into the handbook.
fn eject(file: Option<&str>, path: &Path, terminal: &Terminal) -> Result<Exit, Error> {
    let themes = Themes::read(path)?;
    if themes.loaded.shows_faults_of_settings(terminal) {
        return Ok(Exit::Findings);
    }
    let shipped = themes.base().files();
    let Some(file) = file else {
        let names: String = shipped.keys().flat_map(|name| [name, "\n"]).collect();
        terminal.product(&names)?;
        return Ok(Exit::Clean);
    };
    let name = named(file, shipped.keys().map(String::as_str))?;
    let below = format!("{}/{name}", themes.in_force());
    let place = format!("themes/{below}");
    if themes.own.contains(&below) {
        let help = "change that one; remove it to have the built-in one again";
        return Err(Error::refused(format!("`{place}` is there already"), help));
    }
    disk::add_file(&themes.loaded.root, &place, shipped[name])?;
    terminal.say(format_args!("wrote {place}: it replaces the built-in file from now on"));
    Ok(Exit::Clean)
}

/// The file of a name: its path below the theme, or the end of just one such path.
fn named<'a>(name: &str, all: impl Iterator<Item = &'a str> + Clone) -> Result<&'a str, Error> {
    let end = format!("/{name}");
    let mut found = all.clone().filter(|path| *path == name || path.ends_with(&end));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (Some(_), Some(_)) => Err(Error::refused(
            format!("more than one file is called `{}`", name.escape_debug()),
            "give its whole path; `okrbook theme eject` lists them",
        )),
        (None, _) => {
            let ends = all.clone().filter_map(|path| Some(path.split_once('/')?.1));
            let lists = || Some("`okrbook theme eject` lists them".to_owned());
            let help = did_you_mean(name, all.chain(ends)).or_else(lists);
            Err(Error::Unknown { what: "file of the theme", name: name.to_owned(), help })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_its_path_or_by_an_end_that_no_other_has() {
        let all = ["assets/a.css", "templates/home.html", "templates/old/home.html", "templates/x/tree.html"];
        assert_eq!(named("assets/a.css", all.into_iter()).ok(), Some("assets/a.css"));
        assert_eq!(named("tree.html", all.into_iter()).ok(), Some("templates/x/tree.html"));
        assert!(named("home.html", all.into_iter()).is_err());
        let wrong = named("templates/hom.html", all.into_iter()).expect_err("no such file");
        assert_eq!(wrong.help(), Some("did you mean `templates/home.html`?"));
    }
}
