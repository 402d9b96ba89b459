//! Writes the judgement at the end of an objective.

use super::mapping::{self, Body};
use super::proof::{review_fact, state_fact};
use super::written::{Fields, Manner, Number, Value};
use super::{Edit, Meant, Refusal, Splice, tree};
use crate::model::{self, Date, Decision, Handbook, ObjectiveId, Outcome, State};
use crate::syntax::fields::approximate;
use crate::text::{Sources, Spanned};

/// What is said at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The day of the judgement.
    pub closed_on: Date,
    /// From 0 to 1.
    pub score: Option<Number>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Inline Markdown.
    pub learned: Option<String>,
    /// What becomes of it.
    pub decision: Option<Decision>,
}

impl Review {
    fn fields(&self) -> Fields {
        let word = |word: &'static str| Value::Bare(word.to_owned());
        let fields = [
            ("closed_on", Some(Value::Day(self.closed_on))),
            ("score", self.score.as_ref().map(|score| Value::Bare(score.text.clone()))),
            ("outcome", self.outcome.map(|outcome| word(outcome.word()))),
            ("learned", self.learned.clone().map(Value::Text)),
            ("decision", self.decision.map(|decision| word(decision.word()))),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Writes a review. An objective that says that it is active says that it is closed from then on.
pub fn review(
    handbook: &Handbook,
    sources: &Sources,
    id: ObjectiveId,
    review: &Review,
) -> Result<Edit, Refusal> {
    const DEEPER: usize = 2;
    let objective = &handbook[id];
    let source = sources.get(objective.id.span.source());
    let documents = tree::documents(source);
    let in_lines = Manner::plain(false).pairs(&review.fields());
    let refuse = |why: String| {
        let snippet = format!("review:\n  {}", in_lines.join("\n  "));
        Refusal { span: objective.id.span, why, snippet }
    };
    let Some(home) = tree::mapping(&documents, objective.id.span) else {
        return Err(refuse(super::not_found()));
    };
    let manner = Manner::of(source, &home).unwrap_or_default();
    let body = Body::Nested {
        flow: manner.braces(&review.fields()),
        lines: manner.pairs(&review.fields()),
        deeper: DEEPER,
    };
    let mut splices = mapping::put(source, &home, "review", &body).map_err(&refuse)?;
    let subject = || objective.id.value.clone();
    let mut meant = Meant::default();
    let score = review.score.as_ref().map(|score| approximate(score.value));
    let learned = review.learned.clone().map(|learned| Spanned::new(learned, objective.id.span));
    let closed_on = Spanned::new(review.closed_on, objective.id.span);
    let (outcome, decision) = (review.outcome, review.decision);
    let written = model::Review { closed_on, score, outcome, learned, decision };
    meant.new.insert((subject(), review_fact(&written)));
    let said = tree::entry(&home, "state").filter(|_| objective.state.value == State::Active);
    if let Some(state) = said.filter(|state| tree::scalar(&state.value) == Some(State::Active.word())) {
        let quoted = source.slice(state.value.span());
        let closed = quoted.replace(State::Active.word(), State::Closed.word());
        splices.push(Splice::replace(state.value.span().range(), closed));
        meant.gone.insert((subject(), state_fact(State::Active.word())));
        meant.new.insert((subject(), state_fact(State::Closed.word())));
    }
    Ok(Edit::new(source.id(), splices, meant, refuse(super::not_as_meant())))
}
