//! Stories about the place of an article in its page: what stands around it, what follows it, what else looks like one.

use super::{PROSE, page};

const HEAD: &str = "<title>The new boat - The Quay</title>";
/// Lines nobody would take for the article about the boat.
const OTHER: &str = "<p>Bread is dearer again on the quay, and the baker says that the flour is to blame for all of it.</p>\
    <p>He has asked the harbour master for a lower rent, and the master has asked him for a loaf in return for that.</p>";

#[test]
fn an_article_shown_only_where_no_programs_run_is_read() {
    let article = page(HEAD, &format!("<main><noscript>{PROSE}{OTHER}{OTHER}</noscript></main>"));
    assert_eq!(article.body.len(), 7);
    let excuse =
        "<noscript><p>Please switch on the programs of your browser to read all of this page.</p></noscript>";
    let article = page(HEAD, &format!("<article>{excuse}{PROSE}</article>"));
    assert!(!article.plain_text().contains("switch on"));
}

#[test]
fn articles_that_follow_inside_an_article_around_them_all_are_left_out() {
    let one = |headline: &str, prose: &str| {
        format!(
            "<section><article><header><h1>{headline}</h1></header><div>{prose}</div></article></section>"
        )
    };
    let long = OTHER.repeat(4);
    let all = [one("The new boat", PROSE), one("Bread is dearer", &long)].concat();
    let text = page(HEAD, &format!("<main><article>{all}</article></main>")).plain_text();
    assert!(text.contains("left the quay at six") && !text.contains("flour"), "{text}");
}

#[test]
fn an_element_that_holds_the_headline_and_a_lead_alone_is_not_the_whole_article() {
    let lead = "<article><h1>The new boat</h1><p>The new boat crosses in ten minutes, and the old one is for sale now.</p></article>";
    let text = page(HEAD, &format!("<section>{lead}</section><section><div>{PROSE}{OTHER}</div></section>"))
        .plain_text();
    assert!(text.contains("left the quay at six") && text.contains("a loaf in return"), "{text}");
}

#[test]
fn a_short_article_is_not_lost_to_the_pointers_beside_it() {
    let pointer = "<aside><article><h1>Bread is dearer again on the quay, and the baker says \
        that the flour is to blame, and the miller, and the weather, and all who eat more of it than they did</h1></article></aside>";
    let lead = "<p>The new boat crosses in ten minutes, and the old one is for sale.</p>";
    let text = page(
        HEAD,
        &format!("<div><span>For members</span><h1>The new boat</h1></div><div class=article-body>{lead}{pointer}</div>"),
    )
    .plain_text();
    assert!(text.contains("crosses in ten minutes") && !text.contains("Bread"), "{text}");
}

#[test]
fn the_article_around_the_headline_is_not_given_up_for_a_longer_list_of_others() {
    let teaser = "<div><h4>Bread is dearer</h4><p>9 May: the flour</p></div>";
    let others = format!("<article class=more>{}</article>", teaser.repeat(150));
    let text = page(HEAD, &format!("<article><h1>The new boat</h1>{PROSE}</article>{others}")).plain_text();
    assert!(text.contains("left the quay at six") && !text.contains("flour"), "{text}");
}
