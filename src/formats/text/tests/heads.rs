//! What stands between a headline and the first paragraph, as newspapers set it.

use super::{byline, day, headline, read};
use crate::article::{Article, Text};

pub(super) const STORY: &str = "The ferry left at six with nine hens on board and a man who would not say where, and when it came back in the evening there were eleven.";

/// Reads a headline, what is under it, and two paragraphs.
pub(super) fn under(head: &str) -> Article {
    read("x.txt", format!("The ferry goes north\n\n{head}\n\n{STORY}\n\n{STORY}\n").as_bytes())
}

#[test]
fn a_standfirst_hides_neither_the_byline_nor_the_day() {
    let article = under("Nobody on the quay had asked for it.\nBy Ada Morrow\nMay 12, 2019");
    assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2019-05-12"));
    assert_eq!(article.standfirst.as_deref(), Some("Nobody on the quay had asked for it."));
    assert!(article.plain_text().starts_with("The ferry left"));
}

#[test]
fn buttons_and_pictures_between_them_stop_nothing() {
    let article =
        under("Ada Morrow\n12 May 2019\nShare\n3 min read\n\nNine hens at the rail. Photo: Tom Abara");
    assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2019-05-12"));
    assert_eq!(article.caption.as_deref(), Some("Nine hens at the rail. Photo: Tom Abara"));
    let leftovers: Vec<&str> = article.leftovers.iter().map(Text::as_str).collect();
    assert_eq!(leftovers, ["Share", "3 min read"]);
}

#[test]
fn a_day_further_down_is_not_the_articles() {
    let story = format!("A year on the ferry\n\n{STORY}\n\n{STORY}\n\n12 May 2019\n\n{STORY}\n");
    let article = read("x.txt", story.as_bytes());
    assert_eq!((day(&article).as_str(), article.standfirst), ("", None));
}

#[test]
fn a_chronicle_is_no_list_of_the_articles_days() {
    let entries = "12 May 1890: the first crane arrives\n3 June 1901: the quay is paved\n4 July 1913: the lamps are lit\n";
    let article = read("x.txt", format!("A short history of the harbour\n\n{entries}\n{STORY}\n").as_bytes());
    assert_eq!((day(&article), article.crossheads().len()), (String::new(), 0));
    assert!(article.plain_text().starts_with("12 May 1890: the first crane"), "{}", article.plain_text());
    let dated = format!("A short history of the harbour\n\n8 December 2016\n\n{entries}\n{STORY}\n");
    let article = read("x.txt", dated.as_bytes());
    assert_eq!(day(&article), "2016-12-08");
    assert!(article.plain_text().starts_with("12 May 1890: the first crane"), "{}", article.plain_text());
}

#[test]
fn what_a_line_says_beside_its_day_and_names_is_left_over() {
    for (line, names) in [
        ("Opening hours: 1 May 2024 to 30 Sept 2024", &[][..]),
        ("Special report from Port Merrin, 8 December 2016, third part", &[]),
        ("By Ada Morrow, harbour correspondent", &["Ada Morrow"]),
        ("By Reuters", &[]),
    ] {
        let article = under(line);
        let leftovers: Vec<&str> = article.leftovers.iter().map(Text::as_str).collect();
        assert_eq!((byline(&article), leftovers), (names.to_vec(), vec![line]));
    }
    let article = under("Thursday, 12 May 2016 by Ada Morrow and Tom Abara");
    assert_eq!((byline(&article), article.leftovers.len()), (vec!["Ada Morrow", "Tom Abara"], 0));
}

#[test]
fn a_headline_may_begin_as_a_byline_does() {
    for title in
        ["Von der Leyen in Warschau", "By Land and Sea", "De La Soul Returns", "Par Dieu et Mon Droit"]
    {
        let article = read("x.txt", format!("{title}\n\n{STORY}\n").as_bytes());
        assert_eq!((headline(&article), byline(&article).as_slice()), (title, &[][..]));
    }
    let signed = read("x.txt", format!("By Ada Morrow, 12 May 2019\n\n{STORY}\n").as_bytes());
    assert_eq!((headline(&signed), byline(&signed)), ("x", vec!["Ada Morrow"]));
}

#[test]
fn words_with_capitals_under_the_day_are_a_crosshead_where_a_blank_line_parts_them() {
    let article = under("8 December 2016\n\nMarket Day");
    assert_eq!((byline(&article).as_slice(), article.crossheads()), (&[][..], vec!["Market Day".to_owned()]));
}

#[test]
fn the_first_crosshead_is_one_and_a_measure_is_none() {
    let text = format!(
        "A winter on the quay\n\nBy Ada Morrow\n\nChapter One\n\n{STORY}\n\nChapter Two\n\n{STORY}\n"
    );
    assert_eq!(read("x.txt", text.as_bytes()).crossheads(), ["Chapter One", "Chapter Two"]);
    for word in ["Introduction", "Ingredients", "Monday"] {
        let article = under(word);
        assert_eq!((article.crossheads(), article.caption.as_deref()), (vec![word.to_owned()], None));
    }
    let flour = format!("Bread\n\n500 g flour\n\n10 g salt\n\n{STORY}\n");
    assert_eq!(read("x.txt", flour.as_bytes()).crossheads(), [""; 0]);
}

#[test]
fn the_name_of_a_file_under_the_headline_is_a_caption() {
    for word in ["Ferrynorth", "IMG_2231", "ferry_north", "DSC04417"] {
        let article = under(word);
        assert_eq!((article.caption.as_deref(), article.crossheads().len()), (Some(word), 0));
    }
}

#[test]
fn a_name_behind_the_headline_is_the_outlet_and_more_are_left_over() {
    let article = read("x.txt", format!("Storm hits the coast | Harbour Post\n\n{STORY}\n").as_bytes());
    assert_eq!(
        (headline(&article), article.outlet.as_deref()),
        ("Storm hits the coast", Some("Harbour Post"))
    );
    let text = format!("Storm hits the coast | Weather | Harbour Post\n\n{STORY}\n");
    let article = read("x.txt", text.as_bytes());
    let leftovers: Vec<&str> = article.leftovers.iter().map(Text::as_str).collect();
    assert_eq!((article.outlet.as_deref(), leftovers), (None, vec!["Weather | Harbour Post"]));
    let tagged = read("x.txt", format!("#MeToo five years on\n\n{STORY}\n").as_bytes());
    assert_eq!(headline(&tagged), "#MeToo five years on");
    let marked = read("x.txt", format!("## The ferry goes north\n\n{STORY}\n").as_bytes());
    assert_eq!(headline(&marked), "The ferry goes north");
}

#[test]
fn a_short_label_right_above_the_headline_is_its_kicker() {
    let text = format!("BALTIC\nThe ferry goes north again\n\nNobody had asked for it.\n\n{STORY}\n");
    let article = read("x.txt", text.as_bytes());
    assert_eq!(headline(&article), "The ferry goes north again");
    assert_eq!(article.kicker.as_deref(), Some("BALTIC"));
}

#[test]
fn an_address_on_the_first_line_is_the_articles() {
    let text = format!("https://quay.example/ferry\n\nThe ferry goes north\n\n{STORY}\n");
    let article = read("x.txt", text.as_bytes());
    assert_eq!(headline(&article), "The ferry goes north");
    assert_eq!(article.url.as_deref(), Some("https://quay.example/ferry"));
}

#[test]
fn signs_over_and_under_a_headline_are_neither_it_nor_a_caption() {
    for sign in ["=", "#", "^", "*", "."] {
        let rule = sign.repeat(19);
        for over in ["", rule.as_str()] {
            let text = format!("{over}\nThe ferry goes north\n{rule}\n\n{STORY}\n");
            let article = read("x.txt", text.trim_start().as_bytes());
            assert_eq!(
                (headline(&article), article.caption.as_deref()),
                ("The ferry goes north", None),
                "{text}"
            );
            assert_eq!(article.plain_text(), STORY);
        }
    }
}

#[test]
fn what_a_page_glues_above_its_headline_is_not_it() {
    let below = format!("\n\n{STORY}\n\n{STORY}\n");
    for head in [
        "The Harbour Gazette\nThe ferry goes north again\nAda Morrow\n12 May 2019",
        "HARBOUR\nThe ferry goes north again\nNobody had asked for it.\nBy Ada Morrow\n12 May 2019",
        "Share on Facebook\nShare on X\n\nThe ferry goes north again\n\nby Ada Morrow\n12 May 2019",
        "The ferry goes north again | Ships | Harbour Gazette\n\nAda Morrow · 12.05.2019",
    ] {
        let article = read("x.txt", format!("{head}{below}").as_bytes());
        assert_eq!(headline(&article), "The ferry goes north again", "{head}");
        assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2019-05-12"), "{head}");
    }
    let bread = read("x.txt", format!("Bread\nThe ferry goes north again\n{STORY}\n").as_bytes());
    assert_eq!(headline(&bread), "Bread", "without a name or a day the first line is the headline");
}

#[test]
fn a_label_that_points_takes_the_headline_under_it_along() {
    let text = format!("The ferry\n\n{STORY}\n\nRead more:\nWhy the bridge is shut again\n\n{STORY}\n");
    let article = read("x.txt", text.as_bytes());
    assert_eq!(article.leftovers.len(), 2);
    assert_eq!(article.plain_text(), format!("{STORY}\n\n{STORY}"));
    let text = format!("The ferry\n\n{STORY}\n\nRead more:\n{STORY}\n");
    assert_eq!(read("x.txt", text.as_bytes()).plain_text(), format!("{STORY}\n\n{STORY}"), "prose stays");
}
