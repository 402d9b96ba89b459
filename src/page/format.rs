//! How numbers, dates and units are written for people. English for now; the site's language later.

use crate::model::{Date, Decimal};

/// Narrow no-break space: groups digits and stands before units.
const THIN: char = '\u{202f}';
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Currencies that readers know by their sign; all others are shown by their code.
const SIGNS: [(&str, &str); 8] = [
    ("EUR", "€"),
    ("USD", "$"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("UAH", "₴"),
    ("ILS", "₪"),
];
/// The currencies of ISO 4217 that are in use; other capitals are words such as `FTE`.
const CURRENCIES: &str = " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD \
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR \
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";

/// `20 Aug 2026`.
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The same under a name that arguments do not hide.
fn full(day: Date) -> String {
    date(day)
}

/// `20 Aug`, where the year is said nearby.
pub fn day(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `1 Jul – 30 Sep 2026`; the year of the start is said only where it differs.
pub fn range(start: Date, end: Date) -> String {
    if start.year() == end.year() {
        format!("{} – {}", day(start), full(end))
    } else {
        format!("{} – {}", full(start), full(end))
    }
}

/// `Aug`.
pub fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// A ratio as a whole percentage, rounded half up: `61 %`.
pub fn percent(ratio: f64) -> String {
    signed(percentage(ratio)) + "\u{202f}%"
}

/// A ratio as whole percents, rounded half up. What binary fractions lose (0.285 is stored a little lower) is
/// given back before rounding.
pub fn percentage(ratio: f64) -> i64 {
    (ratio * 100.0 + 0.5 + 1e-9).floor() as i64
}

/// A score: `0.63`.
pub fn score(score: f64) -> String {
    format!("{:.2}", (score * 100.0 + 0.5 + 1e-9).floor() / 100.0)
}

/// A measured number as it was written, its digits in groups of three.
pub fn number(number: Decimal) -> String {
    grouped(&number.to_string())
}

/// A derived number, such as a forecast, with as many decimals as the measured ones around it.
pub fn rounded(value: f64, decimals: u32) -> String {
    let text = format!("{value:.*}", decimals as usize);
    grouped(if text.trim_start_matches(['-', '0', '.']).is_empty() {
        text.trim_start_matches('-')
    } else {
        &text
    })
}

/// A measured number with its unit.
pub fn value(value: Decimal, unit: Option<&str>) -> String {
    with_unit(&number(value), unit)
}

/// A written number with its unit: `6.1 %`, `12 days`, `€1 200`, `CHF 1 200`.
pub fn with_unit(number: &str, unit: Option<&str>) -> String {
    let Some(unit) = unit.filter(|unit| !unit.is_empty()) else { return number.to_owned() };
    if !is_currency(unit) {
        let space = if unit == "%" { THIN } else { '\u{a0}' };
        return format!("{number}{space}{unit}");
    }
    let (sign, digits) = number.strip_prefix('−').map_or(("", number), |digits| ("−", digits));
    match SIGNS.iter().find(|(code, _)| *code == unit) {
        Some((_, symbol)) => format!("{sign}{symbol}{digits}"),
        None => format!("{sign}{unit}\u{a0}{digits}"),
    }
}

/// Whether a unit is a currency of ISO 4217.
pub fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()) && CURRENCIES.contains(unit)
}

/// The difference of two measured numbers with its sign: `+1.2`, `−3`, `±0`; none where it has more digits than a
/// number can hold.
pub fn change(from: Decimal, to: Decimal) -> Option<String> {
    let difference = to.checked_sub(from)?;
    Some(if difference.is_zero() {
        "±0".to_owned()
    } else if difference.is_sign_negative() {
        number(difference)
    } else {
        format!("+{}", number(difference))
    })
}

/// An integer with a true minus sign.
fn signed(number: i64) -> String {
    grouped(&number.to_string())
}

fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("−", digits));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::with_capacity(number.len() + 8);
    text.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        // Four digits read well as they are, and years look like years.
        if index > 0 && whole.len() > 4 && (whole.len() - index).is_multiple_of(3) {
            text.push(THIN);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn percentages_round_half_up() {
        assert_eq!(percentage(0.285), 29);
        assert_eq!(percentage(0.005), 1);
        assert_eq!(percentage(0.494_9), 49);
        assert_eq!(percent(-0.12), "−12\u{202f}%");
    }

    #[test]
    fn numbers_keep_the_decimals_that_were_written() {
        assert_eq!(number(decimal("4.0")), "4.0");
        assert_eq!(number(decimal("1200")), "1200");
        assert_eq!(number(decimal("-1234567.5")), "−1\u{202f}234\u{202f}567.5");
        assert_eq!(rounded(-0.04, 1), "0.0");
    }

    #[test]
    fn units_stand_behind_and_currencies_before() {
        assert_eq!(value(decimal("6.1"), Some("%")), "6.1\u{202f}%");
        assert_eq!(value(decimal("12"), Some("days")), "12\u{a0}days");
        assert_eq!(value(decimal("-12000"), Some("EUR")), "−€12\u{202f}000");
        assert_eq!(value(decimal("5"), Some("CHF")), "CHF\u{a0}5");
        assert_eq!(value(decimal("5"), Some("FTE")), "5\u{a0}FTE");
    }

    #[test]
    fn a_change_has_a_sign_and_is_left_out_where_no_number_can_hold_it() {
        assert_eq!(change(decimal("4"), decimal("5.5")).as_deref(), Some("+1.5"));
        assert_eq!(change(decimal("4"), decimal("1")).as_deref(), Some("−3"));
        assert_eq!(change(decimal("4"), decimal("4.0")).as_deref(), Some("±0"));
        assert_eq!(change(Decimal::MIN, Decimal::MAX), None);
    }

    #[test]
    fn ranges_say_a_year_once() {
        let day = |month, day| Date::new(2026, month, day).unwrap();
        assert_eq!(range(day(7, 1), day(9, 30)), "1 Jul – 30 Sep 2026");
    }
}
