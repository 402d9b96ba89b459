//! Compares mission and pillars.

use super::change::{Change, Subject, SubjectKind, What};
use super::held::{Held, same_share, same_text};
use super::{Between, pairs};
use crate::model::{Mission, PersonId, Pillar, Text};
use crate::text::Spanned;

/// What changed in mission and pillars.
pub(super) fn compare(between: Between, changes: &mut Vec<Change>) {
    let (from, to) = (between.from.handbook, between.to.handbook);
    match (&from.mission, &to.mission) {
        (Some(from), Some(to)) => mission(from, to, changes),
        (None, Some(to)) => changes.push(Change::new(&of_mission(to), between.arrival())),
        (Some(from), None) => changes.push(Change::new(&of_mission(from), What::Dropped)),
        (None, None) => {}
    }
    let pairs = pairs::pillars(&from.pillars, &to.pillars);
    for (pillar, earlier) in to.pillars.iter().zip(&pairs.earlier) {
        match earlier {
            Some(earlier) => self::pillar(between, &from.pillars[*earlier], pillar, changes),
            None => changes.push(Change::new(&of_pillar(pillar), between.arrival())),
        }
    }
    for (place, pillar) in from.pillars.iter().enumerate().filter(|(place, _)| pairs.later[*place].is_none())
    {
        let heir = pairs.merged.iter().find(|(from, _)| *from == place).map(|(_, heir)| *heir);
        let heir = Held::names(heir.map(|heir| to.pillars[heir].title.value.as_str()));
        changes.push(Change::new(&of_pillar(pillar), What::Dropped).held(Held::Nothing, heir));
    }
}

fn of_mission(mission: &Mission) -> Subject {
    Subject {
        kind: SubjectKind::Mission,
        reference: "mission".to_owned(),
        title: mission.statement.value.clone(),
        of: None,
    }
}

fn of_pillar(pillar: &Pillar) -> Subject {
    Subject {
        kind: SubjectKind::Pillar,
        reference: pillar.id.value.clone(),
        title: pillar.title.value.clone(),
        of: None,
    }
}

fn mission(from: &Mission, to: &Mission, changes: &mut Vec<Change>) {
    let subject = of_mission(to);
    texts(&subject, What::Title, Some(&from.statement), Some(&to.statement), changes);
    texts(&subject, What::Vision, from.vision.as_ref(), to.vision.as_ref(), changes);
    texts(&subject, What::Why, from.why.as_ref(), to.why.as_ref(), changes);
}

fn pillar(between: Between, from: &Pillar, to: &Pillar, changes: &mut Vec<Change>) {
    let subject = of_pillar(to);
    if !same_share(from.weight, to.weight) {
        let weights = (Held::Weight(from.weight), Held::Weight(to.weight));
        changes.push(Change::new(&subject, What::Weight).held(weights.0, weights.1));
    }
    texts(&subject, What::Title, Some(&from.title), Some(&to.title), changes);
    texts(&subject, What::Why, from.why.as_ref(), to.why.as_ref(), changes);
    let owners = (from.owner.as_slice(), to.owner.as_slice());
    people(between, &subject, owners, changes);
}

/// Tells that a text says something else.
pub(super) fn texts(
    subject: &Subject,
    what: What,
    from: Option<&Text>,
    to: Option<&Text>,
    changes: &mut Vec<Change>,
) {
    if !same_text(from, to) {
        changes.push(Change::new(subject, what).held(Held::text(from), Held::text(to)));
    }
}

/// Tells that somebody else answers for something.
pub(super) fn people<'a>(
    between: Between,
    subject: &Subject,
    (from, to): (
        impl IntoIterator<Item = &'a Spanned<PersonId>> + Clone,
        impl IntoIterator<Item = &'a Spanned<PersonId>> + Clone,
    ),
    changes: &mut Vec<Change>,
) {
    let (earlier, later) = (between.from.handbook, between.to.handbook);
    let id = |person: &Spanned<PersonId>| earlier[person.value].id.value.as_str();
    let before: Vec<&str> = from.clone().into_iter().map(id).collect();
    let after: Vec<&Spanned<PersonId>> = to.clone().into_iter().collect();
    let is_same = |(before, after): (&&str, &&Spanned<PersonId>)| {
        let id = later[after.value].id.value.as_str();
        *before == id
            || later.names.people.get(*before) == Some(&after.value)
            || earlier.names.people.get(id).is_some_and(|person| earlier[*person].id.value == *before)
    };
    if before.len() == after.len() && before.iter().zip(&after).all(is_same) {
        return;
    }
    let held = (Held::people(earlier, from), Held::people(later, to));
    changes.push(Change::new(subject, What::Owner).held(held.0, held.1));
}
