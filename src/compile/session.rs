//! Compiling again and again: what pure stages made of what has not changed is not made anew.

use super::{Compiled, Inputs};
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::locale::Language;
use crate::resolve::declare::{Declarations, declare};
use crate::resolve::edition;
use crate::snapshot::{self, Snapshot};
use crate::text::{Source, SourceId, Sources};
use crate::theme::Theme;
use crate::{page, progress, resolve};
use rayon::prelude::*;
use std::sync::Arc;

/// Compiles a handbook each time that it changes.
///
/// The same stages run as in [`compile`](super::compile), and the result is the same; a pure stage whose input did
/// not change answers what it answered before.
#[derive(Debug, Default)]
pub struct Session {
    /// What each file says, by the place of its id.
    declared: Vec<Option<(Arc<Source>, Arc<Declarations>)>>,
    memo: Memo,
}

/// What the stages remember.
#[derive(Debug, Default)]
pub(super) struct Memo {
    frozen: Frozen,
    loaded: Option<Loaded>,
    spoken: Option<Spoken>,
    pub(super) linking: resolve::Memo,
    pub(super) deriving: progress::Memo,
    pub(super) withholding: edition::Memo,
    pub(super) indexing: page::IndexMemo,
}

/// What was read of snapshots, and from which files.
#[derive(Debug, Default)]
struct Frozen {
    files: Vec<snapshot::File>,
    snapshots: Vec<Snapshot>,
    findings: Vec<Finding>,
}

/// A theme that was loaded, and from what.
#[derive(Debug)]
struct Loaded {
    settings: Arc<Source>,
    files: Vec<(String, Vec<u8>)>,
    theme: Arc<Theme>,
    findings: Vec<Finding>,
}

/// A language that was loaded, and with the words of which theme.
#[derive(Debug)]
struct Spoken {
    tag: String,
    theme: Arc<Theme>,
    language: Arc<Language>,
    findings: Vec<Finding>,
}

impl Session {
    /// Compiles what a handbook is made of now. The sources of one session share their ids: they come from one
    /// [`disk::Session`](crate::disk::Session).
    pub fn compile(&mut self, inputs: Inputs) -> Compiled {
        let documents = self.declare(&inputs.sources, &inputs.content);
        super::run(inputs, documents, &mut self.memo)
    }

    /// What each file says: read anew only where the text is new.
    fn declare(&mut self, sources: &Sources, content: &[SourceId]) -> Vec<Arc<Declarations>> {
        let before = &self.declared;
        let read = |&id: &SourceId| {
            let source = sources.share(id);
            match before.get(id.index()) {
                Some(Some((known, declared))) if Arc::ptr_eq(known, &source) => {
                    (source, Arc::clone(declared))
                }
                _ => {
                    let declared = Arc::new(declare(&source));
                    (source, declared)
                }
            }
        };
        let all: Vec<_> = content.par_iter().with_min_len(16).map(read).collect();
        let documents = all.iter().map(|(_, declared)| Arc::clone(declared)).collect();
        self.declared = vec![None; sources.ids()];
        for (source, declared) in all {
            let place = source.id().index();
            self.declared[place] = Some((source, declared));
        }
        documents
    }
}

impl Memo {
    /// The snapshots that are whole, and what is wrong with the others.
    pub(super) fn snapshots(
        &mut self,
        sources: &Sources,
        files: Vec<snapshot::File>,
    ) -> (Vec<Snapshot>, Vec<Finding>) {
        if self.frozen.files != files {
            let (snapshots, findings) = snapshot::read(sources, &files);
            self.frozen = Frozen { files, snapshots, findings };
        }
        (self.frozen.snapshots.clone(), self.frozen.findings.clone())
    }

    /// The theme that the settings name, which then speaks where they are silent, and what is wrong with it. Its own templates are sources with a session's
    /// stable ids, so that the findings still point at them.
    pub(super) fn theme(
        &mut self,
        settings: (&mut Settings, Arc<Source>),
        files: Vec<(String, Vec<u8>)>,
        sources: &Sources,
    ) -> (Arc<Theme>, Vec<Finding>) {
        let (settings, written) = settings;
        let known = self.loaded.take();
        let known = known.filter(|known| Arc::ptr_eq(&known.settings, &written) && known.files == files);
        let loaded = known.unwrap_or_else(|| {
            let (theme, findings) = Theme::load(settings, &files, sources);
            Loaded { settings: written, files, theme: Arc::new(theme), findings }
        });
        loaded.theme.complete(settings);
        let answer = (Arc::clone(&loaded.theme), loaded.findings.clone());
        self.loaded = Some(loaded);
        answer
    }

    /// The language of a site, and what its messages lack. A theme is another one where a file of messages is.
    pub(super) fn language(
        &mut self,
        tag: &str,
        theme: &Arc<Theme>,
        sources: &Sources,
    ) -> (Arc<Language>, Vec<Finding>) {
        let known = self.spoken.take().filter(|known| known.tag == tag && Arc::ptr_eq(&known.theme, theme));
        let spoken = known.unwrap_or_else(|| {
            let (language, findings) = Language::load(tag, theme.messages(), sources);
            Spoken { tag: tag.to_owned(), theme: Arc::clone(theme), language: Arc::new(language), findings }
        });
        let answer = (Arc::clone(&spoken.language), spoken.findings.clone());
        self.spoken = Some(spoken);
        answer
    }
}
