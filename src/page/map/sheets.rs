//! The map on paper: cut into sheets, because browsers cut a tall picture anywhere. A box through which a cut goes
//! stands whole on the next sheet.

/// How high a sheet is, in percent of its width: what A4 and Letter hold when they lie on their side.
const SHEET: i32 = 66;
/// The same of the first one, above which the title stands.
const FIRST: i32 = 42;
/// How much of a sheet may stay free, in percent, so that fewer boxes are cut.
const FREE: i32 = 40;
/// Between a box and a cut.
const AIR: i32 = 4;

/// Where sheets begin and how high they are. `boxes` are the heights at which each box begins and ends.
pub(super) fn sheets(width: i32, height: i32, boxes: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let room = |percent: i32| (width * percent / 100).max(1);
    let mut sheets = Vec::new();
    let mut start = 0;
    loop {
        let end = start + room(if sheets.is_empty() { FIRST } else { SHEET });
        if end >= height {
            sheets.push((start, height - start));
            return sheets;
        }
        let cut = best_cut(end - (end - start) * FREE / 100, end, boxes);
        sheets.push((start, cut - start));
        let whole = cut_by(cut, boxes).map(|(top, _)| top - AIR).min().unwrap_or(cut);
        start = if whole > start { whole } else { cut };
    }
}

/// The height between two at which the fewest boxes are cut, as low as may be.
fn best_cut(least: i32, most: i32, boxes: &[(i32, i32)]) -> i32 {
    let below = boxes.iter().map(|(_, bottom)| bottom + AIR).filter(|cut| (least..most).contains(cut));
    let cuts = below.chain([most]);
    cuts.min_by_key(|&cut| (cut_by(cut, boxes).count(), std::cmp::Reverse(cut))).unwrap_or(most)
}

/// The boxes through which a cut goes.
fn cut_by(cut: i32, boxes: &[(i32, i32)]) -> impl Iterator<Item = (i32, i32)> {
    boxes.iter().copied().filter(move |&(top, bottom)| top < cut && cut < bottom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_map_is_one_sheet() {
        assert_eq!(sheets(1000, 400, &[(0, 300)]), [(0, 400)]);
    }

    #[test]
    fn sheets_are_cut_between_boxes() {
        let boxes: Vec<(i32, i32)> = (0..10).map(|index| (index * 150, index * 150 + 110)).collect();
        assert_eq!(sheets(1000, 1480, &boxes), [(0, 420), (420, 594), (1014, 466)]);
    }

    #[test]
    fn a_box_that_is_cut_stands_whole_on_the_next_sheet() {
        assert_eq!(sheets(100, 90, &[(0, 40), (30, 60)]), [(0, 42), (26, 64)]);
    }

    #[test]
    fn a_box_higher_than_a_sheet_is_cut() {
        assert_eq!(sheets(100, 120, &[(0, 120)]), [(0, 42), (42, 66), (108, 12)]);
    }

    proptest::proptest! {
        #[test]
        fn sheets_leave_nothing_out(
            width in 1_i32..3000,
            height in 1_i32..20_000,
            boxes in proptest::collection::vec((0_i32..20_000, 1_i32..500), 0..60),
        ) {
            let boxes: Vec<(i32, i32)> = boxes.into_iter().map(|(top, height)| (top, top + height)).collect();
            let (mut last, mut end) = (-1, 0);
            for (start, height) in sheets(width, height, &boxes) {
                proptest::prop_assert!(last < start && start <= end && height > 0);
                (last, end) = (start, start + height);
            }
            proptest::prop_assert_eq!(end, height);
        }
    }
}
