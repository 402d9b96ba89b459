//! Prose as readers meet it, and prose that means harm.

use super::*;
use crate::locale::Language;
use crate::page::html::escape;
use crate::progress::Health;
use crate::text::Sources;
use proptest::prelude::*;

/// A site that knows one goal, one page and one picture.
struct Small;

impl Links for Small {
    fn follow(&self, target: &str) -> Option<Destination> {
        match target {
            "okr:care" => Some(Destination::Page {
                href: "../objectives/care/index.html".to_owned(),
                title: "Faster care & rest".to_owned(),
                chip: Some(chip(Language::english(), Health::AtRisk, Some(0.38))),
            }),
            "guide.md#bets" => Some(Destination::Page {
                href: "guide/index.html#bets".to_owned(),
                title: "Guide".to_owned(),
                chip: None,
            }),
            "map.png" => Some(Destination::File("assets/map.png".to_owned())),
            web => OnlyWeb.follow(web),
        }
    }

    fn block(&self, _: usize, block: &crate::syntax::prose::Block) -> Option<Html> {
        block.text.contains("show: tree").then(|| Html::trust("<ul class=\"tree\"></ul>".to_owned()))
    }
}

fn placed(text: &str, place: &Place) -> String {
    let mut sources = Sources::default();
    let id = sources.add("content/a.md", text.as_bytes().to_vec());
    let source = sources.get(id);
    let facts = crate::syntax::prose::scan(source, source.whole());
    body(place, source.text(), &facts).into_string()
}

fn rendered(text: &str) -> String {
    placed(text, &Place::below_headline(Language::english(), &Small))
}

fn sentence(text: &str) -> String {
    inline(&Place::below_headline(Language::english(), &Small), text).into_string()
}

#[test]
fn a_link_to_a_goal_leads_to_its_page() {
    assert_eq!(
        rendered("See [our *care*](okr:care)."),
        "<p>See <a href=\"../objectives/care/index.html\">our <em>care</em></a>.</p>\n"
    );
}

#[test]
fn an_autolink_says_the_title_and_how_it_fares() {
    assert_eq!(
        rendered("<okr:care>!"),
        "<p><a href=\"../objectives/care/index.html\">Faster care &amp; rest</a> <span class=\"chip at-risk\"><span \
         aria-hidden=\"true\">▲</span><span class=\"visually-hidden\">at risk</span> 38%</span>!</p>\n"
    );
}

#[test]
fn a_link_that_leads_nowhere_is_text() {
    assert_eq!(rendered("[a **b**](okr:gone) <okr:gone>"), "<p>a <strong>b</strong> okr:gone</p>\n");
}

#[test]
fn links_between_files_and_out_of_the_site_are_told_apart() {
    let html =
        rendered("[bets](guide.md#bets) [web](https://example.org/?a=1&b \"More\") <team@example.org>");
    assert!(html.contains("<a href=\"guide/index.html#bets\">bets</a>"));
    assert!(html.contains(
        "<a href=\"https://example.org/?a=1&amp;b\" title=\"More\" class=\"external\" rel=\"noopener\">web</a>"
    ));
    assert!(html.contains("<a href=\"mailto:team@example.org\">team@example.org</a>"));
}

#[test]
fn pictures_of_the_site_are_shown_and_others_are_links() {
    assert_eq!(
        rendered("![The *map* of \"it\"](map.png)"),
        "<p><img src=\"assets/map.png\" alt=\"The map of &quot;it&quot;\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(
        rendered("![Logo](https://example.org/a.png)"),
        "<p><a href=\"https://example.org/a.png\" class=\"external\" rel=\"noopener\">Logo</a></p>\n"
    );
    assert_eq!(rendered("![Lost](lost.png)"), "<p>Lost</p>\n");
}

#[test]
fn headings_begin_below_the_headline_and_can_be_linked() {
    let html = rendered("# One\n\n### Two\n");
    assert!(html.starts_with(
        "<h2 id=\"one\">One <a class=\"anchor\" href=\"#one\" aria-label=\"Link to “One”\">#</a></h2>\n<h3 id=\"two\">"
    ));
}

#[test]
fn a_heading_that_repeats_the_title_is_left_out() {
    let place = Place { title: Some("One"), ..Place::below_headline(Language::english(), &Small) };
    assert!(placed("# One\n\n## Two\n", &place).starts_with("<h2 id=\"two\">"));
    let mut sources = Sources::default();
    let id = sources.add("a.md", b"# One\n\n## Two\n\n#### Three\n".to_vec());
    let facts = crate::syntax::prose::scan(sources.get(id), sources.get(id).whole());
    let entries: Vec<(u8, String)> =
        contents(&facts, 2, Some("One")).into_iter().map(|entry| (entry.level, entry.anchor)).collect();
    assert_eq!(entries, [(2, "two".to_owned()), (3, "three".to_owned())]);
}

#[test]
fn an_id_that_the_page_has_already_is_not_given_twice() {
    let place = Place { taken: &|id| id == "returns", ..Place::below_headline(Language::english(), &Small) };
    assert_eq!(placed("## Returns\n", &place), "<h2>Returns</h2>\n");
}

#[test]
fn footnotes_stand_below_with_a_way_back() {
    let place = Place { prefix: "why-", ..Place::below_headline(Language::english(), &Small) };
    let html = placed("A[^x] and again[^x].\n\n[^x]: The *source*.\n", &place);
    assert!(html.contains("<a href=\"#why-fn-1\" id=\"why-fnref-1\" role=\"doc-noteref\">1</a>"), "{html}");
    assert!(html.contains("id=\"why-fnref-1-2\""));
    assert!(
        html.contains("<ol class=\"footnotes\"><li id=\"why-fn-1\"><p>The <em>source</em>.</p> <a class=")
    );
}

#[test]
fn tasks_alerts_and_definitions_are_marked_up() {
    let html = rendered("- [x] one\n- [ ] two\n\n> [!WARNING]\n> Mind.\n\nTerm\n: Meaning\n");
    assert!(html.contains("<li><input type=\"checkbox\" disabled checked aria-label=\"done\"> one</li>"));
    assert!(html.contains(
        "<div class=\"alert warning\" role=\"note\"><p class=\"alert-title\">Warning</p>\n<p>Mind."
    ));
    assert!(html.contains("<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"), "{html}");
}

#[test]
fn a_table_scrolls_on_its_own() {
    assert_eq!(
        rendered("| A *b* | |\n|---|--:|\n| 1 | 2 |\n"),
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1: A b\"><table><thead><tr>\
         <th scope=\"col\">A <em>b</em></th><td class=\"align-right\"></td></tr></thead><tbody><tr><td>1</td>\
         <td class=\"align-right\">2</td></tr>\n</tbody></table></div>\n"
    );
}

#[test]
fn code_is_highlighted_and_live_blocks_are_alive() {
    assert!(rendered("```yaml\na: 1\n```").starts_with(
        "<pre class=\"code\" tabindex=\"0\"><code class=\"language-yaml\"><span class=\"hl-a\">a</span>"
    ));
    assert_eq!(rendered("```okr\nshow: tree\n```"), "<ul class=\"tree\"></ul>");
    assert!(rendered("```okr\nshow: else\n```").contains("language-okr"));
}

#[test]
fn html_is_shown_as_text_unless_the_settings_say_otherwise() {
    let text = "a <b>c</b> <!-- okrbook: allow(raw-html) -->\n\n<div onclick=\"x()\">\nd\n</div>\n";
    let escaped = rendered(text);
    assert_eq!(
        escaped,
        "<p>a &lt;b&gt;c&lt;/b&gt; </p>\n<p class=\"raw\">&lt;div onclick=&quot;x()&quot;&gt;\nd\n&lt;/div&gt;</p>\n"
    );
    let with =
        |raw_html| placed(text, &Place { raw_html, ..Place::below_headline(Language::english(), &Small) });
    assert!(with(RawHtml::Sanitize).contains("<b>c</b>") && !with(RawHtml::Sanitize).contains("onclick"));
    assert!(with(RawHtml::Allow).contains("<div onclick=\"x()\">"));
}

#[test]
fn sanitising_keeps_what_the_renderer_wrote() {
    let place = Place { raw_html: RawHtml::Sanitize, ..Place::below_headline(Language::english(), &Small) };
    let html =
        placed("## A\n\n<kbd>K</kbd> <okr:care> ![m](map.png)\n\n- [x] b\n\n| c |\n|--:|\n| d |\n", &place);
    for kept in [
        "<h2 id=\"a\">",
        "class=\"chip at-risk\"",
        "loading=\"lazy\"",
        "type=\"checkbox\"",
        "role=\"region\" tabindex=\"0\"",
        "<th scope=\"col\" class=\"align-right\">",
    ] {
        assert!(html.contains(kept), "{kept} in {html}");
    }
}

#[test]
fn a_note_is_a_sentence() {
    assert_eq!(sentence("Two more clinics; 5 < 6"), "Two more clinics; 5 &lt; 6");
    assert_eq!(sentence("*Two* more, see <okr:care>").split('>').next(), Some("<em"));
    assert_eq!(sentence("[a](okr:gone) `b`"), "a <code>b</code>");
    assert_eq!(sentence("in snake_case_names"), "in snake_case_names");
}

#[test]
fn what_would_begin_a_block_is_text_in_a_note() {
    for line in [
        "3. of *May*",
        "# 1 in *May*",
        "> 20 *days*",
        "+ 3 *clinics*",
        "- *none*",
        "* a *b*",
        "***",
        "[a]: b *c*",
    ] {
        let html = sentence(line);
        let first = line.chars().next().unwrap();
        let mut expected = String::new();
        escape(&first.to_string(), &mut expected);
        assert!(html.starts_with(&expected), "{line}: {html}");
        assert!(
            !["<ol", "<ul", "<h1", "<blockquote", "<hr", "<p>"].iter().any(|block| html.contains(block)),
            "{html}"
        );
    }
}

#[test]
fn blocks_of_a_longer_note_become_lines() {
    assert_eq!(
        sentence("First:\n\n- a\n- *b*\n\nThen 1 < 2"),
        "First:<br>• a<br>• <em>b</em><br>Then 1 &lt; 2"
    );
    assert_eq!(sentence("one\ntwo"), "one\ntwo");
    assert_eq!(sentence("a\n\n```\nx < y\n```"), "a<br><code>x &lt; y\n</code>");
}

#[test]
fn prose_that_means_harm_stays_text() {
    let attacks = [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x](https://a.b/\"onmouseover=\"alert(1))",
        "![\"><script>alert(1)</script>](map.png)",
        "[x](okr:care \"\\\"><script>alert(1)</script>\")",
        "# <script>alert(1)</script> {#\"><script>}",
        "```\"><script>\n</code><script>alert(1)</script>\n```",
        "[^\"><script>]\n\n[^\"><script>]: <script>alert(1)</script>",
        "| <script>alert(1)</script> |\n|---|\n",
        "<scr<script>ipt>alert(1)</script>",
        "<a href=\"javascript:alert(1)\">x</a>",
    ];
    for attack in attacks {
        for html in [rendered(attack), sentence(attack)] {
            assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{attack}: {html}");
            assert!(!html.contains("\" onmouseover") && !html.contains("<scr"), "{attack}: {html}");
        }
        let place =
            Place { raw_html: RawHtml::Sanitize, ..Place::below_headline(Language::english(), &Small) };
        let html = placed(attack, &place);
        assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{attack}: {html}");
    }
}

#[test]
fn the_pages_of_rules_are_rendered_too() {
    assert_eq!(
        text(Language::english(), "Say *why*: [more](https://example.org), [not](javascript:x)")
            .into_string(),
        "<p>Say <em>why</em>: \
        <a href=\"https://example.org\" class=\"external\" rel=\"noopener\">more</a>, not</p>\n"
    );
}

/// Pieces from which Markdown and HTML are made.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<script>",
        "</script>",
        "<",
        ">",
        "\"",
        "'",
        "&",
        "[",
        "]",
        "(",
        ")",
        "!",
        "`",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "*",
        "_",
        "~~",
        "# ",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "|",
        "---",
        "[^a]",
        "[^a]: ",
        "okr:care",
        "javascript:",
        "<okr:care>",
        "<!--",
        "-->",
        ": ",
        "a",
        " ",
        "\\",
        "{#x}",
        "> [!NOTE]\n",
        "\t",
        "é",
        "\u{0}",
        "[a]: b\n",
        "<div>",
        "okr\n",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_prose_becomes_a_script_or_breaks_the_renderer(text in hostile()) {
        for html in [rendered(&text), sentence(&text)] {
            prop_assert!(!html.contains("src=\"javascript"), "{html}");
            prop_assert!(!html.contains("<script") && !html.contains("href=\"javascript"), "{html}");
        }
        for raw_html in [RawHtml::Sanitize, RawHtml::Allow] {
            let place = Place { raw_html, ..Place::below_headline(Language::english(), &Small) };
            let html = placed(&text, &place);
            if raw_html == RawHtml::Sanitize {
                prop_assert!(!html.contains("<script"), "{html}");
            }
            inline(&place, &text);
        }
    }

    #[test]
    fn every_tag_of_rendered_prose_is_closed(text in hostile()) {
        for html in [rendered(&text), sentence(&text)] {
            let mut open = Vec::new();
            for tag in html.split('<').skip(1) {
                let (tag, _) = tag.split_once('>').expect("every tag ends");
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
                if tag.starts_with('/') {
                    prop_assert_eq!(open.pop(), Some(name), "{}", html);
                } else if !["br", "hr", "img", "input"].contains(&name) {
                    open.push(name);
                }
            }
            prop_assert!(open.is_empty(), "{}", html);
        }
    }
}
