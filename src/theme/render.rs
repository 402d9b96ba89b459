//! Draws one page at a time, with what all pages share made only once.

use super::{Theme, errors, values};
use crate::diagnostic::Finding;
use crate::page::frame::{self, PageView, SiteView};
use crate::page::{Plan, Planned, Scene, Site};
use std::collections::{BTreeMap, HashMap};
use std::sync::{PoisonError, RwLock};
use tera::Context;

/// Draws the pages of a site; shared by threads.
pub struct Renderer<'a> {
    theme: &'a Theme,
    site: &'a Site<'a>,
    plan: &'a Plan,
    shared: tera::Value,
    messages: tera::Value,
    frames: RwLock<HashMap<(String, &'static str), Frame>>,
}

/// Header and footer: they depend only on how deep a page stands and to which section it belongs, so that there
/// are few of them.
#[derive(Clone, Debug)]
struct Frame {
    header: tera::Value,
    footer: tera::Value,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(theme: &'a Theme, site: &'a Site<'a>, plan: &'a Plan) -> Renderer<'a> {
        let assets = theme.assets.iter().map(|asset| (asset.name.clone(), asset.path())).collect();
        let shared = values::tera(&SiteView::of(site, plan, assets));
        let messages = values::tera(&site.messages.words().collect::<BTreeMap<_, _>>());
        Renderer { theme, site, plan, shared, messages, frames: RwLock::new(HashMap::new()) }
    }

    /// Draws a page into a text, which is emptied first.
    pub fn render(&self, page: &Planned, into: &mut String) -> Result<(), Finding> {
        let mut bytes = std::mem::take(into).into_bytes();
        let drawn = self.draw(page, &mut bytes);
        *into = String::from_utf8(bytes).expect("templates and views are text");
        drawn
    }

    /// The same as bytes, as files hold them.
    pub fn draw(&self, page: &Planned, into: &mut Vec<u8>) -> Result<(), Finding> {
        into.clear();
        let template = page.kind.template;
        let scene = Scene::new(self.site, self.plan, page);
        let mut shown = (page.kind.view)(&scene);
        let mut context = self.context(page);
        let frame = self.frame(page).map_err(|error| self.finding(&error, template))?;
        context.insert_value("header", frame.header);
        context.insert_value("footer", frame.footer);
        context.insert_value("page", values::tera(&PageView::of(&scene, &mut shown)));
        context.insert_value("view", values::tera(shown.view.as_ref()));
        let drawn = self.theme.tera.render_to(template, &context, into);
        drawn.map_err(|error| self.finding(&error, template))
    }

    /// What every template of a page may read.
    fn context(&self, page: &Planned) -> Context {
        let mut context = Context::new();
        context.insert_value("site", self.shared.clone());
        context.insert_value("m", self.messages.clone());
        context.insert_value("root", tera::Value::from(frame::root(self.site, page)));
        context.insert_value("section", tera::Value::from(page.kind.section));
        context
    }

    /// Header and footer for pages at this depth and in this section.
    fn frame(&self, page: &Planned) -> Result<Frame, tera::Error> {
        let key = (frame::root(self.site, page), page.kind.section);
        if let Some(frame) = self.frames.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(frame.clone());
        }
        let context = self.context(page);
        let draw = |template| {
            self.theme.tera.render(template, &context).map(|markup| tera::Value::safe_string(&markup))
        };
        let frame = Frame { header: draw("partials/header.html")?, footer: draw("partials/footer.html")? };
        self.frames.write().unwrap_or_else(PoisonError::into_inner).insert(key, frame.clone());
        Ok(frame)
    }

    fn finding(&self, error: &tera::Error, template: &str) -> Finding {
        errors::of_rendering(error, template, &self.theme.own, self.site.sources)
    }
}
