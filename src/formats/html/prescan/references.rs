//! Owns the signs in a page that look like the start of a character reference and are none. It refuses to
//! replace references: that is the parser's.

use std::borrow::Cow;

/// Such signs a page may have; real ones have some dozens, and each costs the parser a look back.
const MOST: usize = 10_000;

/// Writes out each `&` that begins nothing, in a page that has too many of them.
pub(super) fn settled(html: Cow<'_, str>) -> Cow<'_, str> {
    if bare(&html).nth(MOST).is_none() {
        return html;
    }
    let (mut out, mut from) = (String::with_capacity(html.len() * 2), 0);
    for at in bare(&html) {
        out.push_str(html.get(from..at).unwrap_or_default());
        out.push_str("&amp;");
        from = at + 1;
    }
    out.push_str(html.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Finds each `&` with neither a letter, a digit nor `#` behind it.
fn bare(html: &str) -> impl Iterator<Item = usize> {
    let bytes = html.as_bytes();
    memchr::memchr_iter(b'&', bytes).filter(|at| {
        let next = bytes.get(at + 1);
        next.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_signs_is_written_out_and_an_ordinary_one_is_left_alone() {
        assert_eq!(settled("Bread & salt && &lt;".into()), "Bread & salt && &lt;");
        let many = format!("{}lt;&lt;&#38;", "&".repeat(MOST + 2));
        let settled = settled(many.as_str().into());
        assert!(settled.starts_with("&amp;&amp;") && settled.ends_with("&amp;&lt;&lt;&#38;"), "{settled}");
    }
}
