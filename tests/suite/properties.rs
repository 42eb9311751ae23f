//! What holds for any input: any keys at any size draw; any bytes parse into clean text.

use newsprint::app::message::{Gesture, Message, Mouse};
use newsprint::article::{Article, measure};
use newsprint::config::Config;
use newsprint::formats::{self, Origin};
use newsprint::marks::Marks;
use newsprint::theme::Theme;
use newsprint::typeset::{Setting, typeset};
use proptest::prelude::*;

use crate::desk::{Desk, shipped};

/// Keys a cat on the keyboard would press, with those that open something more often.
const KEYS: &str = "j k g G enter esc q space b / n N r s S u ctrl-r A U \\ | z < > tab ? : ! . J K [ ] y Y o a w 1 2 9 \
                    0 R * v a M x t H L } { up down left right pageup pagedown home end ctrl-d ctrl-u é - \" ( backspace x ctrl-l";

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(KEYS.split_whitespace().collect::<Vec<_>>()), 0..60)
}

fn is_clean(text: &str) -> bool {
    text.chars().all(|c| {
        c == '\n' || !(c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    })
}

fn check(articles: &[Article]) -> Result<(), TestCaseError> {
    for article in articles {
        measure::each_run(&article.body, &mut |text| assert!(is_clean(text), "{text:?}"));
        for width in [1, 7, 40, 72] {
            let column = typeset(article, Setting { width, leftovers: true, ..Setting::default() });
            for line in &column.lines {
                let text: String = line.spans.iter().map(|span| span.text.as_str()).collect();
                prop_assert!(is_clean(&text) && !text.contains('\n'), "{text:?}");
                let cells = unicode_width::UnicodeWidthStr::width(text.as_str());
                prop_assert!(
                    cells <= usize::from(width) + text.matches('\u{200d}').count() * 8,
                    "{cells} at {width}: {text:?}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_draw(
        sizes in prop::collection::vec((0u16..160, 0u16..50), 1..4),
        keys in keys(),
        clicks in prop::collection::vec((0u16..160, 0u16..50), 0..4),
    ) {
        let mut desk = Desk::with(&[shipped()], 100, 30, &Config::default(), Theme::named("default", false).unwrap(), Marks::default());
        for (step, key) in keys.iter().enumerate() {
            desk.press(key);
            if let Some((width, height)) = sizes.get(step % (sizes.len() * 5)) {
                desk.resize(*width, *height);
            }
            if let Some((column, row)) = clicks.get(step % 9) {
                for what in [Gesture::Click, Gesture::Down, Gesture::Up] {
                    desk.send(Message::Mouse(Mouse { what, column: *column, row: *row }));
                }
            }
            desk.screen();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_parse_into_clean_text(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a"]),
    ) {
        if let Ok(articles) = formats::parse(&bytes, &Origin { name, modified: None }) {
            check(&articles)?;
        }
    }

    #[test]
    fn any_markup_parses_into_clean_text(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<b>", "<table><td>", "<ul><li>", "</ul>", "<a href=javascript:x>", "<a href='http://x.y/'>",
            "# ", "\n\n", "> ", "- ", "1. ", "```\n", "| a | b |\n|---|---|\n", "[^1]", "[^1]: note\n", "[x](y)", "**", "_",
            "---\n", "+++\n", "title: x\n", "Sources :\n", "Paper (City) : Work, 08/12/16\n", "\u{1b}]0;x\u{7}", "\u{202e}",
            "words of a sentence that goes on. ", "港の灯り", "مرسى", "\u{a0}:", "«", "»", "&#27;[31m", "&#x202e;", "<script>",
        ]), 0..40),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html"]),
    ) {
        if let Ok(articles) = formats::parse(pieces.concat().as_bytes(), &Origin { name, modified: None }) {
            check(&articles)?;
        }
    }
}
