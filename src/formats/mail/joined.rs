//! Owns joining the encoded words of a header where one character was cut in two: each alone cannot be read. It
//! refuses to decode them: the mail crate does.

use std::fmt::Write as _;

use mail_parser::decoders::base64::base64_decode;

/// An encoded word: `=?charset?B?…?=`.
struct Word<'h> {
    charset: &'h str,
    base64: bool,
    packed: &'h str,
    length: usize,
}

/// Returns headers with neighbouring words of one charset made one; `None` where there are none.
pub(super) fn join(head: &[u8]) -> Option<Vec<u8>> {
    let head = std::str::from_utf8(head).ok()?;
    let (mut out, mut rest, mut joined) = (String::new(), head, false);
    while let Some(at) = rest.find("=?") {
        let (before, words) = rest.split_at_checked(at)?;
        out.push_str(before);
        let Some(first) = word(words) else {
            out.push_str("=?");
            rest = words.get(2..)?;
            continue;
        };
        let mut length = first.length;
        let mut bytes = bytes(&first);
        let mut count = 1;
        while let Some((gap, next)) = following(words.get(length..)?, &first) {
            bytes.extend(self::bytes(&next));
            length += gap + next.length;
            count += 1;
        }
        if count > 1 {
            joined = true;
            write!(out, "=?{}?Q?", first.charset).ok()?;
            for byte in &bytes {
                write!(out, "={byte:02X}").ok()?;
            }
            out.push_str("?=");
        } else {
            out.push_str(words.get(..length)?);
        }
        rest = words.get(length..)?;
    }
    out.push_str(rest);
    joined.then(|| out.into_bytes())
}

/// Reads the word a text begins with.
fn word(text: &str) -> Option<Word<'_>> {
    let inner = text.strip_prefix("=?")?;
    let (charset, rest) = inner.get(..inner.floor_char_boundary(200))?.split_once('?')?;
    let (kind, packed) = rest.split_once('?')?;
    let base64 = kind.eq_ignore_ascii_case("b");
    let end = packed.find("?=")?;
    let packed = packed.get(..end)?;
    // Words in a code with shifts each begin anew.
    let shifts = charset.get(..8).is_some_and(|name| name.eq_ignore_ascii_case("iso-2022"));
    let known = !shifts && (base64 || kind.eq_ignore_ascii_case("q"));
    let whole = known && !packed.contains(char::is_whitespace) && !charset.contains(char::is_whitespace);
    let length = 2 + charset.len() + 1 + kind.len() + 1 + end + 2;
    whole.then_some(Word { charset, base64, packed, length })
}

/// Returns the word of the same kind that follows behind white space, and the length of that.
fn following<'h>(text: &'h str, first: &Word<'_>) -> Option<(usize, Word<'h>)> {
    let rest = text.trim_start();
    let next = word(rest).filter(|next| next.charset.eq_ignore_ascii_case(first.charset))?;
    Some((text.len() - rest.len(), next))
}

fn bytes(word: &Word<'_>) -> Vec<u8> {
    if word.base64 {
        return base64_decode(word.packed.as_bytes()).unwrap_or_default();
    }
    let mut out = Vec::new();
    let mut rest = word.packed.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *byte == b'=');
        out.push(code.unwrap_or(if *byte == b'_' { b' ' } else { *byte }));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_cut_a_character_in_two_are_made_one() {
        let joined = |head: &str| join(head.as_bytes()).map(|head| String::from_utf8(head).unwrap());
        assert_eq!(
            joined("Subject: =?utf-8?Q?Caf=C3?=\n =?UTF-8?Q?=A9_x?=\n").as_deref(),
            Some("Subject: =?utf-8?Q?=43=61=66=C3=A9=20=78?=\n")
        );
        assert_eq!(
            joined("Subject: =?utf-8?B?YQ==?= =?utf-8?Q?b?= c").as_deref(),
            Some("Subject: =?utf-8?Q?=61=62?= c")
        );
        for alone in
            ["Subject: =?utf-8?Q?a?= b =?utf-8?Q?c?=", "=?utf-8?Q?a?= =?koi8-r?Q?c?=", "a =? b =?x?y", ""]
        {
            assert_eq!(joined(alone), None, "{alone}");
        }
    }
}
