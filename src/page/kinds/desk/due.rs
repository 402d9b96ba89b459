//! What is due, by team, and a text with which to ask for it.

use super::Asked;
use crate::model::{Goal, PersonId, SitePath};
use crate::page::parts::linked;
use crate::page::{Html, Scene, address};
use crate::progress::{self, Due, Matter};

/// As many due things have a place on the page, and as many of one team.
const MOST: usize = 400;
const MOST_OF_TEAM: usize = 40;

/// One due thing in words.
struct Item {
    title: String,
    /// Where it stands.
    page: SitePath,
    /// The key result on that page.
    fragment: Option<String>,
    told: String,
    owner: Option<PersonId>,
}

/// What is due by team, and how much of it is left out.
pub(super) fn asked(scene: &Scene) -> (Vec<Asked>, usize) {
    let all = progress::due(scene.site.handbook, scene.site.progress, scene.site.settings);
    let mut room = MOST;
    let mut asked = Vec::new();
    let mut shown = 0;
    for group in all.chunk_by(|one, other| one.team == other.team) {
        let group = &group[..group.len().min(MOST_OF_TEAM).min(room)];
        room -= group.len();
        shown += group.len();
        if !group.is_empty() {
            asked.push(of_team(scene, group));
        }
    }
    (asked, all.len() - shown)
}

fn of_team(scene: &Scene, group: &[Due]) -> Asked {
    let (m, handbook) = (scene.m, scene.site.handbook);
    let team = group.first().and_then(|due| due.team);
    let name = team.map_or(m.without_team, |team| &handbook[team].name.value);
    let mut items = Html::new();
    let mut nudge = team.map_or_else(|| m.nudge_opens_all.to_owned(), |_| m.nudge_opens(name).to_string());
    for due in group {
        let item = Item::of(scene, due);
        let owner = item.owner.or_else(|| {
            let team = &handbook[team?];
            team.lead.or(team.ambassador).map(|person| person.value)
        });
        items.raw("<li><span class=\"goal-name\">").link(&item.link(scene), &item.title).raw("<small>");
        items.text(&item.told);
        if let Some(owner) = owner {
            items.raw(" · ").html(&scene.person(owner));
        }
        items.raw("</small></span>");
        items.raw(if due.is_overdue {
            "<span class=\"state state-late\">"
        } else {
            "<span class=\"state state-due\">"
        });
        items.text(if due.is_overdue { m.overdue } else { m.due_now }).raw("</span></li>");
        nudge.push_str("\n- ");
        for part in [&item.title, ": ", &item.told] {
            nudge.push_str(part);
        }
        if let Some(owner) = owner {
            nudge.push_str(" (");
            nudge.push_str(&handbook[owner].name.value);
            nudge.push(')');
        }
        if let Some(base) = scene.site.base_url {
            nudge.push_str("\n  ");
            nudge.push_str(base);
            nudge.push_str(&item.page.public_path());
            nudge.extend(item.fragment.iter().flat_map(|fragment| ["#", fragment]));
        }
    }
    let heading = team.map_or_else(|| Html::of(name), |team| linked(&scene.links.team(team), name));
    Asked { team: heading, name: name.to_owned(), items, nudge }
}

impl Item {
    fn of(scene: &Scene, due: &Due) -> Item {
        let (m, handbook) = (scene.m, scene.site.handbook);
        let by = due.by.unwrap_or(scene.site.as_of());
        match due.matter {
            Matter::CheckIn(id) => Item {
                title: handbook.key_result(id).title.value.clone(),
                page: address::objective(handbook, id.objective),
                fragment: Some(handbook.key_result(id).id.value.clone()),
                told: m.due_check_in(by).to_string(),
                owner: handbook
                    .key_result(id)
                    .owner
                    .or(handbook[id.objective].owner)
                    .map(|owner| owner.value),
            },
            Matter::Value(id) => Item {
                title: handbook[id].title.value.clone(),
                page: address::kpi(handbook, id),
                fragment: None,
                told: m.due_value(by).to_string(),
                owner: handbook[id].owner.map(|owner| owner.value),
            },
            Matter::Review(id) => Item {
                title: handbook[id].title.value.clone(),
                page: address::objective(handbook, id),
                fragment: None,
                told: m.due_review(by).to_string(),
                owner: handbook[id].owner.map(|owner| owner.value),
            },
            Matter::Goals(team, cycle) => Item {
                title: handbook[cycle].title.clone(),
                page: address::cycle(handbook, cycle),
                fragment: None,
                told: m.due_goals(by).to_string(),
                owner: handbook[team].lead.or(handbook[team].ambassador).map(|person| person.value),
            },
            Matter::Confirmation(goal, index) => Item::of_confirmation(scene, goal, index),
        }
    }

    /// The upper goal has changed: the lower one should be looked at again.
    fn of_confirmation(scene: &Scene, goal: Goal, index: usize) -> Item {
        let handbook = scene.site.handbook;
        let (page, fragment, alignments, owner) = match goal {
            Goal::Objective(id) => {
                (address::objective(handbook, id), None, &handbook[id].aligns_to[..], handbook[id].owner)
            }
            Goal::KeyResult(id) => {
                let key_result = handbook.key_result(id);
                let owner = key_result.owner.or(handbook[id.objective].owner);
                let fragment = Some(key_result.id.value.clone());
                (address::objective(handbook, id.objective), fragment, &key_result.aligns_to[..], owner)
            }
            Goal::Mission | Goal::Pillar(_) => (address::section("strategy"), None, &[][..], None),
        };
        let above = alignments.get(index).map_or("", |alignment| handbook.title(alignment.to));
        Item {
            title: handbook.title(goal).to_owned(),
            page,
            fragment,
            told: scene.m.due_confirmation(above).to_string(),
            owner: owner.map(|owner| owner.value),
        }
    }

    /// The link to it from the desk.
    fn link(&self, scene: &Scene) -> String {
        let page = scene.links.to(&self.page);
        self.fragment.as_ref().map_or(page.clone(), |fragment| format!("{page}#{fragment}"))
    }
}
