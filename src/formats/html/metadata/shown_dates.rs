//! Owns the days a page shows: marked times, lines near the headline, a line at the end. It tells the day an article
//! appeared from that of a change, and refuses those of comments, neighbours and the frame.

use std::sync::LazyLock;

use dom_query::NodeRef;

use super::Page;
use super::dates::moment;
use crate::article::Moment;
use crate::formats::byline::byline;
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;

/// How words begin that say that an article was changed, or that it appeared.
static UPDATES: LazyLock<Vec<String>> = LazyLock::new(|| words_of(include_str!("updates.txt")));
static APPEARED: LazyLock<Vec<String>> = LazyLock::new(|| words_of(include_str!("appeared.txt")));

fn words_of(table: &str) -> Vec<String> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(fold).collect()
}

/// The longest line of a day, in bytes, and the longest in which nothing but its words says that it is one.
const LONGEST: usize = 160;
const LONGEST_LATE: usize = 120;
/// Bytes before a day in which a word speaks of it.
const LABEL: usize = 60;
/// Days of one line looked at.
const DAYS: usize = 3;
/// Elements and texts that a line of a day is made of, at most.
const MOST: usize = 40;
/// Elements with nothing before it that a day may be wrapped in, behind its label.
const WRAPPED: usize = 2;
/// Elements around a day that may be the frame of the page.
const FRAME: usize = 4;
/// Parts of the classes of a frame that shows what day it is.
const FRAMES: &[&str] =
    &["topbar", "top-bar", "currentdate", "current-date", "today", "masthead", "ticker", "weather"];
/// Attributes that hold a machine's date beside words for it.
const STAMPS: &[&str] = &[
    "datetime",
    "content",
    "data-datetime",
    "data-timestamp",
    "data-time",
    "data-published",
    "data-published-date",
    "data-pubdate",
    "data-publish-date",
    "data-date",
    "data-epoch",
    "data-utime",
];

/// Which of the days of a page is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// The one on which the article appeared.
    Appeared,
    /// That of a change.
    Changed,
}

/// Reads the first `time` of the article, its machine date before its words.
pub(super) fn marked_time(page: &Page<'_>, reading: Reading, day: Day) -> Option<Moment> {
    let root = page.doc.root();
    let marked: Vec<NodeRef<'_>> =
        root.descendants_it().filter(is_date).filter(|n| !is_beside(n) || in_own_footer(page, n)).collect();
    let says = |n: &&NodeRef<'_>, word: &str| {
        let marks = [n.attr("itemprop"), n.attr("class"), n.attr("pubdate").map(|_| "published".into())];
        marks.into_iter().flatten().any(|mark| mark.to_ascii_lowercase().contains(word))
    };
    let changed = |n: &&NodeRef<'_>| says(n, "modified") || says(n, "updated") || is_labelled_change(n);
    let wanted = |n: &&NodeRef<'_>| changed(n) == (day == Day::Changed);
    let best = marked.iter().find(|n| says(n, "publish") && wanted(n));
    best.into_iter().chain(marked.iter().filter(wanted)).find_map(|node| {
        stamp(node, reading).or_else(|| moment(&line_of(node)?, reading)).or_else(|| titled(node, reading))
    })
}

fn stamp(node: &NodeRef<'_>, reading: Reading) -> Option<Moment> {
    STAMPS.iter().find_map(|name| moment(&node.attr(name)?, reading))
}

fn titled(node: &NodeRef<'_>, reading: Reading) -> Option<Moment> {
    node.attr("title").and_then(|title| moment(&title, reading))
}

/// Says whether the words in or right before a `time` speak of a change.
fn is_labelled_change(node: &NodeRef<'_>) -> bool {
    let own = line_of(node).unwrap_or_default();
    let own = own.get(..own.find(|c: char| c.is_ascii_digit()).unwrap_or(own.len())).unwrap_or_default();
    let before = std::iter::once(*node).chain(node.ancestors_it(Some(WRAPPED))).find_map(|n| {
        std::iter::successors(n.prev_sibling(), NodeRef::prev_sibling).find(|n| !n.text().trim().is_empty())
    });
    // What holds figures speaks of a day of its own.
    let label = before.and_then(|n| line_of(&n)).filter(|line| !line.contains(|c: char| c.is_ascii_digit()));
    let before = label.unwrap_or_default();
    says_any(own, &UPDATES) || says_any(tail(&before), &UPDATES) && !says_any(own, &APPEARED)
}

/// Returns the end of a text, in which a label of what follows stands.
fn tail(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(LABEL))..).unwrap_or_default()
}

/// Says whether one of these words stands in a text, by how it begins.
fn says_any(text: &str, known: &[String]) -> bool {
    let folded = fold(text);
    let begins = |word: &str, known: &String| {
        if known.is_ascii() { word.starts_with(known.as_str()) } else { word.contains(known.as_str()) }
    };
    let mut words = folded.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    words.any(|word| known.iter().any(|known| begins(word, known)))
}

fn is_date(node: &NodeRef<'_>) -> bool {
    let Some(name) = node.node_name().filter(|_| node.is_element()) else { return false };
    let is_own = || name.contains('-') && (name.ends_with("time") || name.ends_with("timestamp"));
    let holds = || STAMPS.iter().skip(2).any(|stamp| node.has_attr(stamp)) && says_date(node);
    let titled = || &*name == "abbr" && node.has_attr("title") && says_date(node);
    &*name == "time"
        || is_own()
        || node
            .attr("itemprop")
            .is_some_and(|p| matches!(&*p, "datePublished" | "dateCreated" | "dateModified"))
        || holds()
        || titled()
}

/// Says whether a node belongs to a comment, a list of other articles or the page's frame.
fn is_beside(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|n| {
        if n.has_name("aside") || n.has_name("footer") || n.has_name("nav") {
            return true;
        }
        let class = n.class().unwrap_or_default().to_ascii_lowercase();
        !n.has_name("body")
            && !n.has_name("html")
            && ["comment", "related", "sidebar", "teaser"].iter().any(|word| class.contains(word))
    }) || is_framed(node)
}

/// Says whether a day that is said to be that of publication stands in a footer right beside the headline or what
/// holds it: the end of a header, not of a page.
fn in_own_footer(page: &Page<'_>, node: &NodeRef<'_>) -> bool {
    let says = node.attr("itemprop").is_some_and(|property| &*property == "datePublished");
    if !says {
        return false;
    }
    let footer = node.ancestors_it(None).find(|n| n.has_name("footer"));
    let (Some(around), Some(heading)) = (footer.and_then(|footer| footer.parent()), page.heading()) else {
        return false;
    };
    let is_page = ["body", "main"].iter().any(|name| around.has_name(name));
    !is_page && !is_beside(&around) && heading.ancestors_it(None).any(|n| n.id == around.id)
}

/// Says whether a node is or stands in the bar above a page that says what day it is.
fn is_framed(node: &NodeRef<'_>) -> bool {
    std::iter::once(*node).chain(node.ancestors_it(Some(FRAME))).any(|n| {
        let class = n.class().unwrap_or_default().to_ascii_lowercase();
        let id = n.id_attr().unwrap_or_default().to_ascii_lowercase();
        let is_frame = |names: &str| {
            names.split_whitespace().any(|name| FRAMES.iter().any(|frame| name.starts_with(frame)))
        };
        (is_frame(&class) || is_frame(&id))
            && !["body", "html", "main", "article"].iter().any(|name| n.has_name(name))
    })
}

/// Looks for a date line near the first top heading: in an element whose class says date, or up to a few elements
/// before or after the heading.
pub(super) fn near_headline(page: &Page<'_>, reading: Reading, day: Day) -> Option<Moment> {
    let root = page.doc.root();
    let read = |node: &NodeRef<'_>| in_line(&line_of(node)?, reading, day);
    let classed = root.descendants_it().filter(|n| n.is_element() && says_date(n) && !is_beside(n));
    if let Some(found) = classed.into_iter().find_map(|n| read(&n)) {
        return Some(found);
    }
    let heading = page.heading()?;
    std::iter::once(heading).chain(heading.ancestors_it(Some(3))).find_map(|place| {
        let behind = std::iter::successors(place.next_sibling(), NodeRef::next_sibling).take(6);
        let before = place.prev_sibling().and_then(|n| if n.is_text() { n.prev_sibling() } else { Some(n) });
        behind.chain(before.filter(|n| !is_framed(n))).find_map(|n| read(&n))
    })
}

/// Reads the day in a line that is wanted: a word before a day may say that it is that of a change.
fn in_line(line: &str, reading: Reading, day: Day) -> Option<Moment> {
    let mut rest = line;
    for _ in 0..DAYS {
        let (range, at) = dates::find(rest, reading)?;
        let label = tail(rest.get(..range.start).unwrap_or_default());
        let changed = says_any(label, &UPDATES) && !says_any(label, &APPEARED);
        if changed == (day == Day::Changed) {
            return Some(at);
        }
        rest = rest.get(range.end..)?;
    }
    None
}

/// Reads the day of a line below the headline whose words say that the article appeared then, or who wrote it.
pub(super) fn said_below(page: &Page<'_>, reading: Reading) -> Option<Moment> {
    let (root, heading) = (page.doc.root(), page.heading()?);
    let below = root.descendants_it().skip_while(|node| node.id != heading.id);
    let lines = below.filter(|n| ["p", "div", "span", "li"].iter().any(|name| n.has_name(name)));
    lines.into_iter().find_map(|node| {
        let line = line_of(&node).filter(|line| line.len() <= LONGEST_LATE)?;
        let (range, at) = dates::find(&line, reading)?;
        let label = line.get(..range.start)?;
        let is_said = says_any(label, &APPEARED) || byline(label, reading).is_some();
        (is_said && label.len() <= LABEL && !is_beside(&node)).then_some(at)
    })
}

fn says_date(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    let id = node.id_attr().unwrap_or_default().to_ascii_lowercase();
    let words = |marks: &str| {
        marks.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
            matches!(
                word,
                "date"
                    | "dateline"
                    | "pubdate"
                    | "published"
                    | "timestamp"
                    | "publishdate"
                    | "datum"
                    | "fecha"
                    | "postdate"
            )
        })
    };
    words(&class) || words(&id)
}

/// Returns the words of an element short enough to be a date line, white space folded.
fn line_of(node: &NodeRef<'_>) -> Option<String> {
    let mut line = String::new();
    for (at, inner) in std::iter::once(*node).chain(node.descendants_it()).enumerate() {
        if at > MOST || line.len() > LONGEST {
            return None;
        }
        if !inner.is_text() {
            continue;
        }
        for word in inner.text().split_whitespace() {
            line.push_str(word);
            line.push(' ');
            if line.len() > LONGEST {
                return None;
            }
        }
    }
    Some(line.trim_end().to_owned()).filter(|line| !line.is_empty())
}
