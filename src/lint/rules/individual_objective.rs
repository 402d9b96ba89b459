//! An objective of one person instead of a team.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Handbook, Team, TeamId};

pub(super) static RULE: Rule = Rule {
    name: "individual-objective",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("individual_objective.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let id = &objective.id.value;
        let (message, place, label) = match (objective.team, objective.owner) {
            (Some(team), _) if is_team_of_one(context.handbook, team.value) => {
                let team_id = &context.handbook[team.value].id.value;
                (
                    format!("objective `{id}` belongs to team `{team_id}` of one person"),
                    team.span,
                    "one person",
                )
            }
            (None, Some(owner)) if !objective.lost.team => {
                (format!("objective `{id}` has an owner and no team"), owner.span, "its owner")
            }
            _ => continue,
        };
        let finding = findings
            .at(objective.id.span, message)
            .label(place, label)
            .help("give it to the team that wants to get there; its owner stays the one who leads")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

/// Whether a team names one person as members and lead together, and has no teams below it.
fn is_team_of_one(handbook: &Handbook, id: TeamId) -> bool {
    let team = &handbook[id];
    let [only] = team.members.as_slice() else { return false };
    let has_other_lead = team.lead.is_some_and(|lead| lead.value != only.value);
    let is_above = |other: &Team| other.parent.is_some_and(|parent| parent.value == id);
    !has_other_lead && !handbook.teams.iter().any(is_above)
}
