//! Entries as bibliographies write them: authors first, the house behind its place, pages and volumes.

use super::{read, want};
use crate::formats::{self, Origin};

const DAY: &str = "2019-06-28";

#[test]
fn a_bibliography_names_the_house_and_not_the_author() {
    let mut wrong = Vec::new();
    for (line, parts) in [
        (
            "Kowalska, Anna. Lamps of the North. Gdynia: Quay & Sons, 2012.",
            ["Quay & Sons", "Gdynia", "Lamps of the North", "", ""],
        ),
        ("Kowalska A. Lamps. New York: Quay; 2001. p. 33-40.", ["Quay", "New York", "Lamps", "", ""]),
        (
            "Kowalska A, Lee B. Lamps and floods. J Lamps. 2015;12(3):1-20. doi:10.1000/xyz",
            ["J Lamps", "", "Lamps and floods", "", "https://doi.org/10.1000/xyz"],
        ),
        (
            "Kowalska, A. & Lee, B. (2015). Lamps and floods. Journal of Lamps, 12(3), 1–20.",
            ["Journal of Lamps", "", "Lamps and floods", "", ""],
        ),
        (
            "Harbour Office (2018). Lamps of the world. Gdynia, PL: Harbour House.",
            ["Harbour House", "Gdynia, PL", "Lamps of the world", "", ""],
        ),
        ("Kurz, J.: Lampen im Hafen, Berlin 2012, S. 33 ff.", ["", "Berlin", "Lampen im Hafen", "", ""]),
        ("Jana Kurz: Die Lampe. In: Der Tag, 28. Juni 2019, S. 4.", ["Der Tag", "", "Die Lampe", DAY, ""]),
        (
            "Kowalska, Anna. \"The long wait.\" Harbour Post, June 28, 2019, p. 7.",
            ["Harbour Post", "", "The long wait", DAY, ""],
        ),
        ("Kowalska, Anna. \"The long wait\".", ["", "", "The long wait", "", ""]),
        (
            "Kowalska, A. \"Lamps and floods\". Journal of Lamps 12(3), 2015, pp. 1–20.",
            ["Journal of Lamps", "", "Lamps and floods", "", ""],
        ),
        ("arXiv:1905.01234", ["", "", "arXiv:1905.01234", "", "https://arxiv.org/abs/1905.01234"]),
    ] {
        let got = read(line);
        if got != want(parts) {
            wrong.push(format!("{line}\n  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn half_brackets_months_and_kinds_of_file_publish_nothing() {
    let mut wrong = Vec::new();
    for (line, parts) in [
        ("Le Quai (Brest), « La lampe », juin 2019", ["Le Quai", "Brest", "La lampe", "", ""]),
        ("Harbour Post (Gdynia): Two years, June 2019", ["Harbour Post", "Gdynia", "Two years", "", ""]),
        (
            "Harbour Office, minutes of 28 June 2019",
            ["Harbour Office", "", "minutes of 28 June 2019", DAY, ""],
        ),
        (
            "Harbour Office. Minutes of the meeting of 28 June 2019 (PDF).",
            ["", "", "Harbour Office. Minutes of the meeting of 28 June 2019", DAY, ""],
        ),
        ("Harbour Office, press release no. 12", ["Harbour Office", "", "press release no. 12", "", ""]),
        ("HPA, Lamps in Figures, 2015", ["HPA", "", "Lamps in Figures", "", ""]),
        (
            "Harbour Post, 28 June 2019 (https://harbourpost.example/x)",
            ["Harbour Post", "", "", DAY, "https://harbourpost.example/x"],
        ),
    ] {
        let got = read(line);
        if got != want(parts) {
            wrong.push(format!("{line}\n  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Reads the publishers, or else titles, of what ends a text.
fn named(end: &str) -> Vec<String> {
    const STORY: &str =
        "The ferry left at six with nine hens on board and a man who would not say where he was going.";
    let text = format!("The ferry goes north\n\n{STORY}\n\n{STORY}\n\n{end}\n");
    let article =
        formats::parse(text.as_bytes(), &Origin { name: "x.txt", modified: None }).unwrap().remove(0);
    assert!(article.plain_text().ends_with("going."), "{end}");
    let name = |s: &crate::article::Source| s.publisher.as_deref().or(s.title.as_deref()).map(str::to_owned);
    article.sources.iter().filter_map(name).collect()
}

#[test]
fn short_names_on_one_line_are_several_sources_without_an_agency_among_them() {
    for (end, names) in [
        (
            "Sources: Harbour Post, Baltic Times, Quay Gazette",
            &["Harbour Post", "Baltic Times", "Quay Gazette"][..],
        ),
        ("Sources: Harbour Post and Baltic Times", &["Harbour Post", "Baltic Times"]),
        (
            "Sources: Harbour Post (28 June 2019), Baltic Times (3 April 2019) and dpa",
            &["Harbour Post", "Baltic Times", "dpa"],
        ),
        ("Источники: ТАСС, «Вестник порта», служба порта", &["ТАСС", "Вестник порта", "служба порта"]),
        ("出典：海辺新聞、港新聞", &["海辺新聞", "港新聞"]),
        ("Source: Harbour Post, Gdynia", &["Harbour Post"]),
    ] {
        assert_eq!(named(end), names, "{end}");
    }
}

#[test]
fn blocks_of_lines_and_lists_without_a_label_are_read() {
    for end in [
        "Sources\n\nThe lamps go out\nHarbour Post, 28 June 2019\nhttps://post.example/lamps\n\nHens at sea\nBaltic Times, 27 June 2019\nhttps://times.example/hens",
        "Harbour Post (Gdynia) : The lamps go out, 28/06/19\nBaltic Times (Riga) : Hens at sea, 27/06/19",
    ] {
        assert_eq!(named(end), ["Harbour Post", "Baltic Times"], "{end}");
    }
}
