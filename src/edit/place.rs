//! Where the check-ins of a key result, or the values of a KPI, stand: in it, in a collection, or in a series.

use super::check_in::Target;
use super::{lines, tree};
use crate::model::{Date, Goal, Handbook};
use crate::resolve::series::data_path;
use crate::syntax::fields::parse_date;
use crate::syntax::{Document, Node, table};
use crate::text::{Source, SourceId, Sources, Span};
use std::collections::BTreeSet;

/// The trees of the files in which something about a target may stand.
pub(super) struct Trees<'s> {
    /// Each file with its documents; the first defines the target.
    files: Vec<(&'s Source, Vec<Document<'s>>)>,
}

/// A place in which check-ins of a target stand, or could.
pub(super) struct Place<'t> {
    /// The file.
    pub(super) source: &'t Source,
    /// What it is.
    pub(super) kind: Kind<'t>,
    /// The day of the last entry there.
    pub(super) last: Option<Date>,
}

/// What kind of place.
pub(super) enum Kind<'t> {
    /// The list of the thing itself; none where it has no such key yet.
    Own(Option<Node<'t>>),
    /// A collection `check_ins`, with whether each entry is about the target.
    Collection(Node<'t>, Vec<bool>),
    /// A series in CSV.
    Series,
}

impl<'s> Trees<'s> {
    /// Reads what may hold entries of a target.
    pub(super) fn of(handbook: &Handbook, sources: &'s Sources, target: Target) -> Self {
        let home = target.place(handbook).source();
        let mut others: BTreeSet<SourceId> = match target {
            Target::KeyResult(id) => {
                let check_ins = &handbook.key_result(id).check_ins;
                check_ins.iter().map(|check_in| check_in.date.span.source()).collect()
            }
            // The values of a KPI have no places; a file without the collection cannot hold one.
            Target::Kpi(_) => {
                let may_hold = |source: &&Source| source.text().contains("check_ins");
                sources.iter().filter(may_hold).map(Source::id).collect()
            }
        };
        others.remove(&home);
        let is_text =
            |source: &&Source| source.path().starts_with("content/") && !table::is_table(source.path());
        let files = std::iter::once(home).chain(others).map(|id| sources.get(id)).filter(is_text);
        Trees { files: files.map(|source| (source, tree::documents(source))).collect() }
    }

    /// The file that defines the target, and the target in it.
    pub(super) fn home(&self, id: Span) -> Option<(&'s Source, Node<'_>)> {
        let (source, documents) = self.files.first()?;
        Some((source, tree::mapping(documents, id)?))
    }

    /// An entry of the same kind somewhere in the file that defines the target, to be written like it.
    pub(super) fn example(&self, key: &str) -> Option<Node<'_>> {
        tree::example(&self.files.first()?.1, key)
    }

    /// How much deeper than its key the list stands that holds a thing of the target's file, and so lists in it; none
    /// where it stands in no list in lines.
    pub(super) fn deeper(&self, thing: &Node) -> Option<usize> {
        let (source, documents) = self.files.first()?;
        let list = tree::list(documents, thing.span())?;
        let key = lines::lead(source.text(), list.key.span.start())?;
        lines::indent(source.text(), list.value.span().start())?.checked_sub(key)
    }

    /// All places of a target, the one with the latest entry first; of those without entries, a list that is there
    /// first, then a series, then a list that is not there yet.
    pub(super) fn places<'t>(
        &'t self,
        handbook: &Handbook,
        sources: &'t Sources,
        target: Target,
    ) -> Vec<Place<'t>> {
        let Some((source, home)) = self.home(target.place(handbook)) else { return Vec::new() };
        let mut places = Vec::new();
        let own = tree::entry(&home, target.key()).map(|entry| entry.value);
        let last = own.as_ref().and_then(|list| tree::items(list).iter().filter_map(date).max());
        places.push(Place { source, kind: Kind::Own(own), last });
        for (source, documents) in &self.files {
            for list in documents.iter().filter_map(|document| tree::entry(&document.root(), "check_ins")) {
                let items = tree::items(&list.value);
                let is_own: Vec<bool> = items.iter().map(|item| is_about(handbook, item, target)).collect();
                let own = items.iter().zip(&is_own).filter(|(_, is_own)| **is_own);
                if let Some(last) = own.map(|(item, _)| date(item)).max() {
                    places.push(Place { source, kind: Kind::Collection(list.value, is_own), last });
                }
            }
        }
        let data = tree::entry(&home, "data").and_then(|data| tree::scalar(&data.value));
        if let Some(table) = data.and_then(data_path).and_then(|path| sources.find(&path)) {
            let last = table::read(table, &mut Vec::new()).iter().map(|row| row.date.value).max();
            places.push(Place { source: table, kind: Kind::Series, last });
        }
        let rank = |place: &Place| match place.kind {
            Kind::Own(Some(_)) => 2,
            Kind::Series => 1,
            Kind::Own(None) | Kind::Collection(..) => 0,
        };
        places.sort_by_key(|place| std::cmp::Reverse((place.last, rank(place))));
        places
    }
}

/// The day of an entry.
pub(super) fn date(entry: &Node) -> Option<Date> {
    parse_date(tree::scalar(&tree::entry(entry, "date")?.value)?)
}

/// Whether an entry of a collection is about a target; an old id counts.
fn is_about(handbook: &Handbook, entry: &Node, target: Target) -> bool {
    let Some(of) = tree::entry(entry, "of").and_then(|of| tree::scalar(&of.value)) else { return false };
    match target {
        Target::KeyResult(id) => handbook.goal(of) == Some(Goal::KeyResult(id)),
        Target::Kpi(id) => !of.contains('/') && handbook.names.kpis.get(of) == Some(&id),
    }
}
