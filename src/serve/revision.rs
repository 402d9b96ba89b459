//! What browsers are shown now: a numbered state that is replaced as a whole.

use super::panel::Panel;
use super::press::Press;
use std::sync::Arc;

/// A state of the preview. Its number grows by one with each.
#[derive(Clone, Debug)]
pub(super) struct Revision {
    /// Its number.
    pub(super) number: u64,
    /// The last good site; none until there is one.
    pub(super) site: Option<Shown>,
    /// What is wrong with the handbook as it stands now.
    pub(super) panel: Arc<Panel>,
}

/// A site that can be asked for its pages.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// The revision that brought it.
    pub(super) since: u64,
    /// The latest revision that brought other pictures or files which are copied as they are.
    pub(super) files_since: u64,
    /// Who prints its pages.
    pub(super) press: Arc<Press>,
}

/// How browsers know a revision: numbers begin anew with each run of the program.
pub(super) fn id(run: &str, number: u64) -> String {
    format!("{run}-{number}")
}

impl Shown {
    /// The revisions that brought its pages, and its pictures.
    pub(super) fn ids(&self, run: &str) -> (String, String) {
        (id(run, self.since), id(run, self.files_since))
    }
}

impl Revision {
    /// The state as browsers hear of it, in one line of JSON.
    pub(super) fn told(&self, run: &str) -> String {
        let (site, files) = self.site.as_ref().map(|site| site.ids(run)).unzip();
        let told = serde_json::json!({
            "site": site,
            "files": files,
            "summary": self.panel.summary,
            "findings": self.panel.digest,
            "errors": self.panel.errors,
            "warnings": self.panel.warnings,
        });
        told.to_string()
    }
}
