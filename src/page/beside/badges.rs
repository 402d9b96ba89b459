//! Badges: a small picture of each objective that says how it fares, to stand in other places such as a README.
//!
//! Each is whole in itself: no style sheet, no font, no script. There are as many as objectives, so they are written
//! straight, without a template.

use super::{Beside, File};
use crate::locale::Language;
use crate::model::{Goal, Handbook, ObjectiveId, SitePath};
use crate::page::chart::ink;
use crate::page::html::escape;
use crate::page::words::{self, Standing};
use crate::page::{Plan, Site, address, chart, format, frame};
use crate::progress::Health;
use rayon::prelude::*;

pub(super) static BESIDE: Beside = Beside { folder: Some("badges"), owns, make };

fn owns(path: &str) -> bool {
    let id = path.strip_prefix("badges/").and_then(|name| name.strip_suffix(".svg"));
    id.is_some_and(|id| !id.contains('/'))
}

/// A title is cut at so many letters.
const LONGEST: usize = 40;
/// Room around a text.
const PAD: u32 = 8;
/// Room for the shape of a health, with the gap after it.
const SHAPE: u32 = 14;
/// Behind the title, and behind what is no health. White stands on these and on all below with more than 4.5 : 1.
const DARK: &str = "#33312d";
const GREY: &str = "#5f5b54";

fn make(site: &Site, _plan: &Plan) -> Vec<File> {
    let objectives: Vec<ObjectiveId> = site.handbook.objectives().map(|(id, _)| id).collect();
    objectives.par_iter().flat_map_iter(|&id| files(site, id)).collect()
}

/// The badge of an objective, also where it once stood.
fn files(site: &Site, id: ObjectiveId) -> impl Iterator<Item = File> {
    let bytes = draw(site, id).into_bytes();
    addresses(site.handbook, id).into_iter().map(move |address| File { address, bytes: bytes.clone() })
}

fn addresses(handbook: &Handbook, id: ObjectiveId) -> Vec<SitePath> {
    let objective = &handbook[id];
    let is_own = |old: &&str| handbook.names.goals.get(*old) == Some(&Goal::Objective(id));
    let old = objective.about.redirect_from.iter().map(|old| old.value.as_str()).filter(is_own);
    let old = old.filter_map(|old| SitePath::new(["badges", &format!("{old}.svg")]));
    std::iter::once(address::badge(handbook, id)).chain(old).collect()
}

/// The picture: the title, then how it fares; from the right where reading begins there.
fn draw(site: &Site, id: ObjectiveId) -> String {
    let language = site.messages.language;
    let progress = site.progress.of(id);
    let (word, shape, colour) = match words::standing(&site.messages, progress) {
        Standing::Health(health, word) => (word, Some(health), colour(health)),
        Standing::State(_, word) => (word, None, GREY),
    };
    let whole = &site.handbook[id].title.value;
    let (says, title) = (says(language, progress.known(), word), cut(whole));
    let (title_width, says_width) = (width(&title), width(&says));
    let (left, right) = (title_width + 2 * PAD, says_width + 2 * PAD + shape.map_or(0, |_| SHAPE));
    let (left_at, right_at) = if language.is_rtl { (right, 0) } else { (0, left) };
    let mut svg = String::with_capacity(1024 + whole.len());
    let out = &mut svg;
    open(out, left + right);
    escape(whole, out);
    out.push_str(": ");
    escape(&says, out);
    grounds(out, left + right, (right_at, right), colour);
    text(out, left_at, left, &title, title_width);
    let (says_at, says_room) = match shape {
        None => (right_at, right),
        Some(_) if language.is_rtl => (right_at, right - SHAPE),
        Some(_) => (right_at + SHAPE, right - SHAPE),
    };
    text(out, says_at, says_room, &says, says_width);
    out.push_str("</g>");
    if let Some(health) = shape {
        let x = if language.is_rtl { right_at + right - PAD - 10 } else { right_at + PAD };
        mark(out, health, x);
    }
    out.push_str("</svg>\n");
    svg
}

/// Begins the picture, up to its name.
fn open(out: &mut String, width: u32) {
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"");
    number(out, width);
    out.push_str("\" height=\"20\" viewBox=\"0 0 ");
    number(out, width);
    out.push_str(" 20\"><title>");
}

/// What the texts stand on: the whole, and over it the part that says how it fares.
fn grounds(out: &mut String, width: u32, (at, part): (u32, u32), colour: &str) {
    out.push_str("</title><rect width=\"");
    number(out, width);
    out.push_str("\" height=\"20\" rx=\"4\" fill=\"");
    out.push_str(DARK);
    out.push_str("\"/><rect x=\"");
    number(out, at);
    out.push_str("\" width=\"");
    number(out, part);
    out.push_str("\" height=\"20\" rx=\"4\" fill=\"");
    out.push_str(colour);
    out.push_str("\"/><g fill=\"#fff\" font-family=\"system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif\" ");
    out.push_str("font-size=\"11\" text-anchor=\"middle\">");
}

fn number(out: &mut String, number: u32) {
    ink::int(out, i64::from(number));
}

/// `61% · on track`; the word alone where nothing is known.
fn says(language: &Language, progress: Option<f64>, word: &str) -> String {
    match progress {
        Some(progress) => format!("{} · {word}", format::percent(language, progress)),
        None => word.to_owned(),
    }
}

/// A title that is too long ends at a word.
fn cut(title: &str) -> String {
    match frame::cut_at_word(title, LONGEST) {
        None => title.to_owned(),
        Some(whole) => format!("{} …", whole.trim_end_matches([',', ';', ':', '.', '–', '-'])),
    }
}

/// A text in the middle of its room. It is drawn as wide as was reckoned, whatever the font.
fn text(out: &mut String, x: u32, room: u32, text: &str, width: u32) {
    out.push_str("<text x=\"");
    number(out, x + room / 2);
    out.push_str(if room.is_multiple_of(2) { "" } else { ".5" });
    out.push_str("\" y=\"14\" textLength=\"");
    number(out, width);
    out.push_str("\" lengthAdjust=\"spacingAndGlyphs\">");
    escape(text, out);
    out.push_str("</text>");
}

/// The shape of a health, white.
fn mark(out: &mut String, health: Health, x: u32) {
    out.push_str("<g transform=\"translate(");
    number(out, x);
    out.push_str(" 5)\" ");
    out.push_str(match health {
        Health::OnTrack | Health::AtRisk | Health::OffTrack => "fill=\"#fff\">",
        Health::Outdated => "fill=\"none\" stroke=\"#fff\" stroke-width=\"1.5\" stroke-dasharray=\"2 1.6\">",
        Health::Pending | Health::Closed => "fill=\"none\" stroke=\"#fff\" stroke-width=\"1.5\">",
    });
    out.push_str(chart::shape(health));
    out.push_str("</g>");
}

fn colour(health: Health) -> &'static str {
    match health {
        Health::OnTrack => "#17693f",
        Health::AtRisk => "#8a5a00",
        Health::OffTrack => "#b3261e",
        Health::Outdated | Health::Pending | Health::Closed => "#6b6660",
    }
}

/// How wide a text stands, in pixels, by what letters of its kind take in common fonts.
fn width(text: &str) -> u32 {
    let wide = |letter: char| ASCII.get(letter as usize).copied().unwrap_or_else(|| tenths(letter));
    text.chars().map(wide).sum::<u32>().div_ceil(10)
}

/// The widths of the letters that most titles are made of.
static ASCII: [u32; 128] = {
    let mut widths = [0; 128];
    let mut letter = 0;
    while letter < widths.len() {
        widths[letter] = tenths(letter as u8 as char);
        letter += 1;
    }
    widths
};

/// How wide a letter stands, in tenths of a pixel.
const fn tenths(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' => 29,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' => 38,
        'm' | 'w' | 'M' | 'W' | '%' | '…' | '—' => 94,
        // Marks that stand above or below a letter.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 110,
        '\u{1f000}'.. => 130,
        letter if letter.is_uppercase() => 74,
        _ => 62,
    }
}
