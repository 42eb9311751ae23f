//! Owns the lines a newsletter puts around its text: read it in the browser, unsubscribe. It
//! refuses to touch anything but short lines at both ends.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::article::letters::ends_a_sentence;
use crate::article::{Article, Block, Inline, Target, Text, body::words};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::{bare, by_part, fold};

/// The longest such line, in characters.
const LONGEST: usize = 160;
/// Blocks at the top and at the end that may be such lines.
const TOP: usize = 12;
const END: usize = 12;

/// The longest line that is such a line by its words alone; a longer one has a link as well.
const SHORT: usize = 70;

/// What such lines say, folded, by what it is about.
static SAID: LazyLock<HashMap<&str, Vec<String>>> = LazyLock::new(|| {
    let mut said: HashMap<&str, Vec<String>> = HashMap::new();
    for (part, line) in by_part(include_str!("frame.txt")) {
        said.entry(part).or_default().push(fold(line));
    }
    said
});

/// What is written on the buttons of a newsletter, folded; a line of nothing else is one.
const BUTTONS: &[&str] = &[
    "like",
    "comment",
    "comments",
    "restack",
    "share",
    "reply",
    "subscribe",
    "subscribe now",
    "subscribe here",
    "sign up",
    "leave a comment",
    "read in app",
    "listen now",
    "listen in app",
    "open in app",
    "upgrade to paid",
    "get more from",
    "refer a friend",
    "tweet",
    "forward",
    "j'aime",
    "commenter",
    "partager",
    "s'abonner",
    "lire dans l'app",
    "gefallt mir",
    "kommentieren",
    "teilen",
    "abonnieren",
    "me gusta",
    "comentar",
    "compartir",
    "suscribirse",
    "mi piace",
    "commenta",
    "condividi",
    "iscriviti",
];

/// Moves the lines around a newsletter from its body to the leftovers.
pub(super) fn take(blocks: &mut Vec<Block>, leftovers: &mut Vec<Text>) {
    let foot = foot(blocks);
    let count = blocks.len();
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let outer = at <= TOP || at + END > count;
        let is_frame = |runs: &[Inline]| at > foot || (outer && is_chrome(runs));
        let Block::Paragraph(runs) = block else { return true };
        let kept = !is_frame(runs);
        leftovers.extend((!kept).then(|| Text::some_line(&words(runs))).flatten());
        kept
    });
}

/// Returns the number of the link that leads to the letter on the web: the one of a line that says so, or the
/// headline's own.
pub(super) fn place(blocks: &[Block], headline: &str) -> Option<u32> {
    let count = blocks.len();
    let outer = blocks.iter().enumerate().filter(|(at, _)| *at < TOP || at + END > count);
    let lines = outer.filter_map(|(_, block)| match block {
        Block::Paragraph(runs) => {
            let line = fold(&words(runs));
            let told = line.chars().nth(LONGEST).is_none() && (says(&line, "view") || says(&line, "doubt"));
            told.then(|| link(runs)).flatten()
        }
        _ => None,
    });
    lines.into_iter().next().or_else(|| {
        let heads = blocks.iter().take(TOP).filter_map(|block| match block {
            Block::Crosshead { text, .. } if bare(&words(text)) == bare(headline) => link(text),
            _ => None,
        });
        heads.into_iter().next()
    })
}

/// Returns the first link of a line that does not lead out of the list.
fn link(runs: &[Inline]) -> Option<u32> {
    let mut links = runs.iter().filter(|run| !says(&fold(&run.text), "leave"));
    links.find_map(|run| match run.target {
        Some(Target::Link(number)) => Some(number),
        _ => None,
    })
}

/// Returns where the foot of a letter begins: from a line that only stands in one, all that follows are such lines
/// or short ones that end no sentence, as an address does. One of them tells how to leave.
fn foot(blocks: &[Block]) -> usize {
    let from = blocks.len().saturating_sub(END).max(1);
    let (mut start, mut leaves) = (blocks.len(), false);
    for (at, block) in blocks.iter().enumerate().skip(from).rev() {
        let Block::Paragraph(runs) = block else { break };
        let line = words(runs);
        let folded = fold(&line);
        let sure = is_chrome(runs) || is_foot(&folded);
        if sure {
            start = at;
            leaves |= says(&folded, "leave") || says(&folded, "why");
        } else if line.chars().nth(SHORT).is_some() || ends_a_sentence(&line) {
            break;
        }
    }
    if leaves { start } else { blocks.len() }
}

fn is_foot(folded: &str) -> bool {
    let begins = |phrase: &String| folded.starts_with(phrase.as_str());
    folded.chars().nth(LONGEST * 2).is_none()
        && (says(folded, "why") || SAID.get("foot").is_some_and(|phrases| phrases.iter().any(begins)))
}

fn says(folded: &str, part: &str) -> bool {
    SAID.get(part).is_some_and(|phrases| phrases.iter().any(|phrase| folded.contains(phrase.as_str())))
}

fn is_chrome(runs: &[Inline]) -> bool {
    let line = words(runs);
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let folded = fold(&line);
    let linked = runs.iter().any(|run| run.target.is_some());
    let told = says(&folded, "view") || says(&folded, "leave") || (linked && says(&folded, "doubt"));
    (told && (linked || folded.chars().nth(SHORT).is_none())) || is_buttons(&folded)
}

/// Says whether a line holds buttons and nothing else.
fn is_buttons(folded: &str) -> bool {
    let between = |c: char| c.is_whitespace() || matches!(c, '·' | '|' | '•' | '/' | '’');
    let mut rest = folded.trim_matches(between);
    if rest.is_empty() || rest.len() > LONGEST {
        return false;
    }
    while !rest.is_empty() {
        let is_whole = |after: &str| after.is_empty() || after.starts_with(between);
        let after =
            BUTTONS.iter().filter_map(|button| rest.strip_prefix(button)).filter(|after| is_whole(after));
        let Some(shortest) = after.min_by_key(|after| after.len()) else { return false };
        rest = shortest.trim_start_matches(between);
    }
    true
}

/// Drops what the top of a newsletter says again: the headline, who wrote it and when. What stands as a heading
/// right under the headline is the standfirst.
pub(super) fn drop_repeated(article: &mut Article) {
    let Some(headline) = article.headline.as_deref().map(bare).filter(|line| !line.is_empty()) else {
        return;
    };
    let repeats =
        |block: &Block| matches!(block, Block::Crosshead { text, .. } if bare(&words(text)) == headline);
    let Some(at) = article.body.iter().take(TOP).position(repeats) else { return };
    article.body.remove(at);
    if let Some(Block::Crosshead { text, .. }) = article.body.get(at)
        && matches!(article.body.get(at + 1), Some(Block::Paragraph(_)))
        && article.standfirst.is_none()
    {
        article.standfirst = Text::some_line(&words(text));
        article.body.remove(at);
    }
    let names: Vec<String> = article.byline.iter().chain(&article.outlet).map(|name| bare(name)).collect();
    let day = article.published.map(|published| published.at.day);
    for _ in 0..2 {
        let Some(Block::Paragraph(runs)) = article.body.get(at) else { break };
        let line = words(runs);
        let dated = |day: Date| {
            let whole = [line.as_str(), &format!("{line}, {}", day.year())]
                .map(|line| dates::parse(line, Reading::default()));
            whole.into_iter().flatten().any(|moment| moment.day == day)
        };
        if line.len() > LONGEST || !(names.contains(&bare(&line)) || day.is_some_and(dated)) {
            break;
        }
        article.body.remove(at);
    }
}
