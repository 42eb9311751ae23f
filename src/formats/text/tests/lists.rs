//! Lists of sources under a text, and what stands beneath them.

use super::{read, sources};
use crate::article::{Article, Text};

const STORY: &str = "The ferry left at six with nine hens on board and a man who would not say where, and when it came back in the evening there were eleven.";

/// Reads two paragraphs and what ends the file.
fn over(list: &str) -> Article {
    read("x.txt", format!("The ferry goes north\n\n{STORY}\n\n{STORY}\n\n{list}\n").as_bytes())
}

fn leftovers(article: &Article) -> Vec<&str> {
    article.leftovers.iter().map(Text::as_str).collect()
}

#[test]
fn an_entry_that_only_its_number_or_place_gives_away_is_one() {
    for list in [
        "Sources\n[1] The lamps go out – Harbour Post, 3 May 2019\n[2] Harbour office, list no. 12\n[3] dpa",
        "Sources:\n• \"The lamps go out\", Harbour Post, 3 May 2019\n• Tom Abara, pilot, at the quay\n• dpa",
        "Sources\nHarbour Post (Gdynia): The lamps go out, 3 May 2019\nHarbour office, Lamps in Figures\ndpa",
        "Sources\n\n1. \"The lamps go out\", Harbour Post, 3 May 2019\n\n2. Harbour office\n\n3. dpa",
    ] {
        let article = over(list);
        assert_eq!((article.sources.len(), leftovers(&article)), (3, vec![]), "{list}");
    }
}

#[test]
fn a_blank_line_ends_a_list_that_has_none() {
    let list = "Sources:\nHarbour Post (Gdynia): The lamps go out, 3 May 2019\ndpa";
    let article = over(&format!("{list}\n\nAda Morrow\nharbour reporter"));
    assert_eq!((article.sources.len(), leftovers(&article)), (2, vec!["Ada Morrow", "harbour reporter"]));
    let corrected = over(&format!("{list}\n\nCorrection: there were ten hens, not nine."));
    assert_eq!(corrected.sources.len(), 2, "{}", sources(&corrected));
    assert!(corrected.plain_text().ends_with("there were ten hens, not nine."));
}

#[test]
fn numbers_that_do_not_count_up_stay_as_they_are() {
    let text = format!("Ships of the week\n\n{STORY}\n\n3. The Ida\n2. The Ada\n1. The Tom\n\n{STORY}\n");
    let article = read("x.txt", text.as_bytes());
    assert!(article.plain_text().contains("3. The Ida"), "{}", article.plain_text());
}

#[test]
fn a_button_stuck_to_a_list_is_no_entry() {
    let article =
        over("Sources:\nHarbour Post (Gdynia): The lamps go out, 3 May 2019\nShare on Facebook\ndpa");
    assert_eq!(leftovers(&article), ["Share on Facebook", "dpa"]);
}

#[test]
fn lines_that_point_at_another_article_are_left_out() {
    for line in [
        "Read more: Bread is dearer on the quay",
        "Lees ook: Brood is duurder op de kade",
        "Läs mer: Brödet blir dyrare på kajen",
        "Zobacz także: Chleb drożeje na nabrzeżu",
        "Читайте также: Хлеб на причале дорожает",
        "اقرأ أيضا: الخبز أغلى على الرصيف",
    ] {
        let article = over(&format!("{line}\n\n{STORY}"));
        assert_eq!((leftovers(&article), article.crossheads().len()), (vec![line], 0), "{line}");
    }
    let said = over(&format!("Lea: The bread is dearer on the quay\n\n{STORY}"));
    assert!(leftovers(&said).is_empty(), "somebody who speaks");
}

#[test]
fn credits_and_numbered_notes_are_no_crossheads() {
    let article = over(&format!("Photo: Tom Abara\n\n{STORY}\n\nThe quay\n\n{STORY}"));
    assert_eq!(article.crossheads(), ["The quay"]);
    let notes = "1. Ada Morrow and the lamps of the quay\n\n2. The same, and the bread that is dearer again\n\n3. Tom Abara on what the pilots knew of it, and when, and who told the bakers about the lamps";
    assert_eq!(over(notes).crossheads(), [""; 0]);
}
