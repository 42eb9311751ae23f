//! Stories about what stands between the paragraphs of an article, and what was lost there.

use super::{PROSE, names, page};

const HEAD: &str = "<link rel=canonical href='https://quay.example/news/ferry'>";

#[test]
fn headlines_of_other_articles_in_a_list_leave_and_an_overview_keeps_them() {
    let other = "<li><a href='https://quay.example/news/bread'>Bread is dearer again on the quay</a></li>\
        <li>9 May <a href='https://quay.example/news/rain'>Rain for another week, says the master</a></li>";
    let list = format!("<ul>{other}</ul>");
    let article = page(HEAD, &format!("<article>{PROSE}{list}{PROSE}</article>"));
    assert_eq!(article.body.len(), 6);
    assert!(article.leftovers.iter().any(|line| line.contains("Bread is dearer")));
    let overview = page(HEAD, &format!("<article>{PROSE}<ul>{}</ul></article>", other.repeat(8)));
    assert_eq!(overview.body.len(), 4, "most of it is the list");
}

#[test]
fn lists_that_lead_elsewhere_or_say_something_stay() {
    for item in [
        "<a href='https://other.example/bread'>Bread is dearer again on the quay</a>",
        "<a href='https://quay.example/ida'>Ida Holm</a>",
        "The master, <a href='https://quay.example/ida'>whom we asked in May</a>, has not counted the boats since",
    ] {
        let article = page(HEAD, &format!("<article>{PROSE}<ul><li>{item}</li></ul>{PROSE}</article>"));
        assert_eq!(article.body.len(), 7, "{item}");
    }
}

#[test]
fn a_line_that_is_the_linked_headline_of_another_article_leaves() {
    let line = |words: &str| format!("<p><a href='https://quay.example/news/bread'>{words}</a></p>");
    let rest =
        |words: &str| page(HEAD, &format!("<article>{PROSE}{}{PROSE}</article>", line(words))).body.len();
    assert_eq!(rest("Bread is dearer again on the quay"), 6);
    assert_eq!(rest("Bread is dearer again on the quay, said the baker."), 7, "a sentence");
}

#[test]
fn what_a_page_hides_is_left_out_where_the_whole_article_element_is_taken() {
    let hidden = "<div hidden><p>Your session at the quay has ended, please come back.</p></div>";
    let article = page(
        "",
        &format!(
            "<article><h1>Boats</h1><p>The boats are in, and the one that was counted twice is in as well, with the hens and the mail.</p>{hidden}</article>"
        ),
    );
    assert!(!article.plain_text().contains("session"), "{}", article.plain_text());
}

#[test]
fn the_author_of_a_picture_did_not_write_the_article() {
    let author = "<meta name=author content='Ida Holm'><meta property=og:title content='A boat too many'>";
    let picture = "<div itemscope itemtype='https://schema.org/ImageObject'><meta itemprop=author content='Jon Berg'></div>";
    let article = page(author, &format!("<article>{picture}{PROSE}</article>"));
    assert_eq!(names(&article), ["Ida Holm"]);
}

#[test]
fn a_kicker_in_the_heading_that_the_page_names_nowhere_goes() {
    let heading = "<h1><span>Harbour news</span><span>The lamps go out along the quay</span></h1>";
    let head = "<title>The lamps go out along the quay</title>\
        <meta property=og:title content='The lamps go out along the quay'>";
    let article = page(head, &format!("<article>{heading}{PROSE}</article>"));
    assert_eq!(article.headline.as_deref(), Some("The lamps go out along the quay"));
    let heading = "<h1><span>Harbour news</span><span>The lamps go out</span></h1>";
    let article = page("", &format!("<article>{heading}{PROSE}</article>"));
    assert_eq!(article.headline.as_deref(), Some("Harbour news The lamps go out"));
}

#[test]
fn a_last_paragraph_without_spaces_that_holds_the_author_is_no_byline() {
    let last =
        "港の朝は静かだった。山田太郎は船を数え、もう一度数えて、昨日より一艘多いと書いた。橋が閉じてから";
    let prose = "<p>港の朝は静かで、誰も灯台が見えるまで口をきかなかった。それから皆がパンの値段と学校と雨のことを話し、\
        昼までに港長は船を二度数えて、朝より一艘多いことに気づいた。橋が閉じてから毎朝のことである。</p>";
    let head = "<meta name=author content='山田太郎'>";
    let article = page(head, &format!("<article>{prose}<p>山田太郎{last}</p></article>"));
    assert!(article.plain_text().contains("一艘多いと書いた"), "{}", article.plain_text());
}
