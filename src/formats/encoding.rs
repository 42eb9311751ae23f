//! Owns turning bytes into characters: byte order marks, declared and guessed encodings. It refuses
//! to fail: a byte nobody can read becomes U+FFFD.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at to tell text from anything else.
const PROBE: usize = 8192;
/// Bytes shown to the guesser, of words that are not ASCII alone.
const GUESSED_FROM: usize = 600;
/// Bytes looked at for white space beyond ASCII before the first sign of a file.
const SPACE: usize = 256;

/// First bytes of files that are no text, however few control bytes they hold.
const MAGIC: &[&[u8]] = &[
    b"%PDF-",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x7fELF",
    b"\x1f\x8b\x08",
    b"\x28\xb5\x2f\xfd",
    b"BZh9",
    b"\xfd7zXZ\0",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"RIFF",
    b"OggS\0",
    b"ID3\x02",
    b"ID3\x03",
    b"ID3\x04",
    b"fLaC\0",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\0",
    b"\0asm",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"MZ\x90\0",
    b"II*\0",
    b"MM\0*",
    b"wOFF",
    b"wOF2",
];

/// Names of the Encoding Standard that are not in lower case there.
const LOWER: &[(&str, &str)] = &[
    ("UTF-8", "utf-8"),
    ("UTF-16LE", "utf-16le"),
    ("UTF-16BE", "utf-16be"),
    ("Big5", "big5"),
    ("EUC-JP", "euc-jp"),
    ("EUC-KR", "euc-kr"),
    ("GBK", "gbk"),
    ("IBM866", "ibm866"),
    ("ISO-2022-JP", "iso-2022-jp"),
    ("ISO-8859-2", "iso-8859-2"),
    ("ISO-8859-3", "iso-8859-3"),
    ("ISO-8859-4", "iso-8859-4"),
    ("ISO-8859-5", "iso-8859-5"),
    ("ISO-8859-6", "iso-8859-6"),
    ("ISO-8859-7", "iso-8859-7"),
    ("ISO-8859-8", "iso-8859-8"),
    ("ISO-8859-8-I", "iso-8859-8-i"),
    ("ISO-8859-10", "iso-8859-10"),
    ("ISO-8859-13", "iso-8859-13"),
    ("ISO-8859-14", "iso-8859-14"),
    ("ISO-8859-15", "iso-8859-15"),
    ("ISO-8859-16", "iso-8859-16"),
    ("KOI8-R", "koi8-r"),
    ("KOI8-U", "koi8-u"),
    ("Shift_JIS", "shift_jis"),
];

/// A decoded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, byte order mark removed; not yet cleaned.
    pub text: String,
    /// The encoding's name in the Encoding Standard, in lower case (`utf-8`, `windows-1252`).
    pub encoding: &'static str,
}

/// Decodes a file; `declared` is the label the file itself gives (an HTML meta, an XML declaration).
/// Returns `None` for bytes that are no text at all.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Option<Decoded> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Some(read(encoding, bytes.get(length..).unwrap_or_default()));
    }
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return None;
    }
    let head = bytes.get(..PROBE).unwrap_or(bytes);
    if let Some(encoding) = wide(head) {
        return Some(read(encoding, bytes));
    }
    if is_binary(head) {
        return None;
    }
    if memchr::memchr(0x1b, bytes).is_none()
        && let Ok(text) = simdutf8::basic::from_utf8(bytes)
    {
        return Some(Decoded { text: text.to_owned(), encoding: "utf-8" });
    }
    Some(read(narrow(bytes, declared), bytes))
}

fn read(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let lower = LOWER.iter().find(|(known, _)| *known == name).map_or(name, |(_, lower)| lower);
    Decoded { text: text.into_owned(), encoding: lower }
}

/// Says whether the characters of the first bytes of a file may open with one of `signs`, white space before
/// it aside: a look at a few bytes that spares most files a [`glance`].
pub fn may_open_with(head: &[u8], signs: &[u8]) -> bool {
    let is_blank = |byte: &u8| matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff) || *byte <= b' ';
    let Some(start) = head.iter().position(|byte| !is_blank(byte)) else { return false };
    let rest = head.get(start..).unwrap_or_default();
    match rest.first() {
        Some(byte) if byte.is_ascii() => signs.contains(byte),
        Some(_) => may_follow_space(rest, signs, memchr::memchr(0, head).is_some()),
        None => false,
    }
}

/// Says the same of bytes that begin with a character beyond ASCII, which may be white space.
fn may_follow_space(rest: &[u8], signs: &[u8], wide: bool) -> bool {
    let valid = rest.get(..SPACE).unwrap_or(rest).utf8_chunks().next().map_or("", |chunk| chunk.valid());
    match valid.trim_start().bytes().next() {
        Some(byte) => signs.contains(&byte),
        // In no encoding but UTF-16 do bytes that are no UTF-8 turn out to be white space.
        None => wide || !valid.is_empty(),
    }
}

/// Returns the characters of the first bytes of a file as far as recognising markup needs them: its ASCII
/// and whatever is UTF-8; of other encodings the rest is U+FFFD.
pub fn glance(head: &[u8]) -> Cow<'_, str> {
    let bom = Encoding::for_bom(head);
    match bom.map(|(encoding, _)| encoding).or_else(|| wide(head)) {
        Some(encoding) if encoding != UTF_8 => encoding.decode(head).0,
        _ => {
            let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
            let whole = simdutf8::compat::from_utf8(head).or_else(|error| match error.error_len() {
                // The last character is cut.
                None => simdutf8::compat::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()),
                Some(_) => Err(error),
            });
            whole.map_or_else(|_| String::from_utf8_lossy(head), Cow::Borrowed)
        }
    }
}

/// Returns the flavour of UTF-16 that `head` is in: zero bytes stand in every second place only
/// (spaces and line ends at least, in any script), and what comes out holds next to no controls.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    memchr::memchr(0, head)?;
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (encoding, many, few) = if odd > even { (UTF_16LE, odd, even) } else { (UTF_16BE, even, odd) };
    if many < 2 || many * 50 < pairs || few * 10 > many {
        return None;
    }
    let even_length = head.get(..pairs * 2).unwrap_or(head);
    let (text, _) = encoding.decode_without_bom_handling(even_length);
    let strange = text.chars().filter(|c| is_strange(*c)).count();
    (strange * 50 <= text.chars().count()).then_some(encoding)
}

fn is_strange(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'))
        || matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn is_binary(head: &[u8]) -> bool {
    // Few bytes at a time, without branches: many are looked at in one go.
    let controls = |bytes: &[u8]| usize::from(bytes.iter().fold(0_u8, |n, b| n + u8::from(is_control(*b))));
    head.chunks(128).map(controls).sum::<usize>() * 10 > head.len()
}

#[expect(clippy::needless_bitwise_bool, reason = "without branches many bytes are looked at in one go")]
fn is_control(b: u8) -> bool {
    (b < b' ') & (b != b'\t') & (b != b'\n') & (b != 0x0c) & (b != b'\r') & (b != 0x1b) | (b == 0x7f)
}

/// Chooses among the encodings whose units are bytes.
fn narrow(bytes: &[u8], declared: Option<&str>) -> &'static Encoding {
    if is_iso_2022_jp(bytes) {
        return ISO_2022_JP;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let label = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let believable = |e: &&'static Encoding| ![REPLACEMENT, UTF_16LE, UTF_16BE].contains(e);
    if let Some(encoding) = label.filter(believable)
        && !encoding.decode_without_bom_handling(bytes).1
    {
        return encoding;
    }
    guess(bytes)
}

/// ISO-2022-JP is valid ASCII, so it is known by its shift sequences and by decoding without fault.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let shifts: [&[u8]; 2] = [b"\x1b$B", b"\x1b$@"];
    let found = memchr::memchr_iter(0x1b, bytes)
        .take(64)
        .any(|at| shifts.iter().any(|shift| bytes.get(at..).is_some_and(|rest| rest.starts_with(shift))));
    found && bytes.is_ascii() && !ISO_2022_JP.decode_without_bom_handling(bytes).1
}

/// Says whether bytes are UTF-8, but for the odd broken one: a file cut in the middle of a
/// character, or one with a stray Latin-1 quotation pasted in.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    let mut left = bytes.len();
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
        left = left.saturating_sub(chunk.valid().len() + chunk.invalid().len());
        // A good one has two bytes: what is left could not make up for the bad ones any more.
        if good + left / 2 <= bad * 20 {
            return false;
        }
    }
    good > bad * 20
}

/// Guesses from the words that are not ASCII alone: the others say next to nothing of an encoding.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut shown: Vec<u8> = Vec::with_capacity(GUESSED_FROM);
    for word in bytes.split_inclusive(u8::is_ascii_whitespace).filter(|word| !word.is_ascii()) {
        shown.extend(word.iter().take(GUESSED_FROM - shown.len()));
        if shown.len() == GUESSED_FROM {
            break;
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // What was cut is no error at the end of the file.
    detector.feed(&shown, shown.len() < GUESSED_FROM);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> Option<&'static str> {
        decode(bytes, None).map(|d| d.encoding)
    }

    #[test]
    fn a_byte_order_mark_decides_and_goes() {
        let decoded = decode(b"\xef\xbb\xbfcaf\xc3\xa9", Some("windows-1252")).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("café", "utf-8"));
        assert_eq!(decode(b"\xff\xfec\0a\0", None).unwrap().text, "ca");
    }

    #[test]
    fn a_look_at_the_first_sign_tells_what_a_file_cannot_be() {
        let wide: Vec<u8> = "\u{feff} <p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for head in [b"\xef\xbb\xbf\n <p>".as_slice(), &wide, "\u{a0}<p>".as_bytes()] {
            assert!(may_open_with(head, b"<"), "{head:?}");
        }
        assert!(!may_open_with(b" The quay < the sea", b"<"));
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_zeros() {
        let le: Vec<u8> = "Ein Brot.\nNoch ein Brot.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "港の灯り と 夜の海\n港の灯り".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&le, None).unwrap().text, "Ein Brot.\nNoch ein Brot.");
        assert_eq!(name(&be), Some("utf-16be"));
    }

    #[test]
    fn shifted_japanese_is_not_taken_for_ascii_and_colours_are_not_taken_for_japanese() {
        let (bytes, _, _) = ISO_2022_JP.encode("港の灯り");
        assert_eq!(decode(&bytes, None).unwrap().text, "港の灯り");
        assert_eq!(name(b"\x1b[31mred\x1b[0m"), Some("utf-8"));
    }

    #[test]
    fn old_western_bytes_are_guessed_and_a_declared_label_is_heard() {
        assert_eq!(
            decode(b"Le caf\xe9 a ferm\xe9 d\xe8s l'\xe9t\xe9.", None).unwrap().text,
            "Le café a fermé dès l'été."
        );
        let (bytes, _, _) = encoding_rs::KOI8_R.encode("Пароход уходит в полночь");
        assert_eq!(decode(&bytes, Some("koi8-r")).unwrap().encoding, "koi8-r");
    }

    #[test]
    fn utf_8_wins_over_a_wrong_label_and_survives_one_bad_byte() {
        assert_eq!(decode("café".as_bytes(), Some("iso-8859-1")).unwrap().text, "café");
        let mut bytes = "é".repeat(50).into_bytes();
        bytes.push(0xc3);
        assert_eq!(decode(&bytes, None).unwrap().text, format!("{}\u{fffd}", "é".repeat(50)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(name(b"%PDF-1.7 plain enough"), None);
        assert_eq!(name(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(name(&[1, 2, 3, b'a', b'b', 4, 0, 5]), None);
        assert_eq!(name(b""), Some("utf-8"));
        assert_eq!(name(b"one stray \0 byte in a line of text"), Some("utf-8"));
    }
}
