//! Dumps of whole pages: which of their lines are the article.

use super::*;

#[test]
fn the_article_is_found_in_the_dump_of_a_page() {
    let menu: Vec<String> = (0..30).map(|n| format!("  * [7]Topic {n}")).collect();
    let menu = menu.join("\n");
    let prose = "The last tram of the night leaves the depot with its lamps out, and the driver hums.\n\n\
                 Nobody has paid on it since the strike, and [12]nobody has asked for a fare; it is a custom now.\n\n";
    let page = format!(
        "[1]Skip to content\n\n{menu}\n\nThe tram that runs for nothing\n\nBy Jo Park\n3 May 2021\n\n{}{menu}\n",
        prose.repeat(4)
    );
    let article = read("tram.txt", page.as_bytes());
    assert_eq!(
        (headline(&article), day(&article).as_str()),
        ("The tram that runs for nothing", "2021-05-03")
    );
    assert_eq!(byline(&article), ["Jo Park"]);
    assert_eq!(article.body.len(), 8);
    assert!(article.plain_text().contains("and nobody has asked"));
    assert!(article.leftovers.len() > 60);
}

/// A page as lynx dumps it: prose set in, the headline not, marks before links, addresses at the end.
fn lynx(title: &str, about: &str, prose: &str, under: &str) -> String {
    let menu = (1..30).map(|n| format!("     * [{n}]Topic {n}\n")).collect::<Vec<_>>().concat();
    let refs = (1..40).map(|n| format!("  {n}. https://page.example/{n}\n")).collect::<Vec<_>>().concat();
    format!(
        "   [1]Skip to content\n\n{menu}\n{title}\n\n{about}\n\n{prose}\n{under}\n{menu}\nReferences\n\n   Visible links:\n{refs}"
    )
}

#[test]
fn the_headline_of_a_dump_is_set_apart_from_its_prose() {
    let about = "   [30]Ada Morrow\n   Published: 3 May 2021 | 4 min read";
    let page = lynx("The night the lamps went out", about, &LAMPS.repeat(3), "");
    let article = read("lamps.txt", page.as_bytes());
    assert_eq!(headline(&article), "The night the lamps went out");
    assert_eq!((day(&article).as_str(), byline(&article)), ("2021-05-03", vec!["Ada Morrow"]));
    assert_eq!(article.body.len(), 6);
    assert!(article.plain_text().contains("the harbour master lit a candle"), "{}", article.plain_text());
}

#[test]
fn a_mark_of_lynx_links_the_word_behind_it() {
    let page = lynx("The night the lamps went out", "   By Ada Morrow", &LAMPS.repeat(3), "");
    let article = read("lamps.txt", page.as_bytes());
    let urls: Vec<&str> = article.links.iter().map(|l| l.url.as_str()).collect();
    assert_eq!(urls, ["https://page.example/31"], "the links of the menu are the page's, not the article's");
    let Block::Paragraph(runs) = &article.body[0] else { panic!("{:?}", article.body[0]) };
    let linked: Vec<&str> = runs.iter().filter(|r| r.target.is_some()).map(|r| r.text.as_str()).collect();
    assert_eq!(linked, ["harbour"]);
}

#[test]
fn a_list_of_references_is_no_table_of_a_dump() {
    let text = "The lamps\n\nThe lamps went out along the quay, as [1] says.\n\nReferences\n\n  1. https://quay.example/2021/05/03/lamps\n  2. https://post.example/oil\n";
    let article = read("x.txt", text.as_bytes());
    assert_eq!(article.sources.len(), 2);
    assert_eq!(article.plain_text(), "The lamps went out along the quay, as [1] says.");
}

#[test]
fn who_signs_a_teaser_below_did_not_write_the_article() {
    let under = "   More stories\n\n   Bread goes up by a penny\n\n   By Tom Abara\n\n";
    let page = lynx("The night the lamps went out", "   3 May 2021", &LAMPS.repeat(4), under);
    let article = read("lamps.txt", page.as_bytes());
    assert_eq!((day(&article).as_str(), byline(&article).as_slice()), ("2021-05-03", &[][..]));
    let page =
        lynx("The night the lamps went out", "   3 May 2021", &LAMPS.repeat(4), "   By Ada Morrow\n\n");
    assert_eq!(byline(&read("lamps.txt", page.as_bytes())), ["Ada Morrow"]);
    let list = "   More stories\n\n   Bread goes up by a penny\n\n     * Date 3 May 2021\n     * Author Ada Morrow\n\n";
    let page = lynx("The night the lamps went out", "   3 May 2021", &LAMPS.repeat(4), list);
    assert_eq!(
        byline(&read("lamps.txt", page.as_bytes())),
        ["Ada Morrow"],
        "the list of the page's own data"
    );
}

#[test]
fn the_items_of_a_list_inside_an_article_are_its_own_however_short() {
    let list = "   * Salt\n\n   * Bread and butter\n\n   * Two ropes of the best kind\n\n";
    let prose = [LAMPS, list, LAMPS].concat();
    let page = lynx("The night the lamps went out", "   By Ada Morrow", &prose, "");
    let article = read("lamps.txt", page.as_bytes());
    let is_list = |block: &Block| matches!(block, Block::List { items, .. } if items.len() == 3);
    assert!(article.body.iter().any(is_list), "{:?}", article.body);
}

#[test]
fn an_article_may_end_with_a_word_on_a_letter() {
    let told = "   The town has a newsletter and anyone may register for it, the mayor told the council, which \
                had voted for it by five to four.\n\n";
    for (last, stays) in
        [(told, true), ("   Sign up for our newsletter, every Friday in your letter box.\n\n", false)]
    {
        let page =
            lynx("The night the lamps went out", "   By Ada Morrow", &[&LAMPS.repeat(3), last].concat(), "");
        let text = read("lamps.txt", page.as_bytes()).plain_text();
        assert_eq!(text.contains("newsletter"), stays, "{text}");
    }
}

#[test]
fn paragraphs_that_tell_of_pictures_are_no_credits() {
    for told in [
        "Le Crédit maritime a annoncé jeudi qu'il ferme son guichet du port, où dix personnes travaillent encore.",
        "Shares of Getty Images fell by a tenth on Thursday, the day the lamps along the whole quay went out.",
    ] {
        let prose = [LAMPS, "   ", told, "\n\n", LAMPS].concat();
        let page = lynx("The night the lamps went out", "   By Ada Morrow", &prose, "");
        let text = read("lamps.txt", page.as_bytes()).plain_text();
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn prose_is_told_by_the_stops_of_its_own_script() {
    for (title, sentence) in [
        (
            "بندرگاہ کے چراغ آدھی رات کو بجھ گئے",
            "بندرگاہ کے ساتھ لگے ہوئے تمام چراغ رات نو بجے بجھ گئے اور نگران نے ایک پرانی موم بتی جلائی جو اس سے بھی پرانی ہے۔",
        ),
        (
            "Նավահանգստի լույսերը մարեցին կեսգիշերին",
            "Նավահանգստի երկայնքով բոլոր լույսերը մարեցին երեկոյան ժամը իննին, և հսկիչը վառեց մի հին մոմ, որը նրանից մեծ է։",
        ),
    ] {
        let prose = [1, 2, 3, 4].map(|n| format!("   {n}- {sentence}\n\n")).concat();
        let article = read("x.txt", lynx(title, "   3 May 2021", &prose, "").as_bytes());
        assert_eq!((headline(&article), article.body.len()), (title, 4), "{}", article.plain_text());
    }
}

#[test]
fn other_articles_under_one_are_left_out() {
    let teaser = "[32]A ferry comes home at last\n\n   It had been away for nine years. Nobody had asked it where.\n\n[33]Bread goes up by a penny\n\n   The bakers say it is the flour. The millers say it is the bakers.\n\n";
    let page = lynx("The night the lamps went out", "   By Ada Morrow", &LAMPS.repeat(4), teaser);
    let text = read("lamps.txt", page.as_bytes()).plain_text();
    assert!(text.contains("Nobody was late") && !text.contains("ferry") && !text.contains("penny"), "{text}");
    let page = lynx(
        "The night the lamps went out",
        "   By Ada Morrow",
        &LAMPS.repeat(4),
        &format!("   Read more\n\n{}", LAMPS.replace("lamps", "ovens")),
    );
    let text = read("lamps.txt", page.as_bytes()).plain_text();
    assert!(!text.contains("ovens"), "{text}");
}
