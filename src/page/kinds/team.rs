//! A team: who is in it, what it is for, its goals now and earlier, and what it and others need of each other.

use super::pillar::{Group, groups};
use super::{Kind, titled};
use crate::model::{ObjectiveId, PersonId, State, TeamId};
use crate::page::parts::{Link, push_fact};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, words};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "team", template: "team.html", section: "teams", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, team) in site.handbook.teams() {
        let title = titled(site, &[&team.name.value, site.messages.team]);
        plan.add(&KIND, address::team(site.handbook, id), Subject::Team(id), title, Some(team.id.span));
    }
}

/// What the template of a team reads.
#[derive(Debug, Serialize)]
struct Team {
    /// Lead, ambassador, members.
    facts: Html,
    /// What it is there for.
    purpose: Option<Html>,
    /// Its objectives of running and coming cycles.
    now: Vec<Group>,
    /// Rows of its drafts and backlog.
    drafts: Html,
    /// Rows of objectives of others that it contributes to.
    contributes: Html,
    /// What its objectives need from others, as table rows.
    dependencies: Html,
    /// Rows of objectives of others that need something of it.
    needed: Html,
    /// Rows of the KPIs it watches.
    kpis: Html,
    /// Its objectives of earlier cycles.
    earlier: Vec<Group>,
    /// The narrative.
    body: Option<Html>,
    /// Further reading.
    links: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Team(id) = scene.page.subject else { unreachable!("team pages are about teams") };
    let site = scene.site;
    let team = &site.handbook[id];
    let own = &site.index.of_team[id.index()];
    let (drafts, decided): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
        own.iter().copied().partition(|&id| site.progress.of(id).state == State::Draft);
    let is_over = |id: &ObjectiveId| {
        site.handbook[*id].cycle.is_none_or(|cycle| site.handbook[cycle.value].end < site.as_of())
    };
    let (earlier, now): (Vec<ObjectiveId>, Vec<ObjectiveId>) = decided.into_iter().partition(is_over);
    let others = |list: &[ObjectiveId]| -> Vec<ObjectiveId> {
        list.iter()
            .copied()
            .filter(|&other| site.handbook[other].team.is_none_or(|owner| owner.value != id))
            .collect()
    };
    let view = Team {
        facts: facts(scene, id),
        purpose: scene.maybe_inline(team.purpose.as_ref()),
        now: groups(scene, &now, true),
        drafts: scene.goals(&drafts, Said { team: true, cycle: false }),
        contributes: scene.goals(&others(&site.index.contributed_by[id.index()]), Said::default()),
        dependencies: dependencies(scene, own),
        needed: scene.goals(&others(&site.index.needs_team[id.index()]), Said::default()),
        kpis: scene.kpi_rows(&site.index.kpis_of_team[id.index()]),
        earlier: groups(scene, &earlier, true),
        body: scene.body(team.about.body.as_ref(), &team.name.value),
        links: scene.web_links(&team.about.links),
    };
    let section = Link { href: scene.links.to(&address::section("teams")), title: scene.m.teams.to_owned() };
    let mut steps = vec![scene.home_step(), section];
    let parents: Vec<TeamId> =
        std::iter::successors(team.parent, |parent| site.handbook[parent.value].parent)
            .map(|id| id.value)
            .collect();
    steps.extend(parents.into_iter().rev().map(|parent| Link {
        href: scene.links.team(parent),
        title: site.handbook[parent].name.value.clone(),
    }));
    let description = match &team.purpose {
        Some(purpose) => format!("{}: {}", team.name.value, purpose.value),
        None => format!("{}, {}", team.name.value, site.settings.title),
    };
    Shown { heading: team.name.value.clone(), description, sight: scene.sight(&steps), view: Box::new(view) }
}

fn facts(scene: &Scene, id: TeamId) -> Html {
    let team = &scene.site.handbook[id];
    let mut facts = Html::new();
    if let Some(lead) = team.lead {
        push_fact(&mut facts, scene.m.lead, &scene.person(lead.value));
    }
    if let Some(ambassador) = team.ambassador {
        push_fact(&mut facts, scene.m.ambassador, &scene.person(ambassador.value));
    }
    let members: Vec<PersonId> = team.members.iter().map(|member| member.value).collect();
    if !members.is_empty() {
        push_fact(&mut facts, scene.m.members, &scene.listed(&members, Scene::person));
    }
    let inside = &scene.site.index.inside_team[id.index()];
    if !inside.is_empty() {
        push_fact(&mut facts, scene.m.inside_team, &scene.listed(inside, Scene::team));
    }
    facts
}

/// What the team's objectives in force need from others: objective, party, state, date.
fn dependencies(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    let site = scene.site;
    for &id in
        objectives.iter().filter(|&&id| matches!(site.progress.of(id).state, State::Active | State::Draft))
    {
        for dependency in &site.handbook[id].depends_on {
            html.raw("<tr><th scope=\"row\">")
                .html(&scene.goal(crate::model::Goal::Objective(id)))
                .raw("</th><td>");
            html.html(&super::objective::party(scene, dependency)).raw("</td><td>");
            html.text(words::dependency(scene.m, dependency.state)).raw("</td><td>");
            if let Some(date) = dependency.needed_by {
                html.html(&crate::page::parts::time(scene.language, date));
            }
            html.raw("</td></tr>");
        }
    }
    html
}
