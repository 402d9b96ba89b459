//! Percent-encodes paths, as addresses need it (RFC 3986).

/// Appends a path to an address: what may not stand in one is percent-encoded, `/` stays.
pub fn push_encoded(address: &mut String, path: &str) {
    let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
    for &byte in path.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            address.push(char::from(byte));
        } else {
            address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// A path as a relative address.
pub fn encoded(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    push_encoded(&mut address, path);
    address
}
