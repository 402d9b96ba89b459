//! Snapshots for tests: a handbook in one text, frozen as it stood on a day.

use okrbook::compile::{Inputs, Options, compile};
use okrbook::model::Date;
use okrbook::snapshot::{self, File, Freeze};
use okrbook::text::Sources;

/// Freezes the handbook of a YAML text and adds the files of the snapshot to the sources; `known` are the files of the
/// snapshots before it. The id of the snapshot is that of its cycle.
pub(crate) fn freeze(
    sources: &mut Sources,
    known: &[File],
    cycle: &str,
    as_of: Date,
    text: &str,
) -> Vec<File> {
    let (before, _) = snapshot::read(sources, known);
    let chain: Vec<_> = before.into_iter().map(|snapshot| snapshot.about).collect();
    let mut own = Sources::default();
    let settings = own.add("okrbook.yaml", b"title: Example\nlints: {default: allow}\n".to_vec());
    let content = vec![own.add("content/example.yaml", text.as_bytes().to_vec())];
    let options = Options { as_of: Some(as_of), today: as_of, audience: None, base_url: None, drafts: false };
    let compiled = compile(Inputs {
        sources: own,
        settings,
        content,
        data: Vec::new(),
        assets: Vec::new(),
        theme_files: Vec::new(),
        snapshots: Vec::new(),
        options,
    });
    assert!(!compiled.report.fails(), "what is frozen has errors: {:#?}", compiled.report.items);
    let files = snapshot::freeze(&Freeze {
        id: cycle,
        cycle,
        message: None,
        previous: snapshot::last(&chain),
        handbook: &compiled.handbook,
        progress: &compiled.progress,
        settings: &compiled.settings,
        sources: &compiled.sources,
    });
    let add = |(name, bytes): (&str, Vec<u8>)| {
        let (length, hash) = (bytes.len() as u64, blake3::hash(&bytes));
        let source = sources.add(format!("snapshots/{cycle}/{name}"), bytes);
        File { source, bytes: length, hash }
    };
    files.into_iter().map(add).collect()
}
