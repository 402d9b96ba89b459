//! The manifest of a snapshot: what it is, which files belong to it, and the digests that prove both.
//!
//! Its last line but one holds its own digest: the BLAKE3 hash of all lines before. Nothing else may stand behind.

use super::Freeze;
use super::v1::FORMAT;
use crate::model::Date;
use crate::text::{Source, Span};
use serde::{Deserialize, Serialize};

/// The name of a manifest in the folder of its snapshot.
pub const MANIFEST: &str = "snapshot.json";

/// Names one snapshot and proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its id.
    pub id: String,
    /// Its digest, as 64 hex digits.
    pub digest: String,
}

/// What a manifest says; every version of the format has these keys.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: String,
    pub(super) id: String,
    pub(super) cycle: String,
    pub(super) as_of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
    pub(super) generator: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) previous: Option<Link>,
    pub(super) files: Vec<Listed>,
}

/// A file of the snapshot.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) path: String,
    pub(super) bytes: u64,
    pub(super) digest: String,
}

/// What stands around the digest at the end.
const BEFORE: &str = "  \"digest\": \"";
const AFTER: &str = "\"\n}\n";
/// A BLAKE3 hash in hex digits.
const DIGITS: usize = 64;

impl Manifest {
    /// The manifest of files that are to be frozen.
    pub(super) fn of(freeze: &Freeze, files: &[(&str, Vec<u8>)]) -> Manifest {
        let listed = |(path, bytes): &(&str, Vec<u8>)| Listed {
            path: (*path).to_owned(),
            bytes: bytes.len() as u64,
            digest: blake3::hash(bytes).to_hex().to_string(),
        };
        Manifest {
            format: FORMAT.to_owned(),
            id: freeze.id.to_owned(),
            cycle: freeze.cycle.to_owned(),
            as_of: freeze.progress.as_of.to_string(),
            message: freeze.message.map(str::to_owned),
            generator: concat!("okrbook ", env!("CARGO_PKG_VERSION")).to_owned(),
            previous: freeze.previous.clone(),
            files: files.iter().map(listed).collect(),
        }
    }

    /// The file, its digest at the end.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut text = serde_json::to_string_pretty(self).expect("a manifest is text and numbers");
        text.truncate(text.trim_end_matches("\n}").len());
        text.push_str(",\n");
        let digest = blake3::hash(text.as_bytes()).to_hex();
        text.push_str(BEFORE);
        text.push_str(&digest);
        text.push_str(AFTER);
        text.into_bytes()
    }

    /// The day on which it holds, where it is one.
    pub(super) fn date(&self) -> Option<Date> {
        crate::syntax::fields::parse_date(&self.as_of)
    }
}

/// The digest at the end of a manifest with its place, and whether it proves everything before it; none where the
/// text does not end as a manifest does.
pub(super) fn proof(source: &Source) -> Option<(String, Span, bool)> {
    let text = source.text();
    let (before, digest) = text.strip_suffix(AFTER)?.rsplit_once(BEFORE)?;
    let is_digest = digest.len() == DIGITS
        && digest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
    let start = before.len() + BEFORE.len();
    let span = source.span(start, start + digest.len());
    let proves = blake3::hash(before.as_bytes()).to_hex().as_str() == digest;
    is_digest.then(|| (digest.to_owned(), span, proves))
}
