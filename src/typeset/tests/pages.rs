//! Whole pages as a reader sees them, in our own words.

use insta::assert_snapshot;
use jiff::civil::date;

use super::super::{Role, Setting, plain, typeset};
use super::*;
use crate::article::{Align, Figure, FoundIn, Link, Published, QuoteKind, Source, Table};

/// A piece in French with everything around the body.
fn lighthouse() -> Article {
    let first = "Le phare a été rallumé hier soir : « Nous l’attendions », dit la gardienne. Plus de 80 % des \
                 habitants étaient sur le quai ; personne n’avait froid !";
    Article {
        kicker: Some(Text::new("Littoral")),
        headline: Some(Text::new("Le vieux phare éclaire de nouveau la rade de Port-Merlin")),
        standfirst: Some(Text::new("Après onze ans de nuit, la lampe tourne.")),
        byline: vec![Text::new("Anne Lerond"), Text::new("Yann Quéré")],
        outlet: Some(Text::new("La Rade")),
        published: Some(Published { at: date(2016, 12, 8).into(), from: FoundIn::Sources }),
        language: language("fr"),
        caption: Some(Text::new("Le phare, vu du môle")),
        body: vec![
            paragraph(first),
            Block::Crosshead { level: 2, text: vec![run("Une lampe sans mode d’emploi")] },
            Block::Paragraph(vec![
                run("Le mécanisme, décrit par un "),
                pointing("horloger de la ville", Target::Link(1)),
                run(", repose sur un contrepoids extraordinairement simple"),
                pointing("", Target::Source(2)),
                run(". Il tourne "),
                looking("sans moteur", Look { emphasis: true, ..Look::default() }),
                run("."),
            ]),
        ],
        sources: vec![
            Source {
                number: 1,
                publisher: Some(Text::new("L’Écho du môle")),
                city: Some(Text::new("Port-Merlin")),
                title: Some(Text::new("Le phare sera rallumé avant Noël, promet la mairie")),
                date: Some(date(2016, 12, 7)),
                ..Source::default()
            },
            Source {
                number: 2,
                title: Some(Text::new("Horloges et contrepoids")),
                url: Some(Text::new("https://contrepoids.example/2")),
                ..Source::default()
            },
        ],
        links: vec![Link {
            number: 1,
            text: Text::new("horloger de la ville"),
            url: Text::new("https://horloger.example/atelier"),
        }],
        leftovers: vec![Text::new("partager cet article"), Text::new("site blog accueil")],
        ..Article::default()
    }
}

/// Every kind of block, some inside others.
fn almanac() -> Article {
    let nested = Block::List {
        start: Some(9),
        items: vec![
            item(vec![paragraph(
                "Feed the starter, and write the hour on the jar so that nobody feeds it twice.",
            )]),
            item(vec![
                paragraph("Wait."),
                Block::List { start: None, items: vec![item(vec![paragraph("Longer in winter.")])] },
            ]),
        ],
    };
    let tasks = [(Some(true), "flour bought"), (Some(false), "oven swept")];
    let tasks = tasks.map(|(checked, words)| Item { checked, blocks: vec![paragraph(words)] });
    of(vec![
        nested,
        Block::List { start: None, items: tasks.into() },
        Block::Quote {
            kind: QuoteKind::Quotation,
            blocks: vec![
                paragraph("Bread is patience one can eat."),
                paragraph("So my aunt said, and she was never late."),
            ],
        },
        Block::Quote {
            kind: QuoteKind::Callout(Text::new("Warning")),
            blocks: vec![paragraph("The door of the oven opens towards you.")],
        },
        Block::Code {
            language: None,
            text: Text::new(
                "fn bake() {\n    let loaf = oven.put(dough).wait(Duration::from_secs(2_700));\n}",
            ),
        },
        Block::Rule,
        Block::Figure(Figure {
            alt: Text::new("a loaf, cut open"),
            caption: vec![run("The crumb on the third day.")],
            credit: Some(Text::new("Photo: A. Example")),
            place: None,
        }),
        Block::Paragraph(vec![run("Nobody weighs salt"), pointing("", Target::Note(1)), run(" by eye.")]),
        Block::Note { number: 1, blocks: vec![paragraph("Ten grams to five hundred of flour.")] },
    ])
}

fn tides() -> Article {
    let row = |cells: [&str; 3]| cells.map(|cell| vec![run(cell)]).to_vec();
    of(vec![Block::Table(Table {
        align: vec![Align::Left, Align::Right, Align::Left],
        head: row(["Harbour", "Height", "Remarks"]),
        rows: vec![
            row(["Port Merrin", "4.2 m", "Springs a day after the full moon, later with wind from the west"]),
            row(["Old Quay", "11 m", "Dries out"]),
        ],
    })])
}

#[test]
fn a_french_article_with_its_sources() {
    for width in [30, 44, 72] {
        assert_snapshot!(format!("lighthouse_{width}"), page(&lighthouse(), width));
    }
}

#[test]
fn every_kind_of_block() {
    for width in [30, 44, 72] {
        assert_snapshot!(format!("almanac_{width}"), page(&almanac(), width));
    }
    let column = typeset(&almanac(), Setting { width: 44, ascii: true, ..Setting::default() });
    assert_snapshot!("almanac_ascii", plain(&column));
}

#[test]
fn a_table_shrinks_and_then_becomes_records() {
    for width in [20, 44, 90] {
        assert_snapshot!(format!("tides_{width}"), page(&tides(), width));
    }
}

#[test]
fn scripts_without_spaces_break_between_characters() {
    let mut article = of(vec![paragraph(
        "港の灯りは、夕方になると一つずつともる。漁師たちは「今夜は静かだ」と言って、網を片づける。",
    )]);
    article.language = language("ja");
    article.sources = vec![Source { number: 1, title: Some(Text::new("灯台の話")), ..Source::default() }];
    assert_snapshot!("harbour_lights", page(&article, 30));
}

#[test]
fn no_mark_of_french_punctuation_opens_a_line() {
    let article = lighthouse();
    for width in 12..100 {
        for line in page(&article, width).lines() {
            assert!(!line.trim_start().starts_with([':', ';', '!', '?', '»', '%']), "{width}: {line}");
            assert!(!line.ends_with('«'), "{width}: {line}");
        }
    }
}

#[test]
fn links_are_numbered_on_after_the_sources_in_text_and_list() {
    let column = set(&lighthouse(), 72);
    let text = plain(&column);
    assert!(text.contains("horloger de la ville[3]"), "{text}");
    assert!(text.contains("simple[2]."), "{text}");
    let entry = &column.lines[column.links[0]];
    assert_eq!(entry.spans[0].text, "[3] ");
    assert!(entry.spans.iter().any(|span| span.target == Some(Target::Link(1))));
    let source = &column.lines[column.sources[1]];
    assert!(source.spans.iter().any(|span| span.text == "Horloges et contrepoids"));
}

#[test]
fn the_parts_of_a_page_can_be_found() {
    let column = set(&lighthouse(), 44);
    let (line, words) = &column.crossheads[0];
    assert_eq!(words, "Une lampe sans mode d’emploi");
    assert!(column.lines[*line].spans.iter().all(|span| span.role == Role::Crosshead));
    let rest: String =
        column.lines[column.body_end..].iter().flat_map(|l| &l.spans).map(|s| s.text.as_str()).collect();
    assert!(rest.starts_with("Sources[1] "), "{rest}");
    let (number, line) = set(&almanac(), 44).notes[0];
    assert_eq!((number, set(&almanac(), 44).lines[line].spans[0].text.as_str()), (1, "¹ "));
}

#[test]
fn a_place_in_the_prose_is_the_same_at_every_width() {
    let wide = set(&lighthouse(), 72);
    let at = wide.prose.find("contrepoids extra").expect("the words are in the prose");
    for width in [1, 7, 30, 44, 120] {
        let column = set(&lighthouse(), width);
        assert_eq!(column.prose, wide.prose);
        let line = column.lines.partition_point(|line| line.start <= at) - 1;
        let end = column.lines.get(line + 1).map_or(column.prose.len(), |next| next.start);
        assert!((column.lines[line].start..end).contains(&at), "width {width}");
    }
}

#[test]
fn leftovers_stay_folded_until_asked_for() {
    let column = set(&lighthouse(), 44);
    let fold = column.leftovers.expect("there are leftovers");
    assert_eq!(
        column.lines[fold].spans.iter().map(|s| s.text.as_str()).collect::<String>(),
        "+ 2 leftover lines"
    );
    assert!(!column.prose.contains("partager"));
    let open = typeset(&lighthouse(), Setting { width: 44, leftovers: true, ..Setting::default() });
    assert!(plain(&open).ends_with("– 2 leftover lines\n  partager cet article\n  site blog accueil\n"));
    assert!(open.prose.starts_with(&column.prose) && open.prose.ends_with("site blog accueil"));
}

#[test]
fn deep_nesting_leaves_room_for_the_text() {
    let mut block = paragraph("At the bottom of the well there is still room for words.");
    for _ in 0..60 {
        block = Block::Quote { kind: QuoteKind::Quotation, blocks: vec![block] };
    }
    let text = page(&of(vec![block]), 40);
    assert!(text.lines().any(|line| line.ends_with("│ At the bottom of the")), "{text}");
    assert!(text.lines().count() < 10, "{text}");
}

#[test]
fn a_paragraph_from_right_to_left_says_so_and_stays_in_logical_order() {
    let article = of(vec![paragraph("«الميناء هادئ هذا المساء»"), paragraph("The harbour is quiet.")]);
    let column = set(&article, 40);
    let body = column.lines.iter().skip_while(|line| !line.rtl);
    assert_eq!(body.clone().map(|line| line.rtl).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(
        body.clone().next().map(|line| line.spans[0].text.as_str()),
        Some("«الميناء هادئ هذا المساء»")
    );
}

#[test]
fn an_empty_article_is_an_empty_column() {
    assert_eq!(set(&Article::default(), 40), Column::default());
}

/// A report signed by the newsroom that printed it, with a picture said three times over.
fn harbour_report() -> Article {
    let shown = "The quay at noon, seen from the mole";
    let figure = |alt: &str, caption: &str, credit: Option<&str>| {
        Block::Figure(Figure {
            alt: Text::new(alt),
            caption: if caption.is_empty() { Vec::new() } else { vec![run(caption)] },
            credit: credit.map(Text::new),
            place: None,
        })
    };
    Article {
        headline: Some(Text::new("Fog stays on the quay")),
        standfirst: Some(Text::new("No boat came.")),
        byline: vec![Text::new("Harbour Post")],
        outlet: Some(Text::new("Harbour Post")),
        published: Some(Published { at: date(2025, 11, 14).into(), from: FoundIn::Text }),
        language: language("en"),
        caption: Some(Text::new(shown)),
        body: vec![
            figure("A grey quay without ships", "", Some("Photo: Ada Wren")),
            paragraph("Nobody saw the ferry leave."),
            figure("", "", None),
            figure("IMG_2041.jpg", "", None),
            figure("The keeper’s bell", "The keeper’s bell", None),
            figure("The keeper’s bell", "The keeper’s bell", None),
            Block::Rule,
        ],
        ..Article::default()
    }
}

#[test]
fn each_name_and_each_picture_is_said_once() {
    let page = page(&harbour_report(), 60);
    let lines: Vec<&str> = page.lines().collect();
    let rule = "─".repeat(60);
    assert_eq!(
        lines,
        [
            "Fog stays on the quay",
            "",
            "No boat came.",
            "",
            "Harbour Post · 14 Nov 2025 · 1 min",
            &rule,
            "",
            "[picture: A grey quay without ships]",
            "The quay at noon, seen from the mole Photo: Ada Wren",
            "",
            "Nobody saw the ferry leave.",
            "",
            "[picture: The keeper’s bell]",
        ],
        "the caption stands with its picture, stubs are left out, and no break ends the page"
    );
}

#[test]
fn a_pure_credit_is_no_picture() {
    let article = Article { caption: Some(Text::new("Foto: Levke Brandis")), ..harbour_report() };
    let article = Article { body: vec![paragraph("Fog.")], ..article };
    assert!(page(&article, 60).contains("\nFoto: Levke Brandis\n"));
}

#[test]
fn newsprints_own_words_on_the_page_are_in_the_readers_language() {
    let german = Setting { locale: crate::words::Locale::German, ..setting(72) };
    let page = plain(&typeset(&lighthouse(), german));
    let who = "Anne Lerond, Yann Quéré · La Rade";
    let when = "ca. 8. Dez. 2016 · français · 1 Min. · 2 Quellen";
    for line in [who, when, "[Bild: Le phare, vu du môle]", "Quellen", "+ 2 übrige Zeilen"] {
        assert!(page.lines().any(|there| there == line), "no {line:?} in {page}");
    }
    let french = Setting { locale: crate::words::Locale::French, ..setting(72) };
    let page = plain(&typeset(&lighthouse(), french));
    assert!(
        page.contains("Anne Lerond, Yann Quéré · La Rade · v. 8 déc. 2016 · 1 min · 2 sources\n"),
        "{page}"
    );
}

#[test]
fn an_article_without_text_says_where_it_may_be_read() {
    let headline = Some(Text::new("Notice to mariners"));
    let bare = Article { headline: headline.clone(), ..Article::default() };
    assert!(page(&bare, 60).ends_with("No text was saved with this headline.\n"));
    let url = Some(Text::new("https://harbour.example/notice"));
    let page = page(&Article { headline, url, ..Article::default() }, 60);
    assert!(page.ends_with("only the address of\nits page:\nhttps://harbour.example/notice\n"), "{page}");
}

#[test]
fn typed_text_goes_on_behind_a_blank_and_under_its_own_indent() {
    let code = "if tide:\n    return hours after midnight, wheels turning\nx";
    let block = Block::Code { language: None, text: Text::new(code) };
    let page = page(&of(vec![block]), 36);
    let set = "\n  if tide:\n      return hours after midnight, \n      ↪ wheels turning\n  x\n";
    assert!(page.ends_with(set), "{page}");
}

#[test]
fn columns_of_numbers_lean_right_and_one_high_row_parts_no_others() {
    let cell = |words: &str| vec![run(words)];
    let row = |name: &str, number: &str| vec![cell(name), cell(number)];
    let long = "Delta, which was optimized by hand in the long winter of the year before last";
    let table = Table {
        head: row("Framework", "Latency"),
        rows: vec![row("Alpha", "12"), row(long, "250"), row("Beta", "7")],
        ..Table::default()
    };
    let page = page(&of(vec![Block::Table(table)]), 60);
    assert!(page.contains("Alpha") && page.lines().any(|line| line.ends_with("     12")), "{page}");
    let below = page.split_once("Alpha").map_or("", |(_, below)| below);
    assert!(!below.trim_end().contains("\n\n"), "{page}");
}
