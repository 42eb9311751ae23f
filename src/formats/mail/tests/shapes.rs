//! Newsletters and letters of unusual shapes: where they can be read, what frames them, what was passed on.

use super::*;

const HEAD: &str = "From: Ann Lee <ann@quay.example>\nSubject: Fog\nDate: Tue, 05 Mar 2024 10:00:00 +0100\n";
const NEWS: &str = "List-Unsubscribe: <https://quay.example/u>\n";

fn letter(head: &str, kind: &str, body: &str) -> Article {
    read("a.eml", format!("{head}Content-Type: {kind}; charset=utf-8\n\n{body}").as_bytes()).remove(0)
}

#[test]
fn the_link_to_the_letter_on_the_web_is_its_address_in_any_language() {
    for line in [
        "<a href='U'>View this email in your browser</a>",
        "Email not displaying correctly? <a href='U'>Click here</a>",
        "<a href='X'>Abmelden</a> | <a href='U'>Webversion</a>",
        "<a href='U'>Voir dans le navigateur</a>",
        "<a href='U'>Открыть в браузере</a>",
        "<a href='U'>ブラウザで表示</a>",
        "如果您无法正常浏览此邮件，请<a href='U'>点击此处</a>",
        "<a href='U'>عرض في المتصفح</a>",
    ] {
        let line = line.replace("'U'", "'https://quay.example/1'").replace("'X'", "'https://quay.example/x'");
        let body = format!("<div>{line}</div><p>The ferry left at six.</p>");
        let letter = letter(&format!("{HEAD}{NEWS}"), "text/html", &body);
        assert_eq!(letter.url.as_deref(), Some("https://quay.example/1"), "{line}");
        assert_eq!(letter.plain_text(), "The ferry left at six.", "{line}");
    }
    let prose = letter(HEAD, "text/html", "<p>I said so <a href='https://x.example'>on Monday</a>.</p>");
    assert_eq!(prose.url, None);
}

#[test]
fn the_foot_of_a_newsletter_is_left_over_and_its_last_words_stay() {
    let text = "The ferry left at six.\n\nSee you next week,\n\nAnn";
    for foot in [
        "You are receiving this email because you opted in.\n\nOur mailing address is:\n\nThe Quay\n\n1 Sea Lane\n\nUnsubscribe",
        "© 2024 The Quay\n\nUnsubscribe\n\nPowered by Ghost",
        "Sie erhalten diese E-Mail, weil Sie sie bestellt haben.\n\nAbmelden",
        "تلقيت هذه الرسالة لأنك اشتركت.\n\nإلغاء الاشتراك",
    ] {
        let read = letter(&format!("{HEAD}{NEWS}"), "text/plain", &format!("{text}\n\n{foot}\n"));
        assert_eq!(read.plain_text(), text, "{foot}");
    }
    let prose = "<p>The ferry left.</p><p>I decided to unsubscribe from every service that I had ever paid for, and so did \
                 Bo.</p><p>The copyright in this song is nobody's.</p>";
    let kept = letter(&format!("{HEAD}{NEWS}"), "text/html", prose);
    assert_eq!(kept.body.len(), 3, "{}", kept.plain_text());
}

#[test]
fn a_message_that_was_passed_on_is_the_article() {
    let fields = [
        (
            "Fwd: Fog",
            "---------- Forwarded message ---------\nFrom: Bo Kim <bo@x.example>\nDate: Mon, Mar 4, 2024 at 9:00 AM\nSubject: Hens\nTo: Ann",
        ),
        (
            "WG: Fog",
            "-----Ursprüngliche Nachricht-----\nVon: Bo Kim <bo@x.example>\nGesendet: Montag, 4. März 2024 09:00\nAn: Ann\nBetreff: Hens",
        ),
        ("TR: Fog", "De : Bo Kim <bo@x.example>\nEnvoyé : lundi 4 mars 2024 09:00\nÀ : Ann\nObjet : Hens"),
        ("转发: Fog", "发件人: Bo Kim <bo@x.example>\n发送时间: 2024年3月4日 9:00\n收件人: Ann\n主题: Hens"),
    ];
    for (subject, head) in fields {
        let outer = HEAD.replace("Subject: Fog", &format!("Subject: {subject}"));
        let found = letter(&outer, "text/plain", &format!("Look!\n\n{head}\n\nThe ferry left at six.\n"));
        assert_eq!((headline(&found), byline(&found)), ("Hens", vec!["Bo Kim"]), "{subject}");
        assert!(date(&found).starts_with("2024-03-04"), "{subject}: {}", date(&found));
        assert_eq!(found.plain_text(), "The ferry left at six.", "{subject}");
        let answer = HEAD.replace("Subject: Fog", "Subject: Re: Fog");
        let kept = letter(&answer, "text/plain", &format!("Look!\n\n{head}\n\nThe ferry left at six.\n"));
        assert_eq!((headline(&kept), byline(&kept)), ("Re: Fog", vec!["Ann Lee"]), "{subject}");
    }
    let quoted = "Begin forwarded message:\n\n> From: Bo Kim <bo@x.example>\n> Subject: Hens\n> Date: 4 March 2024\n> To: Ann\n> \n> The ferry left.\n\nYours, Ann\n";
    let apple = letter(&HEAD.replace("Subject: Fog", "Subject: Fwd: Fog"), "text/plain", quoted);
    assert_eq!((headline(&apple), apple.plain_text().as_str()), ("Hens", "The ferry left."));
    assert_eq!(apple.leftovers, [Text::new("Yours, Ann")]);
}

#[test]
fn names_lists_and_programs_write_are_read() {
    for (from, wanted) in [
        ("ann at quay.example (Ann Lee)", "Ann Lee"),
        ("'Ann Lee' via Sea talk <sea@lists.example>", "Ann Lee"),
        ("\"Ann Lee via Sea talk\" <sea@lists.example>", "Ann Lee"),
        ("Ann Lee <ann@quay.example>", "Ann Lee"),
    ] {
        let head = format!("From: {from}\nSubject: Fog\n");
        assert_eq!(byline(&letter(&head, "text/plain", "No boats.\n")), [wanted]);
    }
}

#[test]
fn what_stands_behind_a_message_or_is_too_small_to_see_is_no_text() {
    let list = format!("No boats.\n\n{}\nSea mailing list\nhttps://lists.example/sea\n", "_".repeat(47));
    assert_eq!(letter(HEAD, "text/plain", &list).plain_text(), "No boats.");
    let message = format!("{HEAD}\nNo boats.\n");
    let noted = format!("{}\n{message}<?xml version=\"1.0\"?><plist><dict/></plist>\n", message.len());
    assert_eq!(read("1.emlx", noted.as_bytes())[0].plain_text(), "No boats.");
    let shrunk = "<div style='max-height: 0; OVERFLOW: hidden'>Teaser</div><p>No boats.</p>";
    assert_eq!(letter(HEAD, "text/html", shrunk).plain_text(), "No boats.");
}

#[test]
fn a_page_that_goes_by_another_name_or_is_never_ended_is_read() {
    assert_eq!(letter(HEAD, "text/plain", "<html><p>No boats.</p></html>").plain_text(), "No boats.");
    let parts = "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>No boats.</p>\n";
    let open = format!("{HEAD}Content-Type: multipart/alternative; boundary=b\n\n{parts}");
    assert_eq!(read("a.eml", open.as_bytes())[0].plain_text(), "No boats.");
    let old = format!("{HEAD}\nNo boats.\n").replace('\n', "\r");
    assert_eq!(read("a.eml", old.as_bytes())[0].plain_text(), "No boats.");
    let nameless = "From: ann@quay.example\nDate: Tue, 05 Mar 2024 10:00:00 +0100\n";
    assert_eq!(headline(&letter(nameless, "text/html", "<h1>Fog</h1><p>No boats.</p>")), "Fog");
}
