//! Where things stand: no label leaves its box or covers another, and no path leads to nowhere, whatever was measured.

use super::*;

/// The width of the plot for which places are chosen, and that of a character, in pixels.
const PLOT: f64 = 320.0;
const CHARACTER: f64 = 6.7;

/// A label with the box that it takes.
struct Label {
    class: String,
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Label {
    fn name(&self) -> String {
        let Label { class, text, left, right, top, bottom } = self;
        format!("{class} `{text}` at {left}..{right}, {top}..{bottom}")
    }

    fn covers(&self, other: &Label) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn labels(html: &str) -> Vec<Label> {
    let label = |text: &str| {
        let (tag, rest) = text.split_once('>').expect("a tag ends");
        let tag = format!(" {tag}");
        let said =
            rest.split("</text>").next().expect("a text ends").replace("&#39;", "'").replace("&quot;", "\"");
        let number =
            |name| attribute(&tag, name).map_or(0.0, |value| value.trim_end_matches('%').parse().unwrap());
        let class = attribute(&tag, "class").unwrap_or_default().to_owned();
        let (anchor, width) =
            (number("x") / 100.0 * PLOT + number("dx"), said.chars().count() as f64 * CHARACTER);
        let ends = class.contains("end") || class.starts_with("value");
        let left = if ends {
            anchor - width
        } else if class.contains("mid") {
            anchor - width / 2.0
        } else {
            anchor
        };
        let y = number("y");
        Label { class, text: said, left, right: left + width, top: y - 9.0, bottom: y + 2.0 }
    };
    html.split("<text ").skip(1).map(label).collect()
}

/// So far a label may reach over its room: the page has a margin.
const OVER: f64 = 2.0;

/// How much room stands to the left and to the right of the plot.
fn room(html: &str) -> (f64, f64) {
    let rooms = [("room-s", 40.0), ("room-m", 52.0), ("room-l", 64.0), ("room-x", 84.0)];
    let left = rooms.iter().find(|(class, _)| html.contains(class)).expect("a plot has room").1;
    (left, if html.contains(" wide\"") { 84.0 } else { 52.0 })
}

fn assert_labels_fit(html: &str) {
    let Some(height) = html.split("class=\"plot").nth(1).and_then(|plot| attribute(plot, "height")) else {
        return;
    };
    let height: f64 = height.parse().unwrap();
    let (labels, (left, right)) = (labels(html), room(html));
    for (index, label) in labels.iter().enumerate() {
        assert!(
            label.left >= -left - OVER && label.right <= PLOT + right + OVER,
            "{} leaves {left} {right}: {html}",
            label.name()
        );
        assert!(label.top >= 0.0 && label.bottom <= height, "{} leaves {height}: {html}", label.name());
        for other in &labels[..index] {
            assert!(!label.covers(other), "{} covers {}: {html}", label.name(), other.name());
        }
    }
}

/// Every number of every path is one, and none is far away.
fn assert_paths_are_short(html: &str) {
    for path in html.split(" d=\"").skip(1) {
        let path = path.split('"').next().unwrap();
        assert!(!path.contains(['e', 'E', 'N', 'i']), "{path}");
        for number in
            path.split(|mark: char| !mark.is_ascii_digit() && mark != '.').filter(|part| !part.is_empty())
        {
            let number = number.split('.').next().unwrap();
            assert!(number.len() <= 4, "{path}");
        }
    }
}

/// PDF paints no square at the end of a line without a length, so such marks would be missing on paper.
fn assert_squares_print(html: &str) {
    for class in ["dots outside", "sure-", "step-late"] {
        for path in html.split(&format!("<path class=\"{class}")).skip(1) {
            assert!(!path.split("/>").next().unwrap().contains("h0"), "{class} in {html}");
        }
    }
}

fn assert_fits(html: &str) {
    assert_whole(html);
    assert_squares_print(html);
    assert_labels_fit(html);
    assert_paths_are_short(html);
}

/// What nobody should measure, and somebody will.
const HOSTILE: [&[&str]; 9] = [
    &["5"],
    &["5", "5", "5"],
    &["-12", "-7", "-30"],
    &["1000000000000", "1500000000000.25"],
    &["0.0001", "0.00012", "-0.0001"],
    &["0", "0"],
    &["79228162514264337593543950335", "-79228162514264337593543950335"],
    &["0.1234567890123456789", "3"],
    &["1", "1000000000000", "0.0001"],
];

fn series(values: &[&'static str]) -> Vec<(Date, &'static str)> {
    let days = [day(7, 2), day(7, 20), day(8, 19)];
    days.into_iter().zip(values.iter().copied()).collect()
}

#[test]
fn labels_of_a_metric_fit_whatever_was_measured_in_whatever_unit() {
    for values in HOSTILE {
        for unit in ["%", "EUR", "IDR", "people who waited longer than they were told they would", ""] {
            for (start, target) in
                [("0", "10"), ("-3", "-1000000000000"), ("0.0001", "0.0002"), ("unknown", "7")]
            {
                let mut key_result = metric(start, target, &series(values));
                key_result.unit = Some(text(unit));
                assert_fits(&draw(&key_result));
            }
        }
    }
}

#[test]
fn labels_of_bounds_fit_whatever_was_measured() {
    for values in HOSTILE {
        for bounds in [
            Bounds::AtLeast(number("0.0001")),
            Bounds::AtMost(number("-1000000000000")),
            Bounds::Between(number("5"), number("5.0001")),
        ] {
            let check_ins =
                series(values).into_iter().map(|(date, value)| check_in(date, Some(number(value))));
            let mut key_result = key_result_of(Measure::Keep(at(bounds)), check_ins.collect());
            key_result.unit = Some(text("EUR"));
            assert_fits(&draw(&key_result));
        }
    }
}

#[test]
fn a_kpi_and_its_sparkline_fit_whatever_was_measured() {
    let many: Vec<(Date, &'static str)> = (0..400)
        .map(|index| {
            (
                day(1, 1).checked_add(jiff::Span::new().days(index)).unwrap(),
                if index % 9 == 0 { "-4" } else { "7" },
            )
        })
        .collect();
    let all = HOSTILE.iter().map(|values| series(values)).chain([many]);
    for values in all {
        let kpi = kpi::waiting_time(&values);
        let progress = KpiProgress { status: KpiStatus::Healthy, latest: Some(kpi.values.len() - 1) };
        let chart = KpiChart { m: Language::english(), kpi: &kpi, progress: &progress, as_of: day(8, 20) };
        assert_fits(&super::super::kpi(&chart).into_string());
        let bounds = kpi.healthy.map(|healthy| healthy.value);
        let spark = sparkline(Language::english(), &kpi.values, bounds, Some("days")).into_string();
        assert_whole(&spark);
        assert_paths_are_short(&spark);
    }
}

#[test]
fn a_burn_up_fits_whatever_was_reached() {
    for values in [&[0.0][..], &[0.5, 0.5], &[-3.0, 1e12], &[0.0001, 0.9999], &[f64::NAN, 0.4]] {
        let days = [day(7, 31), day(8, 20)];
        let course: Vec<Moment> =
            days.iter().zip(values).map(|(&date, &value)| cycle::moment(date, Some(value), value)).collect();
        let html = cycle::burn_up_of(&course, &quarter());
        assert_labels_fit(&html);
        assert_paths_are_short(&html);
    }
}

#[test]
fn a_spread_fits_whatever_the_scores() {
    for scores in [vec![0.0, 0.0], vec![1.0; 10_000], vec![0.5, 0.5, 0.0001], vec![-1e12, 1e12, 0.3]] {
        let mut html = Html::new();
        push_distribution(&mut html, &Distribution { m: Language::english(), scores: &scores });
        assert_fits(html.as_str());
    }
}

#[test]
fn a_long_value_at_the_end_of_a_steep_line_leaves_the_words_beside_the_plot_alone() {
    let value = |value| Some(Decimal::new(value, 7));
    let mut key_result = metric("0", "1", &[]);
    key_result.measure = Measure::Metric {
        start: at(value(-163_804)),
        target: at(Decimal::new(235_620, 7)),
        commit: Some(at(Decimal::new(35_908, 7))),
        stretch: None,
        plan: None,
    };
    key_result.check_ins =
        Arc::new(vec![check_in(day(7, 1), value(735_864)), check_in(day(9, 24), value(-89_260))]);
    assert_fits(&draw(&key_result));
}

#[test]
fn charts_that_share_an_axis_look_like_those_that_have_their_own() {
    let values = [(day(7, 8), "4.2"), (day(8, 19), "6.1")];
    let mut unsure = metric("4.0", "8", &values);
    for check_in in Arc::make_mut(&mut unsure.check_ins) {
        check_in.confidence = None;
    }
    let early = metric("4.0", "8", &[(day(6, 20), "3.9"), (day(8, 19), "6.1")]);
    let wide = metric("4000.25", "8000.25", &values);
    let one = metric("4.0", "8", &values);
    let (quarter, axes) = (quarter(), Axes::default());
    for key_result in [&one, &wide, &one, &unsure, &early, &wide, &unsure, &early] {
        let progress = progress_of(key_result);
        let chart = KeyResultChart {
            m: Language::english(),
            key_result,
            progress: &progress,
            cycle: Some(&quarter),
            as_of: day(8, 20),
            rescaled: false,
        };
        let mut shared = Html::new();
        push_key_result(&mut shared, &chart, &axes);
        assert_eq!(shared, super::super::key_result(&chart));
    }
}

proptest! {
    #[test]
    fn labels_of_any_metric_fit(
        start in -1_000_000_i64..1_000_000, way in prop_oneof![-1_000_000_i64..-1, 1_i64..1_000_000], scale in 0_u32..8,
        values in prop::collection::vec((0_i64..92, -2_000_000_i64..2_000_000), 0..12),
    ) {
        let mut key_result = metric("0", "1", &[]);
        key_result.measure = Measure::Metric {
            start: at(Some(Decimal::new(start, scale))),
            target: at(Decimal::new(start + way, scale)),
            commit: Some(at(Decimal::new(start + way / 2, scale))),
            stretch: None,
            plan: None,
        };
        let mut check_ins: Vec<CheckIn> = values.iter().map(|(days, value)| {
            check_in(day(7, 1).checked_add(jiff::Span::new().days(*days)).unwrap(), Some(Decimal::new(*value, scale)))
        }).collect();
        check_ins.sort_by_key(|check_in| check_in.date.value);
        check_ins.dedup_by_key(|check_in| check_in.date.value);
        key_result.check_ins = Arc::new(check_ins);
        assert_fits(&draw(&key_result));
    }
}
