//! Plain text: sizes, encodings, emptiness, and what is no text at all.

use serde_json::Value;

use crate::row::{Row, file, many};

const KEPT: &str = "The tide turned before noon.";

fn txt(what: &'static str, bytes: impl Fn() -> Vec<u8> + 'static) -> Row {
    file(what, "tide.txt", bytes).articles(1)
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = sizes();
    rows.extend(empty());
    rows.extend(encodings());
    rows.extend(no_text());
    rows
}

/// Bytes just above what is read of a file, or far above at full size.
fn above_limit() -> usize {
    if cfg!(debug_assertions) { 17 << 20 } else { 60 << 20 }
}

fn sizes() -> Vec<Row> {
    let repeated = |what, piece: &'static str, count: usize| {
        txt(what, move || format!("{}\n\n{KEPT}\n", piece.repeat(count)).into_bytes())
    };
    vec![
        txt("text: one line of 60 MB", || vec![b'a'; many(60 << 20)]).warns_in_full("only the first 16 MB"),
        txt("text: 60 MB of prose", || b"The tide turned before noon. ".repeat(above_limit() / 29))
            .warns("only the first 16 MB"),
        txt("text: 60 MB of short lines", || b"The tide turned.\n".repeat(many(60 << 20) / 17))
            .warns_in_full("only the first 16 MB"),
        txt("text: 100 MB on one line", || vec![b'a'; 100_000_000]).warns("only the first 16 MB"),
        txt("text: 100 MB of prose", || b"The tide turned before noon.\n".repeat(100_000_000 / 29))
            .warns("only the first 16 MB"),
        repeated("text: 5 million line feeds", "\n", 5_000_000).says(KEPT),
        repeated("text: 5 million carriage returns", "\r", 5_000_000).says(KEPT),
        repeated("text: 5 million lines of one letter", "a\n", many(5_000_000)),
        repeated("text: a word of 2 MB", "a", 2_000_000).says(KEPT),
        repeated("text: 2 million spaces", " ", 2_000_000).says(KEPT),
        repeated("text: 2 million tabs", "\t", 2_000_000).says(KEPT),
        repeated("text: 500,000 addresses", "https://quay.example/tide\n", many(500_000)),
        repeated("text: 500,000 addresses on one line", "https://quay.example/tide ", many(500_000)),
        repeated("text: a million http://", "http://", many(1_000_000)),
        repeated("text: 200,000 dates", "6 May 2020\n", many(200_000)),
        repeated("text: 200,000 dates on one line", "6 May 2020 ", many(200_000)),
        repeated("text: a million digits", "1", 1_000_000).says(KEPT),
        repeated("text: a million numbers", "1 ", many(1_000_000)),
        repeated("text: 200,000 headings of sources", "Sources:\n", many(200_000)),
        repeated("text: 200,000 list items", "- tar\n", many(200_000)),
        repeated("text: 200,000 sources", "\"Tide\" — Quay Gazette, 6 May 2020\n", many(200_000)),
        txt("text: 100,000 sources under a heading", || {
            let source = "Quay Gazette, Skagen, \"The tide\", 6 May 2020\nhttps://quay.example/tide\n\n";
            format!("Tide\n\n{KEPT}\n\nSources\n\n{}", source.repeat(many(100_000))).into_bytes()
        }),
        repeated("text: 300,000 opening quotes", "“", many(300_000)),
        repeated("text: 300,000 brackets", "[1](", many(300_000)),
        txt("text: 100,000 numbered marks inside one word", || {
            format!("Tide\n\n{}\n\nLinks:\n[1]: https://quay.example/tide (link)\n", "a[1]".repeat(100_000))
                .into_bytes()
        }),
        repeated(
            "text: 6,000 paragraphs under the labels of other articles",
            "The tide turned before noon, and nobody on the pier had asked it to, nor did it say why.\n\nMore \
             stories\n\nMore stories\n\n",
            many(6_000),
        ),
        repeated("text: 300,000 numbered marks", "[1] tar ", many(300_000)),
        repeated(
            "text: 200,000 wrapped lines",
            "The tide turned before the nets were in, and nobody on the pier was\n",
            many(200_000),
        ),
        repeated("text: 200,000 'By' lines", "By Ida Holm\n", many(200_000)),
        repeated("text: a million combining marks", "\u{301}", many(1_000_000)).says(KEPT),
        repeated("text: 300,000 ideographs", "潮", many(300_000)),
        repeated("text: 500,000 soft hyphens", "a\u{ad}", many(500_000)).says(KEPT),
        repeated("text: 500,000 joined emoji", "👩\u{200d}", many(500_000)),
    ]
}

fn empty() -> Vec<Row> {
    let named = |articles: &[Value]| articles[0]["title"] == "tide";
    let empty = |what, bytes: &'static [u8]| {
        txt(what, || bytes.to_vec()).warns("empty").holds("the file's name as title", named)
    };
    vec![
        empty("empty: no bytes", b""),
        empty("empty: a byte order mark", b"\xef\xbb\xbf"),
        empty("empty: white space", b" \n\t\r\n "),
        empty("empty: spaces that do not break", "\u{a0}\u{a0}\n\u{a0}".as_bytes()),
        empty("empty: characters of no width", "\u{200b}\u{2060}\u{feff}".as_bytes()),
    ]
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn encodings() -> Vec<Row> {
    let french = "Le café a fermé dès l'été.";
    vec![
        txt("text: NUL among letters", || format!("The tide\0 was low. {KEPT}").into_bytes()).says(KEPT),
        txt("text: a byte that is no UTF-8", || [KEPT.as_bytes(), "é".repeat(40).as_bytes(), b" \xff tar"].concat()).says("\u{fffd}"),
        txt("text: surrogates on their own", || [KEPT.as_bytes(), b" \xed\xa0\x80 tar"].concat()).says(KEPT),
        txt("text: overlong characters", || [KEPT.as_bytes(), "é".repeat(90).as_bytes(), b" \xc0\xaf tar"].concat()).says(KEPT),
        txt("text: Latin-1", move || french.chars().map(|c| c as u8).collect()).says(french),
        txt("text: UTF-16, low byte first", || utf16(&format!("\u{feff}{KEPT}"), u16::to_le_bytes)).says(KEPT),
        txt("text: UTF-16, high byte first", || utf16(&format!("\u{feff}{KEPT}"), u16::to_be_bytes)).says(KEPT),
        txt("text: UTF-16 without its mark", || utf16(KEPT, u16::to_le_bytes)).says(KEPT),
        txt("text: UTF-16 with half a character at the end", || {
            let mut bytes = utf16(&format!("\u{feff}{KEPT}"), u16::to_le_bytes);
            bytes.push(b'a');
            bytes
        })
        .says(KEPT),
        txt("text: UTF-16 with a lone surrogate", || {
            [utf16(&format!("\u{feff}{KEPT} "), u16::to_le_bytes), vec![0x00, 0xd8, b'a', 0]].concat()
        })
        .says(KEPT),
        file("page: Latin-1 under a label that says UTF-8", "page.html", || {
            let page = "<!doctype html><html><head><meta charset=utf-8></head><body><p>Le café a fermé dès l'été, et nul n'a su pourquoi.</p></body></html>";
            page.chars().map(|c| c as u8).collect()
        })
        .says("Le café a fermé dès l'été"),
    ]
}

fn no_text() -> Vec<Row> {
    let refused = |what, bytes: fn() -> Vec<u8>| file(what, "tide.txt", bytes).refused("looks binary");
    vec![
        refused("a PDF named .txt", || b"%PDF-1.7\nThe tide turned.\n".to_vec()),
        refused("a picture named .txt", || b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        refused("a program named .txt", || b"\x7fELF\x02\x01\x01\0".to_vec()),
        refused("any bytes named .txt", || {
            let mut state = 1_u32;
            std::iter::repeat_with(|| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_be_bytes()[0]
            })
            .take(100_000)
            .collect()
        }),
        refused("16 MB of NUL named .txt", || vec![0; 16 << 20]),
    ]
}
