//! Confirms alignments: writes beside each the fingerprint that its upper goal has now.

use super::mapping::{self, Body};
use super::proof::alignment_fact;
use super::tree::{self, Holder};
use super::{Edit, Meant, Refusal, Splice};
use crate::model::{Alignment, Goal, Handbook};
use crate::progress::fingerprint;
use crate::syntax::Document;
use crate::text::{Source, SourceId, Sources};
use std::collections::BTreeMap;

/// Which alignment: of which objective or key result, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The lower goal.
    pub of: Goal,
    /// Its number among that goal's alignments.
    pub index: usize,
}

impl Link {
    /// The alignments of a goal; of an objective also those of its key results.
    pub fn all(handbook: &Handbook, goal: Goal) -> Vec<Link> {
        let own = (0..alignments(handbook, goal).len()).map(|index| Link { of: goal, index });
        let below = match goal {
            Goal::Objective(id) => {
                let key_results = handbook.key_results(id);
                key_results.flat_map(|(id, _)| Link::all(handbook, Goal::KeyResult(id))).collect()
            }
            _ => Vec::new(),
        };
        own.chain(below).collect()
    }

    /// What is written.
    pub fn alignment(self, handbook: &Handbook) -> &Alignment {
        &alignments(handbook, self.of)[self.index]
    }
}

fn alignments(handbook: &Handbook, goal: Goal) -> &[Alignment] {
    match goal {
        Goal::Objective(id) => &handbook[id].aligns_to,
        Goal::KeyResult(id) => &handbook.key_result(id).aligns_to,
        Goal::Mission | Goal::Pillar(_) => &[],
    }
}

/// Confirms alignments: one edit for each file. Those that are confirmed already must not be among them.
pub fn confirm(handbook: &Handbook, sources: &Sources, links: &[Link]) -> Vec<Result<Edit, Refusal>> {
    let mut files: BTreeMap<SourceId, Vec<Link>> = BTreeMap::new();
    for &link in links {
        files.entry(link.alignment(handbook).span.source()).or_default().push(link);
    }
    let in_file = |(source, links): (SourceId, Vec<Link>)| confirm_in(handbook, sources.get(source), &links);
    files.into_iter().map(in_file).collect()
}

fn confirm_in(handbook: &Handbook, source: &Source, links: &[Link]) -> Result<Edit, Refusal> {
    let documents = tree::documents(source);
    let mut meant = Meant::default();
    let (mut splices, mut by_hand) = (Vec::new(), None);
    for link in links {
        let alignment = link.alignment(handbook);
        let (subject, to) = (handbook.reference(link.of), handbook.reference(alignment.to));
        let current = fingerprint(handbook, alignment.to);
        let written = write(source, &documents, alignment, &current);
        let snippet = format!("aligns_to: {{to: {to}, reviewed: {current}}}");
        let refuse = |why: String| Refusal { span: alignment.span, why, snippet: snippet.clone() };
        splices.extend(written.map_err(refuse)?);
        by_hand.get_or_insert_with(|| refuse(super::not_as_meant()));
        let before = alignment.reviewed.as_ref().map(|reviewed| &*reviewed.value);
        meant.gone.insert((subject.clone(), alignment_fact(link.index, &to, before)));
        meant.new.insert((subject, alignment_fact(link.index, &to, Some(&current))));
    }
    let nothing = || Refusal { span: source.whole(), why: super::not_as_meant(), snippet: String::new() };
    Ok(Edit::new(source.id(), splices, meant, by_hand.unwrap_or_else(nothing)))
}

/// Writes a fingerprint, in whichever way the alignment is written.
fn write(
    source: &Source,
    documents: &[Document],
    alignment: &Alignment,
    current: &str,
) -> Result<Vec<Splice>, String> {
    let text = source.text();
    if let Some(reviewed) = &alignment.reviewed {
        let range = reviewed.span.range();
        let quote = text[range.clone()].chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let quote = quote.map(String::from).unwrap_or_default();
        return Ok(vec![Splice::replace(range, format!("{quote}{current}{quote}"))]);
    }
    let range = alignment.span.range();
    match tree::holder(documents, alignment.span) {
        Some(Holder::Entry(mapping, entry)) if entry.key.value == "to" => {
            let is_json = text[entry.key.span.start()..].starts_with('"');
            let value = if is_json { format!("\"{current}\"") } else { current.to_owned() };
            mapping::put(source, &mapping, "reviewed", &Body::Scalar(value))
        }
        Some(_) => {
            let reference = &text[range.clone()];
            // Inside braces a reference that is broken over lines, or has a comma, would mean something else.
            if reference.contains(['\n', '{', '}', ',', '[', ']']) {
                return Err("the reference is written in an unusual way".to_owned());
            }
            let whole = if reference.starts_with('"') {
                format!("{{\"to\": {reference}, \"reviewed\": \"{current}\"}}")
            } else {
                format!("{{to: {reference}, reviewed: {current}}}")
            };
            Ok(vec![Splice::replace(range, whole)])
        }
        None => Err("the reference stands behind an alias".to_owned()),
    }
}
