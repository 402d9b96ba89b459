//! Which setting decides the level of a lint, and how that is said.
//!
//! A team's level beats the global one, and within each a lint's own beats `default`. So the first of these
//! counts: the team's own level of the lint, the team's `default`, the lint's global level, the global `default`,
//! the level that the rule was written with.

use crate::config::{LintLevel, LintRule, LintSettings};

/// A level and the setting that decided it, in a sentence.
pub(super) struct Decision {
    pub(super) level: LintLevel,
    pub(super) because: String,
}

/// Decides the level of a lint for a team, or for a finding that concerns no team.
pub(super) fn decide(
    settings: &LintSettings,
    name: &str,
    built_in: LintLevel,
    team: Option<&str>,
) -> Decision {
    let of_team = team.and_then(|team| Some((team, settings.teams.get(team)?)));
    if let Some((team, rules)) = of_team {
        let level = |name: &str| rules.get(name).and_then(|rule: &LintRule| rule.level);
        if let Some(level) = level(name) {
            return Decision {
                level,
                because: format!("`{name}` is set to `{}` for team `{team}` in okrbook.yaml", level.word()),
            };
        }
        if let Some(level) = level("default") {
            let because = format!("every lint of team `{team}` is set to `{}` in okrbook.yaml", level.word());
            return Decision { level, because };
        }
    }
    if let Some(level) = settings.rules.get(name).and_then(|rule| rule.level) {
        return Decision { level, because: format!("`{name}` is set to `{}` in okrbook.yaml", level.word()) };
    }
    if let Some(level) = settings.default {
        return Decision {
            level,
            because: format!("every lint is set to `{}` in okrbook.yaml", level.word()),
        };
    }
    Decision { level: built_in, because: format!("`{name}` is `{}` by default", built_in.word()) }
}

/// Whether a lint is allowed globally and for every team, so that nobody would hear what it finds.
pub(super) fn is_allowed_everywhere(settings: &LintSettings, name: &str, built_in: LintLevel) -> bool {
    let teams = settings.teams.keys().map(|team| Some(team.as_str()));
    std::iter::once(None)
        .chain(teams)
        .all(|team| decide(settings, name, built_in, team).level == LintLevel::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(
        default: Option<LintLevel>,
        global: &[(&str, LintLevel)],
        growth: &[(&str, LintLevel)],
    ) -> LintSettings {
        let rules = |levels: &[(&str, LintLevel)]| {
            let rule = |level| LintRule { level: Some(level), limit: None };
            levels.iter().map(|&(name, level)| (name.to_owned(), rule(level))).collect()
        };
        LintSettings {
            default,
            rules: rules(global),
            teams: [("growth".to_owned(), rules(growth))].into(),
            team_ids: Vec::new(),
        }
    }

    #[test]
    fn the_nearest_setting_decides() {
        use LintLevel::{Allow, Deny, Warn};
        let level = |settings: &LintSettings, team| decide(settings, "missing-why", Warn, team).level;

        let silent = settings(None, &[], &[]);
        assert_eq!(level(&silent, None), Warn);
        let all = settings(Some(Deny), &[], &[]);
        assert_eq!(level(&all, Some("growth")), Deny);
        let own = settings(Some(Deny), &[("missing-why", Allow)], &[]);
        assert_eq!(level(&own, Some("growth")), Allow);
        let team_default = settings(Some(Deny), &[("missing-why", Deny)], &[("default", Allow)]);
        assert_eq!((level(&team_default, Some("growth")), level(&team_default, None)), (Allow, Deny));
        let team_own = settings(None, &[("missing-why", Deny)], &[("default", Deny), ("missing-why", Allow)]);
        assert_eq!((level(&team_own, Some("growth")), level(&team_own, Some("care"))), (Allow, Deny));
    }

    #[test]
    fn a_reader_is_told_who_decided() {
        let because =
            |settings: &LintSettings, team| decide(settings, "missing-why", LintLevel::Warn, team).because;
        assert_eq!(because(&settings(None, &[], &[]), None), "`missing-why` is `warn` by default");
        let team = settings(None, &[], &[("missing-why", LintLevel::Deny)]);
        assert_eq!(
            because(&team, Some("growth")),
            "`missing-why` is set to `deny` for team `growth` in okrbook.yaml"
        );
    }

    #[test]
    fn a_lint_that_one_team_wants_is_not_allowed_everywhere() {
        let for_one = settings(Some(LintLevel::Allow), &[], &[("missing-why", LintLevel::Warn)]);
        assert!(!is_allowed_everywhere(&for_one, "missing-why", LintLevel::Warn));
        assert!(is_allowed_everywhere(&for_one, "duplicate-title", LintLevel::Warn));
    }
}
