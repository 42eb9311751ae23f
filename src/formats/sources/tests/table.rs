//! Every label and every way an entry is written, each with one invented text and what it must give.

use super::want;
use crate::formats::dates::Reading;
use crate::formats::sources::{after_label, entry, is_label};
use crate::formats::{self, Origin};

/// The labels, by language; each opens a list with a colon, a French colon, a wide one, or none.
const LABELS: &[&str] = &[
    "Source",
    "Sources",
    "Source(s)",
    "Référence",
    "Références",
    "References",
    "Reference",
    "Crédit",
    "Crédits",
    "Via",
    "Lire aussi",
    "Voir aussi",
    "Pour en savoir plus",
    "Further reading",
    "Credit",
    "Credits",
    "With reporting from",
    "With material from",
    "Quelle",
    "Quellen",
    "Quellenangaben",
    "Quellenverzeichnis",
    "Literatur",
    "Weiterführend",
    "Fuente",
    "Fuentes",
    "Referencias",
    "Fonte",
    "Fonti",
    "Fontes",
    "Riferimenti",
    "Referências",
    "Bronnen",
    "Bron",
    "Källor",
    "Kilder",
    "Lähteet",
    "Źródło",
    "Źródła",
    "Zdroj",
    "Zdroje",
    "Források",
    "Surse",
    "Kaynak",
    "Kaynaklar",
    "Kaynakça",
    "Πηγές",
    "Источник",
    "Источники",
    "Джерела",
    "المصادر",
    "المصدر",
    "مصادر",
    "מקורות",
    "出典",
    "参考文献",
    "来源",
    "來源",
    "出处",
    "출처",
    "स्रोत",
];

const U: &str = "https://post.example/2019/06/28/lamps";
const POST: &str = "Harbour Post";
const GDYNIA: &str = "Gdynia";
const LAMPS: &str = "The lamps go out";
const DAY: &str = "2019-06-28";

/// An entry, and its publisher, city, title, day and address; nothing where it has none.
type Row = (&'static str, [&'static str; 5]);

/// Publisher, city, title, day.
const PUBLISHER_FIRST: &[Row] = &[
    ("Harbour Post (Gdynia) : The lamps go out, 28/06/19", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia)\u{a0}: The lamps go out, 28/06/2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia): The lamps go out, 28 June 2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia) : « The lamps go out », 28 juin 2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia) – The lamps go out – 28/06/19", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia), The lamps go out, 28/06/19", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia) : The lamps go out (28/06/19)", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia) : The lamps go out", [POST, GDYNIA, LAMPS, "", ""]),
    ("Harbour Post : The lamps go out, 28/06/19", [POST, "", LAMPS, DAY, ""]),
    ("Harbour Post, Gdynia: \"The lamps go out\", 28.06.2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post, Gdynia: \"The lamps go out\", June 28, 2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post, Gdynia: „The lamps go out“, 28. Juni 2019", [POST, GDYNIA, LAMPS, DAY, ""]),
    ("Harbour Post: “The lamps go out” (28 June 2019)", [POST, "", LAMPS, DAY, ""]),
    ("Harbour Post. \"The lamps go out\". 28 June 2019.", [POST, "", LAMPS, DAY, ""]),
    ("Harbour Post, 28 June 2019: The lamps go out", [POST, "", LAMPS, DAY, ""]),
    ("Harbour Post, 28 June 2019, \"The lamps go out\"", [POST, "", LAMPS, DAY, ""]),
    ("28/06/2019 - Harbour Post : The lamps go out", [POST, "", LAMPS, DAY, ""]),
    ("Harbour Post (Gdynia), 28/06/19", [POST, GDYNIA, "", DAY, ""]),
    ("Harbour Post", [POST, "", "", "", ""]),
    ("Reuters, 28/06/19", ["Reuters", "", "", DAY, ""]),
];

/// Author, title, publisher, day; and the title first.
const AUTHOR_FIRST: &[Row] = &[
    ("Anna Kowalska, « The lamps go out », Harbour Post, 28 juin 2019", [POST, "", LAMPS, DAY, ""]),
    (
        "Anna Kowalska, « The lamps go out », Harbour Post, Gdynia, 28 juin 2019",
        [POST, GDYNIA, LAMPS, DAY, ""],
    ),
    (
        "Anna Kowalska, \"The lamps go out\", Harbour Post (Gdynia), 28 June 2019",
        [POST, GDYNIA, LAMPS, DAY, ""],
    ),
    ("Anna Kowalska: „The lamps go out“. In: Harbour Post, 28. Juni 2019", [POST, "", LAMPS, DAY, ""]),
    ("Anna Kowalska. \"The lamps go out\" — Harbour Post, June 28, 2019", [POST, "", LAMPS, DAY, ""]),
    ("\"The lamps go out\" — Harbour Post, June 28, 2019", [POST, "", LAMPS, DAY, ""]),
    ("Kowalska, A. (28 June 2019). \"The lamps go out\". Harbour Post.", [POST, "", LAMPS, DAY, ""]),
    ("Kowalska, A. (2019, June 28). The lamps go out. Harbour Post.", [POST, "", LAMPS, DAY, ""]),
    ("Kowalska, Anna (2019): The lamps go out. Harbour Post.", [POST, "", LAMPS, "", ""]),
    ("\"The lamps go out\". Harbour Post. 28 June 2019. Retrieved 3 July 2020.", [POST, "", LAMPS, DAY, ""]),
    (
        "« The lamps go out », Harbour Post, 28 juin 2019 (consulté le 3 juillet 2020)",
        [POST, "", LAMPS, DAY, ""],
    ),
    ("[1] The lamps go out, Anna Kowalska (Harbour Post), 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("1. The lamps go out, Anna Kowalska (Harbour Post), 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("(1) The lamps go out, Anna Kowalska (Harbour Post), 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("¹ The lamps go out, Anna Kowalska (Harbour Post), 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("[1] The lamps go out (Harbour Post), 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("The lamps go out (Harbour Post, 28 June 2019)", [POST, "", LAMPS, DAY, ""]),
    ("The lamps go out | Harbour Post, 28 June 2019", [POST, "", LAMPS, DAY, ""]),
    ("The lamps go out - Harbour Post - 28 June 2019", [POST, "", LAMPS, DAY, ""]),
];

/// With an address.
const LINKED: &[Row] = &[
    ("[The lamps go out](U), Harbour Post, 28 June 2019", [POST, "", LAMPS, DAY, U]),
    ("[The lamps go out](U) — Harbour Post, 28 June 2019", [POST, "", LAMPS, DAY, U]),
    ("[The lamps go out](U) (Harbour Post, 28 June 2019)", [POST, "", LAMPS, DAY, U]),
    ("[The lamps go out](U), Harbour Post (Gdynia), 28 June 2019", [POST, GDYNIA, LAMPS, DAY, U]),
    ("[The lamps go out](U \"at the Post\"), Harbour Post", [POST, "", LAMPS, DAY, U]),
    ("Harbour Post: [The lamps go out](U), 28 June 2019", [POST, "", LAMPS, DAY, U]),
    ("Anna Kowalska, \"[The lamps go out](U)\", Harbour Post", [POST, "", LAMPS, DAY, U]),
    ("[The lamps go out - Harbour Post](U)", [POST, "", LAMPS, DAY, U]),
    ("- The lamps go out: U", ["", "", LAMPS, DAY, U]),
    ("The lamps go out, U", ["", "", LAMPS, DAY, U]),
    ("The lamps go out - U", ["", "", LAMPS, DAY, U]),
    ("The lamps go out (U)", ["", "", LAMPS, DAY, U]),
    ("The lamps go out <U>", ["", "", LAMPS, DAY, U]),
    ("Harbour Post (Gdynia) : The lamps go out, 28/06/19, U", [POST, GDYNIA, LAMPS, DAY, U]),
    ("U", ["", "", "lamps", DAY, U]),
    ("<U>", ["", "", "lamps", DAY, U]),
    ("[1] U", ["", "", "lamps", DAY, U]),
    ("[U](U)", ["", "", "lamps", DAY, U]),
];

/// In other languages and scripts.
const ABROAD: &[Row] = &[
    (
        "Gazeta Portu (Gdynia): „Nocna straż”, 8 grudnia 2016 r.",
        ["Gazeta Portu", "Gdynia", "Nocna straż", "2016-12-08", ""],
    ),
    (
        "Вестник порта (Мурманск): «Ночная вахта», 8 декабря 2016 года",
        ["Вестник порта", "Мурманск", "Ночная вахта", "2016-12-08", ""],
    ),
    (
        "Εφημερίδα του Λιμανιού (Πειραιάς): «Νυχτερινή βάρδια», 8 Δεκεμβρίου 2016",
        ["Εφημερίδα του Λιμανιού", "Πειραιάς", "Νυχτερινή βάρδια", "2016-12-08", ""],
    ),
    (
        "جريدة الميناء (بيروت): حراسة الليل، 8/12/2016",
        ["جريدة الميناء", "بيروت", "حراسة الليل", "2016-12-08", ""],
    ),
    ("עיתון הנמל (חיפה): משמר הלילה, 8.12.2016", ["עיתון הנמל", "חיפה", "משמר הלילה", "2016-12-08", ""]),
    ("海辺新聞（東京）：「港の灯り」、2016年12月8日", ["海辺新聞", "東京", "港の灯り", "2016-12-08", ""]),
    ("港口日报（上海）：《夜班》，2016年12月8日", ["港口日报", "上海", "夜班", "2016-12-08", ""]),
    ("항구일보 (부산): 밤의 등대, 2016년 12월 8일", ["항구일보", "부산", "밤의 등대", "2016-12-08", ""]),
    (
        "बंदरगाह समाचार (मुंबई): रात की रोशनी, 8/12/2016",
        ["बंदरगाह समाचार", "मुंबई", "रात की रोशनी", "2016-12-08", ""],
    ),
];

#[test]
fn each_way_an_entry_is_written_gives_its_parts_and_keeps_its_line() {
    let mut wrong = Vec::new();
    for (line, parts) in [PUBLISHER_FIRST, AUTHOR_FIRST, LINKED, ABROAD].concat() {
        let line = if LINKED.iter().any(|(linked, _)| *linked == line) {
            line.replace('U', U)
        } else {
            line.to_owned()
        };
        let got = super::read(&line);
        if got != want(parts) {
            wrong.push(format!("{line}\n  {got:?}"));
        }
        let raw = entry(&line, 1, Reading::default()).raw;
        assert_eq!(raw.as_str().replace('\u{a0}', " "), line.replace('\u{a0}', " "));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_label_opens_a_list_however_its_colon_is_set() {
    const STORY: &str =
        "The ferry left at six with nine hens on board and a man who would not say where he was going.";
    for label in LABELS {
        for colon in ["", ":", " :", "\u{a0}:", "："] {
            assert!(is_label(&format!("{label}{colon}")), "{label}{colon}");
            assert!(is_label(&format!("## {label}{colon}")), "{label}{colon}");
            let (post, _) = PUBLISHER_FIRST[0];
            let text = format!("The ferry goes north\n\n{STORY}\n\n{STORY}\n\n{label}{colon}\n{post}\n");
            let origin = Origin { name: "x.txt", modified: None };
            let article = formats::parse(text.as_bytes(), &origin).unwrap().remove(0);
            assert_eq!(article.sources.len(), 1, "{label}{colon}");
            assert_eq!(article.sources[0].city.as_deref(), Some(GDYNIA), "{label}{colon}");
            assert!(article.plain_text().ends_with("going."), "{label}{colon}");
            let same = format!("{label}: {post}");
            assert_eq!(after_label(&same), Some(post), "{same}");
        }
    }
}

#[test]
fn a_label_does_not_swallow_what_is_no_source() {
    const STORY: &str =
        "The ferry left at six with nine hens on board and a man who would not say where he was going.";
    let read = |end: &str| {
        let text = format!("The ferry goes north\n\n{STORY}\n\n{STORY}\n\n{end}\n");
        let article =
            formats::parse(text.as_bytes(), &Origin { name: "x.txt", modified: None }).unwrap().remove(0);
        (article.sources.len(), article.plain_text())
    };
    for end in [
        "Via: Harbour Post".to_owned(),
        "Crédits : Anna Petit".to_owned(),
        "Source: linux-5.7-rc4.tar.gz".to_owned(),
        "With reporting from Reuters and AFP".to_owned(),
        "Credits\n\nAnna Petit\n\nTom Abara".to_owned(),
        format!("Sources:\n{}", STORY.repeat(4)),
    ] {
        let (count, text) = read(&end);
        assert_eq!(count, 0, "{end}");
        assert!(text.contains(end.lines().last().unwrap()), "{end}\n{text}");
    }
}

#[test]
fn one_line_may_name_several() {
    const STORY: &str =
        "The ferry left at six with nine hens on board and a man who would not say where he was going.";
    for (end, publishers) in [
        ("Sources: Reuters, AFP, dpa", vec!["Reuters", "AFP", "dpa"]),
        ("Quellen: dpa; AFP", vec!["dpa", "AFP"]),
        ("Quelle: ntv.de, dpa/AFP", vec!["ntv.de", "dpa", "AFP"]),
        (
            "Sources : Harbour Post (Gdynia) : The lamps, 28/06/19 ; Baltic Times (Riga) : Hens, 27/06/19",
            vec!["Harbour Post", "Baltic Times"],
        ),
        (
            "Sources: Harbour Post (Gdynia) : The lamps, 28/06/19\nBaltic Times (Riga) : Hens, 27/06/19",
            vec!["Harbour Post", "Baltic Times"],
        ),
        (
            "Sources\n\nThe lamps (Harbour Post)\nhttps://post.example/lamps\nHens at sea (Baltic Times)\nhttps://times.example/hens",
            vec!["Harbour Post", "Baltic Times"],
        ),
    ] {
        let text = format!("The ferry goes north\n\n{STORY}\n\n{STORY}\n\n{end}\n");
        let article =
            formats::parse(text.as_bytes(), &Origin { name: "x.txt", modified: None }).unwrap().remove(0);
        let got: Vec<&str> = article.sources.iter().filter_map(|s| s.publisher.as_deref()).collect();
        assert_eq!(got, publishers, "{end}");
        assert!(article.plain_text().ends_with("going."), "{end}");
    }
}
