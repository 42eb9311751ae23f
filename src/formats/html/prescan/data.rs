//! Owns taking out of a page what a saver put inside its addresses: pictures and fonts, letter by letter.
//! It refuses to touch words that only look like an address.

use std::borrow::Cow;

use memchr::memmem;

use crate::formats::embedded;

/// `data:` addresses longer than this, in bytes, are cut.
const SHORT_DATA: usize = 200;

/// Cuts long `data:` addresses out of a page: pictures and fonts that a saver put inside it. A picture
/// leaves a short name, by which it is found again.
pub(in crate::formats::html) fn without_data(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = html;
    let mut endless = Vec::new();
    let word = memmem::Finder::new("data:");
    while let Some(at) = word.find(rest.as_bytes()) {
        let (before, data) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let end = data_end(before, data, &mut endless);
        out.push_str(before);
        let whole = data.get(..end).unwrap_or_default();
        if end > SHORT_DATA {
            out.push_str(embedded::name(whole).as_deref().unwrap_or("data:,"));
        } else {
            out.push_str(whole);
        }
        rest = data.get(end..).unwrap_or_default();
    }
    if out.is_empty() {
        return Cow::Borrowed(html);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Returns where a `data:` address ends; only one in quotes or in `url(…)` is an address at all.
/// What opened an address that never ends is added to `endless`, and not looked for again.
fn data_end(before: &str, data: &str, endless: &mut Vec<char>) -> usize {
    let word = "data:".len();
    // What it holds is named before a comma or semicolon; without one there is no end to look for.
    let sign = data.bytes().skip(word).take(SHORT_DATA).position(|b| b == b',' || b == b';');
    let Some(sign) = sign else { return word };
    let opener = before.trim_end().chars().next_back().filter(|opener| !endless.contains(opener));
    let end = match opener {
        Some(quote @ ('"' | '\'')) => data.find(quote),
        Some('(') => data.find(')'),
        Some('=') => data.find(|c: char| c.is_whitespace() || c == '>'),
        _ => return word,
    };
    if end.is_none() {
        endless.extend(opener);
    }
    end.filter(|end| *end > word + sign).unwrap_or(word)
}
