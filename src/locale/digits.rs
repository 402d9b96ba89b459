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

/// Appends a whole number. Where room is missing, or the number is long, another takes over for good, so that no register
/// must be saved for those that are short.
#[inline]
pub fn push_digits(out: &mut String, number: u64) {
    let room = out.capacity() - out.len();
    match number {
        0..10 if room >= 1 => push_one(out, number),
        10..100 if room >= 2 => push_two(out, number),
        100..1000 if room >= 3 => push_three(out, number),
        _ => push_long(out, number),
    }
}

#[inline(never)]
fn push_long(out: &mut String, number: u64) {
    out.reserve(3);
    if number < 1000 {
        return push_digits(out, number);
    }
    push_digits(out, number / 1000);
    push_three(out, number);
}

/// Appends the last digit of a number.
#[inline]
pub(super) fn push_one(out: &mut String, number: u64) {
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Appends the last two digits of a number. A copy whose length is known while compiling is a single step.
#[inline]
pub(super) fn push_two(out: &mut String, number: u64) {
    let behind = 3 * (number % 100) as usize + 3;
    out.push_str(&THOUSAND[behind - 2..behind]);
}

/// Appends the last three digits of a number, likewise.
#[inline]
pub(super) fn push_three(out: &mut String, number: u64) {
    let behind = 3 * (number % 1000) as usize + 3;
    out.push_str(&THOUSAND[behind - 3..behind]);
}

/// Appends the last `width` digits of a number, with zeros before it.
#[inline]
pub fn push_padded(out: &mut String, number: u64, width: usize) {
    match width {
        0 => {}
        1 => push_one(out, number),
        2 => push_two(out, number),
        3 => push_three(out, number),
        _ => {
            push_padded(out, number / 1000, width - 3);
            push_three(out, number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_number_of_any_length_finds_room(number in 0..=u64::MAX, less in 0_u32..20, room in 0_usize..4) {
            let number = number / 10_u64.pow(less);
            let mut out = String::with_capacity(room);
            push_digits(&mut out, number);
            proptest::prop_assert_eq!(out, number.to_string());
        }
    }
}
