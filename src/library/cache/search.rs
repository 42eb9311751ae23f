//! Owns asking the index for words: which documents of a segment have them, and how often. It
//! refuses to know queries; sets are joined elsewhere.

use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, Term};

use super::CacheError;
use super::bits::Bits;
use super::tokens::Pattern;
use crate::library::query::WordRegex;

/// Words that may stand for the open last word of a phrase. Beyond, the phrase is taken up to its last
/// whole word, and the open one may stand anywhere: exact again with the next letters.
const MOST_ENDINGS: usize = 128;

/// What the index is asked for.
pub(super) enum Wanted<'a> {
    /// Words side by side.
    Words(Pattern),
    /// A word as an expression describes it.
    Word(&'a WordRegex),
}

/// Takes a document and how often what is wanted is in it.
pub(super) type Give<'a> = &'a mut dyn FnMut(u32, u32);

/// Gives the documents of a field that have what is wanted, in no order and some of them several times, the
/// times to be added up. Without `counted` every document has it once.
pub(super) fn find(
    segment: &SegmentReader,
    field: Field,
    wanted: &Wanted<'_>,
    counted: bool,
    give: Give<'_>,
) -> Result<(), CacheError> {
    let index = segment.inverted_index(field)?;
    let pattern = match wanted {
        Wanted::Words(pattern) => pattern,
        Wanted::Word(regex) => return fitting(&index, regex, counted, give),
    };
    let terms: Vec<&str> = pattern.terms.iter().map(String::as_str).collect();
    match (terms.as_slice(), &pattern.start) {
        ([], None) => Ok(()),
        ([], Some(start)) => {
            let mut endings = Endings::of(&index, start)?;
            while let Some(info) = endings.next() {
                whole(&index, &info, counted, give)?;
            }
            Ok(())
        }
        ([only], None) => {
            let info = index.get_term_info(&Term::from_field_text(field, only))?;
            info.map_or(Ok(()), |info| whole(&index, &info, counted, give))
        }
        (terms, None) => phrase(&index, &infos(&index, field, terms)?, give),
        (terms, Some(start)) => open_phrase(segment, &index, field, (terms, start), give),
    }
}

/// Gives the documents with a word that an expression describes. Every word of the field is asked: there
/// are far fewer of them than documents have.
fn fitting(
    index: &InvertedIndexReader,
    regex: &WordRegex,
    counted: bool,
    give: Give<'_>,
) -> Result<(), CacheError> {
    let mut words = index.terms().stream()?;
    while words.advance() {
        if std::str::from_utf8(words.key()).is_ok_and(|word| regex.fits(word)) {
            whole(index, words.value(), counted, give)?;
        }
    }
    Ok(())
}

/// Gives every document of a term.
fn whole(
    index: &InvertedIndexReader,
    info: &TermInfo,
    counted: bool,
    give: Give<'_>,
) -> Result<(), CacheError> {
    let option = if counted { IndexRecordOption::WithFreqs } else { IndexRecordOption::Basic };
    let mut block = index.read_block_postings_from_terminfo(info, option)?;
    loop {
        if block.docs().is_empty() {
            return Ok(());
        }
        if counted {
            block.docs().iter().zip(block.freqs()).for_each(|(doc, times)| give(*doc, *times));
        } else {
            block.docs().iter().for_each(|doc| give(*doc, 1));
        }
        block.advance();
    }
}

/// The terms that start with given letters.
struct Endings<'a> {
    terms: tantivy::termdict::TermStreamer<'a>,
}

impl<'a> Endings<'a> {
    fn of(index: &'a InvertedIndexReader, start: &str) -> Result<Self, CacheError> {
        let mut range = index.terms().range().ge(start.as_bytes());
        let mut beyond = start.as_bytes().to_vec();
        // No byte of UTF-8 is 0xff: the last can be raised by one.
        if let Some(last) = beyond.last_mut() {
            *last += 1;
            range = range.lt(beyond);
        }
        Ok(Self { terms: range.into_stream()? })
    }

    fn next(&mut self) -> Option<TermInfo> {
        self.terms.advance().then(|| self.terms.value().clone())
    }
}

/// Looks terms up; empty when one of them is nowhere.
fn infos(index: &InvertedIndexReader, field: Field, terms: &[&str]) -> Result<Vec<TermInfo>, CacheError> {
    let mut found = Vec::with_capacity(terms.len());
    for term in terms {
        match index.get_term_info(&Term::from_field_text(field, term))? {
            Some(info) => found.push(info),
            None => return Ok(Vec::new()),
        }
    }
    Ok(found)
}

/// Gives the documents in which terms stand one after the other and a word with a given start follows.
fn open_phrase(
    segment: &SegmentReader,
    index: &InvertedIndexReader,
    field: Field,
    (terms, start): (&[&str], &str),
    give: Give<'_>,
) -> Result<(), CacheError> {
    let mut wanted = infos(index, field, terms)?;
    if wanted.is_empty() {
        return Ok(());
    }
    let mut found = Vec::new();
    let mut endings = Endings::of(index, start)?;
    while let Some(info) = endings.next() {
        found.push(info);
        if found.len() > MOST_ENDINGS {
            return loosely(segment, index, (&wanted, start), give);
        }
    }
    for ending in found {
        wanted.push(ending);
        phrase(index, &wanted, give)?;
        wanted.pop();
    }
    Ok(())
}

/// As [`open_phrase`], with the open word anywhere in the document.
fn loosely(
    segment: &SegmentReader,
    index: &InvertedIndexReader,
    (wanted, start): (&[TermInfo], &str),
    give: Give<'_>,
) -> Result<(), CacheError> {
    let mut having = Bits::new(segment.max_doc() as usize);
    let mut endings = Endings::of(index, start)?;
    while let Some(info) = endings.next() {
        whole(index, &info, false, &mut |doc, _| having.add(doc))?;
    }
    phrase(index, wanted, &mut |doc, times| {
        if having.has(doc) {
            give(doc, times);
        }
    })
}

/// Gives the documents in which terms stand one after the other.
fn phrase(index: &InvertedIndexReader, wanted: &[TermInfo], give: Give<'_>) -> Result<(), CacheError> {
    let option = IndexRecordOption::WithFreqsAndPositions;
    let mut postings = wanted
        .iter()
        .map(|info| index.read_postings_from_terminfo(info, option))
        .collect::<Result<Vec<SegmentPostings>, _>>()?;
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); postings.len()];
    let mut doc = postings.first().map_or(TERMINATED, DocSet::doc);
    while doc != TERMINATED {
        match postings.iter_mut().map(|p| reach(p, doc)).max() {
            Some(next) if next > doc => doc = next,
            Some(_) => {
                for (postings, places) in postings.iter_mut().zip(&mut places) {
                    postings.positions(places);
                }
                let times = in_a_row(&places);
                if times > 0 {
                    give(doc, times);
                }
                doc = postings.first_mut().map_or(TERMINATED, DocSet::advance);
            }
            None => return Ok(()),
        }
    }
    Ok(())
}

/// Moves on to a document or the next one after it.
fn reach(postings: &mut SegmentPostings, doc: u32) -> u32 {
    if postings.doc() < doc { postings.seek(doc) } else { postings.doc() }
}

/// Counts how often places follow each other, one of each list, without overlaps.
fn in_a_row(places: &[Vec<u32>]) -> u32 {
    let Some((first, rest)) = places.split_first() else { return 0 };
    let length = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let (mut times, mut free) = (0, 0);
    for place in first {
        let follows = |(list, after): (&Vec<u32>, u32)| list.binary_search(&(place + after)).is_ok();
        if *place >= free && rest.iter().zip(1..).all(follows) {
            times += 1;
            free = place + length;
        }
    }
    times
}

/// Gives the documents filed under a value, as it is.
pub(super) fn filed(
    segment: &SegmentReader,
    field: Field,
    value: &str,
    give: &mut dyn FnMut(u32),
) -> Result<(), CacheError> {
    let index = segment.inverted_index(field)?;
    let info = index.get_term_info(&Term::from_field_text(field, value))?;
    info.map_or(Ok(()), |info| whole(&index, &info, false, &mut |doc, _| give(doc)))
}
