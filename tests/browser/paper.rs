//! Whoever prints holds a paper that a board could read.

use crate::Story;
use crate::reader::Reader;
use crate::sites::Site;
use crate::started::handbook;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "paper: every kind of page prints black on white, without what only a screen needs",
            prints,
        ),
        Story::new(
            "paper: a cycle is a board paper on A4, and no chart is broken across pages",
            is_a_board_paper,
        ),
        Story::new("paper: no line of any page is cut at the edge of a sheet", is_whole),
        Story::new("paper: a heading asks for the room of what it is the heading of", keeps_together),
        Story::new("paper: a heat map fits its page, however long a title is", heat_map_fits),
    ]
}

async fn heat_map_fits(reader: Reader) {
    let long = "W".repeat(300);
    let goals = format!(
        "
mission: {{statement: Good care for everyone}}
teams: [{{id: wards, name: Wards}}, {{id: office, name: Office}}]
objectives:
  - {{id: long, title: {long}, cycle: 2026-Q3, team: wards}}
  - {{id: short, title: Short, cycle: 2026-Q3, team: wards}}
  - {{id: arabic, title: تحسين جودة الرعاية الصحية لجميع المرضى في المدينة, cycle: 2026-Q3, team: office}}
"
    );
    let settings = "title: Care\nas_of: 2026-08-20\nlints: {default: allow}\n";
    let site =
        Site::build(&handbook(&[("okrbook.yaml", settings), ("content/a.yaml", goals.as_str())]), "public");
    reader.open(&site.on_disk("cycles/2026-Q3/index.html")).await;
    reader.prefer("print", "light").await;
    for width in [640, 1000] {
        reader.resize(width, 900, 1).await;
        let wide: Vec<String> = reader
            .see(
                "[...document.querySelectorAll('.heat-map, .heat-map td, .heat-map th')]
                  .filter((part) => part.getBoundingClientRect().right > document.querySelector('main').getBoundingClientRect().right + 1 || part.scrollWidth > part.clientWidth + 1)
                  .map((part) => part.textContent)",
            )
            .await;
        assert!(wide.is_empty(), "at {width}: {wide:?}");
    }
}

/// What is on the paper although nobody can press or follow it there.
const USELESS: &str =
    "[...document.querySelectorAll('.masthead nav, search, button, input, .skip, .contents')]
  .filter((part) => part.checkVisibility()).map((part) => part.localName + '.' + part.className)";

async fn prints(reader: Reader) {
    reader.prefer("print", "dark").await;
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        let useless: Vec<String> = reader.see(USELESS).await;
        assert!(useless.is_empty(), "{kind} prints {useless:?}");
        let colors: (String, String) = reader
            .see("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
            .await;
        assert_eq!(colors, ("rgb(0, 0, 0)".to_owned(), "rgb(255, 255, 255)".to_owned()), "{kind}");
    }
}

/// The parts that must stay on one page, each with whether it does.
const KEPT: &str = "[...document.querySelectorAll('main figure, main tr, .goal')]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 900)
  .filter((part) => { for (let at = part; at !== document.body; at = at.parentElement) if (/avoid/.test(getComputedStyle(at).breakInside)) return false; return true; })
  .map((part) => part.localName + '.' + (part.getAttribute('class') ?? ''))";

async fn is_a_board_paper(reader: Reader) {
    let site = reader.stage.clinics();
    reader.open(&site.on_disk(&site.kinds()["cycle"])).await;
    reader.prefer("print", "light").await;
    let broken: Vec<String> = reader.see(KEPT).await;
    assert!(broken.is_empty(), "may be broken across pages: {broken:?}");

    let printed = String::from_utf8_lossy(&reader.print().await).into_owned();
    let is_page = |part: &&str| !part.starts_with(|letter: char| letter.is_alphanumeric());
    let pages = printed.split("/Type /Page").skip(1).filter(is_page).count();
    assert!(printed.starts_with("%PDF-") && (1..=12).contains(&pages), "{pages} pages");
    assert!(
        printed.contains("/MediaBox [0 0 594.95996 841.91998]") || printed.contains("/MediaBox [0 0 595"),
        "A4: {:?}",
        printed.split("/MediaBox").nth(1).map(|r| &r[..40])
    );
}

/// What a sheet of A4 between its margins would cut: whatever scrolls on a screen, and whatever is wider than the sheet.
const CUT: &str = "(() => {
  const turned = (part) => !!part && (getComputedStyle(part).page !== 'auto' || turned(part.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden, svg') && !turned(part))
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 1
      || (getComputedStyle(part).overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1))
    .map((part) => `${part.localName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`).slice(0, 4);
})()";

async fn is_whole(reader: Reader) {
    reader.prefer("print", "light").await;
    reader.resize(672, 900, 1).await;
    let mut faults = Vec::new();
    for site in [reader.stage.clinics(), reader.stage.city()] {
        for (kind, address) in site.each() {
            reader.open(&address).await;
            let cut: Vec<String> = reader.see(CUT).await;
            faults.extend(cut.into_iter().map(|part| format!("{kind} ({address}): {part}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Headings that could stand at the foot of a page alone: browsers heed no `break-after: avoid` below a table.
const LONELY: &str = "[...document.querySelectorAll('main section > h2, main .group')]
  .filter((heading) => heading.checkVisibility() && heading.nextElementSibling)
  .filter((heading) => getComputedStyle(heading).breakInside !== 'avoid' || !(parseFloat(getComputedStyle(heading, '::after').height) > 30))
  .map((heading) => heading.textContent)";

async fn keeps_together(reader: Reader) {
    reader.prefer("print", "light").await;
    for (kind, address) in reader.stage.clinics().each().filter(|(kind, _)| *kind != "presentation") {
        reader.open(&address).await;
        let lonely: Vec<String> = reader.see(LONELY).await;
        assert!(lonely.is_empty(), "{kind}: {lonely:?}");
    }
}
