//! Stories of the day a page says it appeared, in figures for machines and in words beside others, and of its
//! address.

use super::{PROSE, page, read};

fn day(head: &str, lines: &str) -> Option<String> {
    let article = page(head, &format!("<article><h1>The ferry</h1>{lines}{PROSE}</article>"));
    article.published.map(|published| published.at.day.to_string())
}

fn described(date: &str) -> Option<String> {
    let head = format!(
        r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"The ferry","datePublished":{date}}}</script>"#
    );
    day(&head, "<p class=date>3 June 2020</p>")
}

#[test]
fn machines_count_seconds_and_set_figures_side_by_side() {
    for date in [
        "1620979200",
        "1620979200000",
        "\"1620979200\"",
        "\"20210514\"",
        "\"20210514080000\"",
        "\"14.05.2021 - 08:00\"",
    ] {
        assert_eq!(described(date).as_deref(), Some("2021-05-14"), "{date}");
    }
    for none in ["\"\"", "\"1970-01-01T00:00:00Z\"", "0"] {
        assert_eq!(described(none).as_deref(), Some("2020-06-03"), "{none} is no day, and the line is read");
    }
}

#[test]
fn the_day_of_a_change_is_told_from_that_of_the_article_in_many_languages() {
    for (changed, appeared) in [
        ("Updated 20 May 2021", "Published 14 May 2021"),
        ("Aktualisiert am 20. Mai 2021", "Veröffentlicht am 14. Mai 2021"),
        ("Mis à jour le 20 mai 2021", "Publié le 14 mai 2021"),
        ("Actualizado el 20 de mayo de 2021", "14 de mayo de 2021"),
        ("Обновлено: 20 мая 2021", "Опубликовано: 14 мая 2021"),
        ("Päivitetty 20.5.2021", "Julkaistu 14.5.2021"),
        ("更新日：2021年5月20日", "公開日：2021年5月14日"),
        ("수정 2021.05.20 08:00", "입력 2021.05.14 08:00"),
    ] {
        let wanted = Some("2021-05-14".to_owned());
        assert_eq!(
            day("", &format!("<p class=date>{changed}</p><p class=date>{appeared}</p>")),
            wanted,
            "{changed}"
        );
        assert_eq!(day("", &format!("<p class=date>{changed} | {appeared}</p>")), wanted, "{changed}");
        let only = format!("<p class=date>{changed}</p>");
        assert_eq!(day("", &only).as_deref(), Some("2021-05-20"), "better than none: {changed}");
    }
    let times = "<p>Updated <time datetime=2021-05-20>May 20</time></p><p><time datetime=2021-05-14>May 14</time></p>";
    assert_eq!(day("", times).as_deref(), Some("2021-05-14"));
}

#[test]
fn a_stamp_may_stand_beside_words_that_say_how_long_ago() {
    for line in [
        "<abbr class=published title=2021-05-14T08:00:00Z>last week</abbr>",
        "<span class=timestamp data-timestamp=1620979200000>3 years ago</span>",
        "<time title='May 14, 2021, 8:00 AM'>3 years ago</time>",
        "<quay-timestamp data-timestamp=1620979200000></quay-timestamp>",
    ] {
        assert_eq!(day("", line).as_deref(), Some("2021-05-14"), "{line}");
    }
}

#[test]
fn what_day_it_is_today_is_no_day_of_the_article() {
    let bar = "<div class=topbar><time datetime=2024-01-02>Tuesday</time></div>";
    let body =
        format!("{bar}<article><h1>The ferry</h1><p class=published>May 14, 2021</p>{PROSE}</article>");
    assert_eq!(page("", &body).published.map(|p| p.at.day.to_string()).as_deref(), Some("2021-05-14"));
}

#[test]
fn a_line_below_may_say_when_an_article_appeared() {
    let body = |line: &str| {
        page("", &format!("<article><h1>The ferry</h1>{PROSE}{PROSE}{PROSE}{line}</article>")).published
    };
    assert!(body("<p>First published 14 May 2021</p>").is_some());
    assert!(body("<p>The harbour closed on 14 May 2021</p>").is_none());
}

#[test]
fn a_day_is_read_beside_the_author_and_at_the_end_of_the_head_of_the_article() {
    assert_eq!(
        day("", &format!("<div>{PROSE}<p>By <a>Ida Holm</a> <i>May 14, 2021</i></p></div>")).as_deref(),
        Some("2021-05-14")
    );
    let head = |kind: &str| {
        let footer = format!("<footer><time itemprop={kind} datetime=2021-05-14>14 May</time></footer>");
        page("", &format!("<div><div><header><h1>The ferry</h1></header>{footer}</div>{PROSE}</div>"))
            .published
    };
    assert!(head("datePublished").is_some() && head("startDate").is_none());
    let changed = "<dl><dt>Updated:</dt><dd><quay-ago><time datetime=2022-03-07>now</time></quay-ago></dd></dl>\
                   <dl><dt>Original:</dt><dd><time datetime=2021-05-14>then</time></dd></dl>";
    assert_eq!(day("", changed).as_deref(), Some("2021-05-14"));
}

#[test]
fn an_address_may_leave_out_its_scheme_or_site_and_stand_in_other_places() {
    let wanted = Some("https://quay.example/news/ferry");
    for head in [
        "<link rel=canonical href='//quay.example/news/ferry'>",
        "<base href='https://quay.example/x/'><meta property=og:url content='/news/ferry'>",
        "<meta itemprop=url content='https://quay.example/news/ferry'>",
        "<meta itemscope itemprop=mainEntityOfPage itemid='https://quay.example/news/ferry'>",
        "<meta name=citation_public_url content='https://quay.example/news/ferry'>",
        "<link rel=shortlink href='https://quay.example/news/ferry'>",
    ] {
        let article = page(head, PROSE);
        assert_eq!(article.url.as_deref(), wanted, "{head}");
    }
    let kept = format!("<html data-scrapbook-source='https://quay.example/news/ferry'><body>{PROSE}");
    assert_eq!(read(&kept).url.as_deref(), wanted);
}
