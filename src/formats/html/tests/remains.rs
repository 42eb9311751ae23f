//! Stories of what pages put between their paragraphs and letters: pointers at other articles, breaks that
//! are elements, initials and readings.

use super::{PROSE, page};
use crate::article::{Article, Block, body::words};

fn paragraphs(article: &Article) -> Vec<String> {
    let lines = article.body.iter().filter_map(|block| match block {
        Block::Paragraph(runs) => Some(words(runs)),
        _ => None,
    });
    lines.collect()
}

const HEAD: &str = "<link rel=canonical href='https://quay.example/news/ferry'>";

#[test]
fn a_label_and_the_headline_of_another_article_are_left_over() {
    let other = "<a href='https://quay.example/news/bread'>Bread is dearer again on the quay</a>";
    for label in ["Le puede interesar:", "VEA TAMBIÉN:", "Auch lesen:", "Recommended:"] {
        let article = page(HEAD, &format!("<article>{PROSE}<p>{label} {other}</p>{PROSE}</article>"));
        assert_eq!(paragraphs(&article).len(), 6, "{label}");
        assert!(article.leftovers.iter().any(|line| line.contains("Bread is dearer")), "{label}");
    }
}

#[test]
fn a_label_before_another_site_or_a_few_words_stays() {
    for line in [
        "Website: <a href='https://ferries.example/timetable/today'>The timetable of all ferries</a>",
        "Contact: <a href='https://quay.example/ida'>Ida Holm</a>",
        "He said: <a href='https://quay.example/b'>Bread is dearer again</a>, and left.",
    ] {
        let article = page(HEAD, &format!("<article>{PROSE}<p>{line}</p>{PROSE}</article>"));
        assert_eq!(paragraphs(&article).len(), 7, "{line}");
    }
}

#[test]
fn sentences_in_elements_side_by_side_do_not_run_together() {
    let line = "<p><span>The ferry sailed on time.</span><span>Nobody waited for the mail.</span></p>";
    let article = page("", &format!("<article>{PROSE}{line}</article>"));
    assert!(paragraphs(&article).iter().any(|line| line.contains("on time. Nobody")));
    let name = "<p>They wrote it in Node.<b>Js</b> and nobody minded that at all on board.</p>";
    let article = page("", &format!("<article>{PROSE}{name}</article>"));
    assert!(paragraphs(&article).iter().any(|line| line.contains("in Node.Js and")));
    let code = "<p>It is printed with <code>System.<span>Out</span></code> and nothing else on board.</p>";
    let article = page("", &format!("<article>{PROSE}{code}</article>"));
    assert!(paragraphs(&article).iter().any(|line| line.contains("with System.Out and")));
}

#[test]
fn an_empty_element_called_a_break_parts_paragraphs() {
    let lines = "<div>The first of the boats left<span class='component br'></span>The second stayed</div>";
    let article = page("", &format!("<article>{PROSE}{lines}</article>"));
    assert!(paragraphs(&article).iter().any(|line| line == "The first of the boats left"));
}

#[test]
fn a_large_initial_is_part_of_its_word() {
    let body =
        format!("<article><p><span class=initial-letter>N</span> obody knew the boat.</p>{PROSE}</article>");
    assert_eq!(paragraphs(&page("", &body)).first().map(String::as_str), Some("Nobody knew the boat."));
    let body = format!("<article><p><span class=dropcap>A</span> boat came in.</p>{PROSE}</article>");
    assert_eq!(paragraphs(&page("", &body)).first().map(String::as_str), Some("A boat came in."));
}

#[test]
fn the_reading_of_a_character_stands_in_brackets() {
    let ruby = "<p><ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>の明かりが見えた。</p>";
    let article = page("", &format!("<article>{PROSE}{ruby}</article>"));
    assert!(paragraphs(&article).contains(&"灯台（とうだい）の明かりが見えた。".to_owned()));
}

#[test]
fn a_change_older_than_the_article_is_none() {
    let meta = |day: &str| {
        format!(
            "<meta property='article:published_time' content='2024-08-05'>\
             <meta property='article:modified_time' content='{day}'>"
        )
    };
    assert_eq!(page(&meta("2024-07-23"), PROSE).updated, None);
    assert!(page(&meta("2024-08-07"), PROSE).updated.is_some());
}

#[test]
fn words_said_in_passing_are_no_source() {
    let body =
        "<p>It stood <cite>at the far end</cite> of the quay, wrote <cite>The Harbour Post</cite>.</p>";
    let article = page("", &format!("<article>{PROSE}{body}</article>"));
    let raw: Vec<&str> = article.sources.iter().map(|source| source.raw.as_str()).collect();
    assert_eq!(raw, ["The Harbour Post"]);
}

#[test]
fn lines_under_a_picture_are_its_caption_and_its_credit() {
    let picture =
        "<p><img src=/a.jpg alt='The harbour master'></p><p>The harbour master</p><p>Источник: Ida Holm</p>";
    let article = page("", &format!("<article>{PROSE}{picture}{PROSE}</article>"));
    let figure = article.body.iter().find_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    let figure = figure.expect("the picture");
    assert_eq!(words(&figure.caption), "The harbour master");
    assert_eq!(figure.credit.as_deref(), Some("Источник: Ida Holm"));
    assert_eq!(paragraphs(&article).len(), 6);
}

#[test]
fn a_caption_that_ends_in_a_credit_is_no_paragraph() {
    for line in [
        "The quay in the morning. Photo: Ida Holm",
        "Die Mole am Morgen, Foto: Ida Holm",
        "The quay (Image: Holm)",
    ] {
        let article = page("", &format!("<article>{PROSE}<p>{line}</p>{PROSE}</article>"));
        assert_eq!(paragraphs(&article).len(), 6, "{line}");
    }
    let line = "She asked for one thing: a photo: the one of the quay, taken from the boat.";
    let article = page("", &format!("<article>{PROSE}<p>{line}</p>{PROSE}</article>"));
    assert_eq!(paragraphs(&article).len(), 7);
}

#[test]
fn a_heading_of_the_site_is_left_over_as_a_line_too() {
    let article = page(
        "",
        &format!("<article>{PROSE}<p>Mehr zum Thema</p>{PROSE}<h2>Mehr zu Fähren</h2><p>x</p></article>"),
    );
    assert!(!paragraphs(&article).iter().any(|line| line.contains("Thema")));
    assert!(article.crossheads().is_empty());
}

#[test]
fn a_caption_may_be_a_span() {
    let picture = "<div class=picture><img src=quay.jpg width=600><span class='caption small'>The quay in the morning of a long and sunny day</span></div>";
    let article = page("", &format!("<article>{PROSE}{picture}{PROSE}</article>"));
    assert_eq!(paragraphs(&article).len(), 6, "{:?}", paragraphs(&article));
}
