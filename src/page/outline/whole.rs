//! The tree of the whole site: three outlines that can be filtered.

use super::cut::Cut;
use super::{Depth, Outline, loose_backlog};
use crate::page::{Html, Scene};

/// As many bytes as most rows take.
const ROW: usize = 600;

/// The tree of the whole site, as its own page shows it.
#[derive(Debug)]
pub(in crate::page) struct Whole {
    /// Everything that hangs under the mission; without a mission the pillars are the roots.
    pub(in crate::page) branches: Html,
    /// Goals that align to nothing.
    pub(in crate::page) unaligned: Html,
    /// Drafts without a cycle that hang nowhere.
    pub(in crate::page) backlog: Html,
    /// Whether some goals stand on other pages, because there are too many for one.
    pub(in crate::page) is_cut: bool,
    /// How many objectives and key results say how they fare.
    pub(in crate::page) goals: usize,
}

/// The tree of the whole site; each goal says to whom and when it belongs and how it fares, so that it can be filtered.
pub(in crate::page) fn whole(scene: &Scene, depth: Depth) -> Whole {
    let cut = Cut::of(scene.site);
    let mut goals = 0;
    let mut marked = |draw: &dyn Fn(&mut Outline)| {
        let mut html = Html::new();
        let mut outline = Outline::new(scene, depth, &mut html);
        outline.is_marked = true;
        outline.cut = cut.as_ref();
        draw(&mut outline);
        goals += outline.marked;
        html
    };
    Whole {
        branches: marked(&|outline| {
            if outline.cut.is_none() {
                outline.html.buffer().reserve(ROW * super::goals(scene.site.handbook, depth));
            }
            outline.branches();
        }),
        unaligned: marked(&|outline| outline.lane(&scene.site.index.unaligned)),
        backlog: marked(&|outline| outline.lane(&loose_backlog(scene.site))),
        is_cut: cut.is_some(),
        goals,
    }
}
