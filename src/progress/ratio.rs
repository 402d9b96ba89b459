//! Ratios that can be compared: weighted means, and float noise kept away from thresholds.

/// Rounds to 12 decimals, so that sums which are equal on paper are equal here; and to 12 digits where a double has no
/// 12 decimals.
///
/// A gap of `0.7 × 0.5 − 0.25` is `0.09999999999999998` in binary, another that is a tenth on paper may come out
/// above it. Whoever compares a sum with a threshold that people wrote settles the sum first; twelve decimals are
/// far below what anybody writes and far above the noise.
pub(super) fn settle(ratio: f64) -> f64 {
    const DECIMALS: f64 = 1e12;
    // From here on a double has fewer than 12 decimals.
    if ratio.abs() >= 4096.0 {
        return format!("{ratio:.11e}").parse().unwrap_or(ratio);
    }
    // Adding zero turns a negative zero, which nobody wants to read, into a plain one.
    (ratio * DECIMALS).round() / DECIMALS + 0.0
}

/// A weighted mean in the making.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    /// The mean of pairs of a weight and a value.
    pub(super) fn of(parts: impl IntoIterator<Item = (f64, f64)>) -> Mean {
        let mut mean = Mean::default();
        for (weight, value) in parts {
            mean.add(weight, value);
        }
        mean
    }

    /// Takes in one more value.
    pub(super) fn add(&mut self, weight: f64, value: f64) {
        // The bound keeps the sums finite, whatever weights somebody writes.
        let weight = weight.clamp(0.0, 1e100);
        self.sum += weight * value;
        self.weight += weight;
    }

    /// The mean; none of nothing, and none where all weights are 0.
    pub(super) fn value(self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.sum / self.weight)
    }

    /// The mean, settled.
    pub(super) fn settled(self) -> Option<f64> {
        self.value().map(settle)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "exactness is what these tests are about")]
mod tests {
    use super::*;

    #[test]
    fn noise_goes_and_meaning_stays() {
        assert_eq!(settle(0.7 * 0.5 - 0.25), 0.1);
        assert_eq!(settle((0.6 + 0.7 + 0.8) / 3.0), 0.7);
        assert_eq!(settle(0.1 + 0.2), 0.3);
        assert_eq!(settle(1e56), 1e56);
        assert_eq!(settle(-3.842_459_173_871_277_5e25), settle(-3.842_459_173_871_278e25));
        assert_eq!(settle(f64::INFINITY), f64::INFINITY);
        assert!(settle(-1e-17).is_sign_positive());
    }

    #[test]
    fn a_mean_without_weight_is_none_and_a_heavy_one_is_finite() {
        assert_eq!(Mean::default().value(), None);
        assert_eq!(Mean::of([(0.0, 1.0)]).value(), None);
        assert_eq!(Mean::of([(f64::MAX, 1.0), (f64::MAX, 0.0)]).value(), Some(0.5));
    }
}
