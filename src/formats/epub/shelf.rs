//! Owns weighing the archive a book comes in, before anything is read out of it: how many entries,
//! how large each and all together. It refuses to believe the sizes an archive gives for itself.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::{ZipArchive, ZipWriter};

use crate::article::Text;

/// The most entries of a book.
const MOST_ENTRIES: usize = 20_000;
/// The most bytes of one entry, unpacked.
const ENTRY: u64 = 16 << 20;
/// The most bytes of all entries whose weight has to be tried.
const TRIED: u64 = 64 << 20;
/// How much deflate can pack into one byte.
const RATIO: u64 = 1100;

/// An archive in which no entry is heavier than [`ENTRY`].
pub(super) struct Shelf {
    pub(super) bytes: Vec<u8>,
    pub(super) warnings: Vec<Text>,
}

/// Weighs every entry; those that are too heavy are left out of the archive returned.
pub(super) fn weigh(bytes: &[u8]) -> Result<Shelf, &'static str> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_damaged| "the book is damaged or cut short")?;
    if archive.len() > MOST_ENTRIES {
        return Err("too many entries for a book");
    }
    let mut left = TRIED;
    let heavy: Vec<usize> = (0..archive.len()).filter(|at| !is_light(&mut archive, *at, &mut left)).collect();
    if heavy.is_empty() {
        return Ok(Shelf { bytes: bytes.to_vec(), warnings: Vec::new() });
    }
    let mut warnings = Vec::new();
    let mut lighter = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        if heavy.binary_search(&at).is_ok() {
            let name = archive.name_for_index(at).and_then(Result::ok).unwrap_or(Cow::Borrowed("an entry"));
            warnings.push(Text::line(&format!("{name} is too large and was left out")));
        } else if let Ok(entry) = archive.by_index_raw(at) {
            lighter.raw_copy_file(entry).map_err(|_broken| "the book is damaged")?;
        }
    }
    warnings.truncate(20);
    let bytes = lighter.finish().map_err(|_broken| "the book is damaged")?.into_inner();
    Ok(Shelf { bytes, warnings })
}

/// Says whether an entry stays under the cap: by what its packing allows, else by unpacking it to
/// nowhere.
fn is_light(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize, left: &mut u64) -> bool {
    let Ok(entry) = archive.by_index_raw(at) else { return true };
    let (packed, said) = (entry.compressed_size(), entry.size());
    drop(entry);
    if said > ENTRY {
        return false;
    }
    if packed.saturating_mul(RATIO) <= ENTRY {
        return true;
    }
    let cap = ENTRY.min(*left);
    let Ok(entry) = archive.by_index(at) else { return true };
    // A wrong checksum ends the reading too; what came before it has been weighed.
    let weight = std::io::copy(&mut entry.take(cap + 1), &mut std::io::sink()).unwrap_or(0);
    *left = left.saturating_sub(weight);
    weight <= cap
}
