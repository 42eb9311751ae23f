//! What a careful printer would look at: even lines, filled ones, lines from right to left.

use unicode_normalization::UnicodeNormalization;

use super::super::{Ambiguous, Bidi, Column, Setting, Surface, cells, measure_of, plain, typeset};
use super::*;

const PARAGRAPH: &str = "We keep a bakery at the harbour, and an oven older than the harbour itself; whoever comes \
    early may watch the first loaves, and whoever comes late may have what the gulls have left of them, which on a \
    windy day is not very much at all.";

fn set_with(article: &Article, setting: Setting) -> Column {
    typeset(article, setting)
}

fn visual(width: u16) -> Setting {
    Setting { surface: Surface { bidi: Bidi::Visual, ..Surface::default() }, ..setting(width) }
}

/// The lines below the rule that ends the head.
fn body(column: &Column) -> Vec<String> {
    column
        .lines
        .iter()
        .map(text_of)
        .skip_while(|line| !line.starts_with('─') && !line.starts_with('-'))
        .skip(2)
        .collect()
}

fn text_of(line: &super::super::Line) -> String {
    line.spans.iter().map(|span| span.text.as_str()).collect()
}

#[test]
fn filled_lines_end_at_the_measure_and_no_gap_is_wider_than_three_cells() {
    let article = of(vec![paragraph(PARAGRAPH)]);
    for width in 24..90 {
        let filled = body(&set_with(&article, Setting { justify: true, ..setting(width) })).join("\n");
        let ragged = body(&set(&article, width)).join("\n");
        assert_eq!(
            filled.split_whitespace().collect::<Vec<_>>(),
            ragged.split_whitespace().collect::<Vec<_>>()
        );
        assert!(!filled.contains("    "), "{width}: {filled}");
        let lines: Vec<&str> = filled.lines().collect();
        let full = lines.iter().filter(|line| line.len() == usize::from(width)).count();
        assert!(full * 10 >= (lines.len() - 1) * 8, "{width}: {filled}");
        assert_eq!(lines.last(), ragged.lines().last().as_ref(), "the last line stays ragged");
    }
}

#[test]
fn a_fixed_space_does_not_grow_and_captions_are_not_filled() {
    let words =
        "Quand on se tait ; quand on regarde : la chose que l’on regarde ; il regarde, « et puis » rien. ";
    let alt = Text::new("Six ruches peintes de couleurs différentes sur un toit de zinc, un matin de mai");
    let figure = crate::article::Figure { alt, ..Default::default() };
    let article = of(vec![paragraph(&words.repeat(3)), Block::Figure(figure)]);
    for width in 30..80 {
        let page = plain(&set_with(&article, Setting { justify: true, ..setting(width) }));
        for wide in ["  ;", "  :", "«  ", "  »"] {
            assert!(!page.contains(wide), "{width}: {page}");
        }
        let caption = page.split_once("[picture").map_or("", |(_, caption)| caption);
        assert!(!caption.is_empty() && !caption.contains("  "), "{width}: {page}");
    }
}

#[test]
fn lines_of_ideographs_are_full() {
    let text = "一个受欢迎的社区会让人愿意回来收到他人的首次贡献以后项目就能进一步地继续发展".repeat(4);
    let mut article = of(vec![paragraph(&text)]);
    article.language = language("zh");
    let lines = body(&set(&article, 72));
    assert!(lines.iter().rev().skip(1).all(|line| cells(line) == 72), "{lines:?}");
}

#[test]
fn a_name_with_a_hyphen_and_a_number_with_its_noun_stay_on_one_line() {
    let words = "Le cessez-le-feu dans Alep-Est a été rompu à la date du 3 février par 33 drones et 10 avions de \
        la coalition, selon 9 témoins. ";
    let mut article = of(vec![paragraph(&words.repeat(4))]);
    article.language = language("fr");
    let (mut lines, mut torn) = (0, 0);
    for width in 60..100 {
        for line in body(&set(&article, width)) {
            let names = ["cessez-", "cessez-le-", "Alep-"];
            assert!(!names.iter().any(|end| line.ends_with(end)), "{width}: {line}");
            lines += 1;
            torn += usize::from([" 3", " 33", " 10", " 9"].iter().any(|end| line.ends_with(end)));
        }
    }
    assert!(torn * 50 < lines, "{torn} of {lines} lines end on a number: only where a hole would be worse");
}

#[test]
fn filled_lines_of_ideographs_grow_between_characters() {
    let article = of(vec![paragraph(
        "港の灯りは、夕方になると一つずつともる。漁師たちは「今夜は静かだ」と言って、網を片づける。朝までだれも来ない。",
    )]);
    let column = set_with(&article, Setting { justify: true, ..setting(31) });
    let widths: Vec<usize> = body(&column).iter().map(|line| cells(line)).collect();
    assert!(widths.iter().rev().skip(1).all(|width| *width == 31), "{}", plain(&column));
}

#[test]
fn no_paragraph_ends_on_a_crumb() {
    let words: Vec<&str> = PARAGRAPH.split(' ').collect();
    let mut crumbs = 0;
    for count in 20..words.len() {
        let article = of(vec![paragraph(&words[..count].join(" "))]);
        for width in 40..80 {
            let column = set(&article, width);
            let last = column.lines.last().map_or(0, |line| cells(&text_of(line)));
            crumbs += usize::from(last * 8 < usize::from(width));
        }
    }
    let set = (words.len() - 20) * 40;
    assert!(crumbs * 200 < set, "{crumbs} of {set} paragraphs end on less than an eighth of a line");
}

#[test]
fn lines_from_right_to_left_are_turned_round_and_end_at_the_right() {
    let article = of(vec![paragraph("«الميناء هادئ هذا المساء» قال الحارس 12 مرة")]);
    let column = set_with(&article, visual(24));
    for line in body(&column) {
        assert_eq!(cells(&line), 24, "{}", plain(&column));
    }
    let first: String = body(&column)[0].trim_start().chars().rev().collect();
    assert!(first.nfkc().collect::<String>().starts_with("»الميناء هادئ"), "{first}");
    assert!(first.starts_with("»\u{fe8d}\u{fedf}\u{fee4}"), "letters are joined: {first}");
    assert!(plain(&column).contains("12"), "numbers keep their order");
    assert_eq!(
        column.prose,
        set(&article, 24).prose,
        "what is searched and copied stays in the order of reading"
    );
}

#[test]
fn a_quotation_from_right_to_left_has_its_bar_at_the_right() {
    let quote = Block::Quote {
        kind: crate::article::QuoteKind::Quotation,
        blocks: vec![paragraph("الميناء هادئ هذا المساء")],
    };
    let column = set_with(&of(vec![quote]), visual(30));
    assert!(body(&column).iter().all(|line| line.ends_with(" │")), "{}", plain(&column));
}

#[test]
fn words_from_right_to_left_in_a_line_of_another_script_are_turned_round_in_their_place() {
    let column = set_with(&of(vec![paragraph("The sign said שלום over the door.")]), visual(60));
    assert_eq!(body(&column), ["The sign said םולש over the door."]);
}

#[test]
fn where_ambiguous_characters_are_wide_no_line_sticks_out() {
    let article = of(vec![paragraph(
        "Гавань спит… и только пекари знают, который час: когда гаснут лампы, хлеб уже в печи.",
    )]);
    let surface = Surface { ambiguous: Ambiguous::Wide, ..Surface::default() };
    let column = set_with(&article, Setting { surface, ..setting(30) });
    let widest = surface.hold(|| column.lines.iter().map(|line| cells(&text_of(line))).max());
    assert!(widest.is_some_and(|cells| (20..=30).contains(&cells)), "{}", plain(&column));
}

#[test]
fn a_measure_of_72_holds_40_ideographs() {
    let mut article = of(vec![paragraph("港の灯り")]);
    article.language = language("ja");
    assert_eq!((measure_of(&article, 72), measure_of(&article, 30)), (80, 32));
    article.language = language("fr");
    assert_eq!(measure_of(&article, 72), 72);
}
