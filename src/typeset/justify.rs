//! Owns filling lines to the measure: cells added between words, or between ideographs, as long as no
//! gap grows beyond a limit. It refuses to fill last lines and lines too empty for it.

use super::passage::Passage;
use super::spacing;
use super::width;
use super::wrap::Chosen;

/// Cells a space may grow by.
const MOST: usize = 2;

/// Marks that stay close to what they close.
const CLOSING: [char; 12] = ['、', '。', '，', '．', '」', '』', '）', '】', '》', '！', '？', 'ー'];

/// Returns where in the passage cells are added to a line, in order, and how many; nothing for a line
/// that stays ragged.
pub(super) fn gaps(passage: &Passage, line: &Chosen, measure: usize) -> Vec<(usize, usize)> {
    let cells = passage.cells(line.range.clone()) + usize::from(line.hyphen);
    let free = measure.saturating_sub(cells);
    if line.is_last || free == 0 {
        return Vec::new();
    }
    let text = passage.text.get(line.range.clone()).unwrap_or_default();
    // A space at which no line may end is a fixed one.
    let grows = |at: &usize| !spacing::forbids(&passage.text, *at);
    let spaces = text.match_indices(' ').map(|(at, _)| line.range.start + at + 1);
    let spaces: Vec<usize> = spaces.filter(grows).collect();
    if free <= spaces.len() * MOST {
        return spread(&spaces, free);
    }
    let between = between_ideographs(text, line.range.start);
    if free <= between.len() { spread(&between, free) } else { Vec::new() }
}

/// Shares cells out evenly.
fn spread(places: &[usize], free: usize) -> Vec<(usize, usize)> {
    let count = places.len().max(1);
    let reached = |index: usize| (free * index + count / 2) / count;
    let share = |index: usize| reached(index + 1) - reached(index);
    places.iter().enumerate().map(|(index, at)| (*at, share(index))).filter(|(_, cells)| *cells > 0).collect()
}

/// Returns the places between two wide characters.
fn between_ideographs(text: &str, start: usize) -> Vec<usize> {
    let mut places = Vec::new();
    let mut before = 0;
    for (at, cluster, cells) in width::clusters(text) {
        if before == 2 && cells == 2 && !cluster.starts_with(CLOSING) {
            places.push(start + at);
        }
        before = cells;
    }
    places
}
