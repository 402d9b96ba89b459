//! Small handbooks for tests: texts in, a linked handbook and its settings out.

use okrbook::config::{self, Settings};
use okrbook::diagnostic::Finding;
use okrbook::model::Handbook;
use okrbook::resolve::{Memo, Surroundings, declare, resolve};
use okrbook::text::Sources;
use std::sync::Arc;

/// A handbook without errors, and its settings.
pub(crate) struct Example {
    /// What the texts say, linked.
    pub(crate) handbook: Handbook,
    /// What okrbook.yaml says, or the defaults.
    pub(crate) settings: Settings,
}

impl Example {
    /// Reads texts, each of them a YAML file; one whose first line is `# okrbook.yaml` holds the settings.
    pub(crate) fn new(texts: &[&str]) -> Example {
        let is_settings = |text: &&&str| text.starts_with("# okrbook.yaml\n");
        let settings_text = texts.iter().find(is_settings).copied().unwrap_or("title: Example\n");
        let mut sources = Sources::default();
        let settings_id = sources.add("okrbook.yaml", settings_text.into());
        let contents = texts.iter().filter(|text| !is_settings(text)).enumerate();
        let content: Vec<_> = contents
            .map(|(index, text)| sources.add(format!("content/{index:04}.yaml"), text.as_bytes().into()))
            .collect();

        let mut findings = Vec::new();
        let settings = config::read(sources.get(settings_id), &[], &mut findings);
        let mut documents: Vec<_> = content.iter().map(|&id| declare::declare(sources.get(id))).collect();
        findings.extend(documents.iter_mut().flat_map(|document| std::mem::take(&mut document.findings)));
        let around = Surroundings { sources: &sources, data: &[], assets: &[], drafts: false };
        let documents = documents.into_iter().map(Arc::new).collect();
        let (handbook, more) = resolve(documents, around, &settings, &mut Memo::default());
        findings.extend(more);
        assert!(findings.is_empty(), "{}", told(&findings, &sources));
        Example { handbook, settings }
    }
}

fn told(findings: &[Finding], sources: &Sources) -> String {
    let tell = |finding: &Finding| {
        let line = sources.start(finding.span).line;
        let source = sources.get(finding.span.source());
        format!("{}: {} in `{}`\n", finding.code, finding.message, source.line(line))
    };
    findings.iter().map(tell).collect()
}
