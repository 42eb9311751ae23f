//! Owns how articles stand to each other by a key that is a string: as numbers, the strings of all
//! segments read side by side and none of them kept. It refuses to put anything in order.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::columnar::StrColumn;

use super::docs::Docs;
use crate::library::Entry;

/// Returns for each number how its key stands among all keys: equal keys have equal ranks, articles
/// without one the last. `column` is where the index keeps the key, `of` takes it from an article that
/// the index does not hold yet. A segment that cannot be read gives none.
pub(super) fn of(docs: &Docs, column: &str, of: &dyn Fn(&Entry) -> Option<String>) -> Vec<u32> {
    let segments: Vec<(u32, StrColumn)> = docs
        .segments()
        .filter_map(|(base, segment)| Some((base, segment.fast_fields().str(column).ok().flatten()?)))
        .collect();
    let mut fresh: Vec<(Vec<u8>, u32)> =
        docs.fresh().filter_map(|(doc, entry)| Some((of(entry)?.into_bytes(), doc))).collect();
    fresh.sort();
    let (by_ord, fresh) = merged(&segments, fresh);
    let mut ranks = vec![u32::MAX; docs.len()];
    for ((base, column), by_ord) in segments.iter().zip(&by_ord) {
        for doc in 0..column.num_rows() {
            let ord = column.ords().first(doc).and_then(|ord| usize::try_from(ord).ok());
            set(&mut ranks, base + doc, ord.and_then(|ord| by_ord.get(ord)).copied());
        }
    }
    for (doc, rank) in fresh {
        set(&mut ranks, doc, Some(rank));
    }
    ranks
}

fn set(ranks: &mut [u32], doc: u32, rank: Option<u32>) {
    if let (Some(slot), Some(rank)) = (ranks.get_mut(doc as usize), rank) {
        *slot = rank;
    }
}

/// Ranks of the keys of a segment, by their number there.
type ByOrd = Vec<u32>;

/// Reads sorted keys side by side: those of the segments and the `fresh` ones.
fn merged(segments: &[(u32, StrColumn)], fresh: Vec<(Vec<u8>, u32)>) -> (Vec<ByOrd>, Vec<(u32, u32)>) {
    let mut streams: Vec<_> = segments.iter().map(|(_, column)| column.dictionary().stream().ok()).collect();
    let mut next = |from: usize| {
        let stream = streams.get_mut(from)?.as_mut()?;
        stream.advance().then(|| stream.key().to_vec())
    };
    let mut heads: BinaryHeap<Reverse<(Vec<u8>, usize)>> =
        (0..segments.len()).filter_map(|from| Some(Reverse((next(from)?, from)))).collect();
    let mut by_ord = vec![ByOrd::new(); segments.len()];
    let (mut rank, mut last) = (0, None);
    let mut ranked = Vec::with_capacity(fresh.len());
    let mut fresh = fresh.into_iter().peekable();
    loop {
        let first = heads.peek().map(|Reverse((key, _))| key);
        let is_fresh = fresh.peek().is_some_and(|(key, _)| first.is_none_or(|first| key <= first));
        let (key, doc_or_segment) = if is_fresh {
            let Some((key, doc)) = fresh.next() else { break };
            (key, Err(doc))
        } else {
            let Some(Reverse((key, from))) = heads.pop() else { break };
            (key, Ok(from))
        };
        rank += u32::from(last.as_ref().is_some_and(|last| *last != key));
        match doc_or_segment {
            Err(doc) => ranked.push((doc, rank)),
            Ok(from) => {
                by_ord.get_mut(from).into_iter().for_each(|ranks| ranks.push(rank));
                heads.extend(next(from).map(|key| Reverse((key, from))));
            }
        }
        last = Some(key);
    }
    (by_ord, ranked)
}
