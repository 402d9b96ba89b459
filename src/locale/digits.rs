//! Writes the digits of whole numbers, three at a time: a large site holds millions of them.

/// The numbers from `000` to `999`, one behind the other: three digits are one copy.
const THOUSAND: &str = {
    const DIGITS: [u8; 3000] = {
        let mut digits = [b'0'; 3000];
        let mut number = 0;
        while number < 1000 {
            digits[3 * number] += (number / 100) as u8;
            digits[3 * number + 1] += (number / 10 % 10) as u8;
            digits[3 * number + 2] += (number % 10) as u8;
            number += 1;
        }
        digits
    };
    match std::str::from_utf8(&DIGITS) {
        Ok(digits) => digits,
        Err(_) => panic!("digits are text"),
    }
};

/// Appends a whole number.
pub fn push_digits(out: &mut String, number: u64) {
    let begin = match number {
        0..10 => 2,
        10..100 => 1,
        100..1000 => 0,
        _ => {
            push_digits(out, number / 1000);
            return push_padded(out, number % 1000, 3);
        }
    };
    let at = 3 * number as usize;
    out.push_str(&THOUSAND[at + begin..at + 3]);
}

/// Appends the last `width` digits of a number, with zeros before it.
pub(super) fn push_padded(out: &mut String, number: u64, width: usize) {
    if width > 3 {
        push_padded(out, number / 1000, width - 3);
        return push_padded(out, number % 1000, 3);
    }
    let at = 3 * (number % 1000) as usize;
    out.push_str(&THOUSAND[at + 3 - width..at + 3]);
}
