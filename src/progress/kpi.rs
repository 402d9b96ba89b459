//! How a KPI fares: by its last value, if that is young enough.

use super::health::is_overdue;
use super::{KpiProgress, KpiStatus};
use crate::model::{Date, Kpi};

/// What is derived of a KPI.
pub(super) fn derive(kpi: &Kpi, as_of: Date) -> KpiProgress {
    let latest = kpi.values.partition_point(|reading| reading.date.value <= as_of).checked_sub(1);
    let status = match (&kpi.healthy, latest.map(|index| &kpi.values[index])) {
        (None, _) => KpiStatus::NoTarget,
        (_, None) => KpiStatus::NoData,
        (_, Some(reading)) if is_overdue(reading.date.value, kpi.every, as_of) => KpiStatus::Outdated,
        (Some(bounds), Some(reading)) if bounds.value.hold(reading.value) => KpiStatus::Healthy,
        _ => KpiStatus::Unhealthy,
    };
    KpiProgress { status, latest }
}
