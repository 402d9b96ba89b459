//! The notes of check-ins as markup. Each stands on the page of its objective and on one of the history, and most lead
//! to no page of the site, so that they read the same on both: those are written once for all pages.

use super::{Html, Scene};
use crate::model::{KeyResult, KeyResultId, ObjectiveId};
use std::ops::Range;
use std::sync::OnceLock;

/// As many bytes as most notes take.
const ROOM: usize = 80;

/// The notes of a site, those of an objective written when the first of them is asked for.
#[derive(Debug, Default)]
pub(in crate::page) struct Notes(OnceLock<Vec<OnceLock<Vec<Log>>>>);

/// The notes of a key result, one behind the other.
#[derive(Debug)]
struct Log {
    markup: Box<str>,
    /// Where the note of each check-in stands; nowhere where each page writes it by itself.
    places: Vec<Range<u32>>,
}

impl Notes {
    /// The note of a check-in, the same on every page; nothing where there is none such.
    pub(in crate::page) fn of(&self, scene: &Scene, id: KeyResultId, check_in: usize) -> &str {
        let handbook = scene.site.handbook;
        let all = self.0.get_or_init(|| handbook.objectives().map(|_| OnceLock::new()).collect());
        let logs = all[id.objective.index()].get_or_init(|| written(scene, id.objective));
        let log = &logs[id.index as usize];
        let Range { start, end } = log.places[check_in];
        &log.markup[start as usize..end as usize]
    }
}

/// The notes of an objective's key results.
fn written(scene: &Scene, objective: ObjectiveId) -> Vec<Log> {
    let key_results = &scene.site.handbook[objective].key_results;
    let log = |key_result: &KeyResult| {
        let mut places = Vec::with_capacity(key_result.check_ins.len());
        let mut html = Html::with_room(ROOM * key_result.check_ins.len());
        for check_in in &key_result.check_ins {
            let begin = html.as_str().len();
            let reads_alike = check_in.note.as_ref().is_none_or(|note| scene.push_alike(&mut html, note));
            // What is too far behind for a place is left to the pages, too.
            let end = u32::try_from(html.as_str().len());
            if let (true, Ok(end)) = (reads_alike, end) {
                places.push(begin as u32..end);
            } else {
                html.buffer().truncate(begin);
                places.push(0..0);
            }
        }
        Log { markup: html.into_string().into_boxed_str(), places }
    };
    key_results.iter().map(log).collect()
}
