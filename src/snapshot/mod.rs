//! A handbook frozen at a date: its file format, the chain of digests, and the comparison of two.
