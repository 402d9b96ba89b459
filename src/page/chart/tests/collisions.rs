//! No label lies on another label or on the line that was measured, at any width at which a chart is read.

use super::*;

/// What a chart has of the narrowest screen, margins of the page taken away, in pixels.
const SCREEN: f64 = 288.0;

/// The box of a label, or of anything else that should be clear.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line leads through it: the line is cut with each side in turn.
    fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        let (mut begins, mut ends) = (0.0_f64, 1.0_f64);
        for (at, way, low, high) in
            [(from.0, to.0 - from.0, self.left, self.right), (from.1, to.1 - from.1, self.top, self.bottom)]
        {
            if way.abs() < 1e-9 {
                if at <= low || at >= high {
                    return false;
                }
            } else {
                let (one, other) = ((low - at) / way, (high - at) / way);
                begins = begins.max(one.min(other));
                ends = ends.min(one.max(other));
            }
        }
        begins < ends
    }
}

/// How wide a character is in the widest font that systems bring, as a share of its size: DejaVu Sans, and its bold.
fn advance(letter: char, bold: bool) -> f64 {
    let (regular, heavy) = match letter {
        '0'..='9' | '€' => (0.636, 0.696),
        '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' => (0.32, 0.38),
        '%' => (0.950, 1.002),
        '−' => (0.838, 0.838),
        'f' | 'i' | 'j' | 'l' | 'r' | 't' => (0.392, 0.478),
        'm' | 'M' | 'W' | 'w' => (0.974, 1.042),
        'A'..='Z' => (0.68, 0.77),
        _ => (0.61, 0.69),
    };
    if bold { heavy } else { regular }
}

struct Drawn<'a> {
    html: &'a str,
    left: f64,
    right: f64,
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

impl<'a> Drawn<'a> {
    fn of(html: &'a str) -> Option<Drawn<'a>> {
        let plot = html.split("class=\"plot ").nth(1)?;
        let left = match plot.split('"').next()? {
            "room-s" => 40.0,
            "room-m" => 52.0,
            "room-l" => 64.0,
            _ => 84.0,
        };
        Some(Drawn { html, left, right: if html.contains(" wide\"") { 84.0 } else { 52.0 } })
    }

    fn narrowest(&self) -> f64 {
        SCREEN - self.left - self.right
    }

    /// The labels at a width of the plot, each with its class.
    fn labels(&self, plot: f64) -> Vec<(&'a str, Area)> {
        let texts = self.html.split("<text ").skip(1);
        texts.map(|text| self.label(text, plot)).collect()
    }

    fn label(&self, text: &'a str, plot: f64) -> (&'a str, Area) {
        let (tag, rest) = text.split_once('>').unwrap();
        let said = rest.split("</text>").next().unwrap();
        let tag = format!(" {tag}");
        let number =
            |name| attribute(&tag, name).map_or(0.0, |value| value.trim_end_matches('%').parse().unwrap());
        let class = text.split("class=\"").nth(1).unwrap().split('"').next().unwrap();
        let is = |word| class.split(' ').any(|one| one == word);
        let size = if is("last") {
            14.0
        } else if is("now") {
            11.0
        } else {
            12.0
        };
        let width = said.chars().map(|letter| advance(letter, is("last")) * size).sum::<f64>();
        let at = number("x") / 100.0 * plot + number("dx");
        let left = if is("value") || is("end") {
            at - width
        } else if is("mid") {
            at - width / 2.0
        } else {
            at
        };
        let y = number("y");
        (class, Area { left, right: left + width, top: y - 0.74 * size, bottom: y + 0.08 * size })
    }

    /// The corners of the measured line: thousandths and pixels.
    fn line(&self) -> Vec<(f64, f64)> {
        let Some(path) = self.html.split("<path class=\"actual\" d=\"").nth(1) else { return Vec::new() };
        let mut corners = Vec::new();
        let (mut at, mut way, mut half) = ((0.0, 0.0), 'M', None);
        for (command, number) in steps(path.split('"').next().unwrap()) {
            way = command.unwrap_or(way);
            match (way, half.take()) {
                ('H', _) => at.0 = number,
                ('V', _) => at.1 = number,
                (_, None) => {
                    half = Some(number);
                    continue;
                }
                ('M', Some(x)) => at = (x, number),
                (_, Some(x)) => at = (at.0 + x, at.1 + number),
            }
            corners.push(at);
        }
        corners
    }
}

/// The numbers of a path, each with the command before it, if there is one.
fn steps(path: &str) -> Vec<(Option<char>, f64)> {
    let mut found = Vec::new();
    let (mut command, mut number) = (None, String::new());
    for letter in path.chars().chain([' ']) {
        let goes_on = letter.is_ascii_digit() || letter == '.';
        if !goes_on && !number.is_empty() {
            found.push((command.take(), number.parse().unwrap()));
            number.clear();
        }
        if goes_on || letter == '-' {
            number.push(letter);
        } else if letter.is_alphabetic() {
            command = Some(letter);
        }
    }
    found
}

/// Every label is clear of every other one and of the measured line, from the narrowest screen to paper.
fn assert_clear(html: &str) {
    let Some(drawn) = Drawn::of(html) else { return };
    let line = drawn.line();
    for plot in [drawn.narrowest(), 207.0, 251.0, 320.0, 520.0, 700.0] {
        let labels = drawn.labels(plot);
        for (index, (class, area)) in labels.iter().enumerate() {
            for (other, its) in &labels[..index] {
                assert!(!area.meets(its), "at {plot}: {class} {area:?} meets {other} {its:?} in {html}");
            }
            let place = |corner: &(f64, f64)| (corner.0 / 1000.0 * plot, corner.1);
            for pair in line.windows(2) {
                let (from, to) = (place(&pair[0]), place(&pair[1]));
                assert!(
                    !area.is_crossed(from, to),
                    "at {plot}: {class} {area:?} on {from:?} {to:?} in {html}"
                );
            }
            assert!(
                area.left > -drawn.left - 16.0 && area.right < plot + drawn.right + 16.0,
                "at {plot}: {class} {area:?} leaves the page in {html}"
            );
        }
    }
}

fn kpi_of(values: &[f64], every: i64, silent: i64, bounds: Option<Bounds>, unit: &str) -> String {
    let first = Date::new(2024, 9, 30).unwrap();
    let after = |days: i64| first.checked_add(jiff::Span::new().days(days)).unwrap();
    let mut kpi = kpi::waiting_time(&[]);
    let reading = |(index, value): (i64, &f64)| Reading {
        date: at(after(index * every)),
        value: Decimal::from_f64_retain(*value).unwrap().round_dp(4),
        note: None,
        internal: false,
    };
    kpi.values = Arc::new((0_i64..).zip(values).map(reading).collect());
    kpi.unit = Some(text(unit));
    kpi.healthy = bounds.map(at);
    let progress = KpiProgress { status: KpiStatus::Healthy, latest: Some(values.len() - 1) };
    let as_of = kpi.values.last().unwrap().date.value.checked_add(jiff::Span::new().days(silent)).unwrap();
    super::super::kpi(&KpiChart { m: Language::english(), kpi: &kpi, progress: &progress, as_of })
        .into_string()
}

/// Missed appointments in percent, month by month: a long fall, then a little rise just before today.
const FALLING: [f64; 23] = [
    13.1, 13.4, 14.2, 15.6, 14.9, 14.4, 13.7, 13.0, 12.6, 12.2, 13.3, 13.9, 13.2, 13.0, 13.6, 13.8, 13.5,
    12.2, 11.1, 10.8, 10.4, 10.1, 10.6,
];

#[test]
fn the_last_value_of_a_kpi_that_fell_and_rose_a_little_stands_beside_its_line() {
    assert_clear(&kpi_of(&FALLING, 30, 20, Some(Bounds::AtMost(number("10"))), "%"));
}

#[test]
fn noise_that_fills_the_plot_leaves_the_last_value_readable() {
    for count in [30, 400] {
        let noise: Vec<f64> = (0..count).map(|index| f64::from((index * 7919) % 101)).collect();
        for unit in ["%", "EUR", ""] {
            assert_clear(&kpi_of(&noise, 1, 3, Some(Bounds::Between(number("20"), number("60"))), unit));
            assert_clear(&kpi_of(&noise, 1, 300, None, unit));
        }
    }
}

#[test]
fn a_last_value_at_its_target_or_its_start_and_one_beside_today_stand_clear() {
    for values in [
        &[(day(7, 8), "5"), (day(8, 19), "8")][..],
        &[(day(7, 8), "7.5"), (day(8, 20), "4.0")],
        &[(day(7, 1), "4.0")],
        &[(day(9, 29), "4.0"), (day(9, 30), "8")],
        &[(day(7, 1), "8"), (day(7, 2), "4.0"), (day(7, 3), "8"), (day(7, 4), "6")],
    ] {
        assert_clear(&draw(&metric("4.0", "8", values)));
        assert_clear(&draw(&metric("8", "4.0", values)));
    }
}

#[test]
fn words_at_the_right_edge_leave_the_last_value_its_place() {
    let mut key_result = metric("0", "100", &[(day(7, 8), "20"), (day(9, 28), "97")]);
    if let Measure::Metric { commit, stretch, .. } = &mut key_result.measure {
        (*commit, *stretch) = (Some(at(number("96"))), Some(at(number("104"))));
    }
    assert_clear(&drawn(&key_result, &progress_of(&key_result), Some(&quarter())));
}

#[test]
fn labels_of_bounds_and_of_a_burn_up_stand_clear() {
    let values = ["97.2", "94", "99.999", "95", "95.01"];
    let check_ins: Vec<CheckIn> = values
        .iter()
        .enumerate()
        .map(|(index, value)| check_in(day(8, 1 + 3 * index as i8), Some(number(value))))
        .collect();
    let bounds = Bounds::Between(number("95"), number("95.2"));
    assert_clear(&draw(&key_result_of(Measure::Keep(at(bounds)), check_ins)));
    for reached in [[0.1, 0.46], [0.9, 0.1], [1.0, 1.0], [0.0, 0.0], [0.48, 0.5]] {
        let course: Vec<Moment> = [day(8, 10), day(8, 20)]
            .iter()
            .zip(reached)
            .map(|(&date, reached)| cycle::moment(date, Some(reached), 0.5))
            .collect();
        assert_clear(&cycle::burn_up_of(&course, &quarter()));
    }
}

#[test]
fn labels_of_steps_and_levels_stand_clear_in_every_language() {
    for language in ["en", "de", "fr", "es", "ar"] {
        let mut key_result = key_result_of(
            Measure::Zones(ZoneTexts { commit: None, target: None, stretch: None, span: span() }),
            vec![CheckIn { zone: Some(Zone::Target), ..check_in(day(7, 20), None) }],
        );
        let draw = |key_result: &KeyResult, rescaled| {
            let progress = progress_of(key_result);
            let quarter = quarter();
            let (language, _) = Language::load(language, &[], &Sources::default());
            let m = language.messages();
            let chart = KeyResultChart {
                m: &m,
                key_result,
                progress: &progress,
                cycle: Some(&quarter),
                as_of: day(8, 20),
                rescaled,
            };
            super::super::key_result(&chart).into_string()
        };
        assert_clear(&draw(&key_result, false));
        key_result.measure = Measure::Keep(at(Bounds::AtLeast(number("1"))));
        key_result.check_ins = Arc::new(vec![check_in(day(7, 20), Some(number("2")))]);
        assert_clear(&draw(&key_result, true));
        key_result.measure = Measure::Metric {
            start: at(Some(number("0"))),
            target: at(number("10")),
            commit: Some(at(number("7"))),
            stretch: Some(at(number("10.2"))),
            plan: None,
        };
        assert_clear(&draw(&key_result, false));
    }
}

fn series_of() -> impl Strategy<Value = Vec<f64>> {
    let scale = prop_oneof![Just(1e-4), Just(1.0), Just(1e3), Just(1e12)];
    let noise = prop::collection::vec(-100.0..100.0_f64, 1..60);
    let walk = prop::collection::vec(-3.0..3.0_f64, 1..400).prop_map(|steps| {
        let mut at = 0.0;
        steps
            .into_iter()
            .map(|step| {
                at += step;
                at
            })
            .collect()
    });
    let flat = (1..30_usize, -5.0..5.0_f64).prop_map(|(count, value)| vec![value; count]);
    (prop_oneof![noise, walk, flat], scale)
        .prop_map(|(values, scale)| values.into_iter().map(|value: f64| value * scale).collect())
}

proptest! {
    #[test]
    fn labels_of_any_kpi_stand_clear(
        values in series_of(), every in 1_i64..40, silent in 0_i64..90,
        unit in prop_oneof![Just("%"), Just("EUR"), Just("days")],
        bound in proptest::option::of(-50_i64..50),
    ) {
        let bounds = bound.map(|bound| Bounds::AtLeast(Decimal::new(bound, 0)));
        assert_clear(&kpi_of(&values, every, silent, bounds, unit));
    }

    #[test]
    fn labels_of_any_key_result_stand_clear(
        days in prop::collection::btree_set(0_i64..92, 1..40), values in prop::collection::vec(-200_i64..300, 40),
        start in -50_i64..50, way in prop_oneof![-100_i64..-1, 1_i64..100], heading in proptest::option::of(-300.0..300.0_f64),
    ) {
        let mut key_result = metric("0", "1", &[]);
        key_result.measure = Measure::Metric {
            start: at(Some(Decimal::new(start, 1))),
            target: at(Decimal::new(start + way, 1)),
            commit: Some(at(Decimal::new(start + way / 2, 1))),
            stretch: Some(at(Decimal::new(start + way + way / 3, 1))),
            plan: None,
        };
        let check_ins = days.iter().zip(values).map(|(days, value)| {
            check_in(day(7, 1).checked_add(jiff::Span::new().days(*days)).unwrap(), Some(Decimal::new(value, 1)))
        });
        key_result.check_ins = Arc::new(check_ins.collect());
        let forecast = heading.map(|value| Forecast { value, low: value - 1.0, high: value + 2.0 });
        assert_clear(&drawn(&key_result, &KeyResultProgress { forecast, ..progress_of(&key_result) }, Some(&quarter())));
    }
}
