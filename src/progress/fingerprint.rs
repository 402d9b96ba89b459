//! The fingerprint of a goal: a short hash by which a child notices that its parent has changed.

use crate::model::{Bounds, Goal, Handbook, KeyResult, Measure};

/// 8 hex digits of a BLAKE3 hash over the goal's title, why and measures (start, target, bounds).
///
/// Of the mission: its statement and why. Fields are separated by a byte that no text holds, so that moving a
/// word from one to the next changes the hash; numbers are hashed normalised, so that `1.0` and `1` agree.
pub fn fingerprint(handbook: &Handbook, goal: Goal) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut field = |text: &str| {
        hasher.update(text.as_bytes());
        hasher.update(&[0xff]);
    };
    field(handbook.title(goal));
    match goal {
        Goal::Mission => field(why(handbook.mission.as_ref().and_then(|mission| mission.why.as_ref()))),
        Goal::Pillar(id) => field(why(handbook[id].why.as_ref())),
        Goal::Objective(id) => {
            field(why(handbook[id].why.as_ref()));
            for key_result in &handbook[id].key_results {
                field(&key_result.title.value);
                measure(key_result, &mut field);
            }
        }
        Goal::KeyResult(id) => {
            let key_result = handbook.key_result(id);
            field(why(key_result.why.as_ref()));
            measure(key_result, &mut field);
        }
    }
    hasher.finalize().to_hex()[..8].to_owned()
}

fn why(text: Option<&crate::model::Text>) -> &str {
    text.map_or("", |text| &text.value)
}

fn measure(key_result: &KeyResult, field: &mut impl FnMut(&str)) {
    field(key_result.measure.kind());
    match &key_result.measure {
        Measure::Metric { start, target, .. } => {
            field(&start.value.map_or_else(|| "unknown".to_owned(), |start| start.normalize().to_string()));
            field(&target.value.normalize().to_string());
        }
        Measure::Keep(bounds) => match bounds.value {
            Bounds::AtLeast(least) => field(&format!(">={}", least.normalize())),
            Bounds::AtMost(most) => field(&format!("<={}", most.normalize())),
            Bounds::Between(least, most) => field(&format!("{}..{}", least.normalize(), most.normalize())),
        },
        Measure::Milestones(_) | Measure::Zones(_) | Measure::Done(_) => {}
    }
}
