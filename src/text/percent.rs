//! Percent-encodes paths, as addresses need it (RFC 3986).

use super::{find, table};

/// The bytes that stand for themselves.
const PLAIN: [bool; 256] = table(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

/// All others.
static ENCODED: [bool; 256] = {
    let mut encoded = [true; 256];
    let mut byte = 0;
    while byte < 256 {
        encoded[byte] = !PLAIN[byte];
        byte += 1;
    }
    encoded
};

/// Appends a path to an address: what may not stand in one is percent-encoded, `/` stays.
pub fn push_encoded(address: &mut String, path: &str) {
    if find(path.as_bytes(), 0, &ENCODED) == path.len() {
        return address.push_str(path);
    }
    let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
    for &byte in path.as_bytes() {
        if ENCODED[usize::from(byte)] {
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        } else {
            address.push(char::from(byte));
        }
    }
}

/// A path as a relative address.
pub fn encoded(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    push_encoded(&mut address, path);
    address
}
