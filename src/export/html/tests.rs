//! Pages as a browser gets them.

use super::*;
use crate::article::FoundIn;
use crate::formats::{self, Origin};

fn read(markdown: &str) -> Article {
    let origin = Origin { name: "a.md", modified: None };
    formats::parse(markdown.as_bytes(), &origin).unwrap().remove(0)
}

const PAGE: &str = "---\ntitle: \"Fog <script>alert(1)</script> & 'tide'\"\nlang: ar\n---\n\n\
A *quiet* **harbour**, `x < y`, a [lamp](https://quay.example/a?b=1&c=2) and a [trap](javascript:alert(1)).[^1]\n\n\
| Day | Boats |\n|---|--:|\n| Mon | 3 |\n\n- one\n- two\n\n> Said.\n\n* * *\n\n![A boat](boat.png)\n\n[^1]: Below.\n";

#[test]
fn nothing_an_article_says_becomes_markup() {
    let article = read(PAGE);
    let page = page(&[(&article).into()]);
    assert!(!page.contains("<script"), "{page}");
    assert!(!page.contains("javascript:"), "{page}");
    assert!(!page.contains("<img"), "{page}");
    assert!(page.contains("<a href=\"https://quay.example/a?b=1&amp;c=2\">lamp</a>"), "{page}");
    assert!(page.contains("<em>quiet</em> <strong>harbour</strong>, <code>x &lt; y</code>"), "{page}");
    assert!(page.contains("<td style=\"text-align: end\">3</td>"), "{page}");
    assert!(page.contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""), "{page}");
}

#[test]
fn the_article_is_well_formed_and_every_inner_link_leads_somewhere() {
    let article = read(PAGE);
    let body = super::article((&article).into(), "a-");
    let mut reader = quick_xml::Reader::from_str(&body);
    let mut depth = 0usize;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    for link in body.split("href=\"#").skip(1) {
        let id = link.split('"').next().unwrap();
        assert_eq!(body.matches(&format!("id=\"{id}\"")).count(), 1, "{id}: {body}");
    }
}

#[test]
fn a_page_of_an_export_reads_as_the_article_it_was() {
    let article = read(
        "---\nauthor: [Ida Holm, Jon Berg]\npublisher: Harbour Post\ndate: 2019-05-12T08:30:00+02:00\n\
         url: https://quay.example/lamps\n---\n\n# The lamps of the quay\n\nThe first lamp was lit at six, and the others after it.\n\nThe last one waits for the boats, which come in late when the fog does.\n",
    );
    let page = page(&[(&article).into()]);
    let back = formats::parse(page.as_bytes(), &Origin { name: "a.html", modified: None }).unwrap().remove(0);
    assert_eq!(back.headline, article.headline);
    assert_eq!((&back.byline, &back.outlet, &back.url), (&article.byline, &article.outlet, &article.url));
    assert_eq!(back.published.map(|day| day.at), article.published.map(|day| day.at));
    assert_eq!(back.plain_text(), article.plain_text());
}

#[test]
fn a_guessed_day_says_so_and_is_not_given_to_programs() {
    let mut article = read("---\ndate: 2018-06-14\n---\n\n# The oven\n\nThe bakers of the quay light it.\n");
    article.published =
        article.published.map(|day| crate::article::Published { from: FoundIn::Sources, ..day });
    let page = page(&[(&article).into()]);
    assert!(page.contains(">c. 2018-06-14</p>"), "{page}");
    assert!(!page.contains("<time") && !page.contains("published_time"), "{page}");
}
