//! Owns unpacking: gzip and Zstandard, never past a cap, around any other format. It refuses to
//! know what is inside: that is handed back to the table of formats under its inner name.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::{Format, Origin, Problem, mail, warc};
use crate::article::{Article, Text};

/// Files packed by gzip or Zstandard.
pub const FORMAT: Format = Format {
    name: "packed",
    extensions: &[],
    about: "any of these packed by gzip (.gz) or Zstandard (.zst)",
    sniff: |head| kind(head).is_some(),
    parse,
};

/// The most bytes unpacked of a single article.
const ARTICLE: u64 = 16 << 20;
/// The most bytes unpacked of a file of many.
const CONTAINER: u64 = 64 << 20;
/// How often a file may be packed.
const LAYERS: usize = 2;
/// The largest window of a Zstandard frame, in bytes: what a reader must hold in memory.
const WINDOW: u64 = 32 << 20;

/// The two ways of packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// gzip, one member or many.
    Gzip,
    /// Zstandard, one frame or many.
    Zstandard,
}

/// What came out of a packed file.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// The bytes, as far as they go.
    pub(super) bytes: Vec<u8>,
    /// Why there are no more, if that is not the end.
    pub(super) cut: Option<&'static str>,
}

/// Returns how bytes are packed.
pub(super) fn kind(head: &[u8]) -> Option<Kind> {
    if head.starts_with(b"\x1f\x8b\x08") {
        Some(Kind::Gzip)
    } else {
        // A stream may begin with a frame that holds no data.
        let skipped = matches!(head, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]);
        (skipped || head.starts_with(b"\x28\xb5\x2f\xfd")).then_some(Kind::Zstandard)
    }
}

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let mut name = origin.name;
    let mut unpacked = Unpacked { bytes: bytes.to_vec(), cut: None };
    for _ in 0..LAYERS {
        let Some(kind) = kind(&unpacked.bytes) else { break };
        name = inner_name(name);
        let outer = std::mem::take(&mut unpacked.bytes);
        let inner = unpack(kind, &outer, ARTICLE, CONTAINER);
        unpacked = Unpacked { bytes: inner.bytes, cut: unpacked.cut.or(inner.cut) };
    }
    if kind(&unpacked.bytes).is_some() {
        return Err(Problem::Unreadable(Text::new("packed more than twice")));
    }
    if unpacked.bytes.is_empty()
        && let Some(cut) = unpacked.cut
    {
        return Err(Problem::Unreadable(Text::new(cut)));
    }
    let mut articles = super::parse(&unpacked.bytes, &Origin { name, ..*origin })?;
    if let (Some(cut), Some(last)) = (unpacked.cut, articles.last_mut()) {
        last.provenance.warnings.push(Text::new(cut));
    }
    Ok(articles)
}

/// Cuts the ending off the name of a packed file.
fn inner_name(name: &str) -> &str {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_packing =
        ["gz", "gzip", "z", "zst", "zstd"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if is_packing { stem } else { name }
}

/// Unpacks up to `single` bytes, and up to `many` when they turn out to hold many articles.
pub(super) fn unpack(kind: Kind, packed: &[u8], single: u64, many: u64) -> Unpacked {
    match kind {
        Kind::Gzip => drain(MultiGzDecoder::new(packed), single, many),
        Kind::Zstandard => drain(Frames { rest: packed, decoder: None }, single, many),
    }
}

/// Reads what a decoder gives until its end, its fault or the cap.
pub(super) fn drain(mut reader: impl Read, single: u64, many: u64) -> Unpacked {
    let mut bytes = Vec::new();
    let mut faulty = reader.by_ref().take(single).read_to_end(&mut bytes).is_err();
    let is_full = |bytes: &[u8], cap: u64| u64::try_from(bytes.len()).is_ok_and(|length| length >= cap);
    let mut full = is_full(&bytes, single);
    if full && holds_many(&bytes) && !faulty {
        faulty = reader.by_ref().take(many.saturating_sub(single)).read_to_end(&mut bytes).is_err();
        full = is_full(&bytes, many);
    }
    let more = full && !faulty && reader.read(&mut [0]).is_ok_and(|count| count > 0);
    let cut = if faulty {
        Some("the packed data is damaged or cut short")
    } else {
        more.then_some("too large once unpacked: the end is missing")
    };
    Unpacked { bytes, cut }
}

fn holds_many(bytes: &[u8]) -> bool {
    let head = bytes.get(..super::HEAD).unwrap_or(bytes);
    (warc::FORMAT.sniff)(head) || (mail::MAILBOX.sniff)(head)
}

/// Reads Zstandard frames one after the other, and steps over those that hold no data.
struct Frames<'p> {
    rest: &'p [u8],
    decoder: Option<StreamingDecoder<&'p [u8], ruzstd::decoding::FrameDecoder>>,
}

impl Read for Frames<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            if let Some(decoder) = &mut self.decoder {
                let count = decoder.read(out)?;
                if count > 0 || out.is_empty() {
                    return Ok(count);
                }
                self.rest = decoder.get_ref();
                self.decoder = None;
            }
            self.skip_frames();
            if self.rest.is_empty() {
                return Ok(0);
            }
            let opened = StreamingDecoder::new_with_max_window_size(self.rest, WINDOW);
            self.decoder = Some(opened.map_err(std::io::Error::other)?);
        }
    }
}

impl Frames<'_> {
    /// Steps over skippable frames: `5x 2A 4D 18`, a length, that many bytes.
    fn skip_frames(&mut self) {
        while let [low, 0x2a, 0x4d, 0x18, a, b, c, d, rest @ ..] = self.rest
            && low & 0xf0 == 0x50
        {
            let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
            self.rest = rest.get(length..).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn read(bytes: &[u8], name: &str) -> Result<Vec<Article>, Problem> {
        super::super::parse(bytes, &Origin { name, ..Origin::default() })
    }

    const NOTE: &str = "# The ferry at Skagen\n\nThe last ferry of the winter left the quay half empty.\n";

    #[test]
    fn a_packed_note_is_read_as_what_it_is_under_its_inner_name() {
        for packed in [gzip(NOTE.as_bytes()), zstd(NOTE.as_bytes())] {
            let articles = read(&packed, "ferry.md.gz").unwrap();
            assert_eq!(articles[0].headline.as_deref(), Some("The ferry at Skagen"));
            assert_eq!(articles[0].provenance.format, "markdown");
        }
    }

    #[test]
    fn files_of_every_kind_are_the_same_packed() {
        let told = |articles: Vec<Article>| -> Vec<_> {
            articles.into_iter().map(|article| (article.headline.clone(), article.plain_text())).collect()
        };
        for file in [
            "feed/harbour.rss",
            "feed/atom.atom",
            "feed/feed.json",
            "html/saved.html",
            "mail/answer.eml",
            "mail/village.mbox",
            "mail/saved-page.mhtml",
            "text/wrapped.txt",
            "exports/wallabag.json",
            "exports/ril_export.html",
            "exports/instapaper.csv",
            "epub/two-chapters.epub",
            "warc/harbour.warc",
        ] {
            let path = format!("{}/tests/fixtures/formats/{file}", env!("CARGO_MANIFEST_DIR"));
            let bytes = std::fs::read(path).unwrap();
            let name = file.rsplit('/').next().unwrap();
            let plain = told(read(&bytes, name).unwrap());
            assert!(!plain.is_empty(), "{file}");
            assert_eq!(told(read(&gzip(&bytes), &format!("{name}.gz")).unwrap()), plain, "{file}.gz");
            assert_eq!(told(read(&zstd(&bytes), &format!("{name}.zst")).unwrap()), plain, "{file}.zst");
        }
    }

    #[test]
    fn members_and_frames_are_joined() {
        let (one, two) = ("# Two halves\n\nThe first half. ", "The second half.\n");
        for pack in [gzip as fn(&[u8]) -> Vec<u8>, zstd] {
            let both = [pack(one.as_bytes()), pack(two.as_bytes())].concat();
            assert_eq!(
                read(&both, "halves.md.gz").unwrap()[0].plain_text(),
                "The first half. The second half."
            );
        }
    }

    #[test]
    fn a_stream_may_begin_with_a_frame_that_holds_no_data() {
        let skipped = [&b"\x5a\x2a\x4d\x18\x03\0\0\0abc"[..], &zstd(NOTE.as_bytes())].concat();
        assert_eq!(read(&skipped, "ferry.md.zst").unwrap()[0].provenance.format, "markdown");
    }

    #[test]
    fn twice_packed_is_read_and_thrice_is_refused() {
        let twice = gzip(&zstd(NOTE.as_bytes()));
        assert_eq!(read(&twice, "ferry.md.zst.gz").unwrap()[0].provenance.format, "markdown");
        assert_eq!(
            read(&gzip(&twice), "ferry.md.gz.gz.gz"),
            Err(Problem::Unreadable(Text::new("packed more than twice")))
        );
    }

    #[test]
    fn a_cut_file_gives_what_came_before_the_cut() {
        let text = format!(
            "# Cut\n\n{}",
            "Every line of this log is a little different. 1 2 3 4 5 6 7\n\n".repeat(4000)
        );
        let whole = gzip(text.as_bytes());
        let articles = read(&whole[..whole.len() - 9], "log.md.gz").unwrap();
        assert_eq!(articles[0].headline.as_deref(), Some("Cut"));
        assert!(
            articles[0].provenance.warnings.iter().any(|w| w.contains("cut short")),
            "{:?}",
            articles[0].provenance
        );
        assert!(matches!(read(b"\x1f\x8b\x08", "empty.gz"), Err(Problem::Unreadable(_))));
    }

    #[test]
    fn a_bomb_is_cut_at_the_cap() {
        for bomb in [gzip(&vec![b'a'; 40 << 20]), zstd(&vec![b'a'; 40 << 20])] {
            let unpacked = unpack(kind(&bomb).unwrap(), &bomb, ARTICLE, CONTAINER);
            assert_eq!(unpacked.bytes.len(), 16 << 20);
            assert_eq!(unpacked.cut, Some("too large once unpacked: the end is missing"));
        }
    }
}
