//! Mail as people keep it: newsletters, answers, mailboxes, saved pages, and what is sent to harm.

mod shapes;

use std::fmt::Write as _;

use crate::article::{Article, Block, Text};
use crate::formats::{self, Origin};

fn read(name: &str, bytes: &[u8]) -> Vec<Article> {
    formats::parse(bytes, &Origin { name, ..Origin::default() }).unwrap()
}

fn fixture(name: &str) -> Vec<Article> {
    let path = format!("{}/tests/fixtures/formats/mail/{name}", env!("CARGO_MANIFEST_DIR"));
    read(name, &std::fs::read(path).unwrap())
}

fn headline(article: &Article) -> &str {
    article.headline.as_deref().unwrap_or_default()
}

fn byline(article: &Article) -> Vec<&str> {
    article.byline.iter().map(Text::as_str).collect()
}

fn leftovers(article: &Article) -> Vec<&str> {
    article.leftovers.iter().map(Text::as_str).collect()
}

fn date(article: &Article) -> String {
    article.published.map(|published| published.at.to_string()).unwrap_or_default()
}

#[test]
fn a_newsletter_says_who_wrote_what_when_and_where_it_can_be_read() {
    let letter = fixture("newsletter.eml").remove(0);
    assert_eq!(letter.provenance.format, "mail");
    assert_eq!(headline(&letter), "The harbour that moved: a café on stilts");
    assert_eq!(byline(&letter), ["Ines Varga"]);
    assert_eq!(letter.outlet.as_deref(), Some("The Salt Line"));
    assert_eq!(date(&letter), "2025-11-14T23:30:00-05:00", "the writer's own day and zone");
    assert_eq!(letter.url.as_deref(), Some("https://saltline.example/letters/61-the-harbour-that-moved"));
    assert_eq!(letter.guid.as_deref(), Some("20251114-61@letters.saltline.example"));
    assert_eq!(letter.language.map(|l| l.to_string()).as_deref(), Some("en"));
}

#[test]
fn the_tables_of_a_newsletter_are_read_through_and_its_frame_is_left_over() {
    let letter = fixture("newsletter.eml").remove(0);
    assert!(
        letter.plain_text().starts_with("The harbour of Orrin has moved twice"),
        "{}",
        letter.plain_text()
    );
    assert_eq!(letter.crossheads(), ["The sand did it"]);
    assert!(matches!(letter.body.last(), Some(Block::Quote { .. })), "{:?}", letter.body);
    assert!(!letter.plain_text().contains("tide left behind"), "what no browser shows is not read");
    assert_eq!(leftovers(&letter), ["View this email in your browser", "You can unsubscribe at any time."]);
    assert!(letter.links.iter().any(|link| link.url.as_str() == "https://orrin.example/sandbar"));
}

#[test]
fn an_answer_keeps_quotations_apart_and_its_signature_out() {
    let answer = fixture("answer.eml").remove(0);
    let kinds: Vec<&str> = answer
        .body
        .iter()
        .map(|block| match block {
            Block::Quote { blocks, .. } if matches!(blocks.last(), Some(Block::Quote { .. })) => {
                "quote of quote"
            }
            Block::Quote { .. } => "quote",
            _ => "text",
        })
        .collect();
    assert_eq!(kinds, ["text", "quote of quote", "text", "text"]);
    let text = answer.plain_text();
    assert!(
        text.contains("I have tried everything my grandfather taught me."),
        "flowed lines are joined: {text}"
    );
    assert!(text.ends_with("From there the line cannot slip."), "a stuffed space goes: {text}");
    assert_eq!(leftovers(&answer), ["Tomasz Lis", "keeper of strings", "attachment: figure-of-eight.png"]);
}

#[test]
fn a_mailbox_is_cut_into_messages_and_its_marks_are_taken_back() {
    let messages = fixture("village.mbox");
    let found: Vec<&str> = messages.iter().map(headline).collect();
    assert_eq!(found, ["The bridge is closed", "The boat", "The bridge is open"]);
    let first = &messages[0];
    assert!(first.plain_text().contains("\n\nFrom Thursday on, a boat"), "{}", first.plain_text());
    assert!(first.plain_text().contains("From here on the path is dry."), "prose is no border");
    assert_eq!(first.provenance.item.as_deref(), Some("1"));
    assert_eq!(first.provenance.collection.as_deref(), Some("village"));
    assert_eq!(byline(&messages[1]), ["clerk@village.example"], "an address where there is no name");
    assert_eq!(date(&messages[2]), "2025-03-05T11:00:00Z");
}

#[test]
fn a_saved_page_is_read_as_the_page_it_is() {
    let page = fixture("saved-page.mhtml").remove(0);
    assert_eq!(page.provenance.format, "mhtml");
    assert_eq!(headline(&page), "The quarry that answers");
    assert_eq!(page.url.as_deref(), Some("https://quarry.example/2024/09/12/echo"));
    assert_eq!(date(&page), "2024-09-12T07:00:00Z", "not the day it was saved");
    assert_eq!(page.outlet.as_deref(), Some("Quarry Post"));
    assert!(page.byline.is_empty(), "the browser wrote nothing");
    assert!(page.plain_text().contains("café below"));
}

#[test]
fn headers_in_old_encodings_are_read_raw_and_in_words() {
    let (subject, _, _) = encoding_rs::KOI8_R.encode("Мост закрыт до весны, паром ходит по утрам");
    let mut raw = b"From: clerk@river.example\nSubject: ".to_vec();
    raw.extend_from_slice(&subject);
    raw.extend_from_slice(
        b"\nContent-Type: text/plain; charset=koi8-r\nDate: Mon, 3 Mar 2025 09:00:00 +0300\n\n",
    );
    raw.extend_from_slice(&encoding_rs::KOI8_R.encode("Река поднялась.\n").0);
    let letter = read("bridge.eml", &raw).remove(0);
    assert_eq!(headline(&letter), "Мост закрыт до весны, паром ходит по утрам");
    assert_eq!(letter.plain_text(), "Река поднялась.");
    assert_eq!(letter.provenance.encoding, "koi8-r");

    let mut shifted = b"From: keeper@light.example\nSubject: ".to_vec();
    shifted.extend_from_slice(&encoding_rs::ISO_2022_JP.encode("灯台の夜").0);
    shifted.extend_from_slice(b"\nMIME-Version: 1.0\n\nok\n");
    assert_eq!(headline(&read("light.eml", &shifted).remove(0)), "灯台の夜");

    let words = b"From: =?ISO-2022-JP?B?GyRCRXRCZhsoQg==?= <keeper@light.example>\nSubject: x\n\nok\n";
    assert_eq!(byline(&read("words.eml", words).remove(0)), ["灯台"]);
}

#[test]
fn a_maildir_file_without_an_ending_is_known_by_its_headers_and_a_note_is_not() {
    let known = |bytes: &[u8]| formats::detect(bytes, "1741000000.M1P2.host:2,S").name;
    assert_eq!(known(b"Return-Path: <a@b.example>\nSubject: x\n\nBody\n"), "mail");
    assert_eq!(known(b"From - \nFrom: a@b.example\nSubject: x\n\nBody\n"), "mbox");
    assert_eq!(known(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"), "mhtml");
    assert_eq!(
        known(b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/related; boundary=x\n\n--x\n"),
        "mail",
        "a letter with a picture in it is no saved page"
    );
    assert_ne!(known(b"Title: The pond\nDate: 2025-03-03\nAuthor: Ida\n\nIt froze.\n"), "mail");
    assert_ne!(known(b"From: the start it was clear.\nNobody would win.\n"), "mail");
    assert_ne!(known(b"From the start it was clear.\n\nNobody: would win.\n"), "mbox");
}

#[test]
fn a_length_put_before_a_message_by_apple_mail_goes() {
    let letter = read(
        "1.emlx",
        b"58\nFrom: a@b.example\nSubject: Plums\nDate: Mon, 3 Mar 2025 09:00:00 +0000\n\nRipe.\n",
    );
    assert_eq!(headline(&letter[0]), "Plums");
    let late = read("2.eml", b"\n\nFrom: a@b.example\nSubject: Pears\n\nNot yet.\n");
    assert_eq!(headline(&late[0]), "Pears", "blank lines before the headers are stepped over");
}

#[test]
fn a_message_cut_in_the_middle_still_gives_its_text() {
    let cut = b"From: a@b.example\nSubject: Cut\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"a\"\n\n\
        --a\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nThe tide comes";
    let letter = read("cut.eml", cut).remove(0);
    assert_eq!(letter.plain_text(), "The tide comes");
    assert!(letter.leftovers.is_empty(), "{:?}", letter.leftovers);
}

#[test]
fn hundreds_of_parts_inside_one_another_are_read_and_thousands_refused() {
    let nested = |depth: usize, kind: &str| {
        let mut out = String::from("From: a@b.example\nSubject: Nest\nMIME-Version: 1.0\n");
        for level in 0..depth {
            write!(out, "Content-Type: {kind}; boundary=\"b{level}\"\n\n--b{level}\n").unwrap();
        }
        out + "Content-Type: text/plain\n\nThe egg\n"
    };
    assert_eq!(read("nest.eml", nested(600, "multipart/mixed").as_bytes())[0].plain_text(), "The egg");
    let deep = "Content-Type: message/rfc822\n\n".repeat(100_000);
    let letter = read("deep.eml", format!("From: a@b.example\nSubject: Deep\n{deep}The egg\n").as_bytes());
    assert_eq!(headline(&letter[0]), "Deep");
    assert!(letter[0].provenance.warnings.iter().any(|w| w.contains("too many parts")));
}

#[test]
fn a_message_without_words_says_so() {
    let letter = read("empty.eml", b"From: a@b.example\nSubject: Nothing\nMIME-Version: 1.0\n\n").remove(0);
    assert!(letter.provenance.warnings[0].contains("no readable text"));
    let note = read("note.eml", b"The pond\n\nIt froze over in one night and nobody heard it.\n").remove(0);
    assert_eq!(headline(&note), "The pond", "a note that goes by the name of a message is a note");
}

#[test]
fn a_message_longer_than_anybody_types_is_cut() {
    let long = format!("From: a@b.example\nSubject: Long\n\n{}", "It rained.\n\n".repeat(400_000));
    let letter = read("long.eml", long.as_bytes()).remove(0);
    assert!(letter.plain_text().len() < 2 << 20);
    assert!(letter.provenance.warnings[0].contains("its end is missing"));
}

#[test]
fn a_mailbox_of_fifty_thousand_is_read_in_one_pass() {
    let mut mailbox = String::new();
    for number in 0..50_000 {
        write!(mailbox, "From a@b.example\nFrom: a@b.example\nSubject: Note {number}\n\nIt rained.\n\n")
            .unwrap();
    }
    let messages = super::mailbox::split(mailbox.as_bytes());
    assert_eq!(messages.len(), 50_000);
}

#[test]
fn what_a_newsletter_writes_around_its_text_does_not_stand_in_it() {
    let head = "From: Ines Varga from The Salt Line <i@salt.example>\nSubject: The harbour that moved\nDate: Fri, 14 Nov 2025 \
                09:30:00 +0000\nList-Unsubscribe: <https://salt.example/u>\nContent-Type: text/html; charset=utf-8\n\n";
    let html = "<table><tr><td>Forwarded this email? Subscribe here for more</td></tr></table><h1>The harbour that moved</h1>\
                <h3>It has done so twice</h3><table><tr><td>Ines Varga</td></tr><tr><td>Nov 14</td></tr></table><table><tr>\
                <td>Like</td></tr><tr><td>Comment</td></tr><tr><td>READ IN APP</td></tr></table><p>The harbour of Orrin has \
                moved.</p><h2>Sand</h2><p>It was the sand.</p><p>Like · Comment · Restack</p><p>You're currently a free \
                subscriber to The Salt Line.</p><p>Unsubscribe</p>";
    let letter = read("a.eml", format!("{head}{html}").as_bytes()).remove(0);
    assert_eq!(letter.plain_text(), "The harbour of Orrin has moved.\n\nSand\n\nIt was the sand.");
    assert_eq!(letter.standfirst.as_deref(), Some("It has done so twice"));
    assert_eq!((byline(&letter), letter.outlet.as_deref()), (vec!["Ines Varga"], Some("The Salt Line")));
    let friend = "From: Ines from Orrin <i@salt.example>\nSubject: Like\nDate: Fri, 14 Nov 2025 09:30:00 +0000\n\nCome soon.\n";
    assert_eq!(byline(&read("b.eml", friend.as_bytes())[0]), ["Ines from Orrin"]);
}

#[test]
fn headings_of_a_typed_newsletter_are_headings() {
    let text = "From: Ines <i@salt.example>\nSubject: Sand\nDate: Fri, 14 Nov 2025 09:30:00 +0000\n\nOne line.\n\n# THE \
                HARBOUR\n\nIt moved. It did so\ntwice.\n\nThe sand\n--------\n\nIt was the sand.\n\n#hashtag here\n";
    let letter = read("a.eml", text.as_bytes()).remove(0);
    assert_eq!(letter.crossheads(), ["THE HARBOUR", "The sand"]);
    assert!(letter.plain_text().contains("#hashtag here"), "{}", letter.plain_text());
}
