//! Stories of crossheads that a page marks by a class, a role or bold letters only, and of headings that are none.

use super::{PROSE, page};

const LONG: &str = "The engineers have promised a report in the autumn, and until then the timetable is nailed to the \
    door of the bakery, where every change is written in chalk.";

/// Returns the crossheads of an article in whose midst `one` and `other` stand.
fn heads(one: &str, other: &str) -> Vec<String> {
    let body = format!("<article><h1>The ferry</h1>{PROSE}{one}<p>{LONG}</p>{other}<p>{LONG}</p></article>");
    page("<link rel=canonical href='https://quay.example/ferry'>", &body).crossheads()
}

#[test]
fn a_line_called_a_crosshead_is_one() {
    for line in [
        "<p class=crosshead>A winter</p>",
        "<div class='article__subheading'>A winter</div>",
        "<p class=zwischentitel>A winter</p>",
        "<div class='story-intertitre'>A winter</div>",
        "<p class=mellanrubrik>A winter</p>",
        "<p><span class='paragraph-title'>A winter</span></p>",
        "<div role=heading aria-level=3>A winter</div>",
    ] {
        assert_eq!(heads(line, ""), ["A winter"], "{line}");
    }
}

#[test]
fn such_a_line_is_none_where_it_is_a_sentence_a_link_or_beside_the_article() {
    for line in [
        "<p class=subheading>The winter came early, and it stayed.</p>",
        "<p class=heading><a href=/tide>The tide</a></p>",
        "<aside><div class=heading>A winter</div></aside>",
        "<p class=text>A winter</p>",
    ] {
        assert!(heads(line, "").is_empty(), "{line}");
    }
}

#[test]
fn bold_lines_in_front_of_paragraphs_are_crossheads_where_there_are_several() {
    let led = |head: &str| format!("<p><strong>{head}</strong><br>{LONG}</p>");
    assert_eq!(heads(&led("A winter"), &led("A spring")), ["A winter", "A spring"]);
    assert!(heads(&led("A winter"), "").is_empty(), "one alone may be anything");
    assert!(heads(&led("How was the winter?"), &led("And the spring?")).is_empty(), "somebody is asked");
    assert_eq!(heads(&led("A winter"), "<p><b>A spring</b></p>"), ["A winter", "A spring"]);
}

#[test]
fn the_sign_that_links_to_a_heading_is_no_part_of_it() {
    for sign in ["<a class=anchor href='#w'>#</a>", "<a href='/ferry#w'>¶</a>"] {
        assert_eq!(heads(&format!("<h2 id=w>A winter {sign}</h2>"), ""), ["A winter"], "{sign}");
    }
}

#[test]
fn a_linked_heading_of_the_site_between_paragraphs_is_another_article() {
    let other = "<h4><a href='https://quay.example/tide'>The tide is higher this spring</a></h4>";
    assert_eq!(heads(other, "<h2>A winter</h2>"), ["A winter"]);
}
