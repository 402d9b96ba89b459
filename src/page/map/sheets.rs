//! The map on paper: cut into sheets where no box stands, because browsers cut a tall picture anywhere.

/// How high a sheet is, in percent of its width: what A4 and Letter hold when they lie on their side.
const SHEET: i32 = 64;
/// The same of the first one, above which the title stands.
const FIRST: i32 = 46;
/// How much of a sheet may stay free, in percent, so that no box is cut.
const FREE: i32 = 50;

/// Where sheets begin and how high they are. `boxes` are the heights at which each box begins and ends.
pub(super) fn sheets(width: i32, height: i32, boxes: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let room = |percent: i32| (width * percent / 100).max(1);
    let mut sheets = Vec::new();
    let mut start = 0;
    while start < height {
        let end = start + room(if sheets.is_empty() { FIRST } else { SHEET });
        if end >= height {
            sheets.push((start, height - start));
            break;
        }
        let least = end - (end - start) * FREE / 100;
        let cut = best_cut(least, end, boxes);
        sheets.push((start, cut - start));
        start = cut;
    }
    sheets
}

/// The height between two at which the fewest boxes are cut, as low as may be.
fn best_cut(least: i32, most: i32, boxes: &[(i32, i32)]) -> i32 {
    const AIR: i32 = 4;
    let cuts = |height: i32| boxes.iter().filter(|(top, bottom)| *top < height && height < *bottom).count();
    let below = boxes.iter().map(|(_, bottom)| bottom + AIR).filter(|cut| (least..most).contains(cut));
    below.chain([most]).min_by_key(|&cut| (cuts(cut), std::cmp::Reverse(cut))).unwrap_or(most)
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
        let boxes: Vec<(i32, i32)> = (0..10).map(|index| (index * 150, index * 150 + 130)).collect();
        let sheets = sheets(1000, 1480, &boxes);
        assert_eq!(sheets, [(0, 434), (434, 600), (1034, 446)]);
    }

    #[test]
    fn a_box_higher_than_a_sheet_is_cut() {
        assert_eq!(sheets(100, 120, &[(0, 120)]), [(0, 46), (46, 64), (110, 10)]);
    }

    proptest::proptest! {
        #[test]
        fn sheets_follow_each_other_to_the_end(width in 1_i32..3000, height in 1_i32..20_000, boxes in proptest::collection::vec((0_i32..20_000, 1_i32..500), 0..60)) {
            let boxes: Vec<(i32, i32)> = boxes.into_iter().map(|(top, height)| (top, top + height)).collect();
            let sheets = sheets(width, height, &boxes);
            let mut end = 0;
            for (start, height) in sheets {
                proptest::prop_assert_eq!(start, end);
                proptest::prop_assert!(height > 0);
                end = start + height;
            }
            proptest::prop_assert_eq!(end, height);
        }
    }
}
