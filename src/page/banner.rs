//! What stands above every page of a snapshot: that it is one, of which day, made by what, and how to prove it.

use super::{Html, Past, Scene, Subject, address, kinds};
use crate::model::Goal;

/// The banner of a page of a snapshot; none on all others.
pub(super) fn banner(scene: &Scene) -> Option<Html> {
    let past = scene.past()?;
    let (m, about) = (scene.m, past.about);
    let mut html = Html::new();
    html.raw("<aside class=\"frozen\"").attribute("aria-label", m.as_published).raw("><p><strong>");
    html.text(m.as_published).raw("</strong> ");
    html.say(&m.frozen_text(&past.thawed.cycle().title, about.as_of));
    if let Some(message) = &about.message {
        html.raw(" <q>").text(message).raw("</q>");
    }
    if past.is_cut {
        html.raw(" ").text(m.frozen_cut);
    }
    html.raw("</p><p class=\"small\">");
    let links = [
        matches!(scene.page.subject, Subject::Snapshot { objective: Some(_), .. })
            .then(|| (scene.links.to(&address::snapshot(&about.id)), m.frozen_scorecard)),
        today(scene, past).map(|href| (href, m.frozen_today)),
        Some((scene.links.to(&address::section("snapshots")), m.all_snapshots)),
    ];
    for (href, title) in links.into_iter().flatten() {
        html.link(&href, title).raw(" · ");
    }
    if let Subject::Snapshot { snapshot, objective: None } = scene.page.subject {
        for link in kinds::comparison::neighbours(scene, snapshot) {
            html.html(&link).raw(" · ");
        }
    }
    html.say(&m.frozen_by(&about.generator));
    html.raw("</p><details class=\"small\"><summary>").text(m.digest).raw(" <code>");
    html.text(&about.digest[..12]).raw("</code></summary><p><code class=\"digest\">").text(&about.digest);
    html.raw("</code></p><p>")
        .text(m.frozen_proof)
        .raw(" <code>okrbook snapshot verify</code></p></details>");
    html.raw("</aside>");
    Some(html)
}

/// Where the same thing stands today, if it still does.
fn today(scene: &Scene, past: &Past) -> Option<String> {
    let handbook = scene.site.handbook;
    match scene.page.subject {
        Subject::Snapshot { objective: Some(id), .. } => {
            match handbook.names.goals.get(&past.site.handbook[id].id.value) {
                Some(&Goal::Objective(now)) => Some(scene.links.objective(now)),
                _ => None,
            }
        }
        _ => handbook.names.cycles.get(&past.about.cycle).map(|&now| scene.links.cycle(now)),
    }
}
