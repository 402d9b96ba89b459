//! How a goal fares, in a word: derived elsewhere, named here, because handbooks can ask for it.

/// How a goal fares, in a word. Silence is never green.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Health {
    /// Far behind its pace, or its owner says so.
    OffTrack,
    /// Nobody has reported for too long.
    Outdated,
    /// Behind its pace, or its owner says so.
    AtRisk,
    /// On its pace.
    OnTrack,
    /// Nothing is due yet.
    Pending,
    /// Done with.
    Closed,
}

impl Health {
    /// All of them, the worst first.
    pub const ALL: [Health; 6] = [
        Health::OffTrack,
        Health::Outdated,
        Health::AtRisk,
        Health::OnTrack,
        Health::Pending,
        Health::Closed,
    ];

    /// All values with their words.
    pub const WORDS: &'static [(&'static str, Health)] = &[
        ("on-track", Health::OnTrack),
        ("at-risk", Health::AtRisk),
        ("off-track", Health::OffTrack),
        ("outdated", Health::Outdated),
        ("pending", Health::Pending),
        ("closed", Health::Closed),
    ];

    /// Its word in exports.
    pub fn word(self) -> &'static str {
        match self {
            Health::OffTrack => "off-track",
            Health::Outdated => "outdated",
            Health::AtRisk => "at-risk",
            Health::OnTrack => "on-track",
            Health::Pending => "pending",
            Health::Closed => "closed",
        }
    }
}
