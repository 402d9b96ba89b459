//! The errors: what stops a build and cannot be silenced. Each has a page beside this file, which is the
//! text of `okrbook explain`, a page of the site, and a test.

use super::ErrorCode;

macro_rules! errors {
    ($($constant:ident $name:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`: see its page.")]
            pub static $constant: ErrorCode =
                ErrorCode { name: $name, docs: include_str!(concat!("errors/", $name, ".md")) };
        )*
        /// All errors, by name.
        pub static ERRORS: &[&ErrorCode] = &[$(&$constant),*];
    };
}

errors! {
    ALIGNMENT_LOOP "alignment-loop";
    AMBIGUOUS_REFERENCE "ambiguous-reference";
    BAD_CYCLE "bad-cycle";
    BAD_DATA_ROW "bad-data-row";
    BAD_DATE "bad-date";
    BAD_ID "bad-id";
    BAD_NUMBER "bad-number";
    BAD_TEXT "bad-text";
    BAD_URL "bad-url";
    BAD_WEIGHT "bad-weight";
    BROKEN_LINK "broken-link";
    DISJOINT_CYCLES "disjoint-cycles";
    DUPLICATE_CHECK_IN "duplicate-check-in";
    DUPLICATE_ID "duplicate-id";
    DUPLICATE_KEY "duplicate-key";
    EMPTY_RANGE "empty-range";
    MEASURE_AMBIGUOUS "measure-ambiguous";
    MEASURE_MISSING "measure-missing";
    MISSING_DATA_FILE "missing-data-file";
    MISSING_KEY "missing-key";
    NOT_UTF8 "not-utf8";
    PATH_COLLISION "path-collision";
    PERSON_RATED "person-rated";
    SNAPSHOT_DRIFT "snapshot-drift";
    TEMPLATE_ERROR "template-error";
    TOO_LONG "too-long";
    UNKNOWN_KEY "unknown-key";
    UNKNOWN_LINT "unknown-lint";
    UNKNOWN_REFERENCE "unknown-reference";
    VISIBILITY_LEAK "visibility-leak";
    WRONG_REFERENCE "wrong-reference";
    WRONG_TYPE "wrong-type";
    YAML_SYNTAX "yaml-syntax";
}
