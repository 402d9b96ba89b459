//! Money: an ISO 4217 code as the language shows it.

use super::Language;
use super::numbers::mantissa;
use super::pieces::Affix;
use crate::model::Decimal;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::currency::options::CurrencyFormatterOptions;
use icu_locale::Locale;
use std::sync::OnceLock;

/// The currencies of ISO 4217 that are in use, sorted; other capitals are words such as `FTE`.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD \
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR \
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";

/// Whether a unit is a currency.
pub fn is_currency(unit: &str) -> bool {
    place(unit).is_some()
}

/// The codes, each with its space.
fn codes() -> &'static [[u8; 4]] {
    CODES.as_bytes().as_chunks().0
}

/// The place of a code in the list. A large site asks for each of a million numbers.
fn place(unit: &str) -> Option<usize> {
    let &[first, second, third] = unit.as_bytes() else { return None };
    codes().binary_search(&[first, second, third, b' ']).ok()
}

/// What stands around an amount, and around one below nought.
type Around = (Affix, Affix);

/// What stands around amounts of each currency, found when it is asked for first: a handbook has one or two.
#[derive(Debug)]
pub(super) struct Currencies {
    locale: Locale,
    known: Vec<OnceLock<Around>>,
}

impl Currencies {
    pub(super) fn of(locale: &Locale) -> Currencies {
        let known = std::iter::repeat_with(OnceLock::new).take(codes().len()).collect();
        Currencies { locale: locale.clone(), known }
    }

    fn around(&self, unit: &str) -> Option<&Around> {
        let cell = self.known.get(place(unit)?)?;
        Some(cell.get_or_init(|| {
            let code = CurrencyType::try_from_str(unit).expect("three letters are the form of a code");
            let formatter = CurrencyFormatter::try_new_symbol(
                (&self.locale).into(),
                code,
                CurrencyFormatterOptions::default(),
            )
            .expect("the program holds the currencies of all languages");
            let around = |number: &str| {
                let number = number.parse().expect("a number of the program");
                Affix::around_digits(&formatter.format_fixed_decimal(&number).to_string())
            };
            (around("1"), around("-1"))
        }))
    }
}

impl Language {
    /// Appends an amount of a currency with the decimals that were written; nothing where the unit is none.
    pub fn push_money(&self, out: &mut String, amount: Decimal, unit: &str) {
        self.push_money_of(out, amount.mantissa(), amount.scale(), unit);
    }

    /// Appends a derived amount with so many decimals.
    pub fn push_money_rounded(&self, out: &mut String, value: f64, decimals: u32, unit: &str) {
        self.push_money_of(out, mantissa(value, decimals), decimals, unit);
    }

    fn push_money_of(&self, out: &mut String, mantissa: i128, scale: u32, unit: &str) {
        if let Some((positive, negative)) = self.currencies.around(unit) {
            self.push_amount(out, mantissa, scale, if mantissa < 0 { negative } else { positive });
        }
    }

    /// Appends a large amount in short: `€1.25M`.
    pub fn push_money_short(&self, out: &mut String, value: f64, unit: &str) {
        if let Some((positive, negative)) = self.currencies.around(unit) {
            let around = if value < 0.0 { negative } else { positive };
            out.push_str(&around.before);
            self.push_short(out, value.abs());
            out.push_str(&around.behind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_and_nothing_else() {
        assert!(codes().is_sorted() && CODES.len() == 4 * codes().len());
        for code in CODES.split_whitespace() {
            assert!(is_currency(code), "{code}");
        }
        for other in ["FTE", "eur", "EU", "R U", "EURO", "AAA", "ZZZ", ""] {
            assert!(!is_currency(other), "{other}");
        }
    }
}
