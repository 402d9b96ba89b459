//! Compares KPIs: which there are, what is healthy, and how they fare.

use super::change::{Change, Subject, SubjectKind, What};
use super::goals::{people, texts};
use super::held::{Held, same_text};
use super::{Between, pairs, record};
use crate::model::{Kpi, KpiId};
use crate::progress::KpiStatus;

/// What changed among the KPIs.
pub(super) fn compare(between: Between, changes: &mut Vec<Change>) {
    let (from, to) = (between.from.handbook, between.to.handbook);
    let pairs = pairs::kpis(&from.kpis, &to.kpis);
    for ((id, kpi), earlier) in to.kpis().zip(&pairs.earlier) {
        match earlier {
            Some(earlier) => one(between, KpiId::new(*earlier), id, changes),
            None => changes.push(Change::new(&subject(kpi), between.arrival())),
        }
    }
    for (place, kpi) in from.kpis.iter().enumerate().filter(|(place, _)| pairs.later[*place].is_none()) {
        let heir = pairs.merged.iter().find(|(from, _)| *from == place).map(|(_, heir)| *heir);
        let heir = Held::names(heir.map(|heir| to.kpis[heir].title.value.as_str()));
        changes.push(Change::new(&subject(kpi), What::Dropped).held(Held::Nothing, heir));
    }
}

fn subject(kpi: &Kpi) -> Subject {
    let title = kpi.title.value.clone();
    Subject { kind: SubjectKind::Kpi, reference: kpi.id.value.clone(), title, of: None }
}

fn one(between: Between, earlier: KpiId, later: KpiId, changes: &mut Vec<Change>) {
    let (from, to) = (&between.from.handbook[earlier], &between.to.handbook[later]);
    let subject = subject(to);
    record::of_kpi(between, &subject, (from, to), changes);
    let bounds = |kpi: &Kpi| kpi.healthy.map(|healthy| healthy.value);
    if bounds(from) != bounds(to) {
        let held = |kpi: &Kpi| {
            let unit = kpi.unit.as_ref().map(|unit| unit.value.clone());
            bounds(kpi).map_or(Held::Nothing, |bounds| Held::Bounds(bounds, unit))
        };
        changes.push(Change::new(&subject, What::Bounds).held(held(from), held(to)));
    }
    texts(&subject, What::Unit, from.unit.as_ref(), to.unit.as_ref(), changes);
    texts(&subject, What::Title, Some(&from.title), Some(&to.title), changes);
    texts(&subject, What::Why, from.why.as_ref(), to.why.as_ref(), changes);
    people(between, &subject, (from.owner.as_slice(), to.owner.as_slice()), changes);

    let (before, after) = (between.from.progress.of_kpi(earlier), between.to.progress.of_kpi(later));
    let value = |kpi: &Kpi, latest: Option<usize>| latest.map(|latest| kpi.values[latest].value);
    let values = (value(from, before.latest), value(to, after.latest));
    let is_one_unit = same_text(from.unit.as_ref(), to.unit.as_ref());
    if values.0 != values.1 && is_one_unit {
        let unit = to.unit.as_ref();
        let held = (Held::number(values.0, unit), Held::number(values.1, unit));
        changes.push(Change::new(&subject, What::Value).held(held.0, held.1));
    }
    if before.status != after.status {
        let held = |status: KpiStatus| Held::Word(status.word());
        changes.push(Change::new(&subject, What::Status).held(held(before.status), held(after.status)));
    }
}
