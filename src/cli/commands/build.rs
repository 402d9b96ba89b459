//! `okrbook build`: check, then write the site.

use super::{Error, Exit};
use crate::cli::bar::Bar;
use crate::cli::handbook::{Handbook, Loaded, base_url};
use crate::cli::terminal::Terminal;
use crate::compile::{Compiled, Content};
use crate::config::OUTPUT;
use crate::diagnostic::Finding;
use crate::disk::{self, Output, Written};
use crate::model::SitePath;
use crate::page::beside::{BESIDE, File};
use crate::page::{Plan, Site};
use crate::theme::Renderer;
use ahash::RandomState;
use clap::Args;
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Check the handbook, then write its site.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook build\n  okrbook build --output /srv/www --base-url https://goals.example.org/\n  \
    okrbook build --audience internal --output intranet"
)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    handbook: Handbook,
    /// The folder to write [default: public, in the handbook's folder].
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The site's public address, for canonical links and the page of missing addresses.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Show handbook pages that are drafts, too.
    #[arg(long)]
    drafts: bool,
    /// Write into a folder that holds other files; they stay.
    #[arg(long)]
    force: bool,
    /// Let warnings stop, too.
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
}

impl Arguments {
    #[expect(clippy::disallowed_methods, reason = "the summary tells how long it took")]
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let begun = Instant::now();
        let mut loaded = self.handbook.load_site(self.base_url.clone(), self.drafts)?;
        loaded.deny(self.deny.as_deref());
        if loaded.shows_findings(terminal) {
            terminal.say("nothing was written");
            return Ok(Exit::Findings);
        }
        let folder = self.output.clone().unwrap_or_else(|| loaded.root.join(OUTPUT));
        let output = Output::begin(&folder, &loaded.root, self.force)?;
        let (drawn, around) =
            rayon::join(|| write_pages(&loaded, &output, begun, terminal), || write_files(&loaded, &output));
        let Drawn { pages, broken } = drawn?;
        if !broken.is_empty() {
            terminal.show(&loaded.draw(broken, terminal));
            terminal.say("nothing was written");
            return Ok(Exit::Findings);
        }
        around?;
        let written = output.finish()?;
        terminal.say(summary(&folder, pages, written, begun));
        // The program ends here: to give a million small pieces back one by one would only take time.
        std::mem::forget(loaded);
        Ok(Exit::Clean)
    }
}

/// How many pages the site has, and what their templates ask for in vain.
struct Drawn {
    pages: usize,
    broken: Vec<Finding>,
}

/// Draws all pages, side by side, straight into the site.
fn write_pages(
    loaded: &Loaded,
    output: &Output,
    begun: Instant,
    terminal: &Terminal,
) -> Result<Drawn, Error> {
    let site = loaded.compiled.site();
    let plan = loaded.compiled.plan();
    let renderer = loaded.compiled.theme.renderer(&site, plan);
    let bar = Bar::new(plan.pages.len(), begun, terminal.is_watched());
    let beside = || write_beside(&loaded.compiled, &site, plan, output);
    let draw = || loaded.compiled.theme.with_room(|| draw_pages(plan, &renderer, &bar, output));
    let (findings, beside) = rayon::join(draw, beside);
    beside?;
    Ok(Drawn { pages: plan.pages.len(), broken: findings?.into_iter().flatten().collect() })
}

/// What is wrong with each page, where something is; the others are written.
fn draw_pages(
    plan: &Plan,
    renderer: &Renderer,
    bar: &Bar,
    output: &Output,
) -> Result<Vec<Option<Finding>>, disk::Error> {
    let drawn = plan.pages.par_iter().map_init(Vec::new, |bytes, page| {
        if let Err(finding) = renderer.draw(page, bytes) {
            return Ok(Some(finding));
        }
        bar.step();
        output.put(&page.address, bytes).map(|()| None)
    });
    drawn.collect()
}

/// The files that are made of all pages, such as the search, where the handbook has none of its own at their place.
fn write_beside(compiled: &Compiled, site: &Site, plan: &Plan, output: &Output) -> Result<(), disk::Error> {
    let own: HashSet<SitePath, RandomState> =
        compiled.files().into_iter().map(|(address, _)| address).collect();
    let is_free = |file: &&File| !own.contains(&file.address);
    BESIDE.par_iter().try_for_each(|kind| {
        let files = (kind.make)(site, plan);
        files.par_iter().filter(is_free).try_for_each(|file| output.put(&file.address, &file.bytes))
    })
}

/// The files around the pages.
fn write_files(loaded: &Loaded, output: &Output) -> Result<(), Error> {
    let edition = loaded.compiled.edition();
    for (address, content) in loaded.compiled.files() {
        match content {
            Content::Asset(asset) => output.put(&address, &asset.bytes)?,
            Content::Copied(path) => output.copy(&address, &loaded.root.join(path))?,
            Content::Export(format) => output.stream(&address, |out| (format.write)(&edition, out))?,
        }
    }
    Ok(())
}

fn summary(folder: &Path, pages: usize, written: Written, begun: Instant) -> String {
    let Written { files, changed, removed } = written;
    let removed = if removed == 0 { String::new() } else { format!(", {removed} removed") };
    let seconds = begun.elapsed().as_secs_f64();
    let folder = near(folder).display();
    format!("wrote {folder}: {pages} pages in {files} files, {changed} changed{removed}, in {seconds:.2} s")
}

/// A path as somebody here would write it.
#[expect(clippy::disallowed_methods, reason = "where somebody stands is known to the command line alone")]
fn near(folder: &Path) -> &Path {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    here.ok().and_then(|here| folder.strip_prefix(here).ok()).unwrap_or(folder)
}
