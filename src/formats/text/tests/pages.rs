//! Dumps of small pages: which line is the headline, who is named under it, and where the article ends.

use super::{byline, day, headline, read};

const MENU: &str = "  • News\n  • Sport\n  • Views\n  • Ships\n  • Log in\n";
const FOOT: &str = "Contact\n\nImprint\n\nJobs\n\nPrivacy\n\nHelp";
const STORY: &str = "The council voted on Tuesday to keep the old baths open for three more years, after a campaign by \
    people who had gathered more than four thousand names.\n\nEngineers had warned that the roof would cost two \
    million. The money will come from a fund that was meant for a car park.\n\nWork is due to start in the spring.\n";

fn page(head: &str, foot: &str) -> crate::article::Article {
    read("x.txt", format!("Quay Gazette\n\n{MENU}\n{head}\n\n{STORY}\n{foot}\n\n{FOOT}\n").as_bytes())
}

#[test]
fn a_headline_right_under_its_kicker_wins_over_the_standfirst() {
    for head in [
        "TOWN\nOld baths saved after a long fight\n\nCouncillors back a plan to repair the roof with parking money",
        "Town\nOld baths saved after a long fight\nCouncillors back a plan to repair the roof with parking money",
    ] {
        let article = page(&format!("{head}\n\nBy Ada Morrow\n\n14 March 2024"), "");
        assert_eq!(headline(&article), "Old baths saved after a long fight", "{head}");
        assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2024-03-14"), "{head}");
    }
}

#[test]
fn neither_rights_nor_a_letter_end_the_article_early_or_late() {
    let head = "Old baths saved after a long fight\n\nBy Ada Morrow\n\n14 March 2024";
    for foot in [
        "© Tutti i diritti riservati",
        "© 2024 Quay Gazette",
        "Get our flagship newsletter with all the headlines of the day. Sign up here.",
    ] {
        let article = page(head, foot);
        assert!(article.plain_text().ends_with("start in the spring."), "{foot}: {}", article.plain_text());
    }
}

#[test]
fn few_marks_before_words_and_their_addresses_make_a_dump() {
    let addresses: Vec<String> = (1..=5).map(|n| format!("   {n}. https://quay.example/{n}")).collect();
    let addresses = addresses.join("\n");
    let text = format!(
        "   [1]Skip to the text\n\n   [2]News\n   [3]Sport\n   [4]Log in\n\nOld baths saved after a long fight\n\n   \
         14 March 2024\n\n{STORY}\n   [5]Contact\n\nReferences\n\n{addresses}"
    );
    let article = read("x.txt", text.as_bytes());
    assert_eq!(headline(&article), "Old baths saved after a long fight");
    assert!(article.plain_text().starts_with("The council voted"), "{}", article.plain_text());
    let own = format!("Old baths\n\nSaved at last [1], and for long.\n\n{STORY}\nReferences\n\n{addresses}");
    assert_eq!(read("x.txt", own.as_bytes()).sources.len(), 5, "a writer's own list is one of sources");
}

#[test]
fn thai_is_prose_without_full_stops() {
    let story =
        "สภาเมืองมีมติให้เปิดสระว่ายน้ำเก่าต่อไปอีกอย่างน้อยสามปี หลังจากชาวบ้านรวบรวมรายชื่อได้มากกว่าสี่พันคนเพื่อคัดค้านการปิด";
    let text = format!(
        "ข่าวริมน้ำ\n\n{MENU}\nสภาเมืองเปิดสระว่ายน้ำเก่าต่ออีกสามปี\n\nวันพฤหัสบดีที่ 14 มีนาคม พ.ศ. 2567\n\n{story}\n\n\
         {story}\n\n{story}\n\nข่าวที่เกี่ยวข้อง\n\nติดต่อเรา\n\n{FOOT}\n"
    );
    let article = read("x.txt", text.as_bytes());
    assert_eq!(headline(&article), "สภาเมืองเปิดสระว่ายน้ำเก่าต่ออีกสามปี");
    assert_eq!(day(&article), "2024-03-14");
    assert_eq!(article.plain_text(), [story; 3].join("\n\n"));
}

#[test]
fn neither_standfirst_nor_caption_is_the_headline_above_them() {
    for below in [
        "Council pays with parking money\n\nAda Morrow\n\n14 March 2024",
        "The baths in Mill Street. QP/Ida Holm\n\nBy Ada Morrow\n\n14 March 2024",
        "By Ada Morrow, our correspondent\n\nThe money was meant for a car park\n\n14 March 2024",
        "  • The roof is paid for with the money of a car park\n\nSwimmers in Mill Street last week\n\nAda Morrow\n\n14 March 2024",
    ] {
        let article = page(&format!("Old baths saved after a long fight\n\n{below}"), "");
        assert_eq!(headline(&article), "Old baths saved after a long fight", "{below}");
        assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2024-03-14"), "{below}");
    }
    let article = page("A woman in a pool (montage)\n\nOld baths are saved at last\n\n14 March 2024", "");
    assert_eq!(headline(&article), "Old baths are saved at last");
}

#[test]
fn names_are_found_behind_jobs_before_houses_and_on_two_lines() {
    for (line, names) in [
        ("Ada Morrow in Quayside and Tom Abara\n14 March 2024", &["Ada Morrow", "Tom Abara"][..]),
        ("By Ada Morrow Quay News\n14 March 2024", &["Ada Morrow"]),
        ("By Ada Morrow and Tom Abara, QNN\n14 March 2024", &["Ada Morrow", "Tom Abara"]),
        ("By Ada MorrowStaff Writer\n14 March 2024", &["Ada Morrow"]),
        ("By ADA MORROW FOR QUAY ONLINE\n14 March 2024", &["ADA MORROW"]),
        ("By Ada Morrow\n\nand\n\nTom Abara\n\n14 March 2024", &["Ada Morrow", "Tom Abara"]),
        ("Ada Morrow,\n\nTom Abara\n\n14 March 2024", &["Ada Morrow", "Tom Abara"]),
        ("Quay-Redakteurin Ada Morrow\n14.03.2024", &["Ada Morrow"]),
        ("Ida Holm\n\nAda Morrow\n14 March 2024", &["Ada Morrow"]),
        ("Ada Morrow (editor of the page)\n14 March 2024", &["Ada Morrow"]),
        ("Redazione Quay\n14/03/2024", &[]),
    ] {
        let article = page(&format!("Old baths saved after a long fight\n\n{line}"), "");
        assert_eq!((byline(&article), day(&article).as_str()), (names.to_vec(), "2024-03-14"), "{line}");
    }
}

#[test]
fn a_change_alone_is_not_the_day_of_the_article() {
    let head = "14.03.2024 10:21\n\nOld baths saved after a long fight\n\nActualizat: 15.03.2024 08:00";
    assert_eq!(day(&page(head, "")), "2024-03-14");
}
