//! Proves snapshots: that no byte of any file has changed, none is missing or added, and that each leads to the one
//! before it, back to the first.

use super::manifest::{self, MANIFEST, Manifest};
use super::{About, FOLDER, File, Snapshot, Thawed, v1};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::SNAPSHOT_DRIFT;
use crate::text::{Source, Sources, Span};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What mends most of it.
const TAKE_BACK: &str = "take it back as Git has it: `git checkout -- snapshots`";

/// Reads all snapshots, in the order of their chain, and says what is not as it was frozen.
///
/// A snapshot with a finding is left out.
pub fn read(sources: &Sources, files: &[File]) -> (Vec<Snapshot>, Vec<Finding>) {
    let mut folders: BTreeMap<&str, Vec<&File>> = BTreeMap::new();
    for file in files {
        let path = sources.get(file.source).path();
        // What lies beside the folders, such as a read-me, belongs to none of them.
        let below = path.strip_prefix(FOLDER).and_then(|path| path.strip_prefix('/'));
        if let Some((folder, _)) = below.and_then(|path| path.split_once('/')) {
            folders.entry(folder).or_default().push(file);
        }
    }
    let folders: Vec<(&str, Vec<&File>)> = folders.into_iter().collect();
    let looked_at: Vec<Folder> = folders
        .into_par_iter()
        .map(|(name, files)| {
            let mut folder =
                Folder { name, files, sources, about: None, snapshot: None, findings: Vec::new() };
            folder.look();
            folder
        })
        .collect();
    let links: Vec<&About> = looked_at.iter().filter_map(|folder| folder.about.as_ref()).collect();
    let unreadable = |id: &str| looked_at.iter().any(|folder| folder.name == id && folder.about.is_none());
    let (order, mut findings) = link(&links, unreadable, sources);
    let order: Vec<String> = order.iter().map(|about| about.id.clone()).collect();
    let mut snapshots = Vec::new();
    for folder in looked_at {
        findings.extend(folder.findings);
        snapshots.extend(folder.snapshot);
    }
    snapshots.sort_by_key(|snapshot| order.iter().position(|id| *id == snapshot.about.id));
    (snapshots, findings)
}

/// One folder of a snapshot while it is looked at.
struct Folder<'a> {
    name: &'a str,
    files: Vec<&'a File>,
    sources: &'a Sources,
    about: Option<About>,
    snapshot: Option<Snapshot>,
    findings: Vec<Finding>,
}

/// A finding of this kind.
fn drift(span: Span, message: impl Into<String>) -> Finding {
    Finding::error(&SNAPSHOT_DRIFT, span, message)
}

/// Where something stands in a text; its beginning where it cannot be found.
fn place_of(source: &Source, text: &str) -> Span {
    let at = if text.is_empty() { None } else { source.text().find(text) };
    at.map_or_else(|| source.span(0, 0), |at| source.span(at, at + text.len()))
}

impl<'a> Folder<'a> {
    fn source(&self, file: &File) -> &'a Source {
        self.sources.get(file.source)
    }

    /// The path of a file inside the folder.
    fn below(&self, file: &File) -> &'a str {
        let path = self.source(file).path();
        path.get(FOLDER.len() + self.name.len() + 2..).unwrap_or(path)
    }

    /// The file of this path.
    fn find(&self, path: &str) -> Option<&'a File> {
        self.files.iter().copied().find(|file| self.below(file) == path)
    }

    fn look(&mut self) {
        let Some(file) = self.find(MANIFEST) else {
            let first = self.source(self.files[0]);
            let message =
                format!("`{FOLDER}/{}/` has no `{MANIFEST}`, which would prove its files", self.name);
            self.findings.push(drift(first.span(0, 0), message).help(TAKE_BACK));
            return;
        };
        let source = self.source(file);
        let Some(manifest) = self.manifest(file, source) else { return };
        self.listed(&manifest, source);
        let Some((digest, _, _)) = manifest::proof(source) else { return };
        let Some(as_of) = manifest.date() else {
            let message = format!("`{}` is not a day", manifest.as_of.escape_debug());
            self.findings.push(drift(place_of(source, "\"as_of\""), message).help(TAKE_BACK));
            return;
        };
        let about = About {
            id: manifest.id,
            cycle: manifest.cycle,
            as_of,
            message: manifest.message,
            generator: manifest.generator,
            digest,
            previous: manifest.previous,
            source: file.source,
        };
        self.about = Some(about.clone());
        if self.findings.is_empty() {
            self.snapshot = self.thaw(about);
        }
    }

    /// The manifest, if it is one whose every byte is as it was written.
    fn manifest(&mut self, file: &File, source: &Source) -> Option<Manifest> {
        let found = serde_json::from_str::<Manifest>(source.text());
        if let Some(newer) = newer_format(source.text()) {
            let message =
                format!("the snapshot `{}` has the format `{newer}`, which a later okrbook wrote", self.name);
            let finding = drift(place_of(source, &newer), message);
            self.findings.push(finding.help("use that okrbook, or a later one"));
            return None;
        }
        let manifest = match found {
            Ok(manifest) => manifest,
            Err(error) => {
                let fault = v1::syntax(source, &error);
                let message = format!("the manifest of `{}` cannot be read: {}", self.name, fault.what);
                self.findings.push(drift(source.span(fault.at, fault.at + 1), message).help(TAKE_BACK));
                return None;
            }
        };
        let is_text = source.invalid().is_none() && file.bytes == source.text().len() as u64;
        let proof = manifest::proof(source);
        if !is_text || !proof.as_ref().is_some_and(|(_, _, proves)| *proves) {
            let place = proof.map_or_else(|| place_of(source, "\"digest\""), |(_, place, _)| place);
            let message = format!("the manifest of the snapshot `{}` is not as it was frozen", self.name);
            let finding = drift(place, message).here("the digest that it was frozen with");
            self.findings.push(finding.help(TAKE_BACK));
            return None;
        }
        if manifest.id != self.name {
            let message = format!("the snapshot `{}` stands in the folder `{}`", manifest.id, self.name);
            let finding = drift(place_of(source, &manifest.id), message);
            let original = format!("{FOLDER}/{}/{MANIFEST}", manifest.id);
            let help = if self.sources.iter().any(|source| source.path() == original) {
                format!(
                    "it is a copy of `{FOLDER}/{}`: remove the folder `{FOLDER}/{}`",
                    manifest.id, self.name
                )
            } else {
                format!("name its folder `{FOLDER}/{}` again", manifest.id)
            };
            self.findings.push(finding.help(help));
            return None;
        }
        Some(manifest)
    }

    /// Compares what the manifest lists with what is there.
    fn listed(&mut self, manifest: &Manifest, source: &Source) {
        for listed in &manifest.files {
            let place = place_of(source, &listed.digest);
            let Some(file) = self.find(&listed.path) else {
                let message = format!("`{}` of the snapshot `{}` is missing", listed.path, self.name);
                self.findings.push(drift(place, message).here("its digest").help(TAKE_BACK));
                continue;
            };
            if file.bytes == listed.bytes && file.hash.to_hex().as_str() == listed.digest {
                continue;
            }
            let message =
                format!("`{}` of the snapshot `{}` is not as it was frozen", listed.path, self.name);
            let finding = drift(first_fault(self.source(file)), message);
            let finding = finding.label(place, "the digest that it was frozen with");
            self.findings.push(finding.help(TAKE_BACK));
        }
        let is_listed =
            |path: &str| path == MANIFEST || manifest.files.iter().any(|listed| listed.path == path);
        let strangers = self.files.iter().filter(|file| !is_listed(self.below(file))).map(|file| {
            let message = format!("`{}` is no part of the snapshot `{}`", self.below(file), self.name);
            let help = format!("move it out of `{FOLDER}/`");
            drift(self.source(file).span(0, 0), message).help(help)
        });
        let strangers: Vec<Finding> = strangers.collect();
        self.findings.extend(strangers);
    }

    /// Reads the frozen handbook back.
    fn thaw(&mut self, about: About) -> Option<Snapshot> {
        let public = match self.find(v1::PUBLIC) {
            Some(file) => Some(self.edition(file, &about)?),
            None => None,
        };
        let whole = match self.find(v1::INTERNAL) {
            Some(file) => Some(self.edition(file, &about)?),
            None => public.clone(),
        };
        if whole.is_none() {
            let message = format!("the snapshot `{}` has no `{}`", about.id, v1::PUBLIC);
            let place = place_of(self.sources.get(about.source), "\"files\"");
            self.findings.push(drift(place, message).help(TAKE_BACK));
        }
        Some(Snapshot { about, whole: whole?, public, is_cut: false })
    }

    fn edition(&mut self, file: &File, about: &About) -> Option<Arc<Thawed>> {
        let source = self.source(file);
        let fault = match v1::thaw(source) {
            Ok(thawed) if thawed.progress.as_of != about.as_of || thawed.cycle().id.value != about.cycle => {
                v1::Fault { at: 0, what: "its manifest names another day or cycle".to_owned() }
            }
            Ok(thawed) => return Some(Arc::new(thawed)),
            Err(fault) => fault,
        };
        let message = format!("the snapshot `{}` cannot be read: {}", about.id, fault.what);
        self.findings.push(drift(source.span(fault.at, fault.at), message).help(TAKE_BACK));
        None
    }
}

/// The format that a manifest names, where this okrbook does not know it.
fn newer_format(text: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        format: String,
    }
    let named: Named = serde_json::from_str(text).ok()?;
    (named.format != v1::FORMAT && named.format.starts_with("okrbook-snapshot/")).then_some(named.format)
}

/// Where a changed file can no longer be read; its beginning where it still can.
fn first_fault(source: &Source) -> Span {
    if let Some(invalid) = source.invalid() {
        return source.span(invalid.offset, invalid.offset + 1);
    }
    match serde_json::from_str::<serde::de::IgnoredAny>(source.text()) {
        Ok(_) => source.span(0, 0),
        Err(error) => {
            let fault = v1::syntax(source, &error);
            source.span(fault.at, fault.at + 1)
        }
    }
}

/// Orders the links of the chain, the first snapshot first, and says where it is broken.
fn link<'a>(
    links: &[&'a About],
    unreadable: impl Fn(&str) -> bool,
    sources: &Sources,
) -> (Vec<&'a About>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut next: BTreeMap<&str, Vec<&About>> = BTreeMap::new();
    let mut first: Vec<&About> = Vec::new();
    for &about in links {
        let source = sources.get(about.source);
        let Some(previous) = &about.previous else {
            first.push(about);
            continue;
        };
        let place = place_of(source, &previous.digest);
        match links.iter().find(|other| other.id == previous.id) {
            Some(other) if other.digest == previous.digest => {
                next.entry(other.id.as_str()).or_default().push(about);
            }
            Some(other) => {
                let message = format!(
                    "`{}` was frozen after another `{}` than the one that is here",
                    about.id, other.id
                );
                let finding = drift(place, message).here("the digest that it had then");
                let there = place_of(sources.get(other.source), &other.digest);
                findings.push(finding.label(there, "its digest now").help(TAKE_BACK));
            }
            // What is wrong with that one is said already.
            None if unreadable(&previous.id) => {}
            None => {
                let message =
                    format!("the snapshot `{}`, which came before `{}`, is missing", previous.id, about.id);
                findings.push(drift(place, message).here("what it was frozen after").help(TAKE_BACK));
            }
        }
    }
    let beginnings = Some(first.clone()).filter(|first| first.len() > 1);
    let forks = next.values().filter(|after| after.len() > 1).cloned();
    for rivals in forks.chain(beginnings) {
        findings.push(fork(&rivals, sources));
    }
    let mut order: Vec<&'a About> = Vec::new();
    let mut waiting: Vec<&str> = first.iter().map(|about| about.id.as_str()).collect();
    waiting.reverse();
    while let Some(id) = waiting.pop() {
        let known = links.iter().copied().find(|about| about.id == id);
        // Digests cannot lead in a circle, but names that somebody wrote could.
        if let Some(about) = known.filter(|about| order.iter().all(|known| known.id != about.id)) {
            order.push(about);
            waiting.extend(next.get(id).into_iter().flatten().map(|about| about.id.as_str()).rev());
        }
    }
    (order, findings)
}

/// Several snapshots that were frozen after the same one, as two branches of a repository do.
fn fork(rivals: &[&About], sources: &Sources) -> Finding {
    // The digest that two of them lead to; of those that lead to none, their own.
    let place = |about: &About| {
        let digest = about.previous.as_ref().map_or(&about.digest, |previous| &previous.digest);
        place_of(sources.get(about.source), digest)
    };
    let (kept, last) = (rivals[0], rivals[rivals.len() - 1]);
    let after = last.previous.as_ref().map_or_else(
        || "as the first of all".to_owned(),
        |previous| format!("right after `{}`", previous.id),
    );
    let after_what = if last.previous.is_some() { "what it was frozen after" } else { "its own digest" };
    let message = format!("`{}` and `{}` were both frozen {after}: the chain forks", kept.id, last.id);
    let mut finding = drift(place(last), message).here(after_what);
    for rival in &rivals[..rivals.len() - 1] {
        finding = finding.label(place(rival), after_what);
    }
    finding.help("keep one, remove the folder of the other, and freeze that one again")
}
