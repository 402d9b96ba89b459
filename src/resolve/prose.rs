//! Checks prose: where its links lead, and that public prose names nothing internal.

mod collect;
mod left_out;

use super::grounds::{Answer, Answered, Grounds};
use super::link::Apart;
use super::linker::{Linker, Notes};
use super::targets::{Fault, Target, Targets, Thing, decoded};
use super::{Memo, Surroundings, live};
use crate::config::Settings;
use crate::diagnostic::errors::{BROKEN_LINK, UNKNOWN_REFERENCE, VISIBILITY_LEAK, WRONG_TYPE};
use crate::diagnostic::{Finding, did_you_mean};
use crate::model::{Chapter, Goal, Handbook, Live, Prose, Renamed};
use crate::syntax::fields::bad_url;
use crate::syntax::prose::Link;
use crate::text::{Sources, Span};
use collect::{gather, of_settings};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Prose that was looked at.
#[derive(Default)]
pub struct Checked {
    /// All prose that holds something to look at.
    pub chapters: Vec<Arc<Chapter>>,
    /// What its `okr` blocks show, by the place of their YAML.
    pub live: HashMap<Span, Live>,
    /// Links and blocks that lead nowhere, give away, or use old ids.
    pub notes: Notes,
    /// Files of the handbook that prose shows or links to, and whether public prose does.
    pub files: BTreeMap<String, bool>,
}

/// Gathers all prose that holds something to look at, and reports links and blocks that lead nowhere or give away, those
/// of things apart as well, which are left out.
pub fn check(
    handbook: &Handbook,
    apart: &Apart,
    linker: &Arc<Linker>,
    around: Surroundings,
    settings: &Settings,
    memo: &mut Memo,
) -> Checked {
    let mut chapters = gather(handbook, around.sources, memo);
    chapters.extend(of_settings(settings, around.sources));
    let targets = Targets::new(handbook, around.sources, around.assets, settings.raw_html);
    let grounds = Grounds::of(handbook, linker, around, settings);
    let before = memo.answered(grounds.as_ref());
    let of_chapter = |(place, chapter): (usize, &Arc<Chapter>)| -> Answered {
        if let Some(known) = before.get(place).filter(|(known, _)| Arc::ptr_eq(known, chapter)) {
            return known.clone();
        }
        let mut answer = Answer::default();
        for prose in chapter.pieces.iter().filter(|_| chapter.leads_inside) {
            answer.notes.findings.extend(faults(prose, &targets, linker, settings));
            answer.notes.renamed.extend(renamed(prose, &targets));
            answer.files.extend(files(prose, &targets));
            blocks(prose, &targets, linker, around.sources, &mut answer.live, &mut answer.notes);
        }
        // All of a chapter belongs to one thing.
        answer.notes.stand_in(0, chapter.pieces.first().and_then(|prose| handbook.team_of(prose)));
        (Arc::clone(chapter), (!answer.is_empty()).then(|| Arc::new(answer)))
    };
    let answers: Vec<Answered> = chapters.par_iter().with_min_len(16).enumerate().map(of_chapter).collect();
    let mut checked = Checked { chapters, ..Checked::default() };
    for answer in answers.iter().filter_map(|(_, answer)| answer.as_deref()) {
        checked.live.extend(answer.live.iter().cloned());
        checked.notes.merge(answer.notes.clone());
        for (path, is_public) in &answer.files {
            *checked.files.entry(path.clone()).or_default() |= is_public;
        }
    }
    memo.keep_answers(grounds, answers);
    left_out::check(apart, &targets, linker, settings, around.sources, &mut checked.notes);
    checked
}

/// Files of the handbook that a piece of prose shows or links to, and whether it is public.
fn files<'a>(prose: &'a Prose, targets: &'a Targets) -> impl Iterator<Item = (String, bool)> + 'a {
    let links = prose.facts.links.iter().map(|link| &link.target);
    let all = links.chain(prose.facts.images.iter().map(|image| &image.target));
    // Names are no files.
    let all = all.filter(|target| !target.starts_with("okr:"));
    all.filter_map(|target| match targets.follow(prose.span.source(), target) {
        Ok(Target::Asset(path)) => Some((path, !prose.internal)),
        _ => None,
    })
}

/// Reads the `okr` blocks of a piece of prose.
fn blocks(
    prose: &Prose,
    targets: &Targets,
    linker: &Linker,
    sources: &Sources,
    shown: &mut Vec<(Span, Live)>,
    notes: &mut Notes,
) {
    for block in &prose.facts.blocks {
        if prose.is_inline {
            let message = "an `okr` block cannot stand in a text that is shown in a line";
            let help = "move it into a page, or into the body of a Markdown file that defines the goal";
            notes.findings.push(Finding::error(&WRONG_TYPE, block.span, message).help(help));
            continue;
        }
        let resolved = live::resolve(block, sources.get(prose.span.source()), linker, notes);
        for (name, thing) in &resolved.named {
            notes.findings.extend(leak(prose, name.span, &name.value, targets.is_internal(*thing)));
        }
        shown.extend(resolved.live.map(|live| (block.span, live)));
    }
}

/// Links that name something by an old id.
fn renamed<'a>(prose: &'a Prose, targets: &'a Targets) -> impl Iterator<Item = Renamed> + 'a {
    prose.facts.links.iter().filter_map(|link| {
        let old = link.target.strip_prefix("okr:")?;
        let Ok(Target::Thing(thing, _)) = targets.follow(prose.span.source(), &link.target) else {
            return None;
        };
        let current = targets.name(thing)?;
        let (span, old) = (link.span, (decoded(old) != current).then(|| old.to_owned())?);
        Some(Renamed { span, old, current, team: None })
    })
}

fn faults(prose: &Prose, targets: &Targets, linker: &Linker, settings: &Settings) -> Vec<Finding> {
    let leak = |span: Span, link: &str, is_internal: bool| leak(prose, span, link, is_internal);
    let is_internal_file =
        |path: &str| path.strip_prefix("content/").is_some_and(|path| settings.is_internal(path));
    let links =
        prose.facts.links.iter().filter_map(|link| match targets.follow(prose.span.source(), &link.target) {
            Ok(Target::Thing(thing, fragment)) => {
                let place = fragment.and_then(|fragment| targets.key_result_at(thing, &fragment));
                let is_internal =
                    targets.is_internal(thing) || place.is_some_and(|place| targets.is_internal(place));
                leak(link.span, &link.target, is_internal)
            }
            Ok(Target::Here(fragment)) => {
                let place = own_page(prose).and_then(|page| targets.key_result_at(page, &fragment));
                no_anchor(prose, &fragment, link, targets).or_else(|| {
                    leak(link.span, &link.target, place.is_some_and(|place| targets.is_internal(place)))
                })
            }
            Ok(Target::Asset(path)) => leak(link.span, &link.target, is_internal_file(&path)),
            Ok(Target::Web(_)) => None,
            Err(Fault::Unknown(what, id)) if linker.knows_as_broken(what, &id) => None,
            Err(fault) => Some(broken(&fault, &link.target, link.span, targets)),
        });
    let images = prose.facts.images.iter().filter_map(|image| {
        match targets.follow(prose.span.source(), &image.target) {
            Ok(Target::Asset(path)) => leak(image.span, &image.target, is_internal_file(&path)),
            Ok(Target::Web(_)) => None,
            Ok(_) => Some(
                Finding::error(&BROKEN_LINK, image.span, format!("`{}` is not a picture", image.target))
                    .help("name a picture file, counted from this file's folder"),
            ),
            Err(fault) => Some(broken(&fault, &image.target, image.span, targets)),
        }
    });
    links.chain(images).collect()
}

/// Public prose must not name something internal: in every edition, so that nobody learns of it too late.
fn leak(prose: &Prose, span: Span, link: &str, is_internal: bool) -> Option<Finding> {
    (!prose.internal && is_internal).then(|| {
        Finding::error(&VISIBILITY_LEAK, span, format!("public prose names `{link}`, which is internal"))
            .here("internal")
            .help("take the link out, make this prose internal too, or make what it names public")
    })
}

/// The thing on whose page a piece of prose stands, where that is a goal's.
fn own_page(prose: &Prose) -> Option<Thing> {
    prose.goal.map(|goal| match goal {
        Goal::KeyResult(id) => Thing::Goal(Goal::Objective(id.objective)),
        goal => Thing::Goal(goal),
    })
}

fn no_anchor(prose: &Prose, fragment: &str, link: &Link, targets: &Targets) -> Option<Finding> {
    let is_heading = prose.facts.headings.iter().any(|heading| heading.anchor == fragment);
    let is_known = fragment.is_empty()
        || fragment == "top"
        || is_heading
        || own_page(prose).is_some_and(|thing| targets.has_fragment(thing, fragment))
        || targets.has_id(prose.span.source(), fragment);
    (!is_known).then(|| {
        let known = prose.facts.headings.iter().map(|heading| heading.anchor.as_str());
        Finding::error(&BROKEN_LINK, link.span, format!("this page has no heading `#{fragment}`"))
            .maybe_help(did_you_mean(fragment, known))
    })
}

fn broken(fault: &Fault, link: &str, span: Span, targets: &Targets) -> Finding {
    let error = |message: String| Finding::error(&BROKEN_LINK, span, message);
    match fault {
        Fault::Unknown(what, id) => {
            let finding = Finding::error(&UNKNOWN_REFERENCE, span, format!("no {what} has the id `{id}`"));
            finding.help(
                targets
                    .suggest(what, id)
                    .unwrap_or_else(|| "name one that exists, or remove the link".to_owned()),
            )
        }
        Fault::Url(fault) => bad_url(span, link, fault),
        Fault::NoFile(path) => {
            let name = path.rsplit('/').next().unwrap_or(path);
            let known = targets.paths();
            let same_name = known.iter().find(|known| known.rsplit('/').next() == Some(name));
            let help = same_name
                .map(|known| format!("did you mean `{known}`? paths count from this file's folder"))
                .or_else(|| did_you_mean(path, known.iter().map(String::as_str)))
                .unwrap_or_else(|| "paths count from this file's folder".to_owned());
            error(format!("`{link}` leads to no file: there is no `{path}`")).help(help)
        }
        Fault::Outside => {
            error(format!("`{link}` leads out of the handbook")).help("link to a file of the handbook")
        }
        Fault::NoPage(path) => error(format!("`{path}` is not a page of the site"))
            .help("link to what it defines: `okr:ID`, `okr:kpi/ID` or `okr:team/ID`"),
        Fault::Absolute => {
            error(format!("`{link}` counts from the root of a host, and the site may stand below a path"))
                .help("write the path of the file, counted from this file's folder")
        }
        Fault::NoFragment(fragment) => {
            error(format!("`{link}` leads to a page that has no heading `#{fragment}`"))
                .help("name a heading of that page: its words in lower case, joined by `-`")
        }
    }
}
