//! The bar of a progress: how far, where it should be, where it is heading.
//!
//! What all bars have in common, the theme says by their classes: where a part stands and how high it is.

use super::ink;
use crate::locale::{Arg, Messages};
use crate::page::Html;
use crate::page::html::escape;

/// What a bar shows; all as ratios, where 1 is the target.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bar {
    /// How far it is, 0 to 1; none without data.
    pub progress: Option<f64>,
    /// The same before it was clamped, where it is known: shows what is below baseline or beyond the target.
    pub attainment: Option<f64>,
    /// Where it is expected to stand today.
    pub expected: Option<f64>,
    /// Where it is heading.
    pub forecast: Option<f64>,
}

impl Bar {
    /// A progress beside what is expected; an empty outline without data.
    pub fn of(progress: Option<f64>, expected: Option<f64>, has_data: bool) -> Bar {
        Bar { progress: progress.filter(|_| has_data), expected, ..Bar::default() }
    }
}

/// Appends the bar alone. It says what the number beside it does not: what is expected and where it is heading.
pub fn push_bar(html: &mut Html, m: &Messages, bar: &Bar) {
    let out = html.buffer();
    out.push_str("<svg class=\"bar\"");
    let Some(progress) = bar.progress.filter(|progress| progress.is_finite()) else {
        out.push_str(" role=\"img\" aria-label=\"");
        escape(m.no_data, out);
        out.push_str("\"><rect class=\"empty\"/></svg>");
        return;
    };
    label(out, m, bar);
    out.push_str("<rect class=\"track\"/>");
    let progress = progress.clamp(0.0, 1.0);
    if let Some(forecast) =
        bar.forecast.map(|forecast| forecast.clamp(0.0, 1.0)).filter(|&end| end > progress)
    {
        rect(out, "hollow", progress, forecast - progress);
    }
    if progress > 0.0 {
        rect(out, "fill", 0.0, progress);
    }
    match bar.attainment {
        Some(attainment) if attainment < 0.0 => {
            out.push_str("<rect class=\"below\"/>");
        }
        Some(attainment) if attainment > 1.0 => out.push_str(
            "<svg class=\"beyond\" x=\"100%\" width=\"8\" height=\"10\"><path d=\"M1.5 0l5.5 5-5.5 5z\"/></svg>",
        ),
        _ => {}
    }
    if let Some(expected) = bar.expected.filter(|expected| expected.is_finite()) {
        out.push_str("<rect class=\"expected\" x=\"");
        ink::tenth(out, expected.clamp(0.0, 1.0) * 100.0);
        out.push_str("%\"/>");
    }
    out.push_str("</svg>");
}

fn rect(out: &mut String, class: &str, from: f64, width: f64) {
    out.push_str("<rect class=\"");
    out.push_str(class);
    if from > 0.0 {
        out.push_str("\" x=\"");
        ink::tenth(out, from * 100.0);
        out.push('%');
    }
    out.push_str("\" width=\"");
    ink::tenth(out, width * 100.0);
    out.push_str("%\"/>");
}

/// Closes the opening tag: a name that says what the picture adds, or none where it adds nothing to the number.
fn label(out: &mut String, m: &Messages, bar: &Bar) {
    let beyond = match bar.attainment {
        Some(attainment) if attainment < 0.0 => Some(m.below_baseline),
        Some(attainment) if attainment > 1.0 => Some(m.beyond_target),
        _ => None,
    };
    if beyond.is_none() && bar.expected.is_none() && bar.forecast.is_none() {
        out.push_str(" aria-hidden=\"true\">");
        return;
    }
    out.push_str(" role=\"img\" aria-label=\"");
    let mut separator = "";
    if let Some(beyond) = beyond {
        escape(beyond, out);
        separator = m.comma;
    }
    if let Some(expected) = bar.expected {
        escape(separator, out);
        m.expected(Arg::Percent(expected)).write(out, escape);
        separator = m.comma;
    }
    if let Some(forecast) = bar.forecast {
        escape(separator, out);
        m.heading_for(Arg::Percent(forecast)).write(out, escape);
    }
    out.push_str("\">");
}

/// Appends the bar with its number beside it.
pub fn push_progress(html: &mut Html, m: &Messages, bar: &Bar) {
    html.raw("<span class=\"progress\">");
    push_bar(html, m, bar);
    html.raw(" <span class=\"figure\">");
    push_progress_number(html, m, bar);
    html.raw("</span></span>");
}

/// Appends the number of a progress: `38 %`, `no data`, or raw where it is below baseline or beyond its target.
pub fn push_progress_number(html: &mut Html, m: &Messages, bar: &Bar) {
    let out = html.buffer();
    let language = m.language;
    match (bar.progress, bar.attainment) {
        (None, _) => escape(m.no_data, out),
        (Some(_), Some(attainment)) if !(0.0..=1.0).contains(&attainment) => {
            language.push_percent(out, attainment);
        }
        (Some(progress), _) => language.push_percent(out, progress),
    }
}

/// A bar with its number, see [`push_progress`].
pub fn progress(m: &Messages, bar: &Bar) -> Html {
    let mut html = Html::new();
    push_progress(&mut html, m, bar);
    html
}

/// A bar alone, see [`push_bar`].
pub fn bar(m: &Messages, bar: &Bar) -> Html {
    // As long as most are.
    let mut html = Html::with_room(192);
    push_bar(&mut html, m, bar);
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_bar_shows_progress_expectation_and_forecast() {
        let shown = bar(
            Language::english(),
            &Bar { progress: Some(0.38), attainment: Some(0.38), expected: Some(0.45), forecast: Some(0.6) },
        );
        assert_eq!(
            shown.as_str(),
            "<svg class=\"bar\" role=\"img\" aria-label=\"expected 45%, heading for 60%\"><rect class=\"track\"/>\
             <rect class=\"hollow\" x=\"38%\" width=\"22%\"/><rect class=\"fill\" width=\"38%\"/>\
             <rect class=\"expected\" x=\"45%\"/></svg>"
        );
    }

    #[test]
    fn no_data_says_so() {
        let shown = progress(Language::english(), &Bar::default());
        assert!(shown.as_str().contains("aria-label=\"no data\"") && shown.as_str().contains(">no data<"));
    }

    #[test]
    fn what_lies_outside_keeps_its_number() {
        let below = progress(
            Language::english(),
            &Bar { progress: Some(0.0), attainment: Some(-0.125), ..Bar::default() },
        );
        assert!(below.as_str().contains("class=\"below\"") && below.as_str().contains("−12%"));
        let beyond = progress(
            Language::english(),
            &Bar { progress: Some(1.0), attainment: Some(1.3), ..Bar::default() },
        );
        assert!(beyond.as_str().contains("class=\"beyond\"") && beyond.as_str().contains("130%"));
    }
}
