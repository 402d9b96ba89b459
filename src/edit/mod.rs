//! Writes into a source so that everything else in it stays as it was, byte for byte.
