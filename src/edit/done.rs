//! Says on which day a milestone, or a measure that is done or not, was reached.

use super::mapping::{self, Body};
use super::proof::done_fact;
use super::{Edit, Meant, Refusal, tree};
use crate::model::{Date, Goal, Handbook, KeyResultId, Measure};
use crate::text::Sources;

/// Marks a step of a key result as done: a milestone by its number, or the whole of a done measure.
pub fn done(
    handbook: &Handbook,
    sources: &Sources,
    id: KeyResultId,
    step: usize,
    day: Date,
) -> Result<Edit, Refusal> {
    let key_result = handbook.key_result(id);
    let (place, before) = match &key_result.measure {
        Measure::Milestones(steps) if step < steps.len() => {
            (steps[step].title.span, steps[step].done.map(|done| done.value))
        }
        Measure::Done(done) => (key_result.id.span, done.value),
        _ => (key_result.id.span, None),
    };
    let refuse = |why: String| Refusal { span: place, why, snippet: format!("done: {day}") };
    let source = sources.get(place.source());
    let documents = tree::documents(source);
    let Some(holder) = tree::mapping(&documents, place) else {
        return Err(refuse(super::not_found()));
    };
    let splices = mapping::put(source, &holder, "done", &Body::Scalar(day.to_string())).map_err(&refuse)?;
    let subject = handbook.reference(Goal::KeyResult(id));
    let mut meant = Meant::default();
    meant.gone.insert((subject.clone(), done_fact(step, before)));
    meant.new.insert((subject, done_fact(step, Some(day))));
    Ok(Edit::new(source.id(), splices, meant, refuse(super::not_as_meant())))
}
