//! Exports of newsboat in every language it speaks, and dumps of the other text browsers.

use std::fmt::Write as _;

use super::{byline, day, headline, read};

/// What newsboat calls feed, title, author, date, link, flags, recording, the table of links, and a link.
const LABELS: &[[&str; 9]] = &[
    ["Feed:", "Title:", "Author:", "Date:", "Link:", "Flags:", "Podcast Download URL:", "Links:", "link"],
    [
        "Font:",
        "Título:",
        "Autor:",
        "Fecha:",
        "Enllaç:",
        "Indicadors:",
        "URL de descàrrega del podcast:",
        "Enllaços:",
        "enllaç",
    ],
    ["Feed:", "Titel:", "Autor:", "Datum:", "Link:", "Flags:", "Podcast-Download-URL:", "Links:", "Link"],
    [
        "Fuente:",
        "Título:",
        "Autor:",
        "Fecha:",
        "Enlace:",
        "Marcas:",
        "URL de descarga del pódcast:",
        "Enlaces:",
        "enlace",
    ],
    [
        "Fil :",
        "Titre :",
        "Auteur :",
        "Date :",
        "Lien :",
        "Signaux :",
        "Lien de téléchargement du podcast :",
        "Liens :",
        "lien",
    ],
    ["Forrás:", "Cím:", "Szerzõ:", "Dátum:", "Link:", "Jelzõk:", "Podcast letöltés URL:", "Linkek:", "link"],
    [
        "Feed:",
        "Titolo:",
        "Autore:",
        "Data:",
        "Collegamento:",
        "Flag:",
        "URL scaricamento podcast:",
        "Collegamenti:",
        "collegamento",
    ],
    ["フィード：", "見出し：", "作者：", "日付：", "リンク：", "Flags:", "コンテンツ：", "Links:", "link"],
    [
        "Strøm:",
        "Tittel:",
        "Forfatter:",
        "Dato:",
        "Lenke:",
        "Flagg:",
        "Podkastnedlastings-URL:",
        "Lenker:",
        "lenke",
    ],
    [
        "Feed:",
        "Titel:",
        "Auteur:",
        "Datum:",
        "Koppeling:",
        "Vlaggen:",
        "Download-URL podcast:",
        "Koppelingen:",
        "koppeling",
    ],
    [
        "Kanał:",
        "Tytuł:",
        "Autor:",
        "Data:",
        "Odsyłacz:",
        "Flagi:",
        "Adres podcastu:",
        "Odsyłacze:",
        "odsyłacz",
    ],
    [
        "Fonte:",
        "Título:",
        "Autor:",
        "Data:",
        "Link:",
        "Sinalizações:",
        "URL para baixar Podcast:",
        "Links:",
        "link",
    ],
    [
        "Лента:",
        "Заголовок:",
        "Автор:",
        "Дата:",
        "Ссылка:",
        "Флаги:",
        "Ссылка загрузки подкаста:",
        "Ссылки:",
        "ссылка",
    ],
    [
        "Kanál:",
        "Titulok:",
        "Autor:",
        "Dátum:",
        "Odkaz:",
        "Príznaky (flags):",
        "Podcast Download URL:",
        "Odkazy:",
        "odkaz",
    ],
    [
        "Webbflöde:",
        "Titel:",
        "Författare:",
        "Datum:",
        "Länk:",
        "Flaggor:",
        "Hämtnings-URL för poddsändning:",
        "Länkar:",
        "länk",
    ],
    [
        "Besleme:",
        "Başlık:",
        "Yazar:",
        "Tarih:",
        "Bağlantı:",
        "Bayraklar:",
        "Pod yayını indirme adresi:",
        "Bağlantılar:",
        "bağlantı",
    ],
    [
        "Тема:",
        "Назва:",
        "Автор:",
        "Дата:",
        "Посилання:",
        "Флаги:",
        "Посилання на завантаження Podcast:",
        "Посилання:",
        "посилання",
    ],
    ["种子：", "标题：", "作者：", "日期：", "链接：", "标记：", "播客下载地址：", "所有链接：", "链接"],
    ["來源:", "標題:", "作者:", "日期:", "鏈結:", "標記:", "Pocast下載網址:", "所有鏈結", "鏈結"],
];

const STORY: &str = "The ferry to the northern islands[1] left at six with nine hens on board.";

#[test]
fn an_export_of_newsboat_is_read_in_every_language_it_speaks() {
    for [feed, title, author, date, link, flags, podcast, links, kind] in LABELS {
        let text = format!(
            "{feed} The Quay\n{title} The ferry goes north\n{author} Ida Holm\n{date} Fri, 21 Mar 2014 10:00:00 +0100\n\
             {link} https://quay.example/ferry\n{podcast} https://quay.example/ferry.mp3\n{flags} ne\n \n{STORY}\n\n\
             {links}\n[1]: https://quay.example/islands ({kind})\n"
        );
        let article = read("ferry.txt", text.as_bytes());
        assert_eq!(headline(&article), "The ferry goes north", "{title}");
        assert_eq!(article.outlet.as_deref(), Some("The Quay"), "{feed}");
        assert_eq!(
            (byline(&article), day(&article).as_str()),
            (vec!["Ida Holm"], "2014-03-21"),
            "{author} {date}"
        );
        assert_eq!(article.url.as_deref(), Some("https://quay.example/ferry"), "{link}");
        let urls: Vec<&str> = article.links.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(urls, ["https://quay.example/islands"], "{links}");
        assert_eq!(article.plain_text(), STORY.replace("[1]", ""), "{links}");
    }
}

/// A page as w3m, links and elinks dump it: without marks, or with a list whose halves have no colon.
#[test]
fn dumps_of_the_other_text_browsers_are_reduced_too() {
    let prose = "The lamps along the quay went out at nine, and the harbour master lit a candle, which he says\n\
                 is older than he is. Nobody was late.\n\n";
    let menu = |mark: &str| (1..40).map(|n| format!("  {mark} Topic {n}\n")).collect::<Vec<_>>().concat();
    let refs = (1..40).map(|n| format!("   {n}. https://page.example/{n}\n")).collect::<Vec<_>>().concat();
    let w3m = format!(
        "Skip to content\n{}\nThe night the lamps went out\n\nBy Ada Morrow\n3 May 2021\n\n{}{}",
        menu("•"),
        prose.repeat(5),
        menu("•")
    );
    let elinks = format!(
        "   [1]Skip\n\n{}\n   The night the lamps went out\n\n   By Ada Morrow\n   3 May 2021\n\n{}\n{}\nReferences\n\n   Visible links\n{refs}",
        menu("* [2]"),
        prose.replace("The lamps", "   The [9]lamps").replace("\nis", "\n   is").repeat(5),
        menu("* [3]")
    );
    for (name, page) in [("w3m", w3m), ("elinks", elinks)] {
        let article = read("lamps.txt", page.as_bytes());
        assert_eq!(headline(&article), "The night the lamps went out", "{name}");
        assert_eq!((byline(&article), day(&article).as_str()), (vec!["Ada Morrow"], "2021-05-03"), "{name}");
        assert_eq!(article.body.len(), 5, "{name}: {}", article.plain_text());
        assert!(article.plain_text().starts_with("The lamps along the quay"), "{name}");
    }
}

#[test]
fn an_export_of_newsboat_is_wrapped_however_few_its_lines() {
    let text = "Feed: Harbour News\nTitle: The glow\nLink: https://quay.example/glow\n \n\
        The lamp house takes a special interest in a certain glowing\n\
        cloud. Weather: by Ida Holm The voice of the harbour master\n\
        is his own.\n\nLinks:\n[1]: https://quay.example/weather-of-the-whole-week-and-more (link)\n\
        [2]: https://quay.example/b (link)\n";
    let article = read("glow.txt", text.as_bytes());
    let wanted = "The lamp house takes a special interest in a certain glowing cloud. Weather: by Ida Holm The \
        voice of the harbour master is his own.";
    assert_eq!(article.plain_text(), wanted);
}

#[test]
fn a_list_of_sources_may_be_longer_than_the_text_it_stands_under() {
    let paragraph = "The keeper climbed the ladder all winter long, and nobody who lived on the quay had ever \
                     asked him to, nor did anybody thank him for it when spring came.\n\n";
    for (paragraphs, entries) in [(1, 2), (1, 5), (2, 12), (3, 40)] {
        let mut text = format!("The lamplighters\n\n{}Sources :\n", paragraph.repeat(paragraphs));
        for n in 1..=entries {
            writeln!(text, "Harbour Post (Port Merrin) : The keeper across the water, part {n}, 01/12/16")
                .unwrap();
        }
        let article = read("lamps.txt", text.as_bytes());
        assert_eq!(article.sources.len(), entries, "{entries} under {paragraphs}: {}", article.plain_text());
        assert_eq!(article.body.len(), paragraphs);
        assert_eq!(day(&article), "2016-12-01");
    }
}

#[test]
fn the_marks_of_newsboat_link_the_word_before_them_and_leave() {
    let text = "Feed: The Quay\nTitle: The lamps\nLink: https://quay.example/lamps\n\nThe harbour master[2] lit a candle [1] and slept.\n\n[1] His own note.\n\nLinks: \n[1]: https://quay.example/a.png (image)\n[2]: https://quay.example/master (link)\n";
    let article = read("lamps.txt", text.as_bytes());
    assert_eq!(article.plain_text(), "The harbour master lit a candle [1] and slept.\n\n[1] His own note.");
    let links: Vec<(&str, &str)> = article.links.iter().map(|l| (l.text.as_str(), l.url.as_str())).collect();
    assert_eq!(links, [("master", "https://quay.example/master")], "a picture is no link");
}
