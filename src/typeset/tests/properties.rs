//! What holds for any article at any width.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::super::{Ambiguous, Bidi, Column, Setting, Surface, cells, typeset};
use crate::article::{
    Align, Article, Block, Figure, Inline, Item, Language, Link, Look, QuoteKind, Source, Table, Target, Text,
};

fn words() -> impl Strategy<Value = Text> {
    let word = prop_oneof![
        8 => "[a-zA-Z]{1,14}",
        2 => Just("évacuation".to_owned()),
        2 => "[:;!?»«%.,()\\[\\]'’–-]",
        1 => Just("https://example.org/some/where?and=what#else".to_owned()),
        2 => "[港灯海辺新聞がの、。「」ー]{1,12}",
        1 => "[ﾊﾞｶﾟ한국어]{1,5}",
        1 => "[ا-ي]{1,8}",
        1 => "[ก-ฮะ-ู]{1,9}",
        1 => "[क-ह्ि]{1,6}",
        1 => prop_oneof![Just("👨‍👩‍👧".to_owned()), Just("👍🏽".to_owned()), Just("❤\u{fe0f}".to_owned()), Just("🇫🇷".to_owned())],
        1 => "[a-z]\u{301}{0,3}",
        1 => "[0-9]{1,6}",
        1 => "\\PC{1,4}",
        1 => "[a-z]{60,90}",
    ];
    let space = prop_oneof![
        12 => Just(" "), 1 => Just("\u{a0}"), 1 => Just("\u{202f}"), 1 => Just("\u{3000}"),
        1 => Just("\n"), 2 => Just(""), 1 => Just("  "), 1 => Just("\n\n"),
    ];
    prop::collection::vec((word, space), 0..14)
        .prop_map(|parts| Text::new(&parts.into_iter().map(|(word, space)| word + space).collect::<String>()))
}

fn run() -> impl Strategy<Value = Inline> {
    let target = prop_oneof![
        6 => Just(None),
        1 => (0..20u32).prop_map(|n| Some(Target::Link(n))),
        1 => (0..20u32).prop_map(|n| Some(Target::Source(n))),
        1 => (0..20u32).prop_map(|n| Some(Target::Note(n))),
    ];
    let text = prop_oneof![8 => words(), 1 => Just(Text::new("3")), 1 => Just(Text::new("[3] "))];
    (text, target, any::<bool>(), any::<bool>()).prop_map(|(text, target, emphasis, code)| Inline {
        text,
        target,
        look: Look { emphasis, code, ..Look::default() },
    })
}

fn runs() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(run(), 0..5)
}

fn table() -> impl Strategy<Value = Block> {
    let row = || prop::collection::vec(runs(), 0..5);
    (row(), prop::collection::vec(row(), 0..4)).prop_map(|(head, rows)| {
        Block::Table(Table { align: vec![Align::Left, Align::Right, Align::Centre], head, rows })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        6 => runs().prop_map(Block::Paragraph),
        1 => (2..7u8, runs()).prop_map(|(level, text)| Block::Crosshead { level, text }),
        1 => words().prop_map(|text| Block::Code { language: None, text }),
        1 => Just(Block::Rule),
        1 => (words(), runs()).prop_map(|(alt, caption)| {
            Block::Figure(Figure { alt, caption, ..Figure::default() })
        }),
        2 => table(),
    ];
    leaf.prop_recursive(6, 24, 4, |inner| {
        let blocks = prop::collection::vec(inner, 0..4);
        let kind = prop_oneof![
            Just(QuoteKind::Quotation),
            Just(QuoteKind::Pull),
            words().prop_map(QuoteKind::Callout)
        ];
        let item =
            (any::<Option<bool>>(), blocks.clone()).prop_map(|(checked, blocks)| Item { checked, blocks });
        let start = prop_oneof![Just(None), any::<u64>().prop_map(Some), (0..99u64).prop_map(Some)];
        prop_oneof![
            (kind, blocks.clone()).prop_map(|(kind, blocks)| Block::Quote { kind, blocks }),
            (start, prop::collection::vec(item, 0..4))
                .prop_map(|(start, items)| Block::List { start, items }),
            (0..9999u32, blocks).prop_map(|(number, blocks)| Block::Note { number, blocks }),
        ]
    })
}

fn article() -> impl Strategy<Value = Article> {
    let line = || proptest::option::of(words().prop_map(|text| Text::line(&text)));
    let source = (line(), line(), line(), words()).prop_map(|(publisher, city, title, raw)| Source {
        number: 1,
        publisher,
        city,
        title,
        url: Some(Text::new("https://example.org/a")),
        raw: Text::line(&raw),
        ..Source::default()
    });
    let reference = (words(), words()).prop_map(|(text, url)| Link {
        number: 1,
        text: Text::line(&text),
        url: Text::line(&url),
    });
    let tag = prop_oneof![Just("fr"), Just("de"), Just("en"), Just("ja"), Just("ar"), Just("th")];
    (
        (line(), line(), line(), line()),
        prop::collection::vec(block(), 0..6),
        (prop::collection::vec(source, 0..3), prop::collection::vec(reference, 0..3)),
        prop::collection::vec(words(), 0..3),
        tag,
    )
        .prop_map(|((kicker, headline, standfirst, caption), body, (sources, links), leftovers, tag)| {
            Article {
                kicker,
                headline,
                standfirst,
                caption,
                body,
                sources,
                links,
                leftovers,
                language: Language::parse(tag),
                byline: vec![Text::new("Ada Example")],
                ..Article::default()
            }
        })
}

/// Checks that the spans that are the article's words cover its prose: to the letter, once, and all
/// of it but white space and what is wider than the column.
fn assert_nothing_lost_or_doubled(column: &Column, width: usize, is_visual: bool) {
    let spans = column.lines.iter().flat_map(|line| &line.spans);
    let mut placed: Vec<(usize, usize, &str)> =
        spans.filter_map(|span| Some((span.at?, span.bytes, span.text.as_str()))).collect();
    placed.sort_unstable();
    let mut reached = 0;
    for (at, bytes, text) in placed.into_iter().chain([(column.prose.len(), 0, "")]) {
        let between = column.prose.get(reached..at).expect("spans do not overlap");
        let lost = |cluster: &str| !cluster.trim().is_empty() && cells(cluster) <= width.min(8);
        assert!(!between.graphemes(true).any(lost), "lost {between:?} at width {width}");
        let written = column.prose.get(at..at + bytes).expect("a span stands for whole letters");
        // What is turned round may face the other way, and letters take the form of their place.
        let is_formed = is_visual && ("()[]{}<>«»‹›".contains(written) || written.nfkc().eq(text.nfkc()));
        assert!(written == text || is_formed, "{written:?} became {text:?}");
        reached = at + bytes;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_article_fits_any_width_and_nothing_is_lost(
        article in article(),
        width in prop_oneof![1..=12u16, 13..=200u16],
        ascii: bool,
        leftovers: bool,
        justify: bool,
        ambiguous in prop_oneof![3 => Just(Ambiguous::Narrow), 1 => Just(Ambiguous::Wide)],
        bidi in prop_oneof![3 => Just(Bidi::Off), 1 => Just(Bidi::Visual)],
    ) {
        let surface = Surface { ambiguous, bidi };
        let column = typeset(&article, Setting { width, ascii, leftovers, justify, surface, ..Setting::default() });
        let mut start = 0;
        for line in &column.lines {
            let taken: usize = surface.hold(|| line.spans.iter().map(|span| cells(&span.text)).sum());
            prop_assert!(taken <= usize::from(width), "{taken} cells at width {width}: {line:?}");
            prop_assert!(start <= line.start && column.prose.is_char_boundary(line.start));
            start = line.start;
            prop_assert!(line.spans.iter().all(|span| !span.text.is_empty()));
            prop_assert!(line.spans.iter().all(|span| !span.text.contains(char::is_control)));
        }
        surface.hold(|| assert_nothing_lost_or_doubled(&column, usize::from(width), bidi == Bidi::Visual));
        let other = typeset(&article, Setting { width: 80, ascii: !ascii, leftovers, ..Setting::default() });
        prop_assert_eq!(&column.prose, &other.prose);
        prop_assert!(column.body_end <= column.lines.len());
        prop_assert_eq!(column.sources.len(), article.sources.len());
    }

    #[test]
    fn newsprint_adds_nothing_but_ascii_where_it_is_asked_to(article in article(), width in 1..90u16) {
        let column = typeset(&article, Setting { width, ascii: true, leftovers: true, ..Setting::default() });
        let own = column.lines.iter().flat_map(|line| &line.spans).filter(|span| span.at.is_none());
        // The words beside a link's number and the heading of a record are the article's, said again.
        let own = own.filter(|span| matches!(span.role, super::super::Role::QuoteBar | super::super::Role::Bullet
            | super::super::Role::Rule | super::super::Role::LinkNumber));
        for span in own {
            prop_assert!(span.text.is_ascii(), "{span:?}");
        }
    }
}
