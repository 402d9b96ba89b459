//! Who is called what: claims of ids, clashes between them, and old ids that still count.

use crate::diagnostic::errors::{DUPLICATE_ID, PATH_COLLISION};
use crate::diagnostic::{Finding, did_you_mean, nearest};
use crate::model::{ByName, Text};
use crate::syntax::fields::is_id;
use crate::text::Span;
use ahash::{AHashMap, RandomState};
use std::collections::{HashMap, HashSet};

/// One name space: mission, pillars and objectives share one; teams, people, cycles and KPIs have one each.
#[derive(Clone, Debug)]
pub struct Space<T> {
    ids: AHashMap<String, Claim<T>>,
    /// Ids that are not in lower case, or left out, by their lower-case forms: ids differ in more than case, and so do
    /// old ones.
    folded: HashMap<String, String, RandomState>,
    /// Names of things that were left out because they are wrong: a reference to one is not wrong as well.
    broken: HashSet<String, RandomState>,
}

#[derive(Debug, Clone, Copy)]
struct Claim<T> {
    value: T,
    is_old: bool,
    span: Span,
}

impl<T> Default for Space<T> {
    fn default() -> Self {
        Space { ids: AHashMap::default(), folded: HashMap::default(), broken: HashSet::default() }
    }
}

impl<T: Copy> Space<T> {
    /// Claims an id for a thing; a second claim is a finding and answers false, and so does what can be no id and is a
    /// finding already.
    pub fn claim(&mut self, kind: &str, id: &Text, value: T, findings: &mut Vec<Finding>) -> bool {
        if !is_id(&id.value) {
            if !id.value.is_empty() {
                self.mark_broken(&id.value);
            }
            return false;
        }
        let folded = folded(&id.value);
        if let Some((first, claim)) =
            self.claimed(folded.as_ref().unwrap_or(&id.value)).filter(|(_, claim)| !claim.is_old)
        {
            let first = Text::new(first.to_owned(), claim.span);
            findings.push(duplicate(kind, id, &first));
            if id.value != first.value {
                self.mark_broken(&id.value);
            }
            return false;
        }
        if let Some(folded) = folded {
            self.folded.insert(folded, id.value.clone());
        }
        self.ids.insert(id.value.clone(), Claim { value, is_old: false, span: id.span });
        true
    }

    /// The id with this lower-case form, and its claim.
    fn claimed<'a>(&'a self, folded: &'a str) -> Option<(&'a str, &'a Claim<T>)> {
        let id = self.folded.get(folded).map_or(folded, String::as_str);
        Some((id, self.ids.get(id)?))
    }

    /// Lets old ids lead to a thing; one that is alive, or leads elsewhere already, is a finding.
    pub fn redirect(&mut self, old_ids: &[Text], value: T, findings: &mut Vec<Finding>) {
        for old in old_ids {
            let folded = folded(&old.value);
            if let Some((id, claim)) = self.claimed(folded.as_ref().unwrap_or(&old.value)) {
                findings.push(taken(old, id, claim.is_old).label(
                    claim.span,
                    if claim.is_old { "redirected here first" } else { "it is alive here" },
                ));
                continue;
            }
            if let Some(folded) = folded {
                self.folded.insert(folded, old.value.clone());
            }
            self.ids.insert(old.value.clone(), Claim { value, is_old: true, span: old.span });
        }
    }

    /// Turns a claimed name into one of a thing that was left out.
    pub fn forget(&mut self, id: &str) {
        self.ids.remove(id);
        // It may still be what somebody meant.
        self.folded.insert(id.to_ascii_lowercase(), id.to_owned());
        self.mark_broken(id);
    }

    /// Remembers the name of a thing that was left out.
    pub fn mark_broken(&mut self, id: &str) {
        self.broken.insert(id.to_owned());
    }

    /// Whether a thing of this name was left out because it is wrong.
    pub fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id)
    }

    /// Remembers old ids of a thing that was left out, where they mean nothing else.
    pub fn mark_broken_as_well(&mut self, old_ids: &[Text]) {
        for old in old_ids {
            self.mark_broken(&old.value);
        }
    }

    /// What a name means, and whether it is an old one.
    pub fn get(&self, id: &str) -> Option<(T, bool)> {
        self.ids.get(id).map(|claim| (claim.value, claim.is_old))
    }

    /// Whether a name is known here.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id) || self.is_broken(id)
    }

    /// Whether every name means the same in another space, wherever it is written.
    pub fn means_the_same(&self, other: &Space<T>) -> bool
    where
        T: PartialEq,
    {
        let is_same = |(id, claim): (&String, &Claim<T>)| {
            other.ids.get(id).is_some_and(|it| it.value == claim.value && it.is_old == claim.is_old)
        };
        self.ids.len() == other.ids.len()
            && self.folded == other.folded
            && self.broken == other.broken
            && self.ids.iter().all(is_same)
    }

    /// The question whether another name was meant.
    pub fn suggest(&self, id: &str) -> Option<String> {
        did_you_mean(id, self.living())
    }

    /// The name that was probably meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.living())
    }

    /// The names to propose: no old ones, so that nobody is sent to one.
    fn living(&self) -> impl Iterator<Item = &str> {
        let living = self.ids.iter().filter(|(_, claim)| !claim.is_old);
        let is_old = |id: &&String| self.ids.get(*id).is_some_and(|claim| claim.is_old);
        let folded = self.folded.values().filter(move |id| !is_old(id));
        living.map(|(id, _)| id).chain(folded).map(String::as_str)
    }

    /// All names with what they mean, old ones included.
    pub fn all(&self) -> ByName<T> {
        self.ids.iter().map(|(id, claim)| (id.clone(), claim.value)).collect()
    }
}

/// The lower-case form of an id that is not in lower case.
fn folded(id: &str) -> Option<String> {
    id.bytes().any(|letter| letter.is_ascii_uppercase()).then(|| id.to_ascii_lowercase())
}

/// The finding about an old id that another one stands in the way of.
fn taken(old: &Text, other: &str, is_old: bool) -> Finding {
    let message = match (old.value == other, is_old) {
        (true, true) => format!("the old id `{other}` is redirected twice"),
        (true, false) => format!("the old id `{other}` is alive: it cannot be redirected as well"),
        (false, true) => format!("the old id `{}` differs from `{other}` only in case", old.value),
        (false, false) => {
            format!("the old id `{}` differs from `{other}`, which is alive, only in case", old.value)
        }
    };
    Finding::error(&PATH_COLLISION, old.span, message).help("remove it from `redirect_from`")
}

/// The finding about an id that is claimed a second time.
pub fn duplicate(kind: &str, id: &Text, first: &Text) -> Finding {
    let message = if id.value == first.value {
        format!("the id `{}` of this {kind} is taken", id.value)
    } else {
        format!("the id `{}` of this {kind} differs from `{}` only in case", id.value, first.value)
    };
    Finding::error(&DUPLICATE_ID, id.span, message)
        .here("claimed again")
        .label(first.span, "claimed here first")
        .help("give one of them another id")
}
