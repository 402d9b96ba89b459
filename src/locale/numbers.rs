//! Numbers, percentages and short forms of large numbers as a language writes them.

use super::pieces::{Affix, Nested, minus, pieces};
use super::{Language, digits};
use crate::model::Decimal;
use fixed_decimal::Decimal as Fixed;
use icu_decimal::options::{CompactDecimalFormatterOptions, DecimalFormatterOptions};
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter, parts};
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::percent::options::PercentFormatterOptions;
use icu_locale::Locale;

/// The first year that is kept as text.
const FIRST_YEAR: u32 = 2000;

/// The signs and habits of a language.
#[derive(Debug)]
pub(super) struct Numbers {
    /// The digit nought; the others follow it.
    zero: char,
    decimal: String,
    group: String,
    negative: Affix,
    plus: Affix,
    /// How many digits the last group has, and those before it.
    grouping: (usize, usize),
    /// From how many digits on there are groups.
    grouped_from: usize,
    /// The smallest number that has so many.
    grouped_above: u64,
    /// Whether digits are those of ASCII, in groups of three.
    is_plain: bool,
    percent: Affix,
    negative_percent: Affix,
    /// Whole percents from nothing to all, ready to be copied.
    percents: Vec<String>,
    /// The years of this century, ready to be copied.
    years: Vec<String>,
    /// Short forms: the size, by what it is divided, and what then stands around it; the largest first.
    short: Vec<(f64, Affix)>,
}

impl Numbers {
    /// Asks ICU how a language writes numbers.
    pub(super) fn of(locale: &Locale) -> Numbers {
        let data = "the program holds the numbers of all languages";
        let formatter =
            DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).expect(data);
        let percent =
            PercentFormatter::try_new(locale.into(), PercentFormatterOptions::default()).expect(data);
        let write = |number: &str| formatter.format(&fixed(number)).to_string();
        let long = pieces(&formatter.format(&fixed("-1234567890.5")), Nested::Inner);
        let find = |part| long.iter().find(|(of, _)| *of == Some(part)).map(|(_, text)| text.clone());
        let groups: Vec<usize> = long
            .iter()
            .filter(|(part, _)| *part == Some(parts::INTEGER))
            .map(|(_, digits)| digits.chars().count())
            .collect();
        let last = groups.last().copied().filter(|_| groups.len() > 1).unwrap_or(0);
        let before = if groups.len() > 2 { groups[groups.len() - 2] } else { last };
        let probe = |digits: usize| write(&"1".repeat(digits)).chars().count() > digits;
        let percents = |number: &str| Affix::around_digits(&percent.format(&fixed(number)).to_string());
        let zero = write("0").chars().next().unwrap_or('0');
        let grouped_from = (4..=7).find(|&digits| probe(digits)).unwrap_or(usize::MAX);
        let mut numbers = Numbers {
            zero,
            decimal: find(parts::DECIMAL).unwrap_or_else(|| ".".to_owned()),
            group: find(parts::GROUP).unwrap_or_default(),
            negative: Affix::around_digits(&write("-1")),
            plus: Affix::around_digits(&write("+1")),
            grouping: (last, before),
            grouped_from,
            grouped_above: 10_u64.checked_pow(grouped_from.saturating_sub(1) as u32).unwrap_or(u64::MAX),
            is_plain: zero == '0' && (last, before) == (3, 3),
            percent: percents("1"),
            negative_percent: percents("-1"),
            percents: Vec::new(),
            years: Vec::new(),
            short: short_forms(locale),
        };
        numbers.percents = (0..=100).map(|percents| numbers.percents(percents)).collect();
        numbers.years = (FIRST_YEAR..FIRST_YEAR + 100).map(|year| numbers.plain(year)).collect();
        numbers
    }

    fn plain(&self, number: u32) -> String {
        let mut out = String::new();
        self.push_plain(&mut out, number, 1);
        out
    }

    /// Appends a year of our era.
    pub(super) fn push_year(&self, out: &mut String, year: u32) {
        match self.years.get(year.wrapping_sub(FIRST_YEAR) as usize) {
            Some(known) => out.push_str(known),
            None => self.push_plain(out, year, 1),
        }
    }

    fn percents(&self, percents: i64) -> String {
        let mut out = String::new();
        let around = if percents < 0 { &self.negative_percent } else { &self.percent };
        self.push(&mut out, percents.into(), 0, Some(around));
        out
    }

    /// Appends an exact number: so many units of which `scale` decimals stand behind the sign.
    fn push(&self, out: &mut String, mantissa: i128, scale: u32, around: Option<&Affix>) {
        if let Some(around) = around {
            push_sign(out, &around.before);
        }
        let mantissa = mantissa.unsigned_abs();
        match u64::try_from(mantissa) {
            Ok(mantissa) if self.is_plain && scale <= 18 => self.plain_digits(out, mantissa, scale),
            _ => self.any_digits(out, mantissa, scale),
        }
        if let Some(around) = around {
            push_sign(out, &around.behind);
        }
    }

    fn plain_digits(&self, out: &mut String, mantissa: u64, scale: u32) {
        // Most numbers have two decimals or fewer, and dividing by a number that is known takes no division.
        match scale {
            0 => self.grouped(out, mantissa),
            1 => {
                self.grouped(out, mantissa / 10);
                push_sign(out, &self.decimal);
                digits::push_one(out, mantissa);
            }
            2 => {
                self.grouped(out, mantissa / 100);
                push_sign(out, &self.decimal);
                digits::push_two(out, mantissa);
            }
            _ => {
                self.grouped(out, mantissa / 10_u64.pow(scale));
                push_sign(out, &self.decimal);
                digits::push_padded(out, mantissa, scale as usize);
            }
        }
    }

    /// Appends a whole number in groups of three, where it has enough digits.
    fn grouped(&self, out: &mut String, number: u64) {
        fn groups(out: &mut String, number: u64, group: &str) {
            if number < 1000 {
                return digits::push_digits(out, number);
            }
            groups(out, number / 1000, group);
            push_sign(out, group);
            digits::push_three(out, number);
        }
        if number < self.grouped_above {
            digits::push_digits(out, number);
        } else {
            groups(out, number, &self.group);
        }
    }

    /// The same for numbers that no machine word holds, other digits, and groups that are not of three. Apart from the
    /// others, which need no room for all those digits.
    #[inline(never)]
    fn any_digits(&self, out: &mut String, mantissa: u128, scale: u32) {
        // A u128 has at most 39 digits, and a decimal at most 28 behind its sign.
        let mut digits = [0_u8; 40];
        let mut at = digits.len();
        let mut rest = mantissa;
        let least = digits.len() - scale.min(38) as usize - 1;
        while rest > 0 || at > least {
            at -= 1;
            digits[at] = (rest % 10) as u8;
            rest /= 10;
        }
        let whole = least + 1 - at;
        let is_grouped = whole >= self.grouped_from;
        for (index, &digit) in digits[at..].iter().enumerate() {
            if index == whole {
                out.push_str(&self.decimal);
            } else if is_grouped && index > 0 && index < whole && self.ends_group(whole - index) {
                out.push_str(&self.group);
            }
            self.digit(out, digit);
        }
    }

    fn digit(&self, out: &mut String, digit: u8) {
        if self.zero == '0' {
            out.push(char::from(b'0' + digit));
        } else {
            out.push(char::from_u32(self.zero as u32 + u32::from(digit)).unwrap_or('?'));
        }
    }

    /// Whether a group ends with so many digits still to come.
    fn ends_group(&self, rest: usize) -> bool {
        let (last, others) = self.grouping;
        rest == last || (rest > last && others > 0 && (rest - last).is_multiple_of(others))
    }

    /// Appends digits without groups, at least `width` of them: the parts of a date.
    pub(super) fn push_plain(&self, out: &mut String, number: u32, width: u32) {
        if self.zero == '0' && width <= 1 {
            return digits::push_digits(out, u64::from(number));
        }
        if number >= 10 || width > 1 {
            self.push_plain(out, number / 10, width.saturating_sub(1));
        }
        self.digit(out, (number % 10) as u8);
    }
}

/// How a language shortens large numbers, where it does.
fn short_forms(locale: &Locale) -> Vec<(f64, Affix)> {
    let formatter =
        CompactDecimalFormatter::try_new_short(locale.into(), CompactDecimalFormatterOptions::default());
    let formatter = formatter.expect("the program holds the numbers of all languages");
    let latin = |letter: char| letter.is_ascii_digit() || letter.is_numeric();
    let mut forms: Vec<(f64, Affix)> = Vec::new();
    for size in [12, 11, 10, 9, 8, 7, 6, 5, 4, 3] {
        let written = formatter.format(&fixed(&10_i64.pow(size).to_string())).to_string();
        let digits = written.chars().filter(|&letter| latin(letter)).count() as u32;
        let affix = Affix::around_digits(&written);
        let divisor = 10_f64.powi((size + 1).saturating_sub(digits).cast_signed());
        let is_short = affix != Affix::default() && digits <= 3;
        if is_short && forms.iter().all(|(known, _)| known.total_cmp(&divisor).is_ne()) {
            forms.push((divisor, affix));
        }
    }
    forms
}

/// Appends what stands before, in or behind a number: a single byte, mostly, which takes no call.
#[inline]
fn push_sign(out: &mut String, sign: &str) {
    match *sign.as_bytes() {
        [] => {}
        [byte] if byte.is_ascii() => out.push(char::from(byte)),
        _ => out.push_str(sign),
    }
}

fn fixed(number: &str) -> Fixed {
    number.parse().expect("a number of the program")
}

/// A ratio as whole percents, rounded half up. What binary fractions lose (0.285 is stored a little lower) is
/// given back before rounding.
pub fn percentage(ratio: f64) -> i64 {
    // The floor without a call.
    let percents = ratio * 100.0 + 0.5 + 1e-9;
    let whole = percents as i64;
    whole.saturating_sub(i64::from(whole as f64 > percents))
}

/// A derived number as so many units of its last decimal, with what binary fractions lose given back as above.
pub(super) fn mantissa(value: f64, decimals: u32) -> i128 {
    let scaled = value * power(decimals);
    let exact = scaled + scaled.signum() * 1e-9;
    if exact.abs() >= 9e18 {
        return exact.round() as i128;
    }
    // The same for numbers that a machine word holds, which nearly all are, without a call.
    let whole = exact as i64;
    let rest = exact - whole as f64;
    i128::from(whole + i64::from(rest >= 0.5) - i64::from(rest <= -0.5))
}

/// A power of ten; those that are asked for at all stand in a table.
fn power(decimals: u32) -> f64 {
    const POWERS: [f64; 13] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12];
    let known = POWERS.get(decimals as usize).copied();
    known.unwrap_or_else(|| 10_f64.powi(decimals.cast_signed()))
}

impl Language {
    /// Appends a measured number with the decimals that were written.
    pub fn push_number(&self, out: &mut String, number: Decimal) {
        self.push_fixed(out, number.mantissa(), number.scale());
    }

    /// Appends a derived number with so many decimals.
    pub fn push_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        self.push_fixed(out, mantissa(value, decimals), decimals);
    }

    /// Appends how many there are of something.
    pub fn push_count(&self, out: &mut String, number: u64) {
        self.numbers.push(out, i128::from(number), 0, None);
    }

    /// Appends a ratio as whole percents, rounded half up.
    pub fn push_percent(&self, out: &mut String, ratio: f64) {
        let percents = percentage(ratio);
        let known = usize::try_from(percents).ok().and_then(|percents| self.numbers.percents.get(percents));
        match known {
            Some(percents) => out.push_str(percents),
            None => out.push_str(&self.numbers.percents(percents)),
        }
    }

    /// Appends a number whose unit is percent.
    pub fn push_percents(&self, out: &mut String, number: Decimal) {
        self.push_percents_of(out, number.mantissa(), number.scale());
    }

    /// Appends a derived number whose unit is percent, with so many decimals.
    pub fn push_percents_rounded(&self, out: &mut String, value: f64, decimals: u32) {
        self.push_percents_of(out, mantissa(value, decimals), decimals);
    }

    fn push_percents_of(&self, out: &mut String, mantissa: i128, scale: u32) {
        let numbers = &self.numbers;
        let around = if mantissa < 0 { &numbers.negative_percent } else { &numbers.percent };
        numbers.push(out, mantissa, scale, Some(around));
    }

    /// Appends a number with its sign, also where it is not negative.
    pub fn push_change(&self, out: &mut String, change: Decimal) {
        let around = if change.is_sign_negative() { &self.numbers.negative } else { &self.numbers.plus };
        self.numbers.push(out, change.mantissa(), change.scale(), Some(around));
    }

    /// Appends a large number with three digits at most, as the language shortens it: `1.25M`, `1,25 Mio.`
    pub fn push_short(&self, out: &mut String, value: f64) {
        let (size, nothing) = (value.abs(), Affix::default());
        let short = self.numbers.short.iter().find(|(divisor, _)| size >= divisor * 0.9995);
        let (divisor, around) = match short {
            Some((divisor, affix)) if size >= 1e4 => (*divisor, affix),
            _ => (1.0, &nothing),
        };
        let scaled = value / divisor;
        let digits = if scaled == 0.0 { 0 } else { scaled.abs().log10().floor() as i32 };
        let mut decimals = (2 - digits).clamp(0, 6).cast_unsigned();
        let mut mantissa = (scaled * 10_f64.powi(decimals.cast_signed())).round() as i128;
        while decimals > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        out.push_str(&around.before);
        self.push_fixed(out, mantissa, decimals);
        out.push_str(&around.behind);
    }

    fn push_fixed(&self, out: &mut String, mantissa: i128, scale: u32) {
        let around = (mantissa < 0).then_some(&self.numbers.negative);
        self.numbers.push(out, mantissa, scale, around);
    }

    /// Appends digits of an amount of money between what stands around them.
    pub(super) fn push_amount(&self, out: &mut String, mantissa: i128, scale: u32, around: &Affix) {
        self.numbers.push(out, mantissa, scale, Some(around));
    }

    /// Appends the number of a year, without groups.
    pub(super) fn push_year_number(&self, out: &mut String, year: u32) {
        self.numbers.push_year(out, year);
    }

    /// What stands before a negative number.
    pub(super) fn minus(&self) -> String {
        minus(&self.numbers.negative.before)
    }
}
