//! Owns how a question is set: on a line or several, shortened with a sign where there is little room, and never
//! so that it hides where an address leads. It refuses to know what the answer does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Stage, paint};
use crate::article::SafeUrl;
use crate::typeset::Role;
use crate::words::Words;

/// The widest the box gets, in cells with its frame, and the narrowest.
const WIDEST: u16 = 76;
const NARROWEST: u16 = 24;
/// Cells of a screen below which the box takes them all.
const NARROW: u16 = 60;
/// On a screen with fewer rows than this, a question that has no room in a frame takes the room of the frame too.
const LOW: u16 = 8;
/// The fewest cells the words of a search are shortened to.
const FEWEST: u16 = 8;
/// The question that says where an address leads, and nothing else.
const SHORTEST: &str = "ask-open";

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Sentences, each on a line of its own: the question first.
    Words(Vec<String>),
    /// Whether an address goes to the browser.
    Address {
        /// The message that asks; it names the host, and perhaps what is looked for.
        key: &'static str,
        /// What is looked for.
        words: String,
        /// The address.
        url: SafeUrl,
    },
}

/// A question set for a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    lines: Vec<(String, Role)>,
    framed: bool,
    /// Whether everything that must be known to answer it is said.
    is_told: bool,
}

/// The room for lines, in cells and rows.
#[derive(Debug, Clone, Copy)]
struct Room {
    cells: u16,
    rows: usize,
}

impl Asked {
    /// Sets the question for a screen of this size: all of it, or as much as there is room for.
    pub fn set(&self, screen: Rect, words: &Words) -> Set {
        let widest = if screen.width < NARROW { screen.width } else { screen.width.min(WIDEST) };
        let rows = usize::from(screen.height);
        let framed = Room { cells: widest.saturating_sub(4).max(1), rows: rows.saturating_sub(2) };
        let whole = self.whole(framed.cells, words);
        if whole.len() <= framed.rows && self.is_told_in(&whole) {
            return Set { lines: whole, framed: true, is_told: true };
        }
        let is_framed = screen.height >= LOW;
        let bare = Room { cells: widest.saturating_sub(2).max(1), rows };
        let room = if is_framed { framed } else { bare };
        let lines = self.shortened(room, words);
        let is_told = lines.is_some();
        let lines = lines.unwrap_or_else(|| {
            let why = vec![words.say("question-too-small").to_owned()];
            styled(shortened(&why, room, words.is_ascii()))
        });
        Set { lines, framed: is_framed, is_told }
    }

    /// The lines of everything, however many they are.
    fn whole(&self, cells: u16, words: &Words) -> Vec<(String, Role)> {
        styled(self.texts(words).iter().map(|text| paint::wrap(text, cells)).collect())
    }

    fn texts(&self, words: &Words) -> Vec<String> {
        match self {
            Self::Words(texts) => texts.clone(),
            Self::Address { key, words: wanted, url } => {
                vec![asking(words, key, wanted, url.host()), url.as_str().to_owned()]
            }
        }
    }

    /// Says whether these lines, which are all there are, hold the host unbroken; without an address they always
    /// tell enough.
    fn is_told_in(&self, lines: &[(String, Role)]) -> bool {
        match self {
            Self::Words(_) => true,
            Self::Address { url, .. } => lines.iter().any(|(line, _)| line.contains(url.host())),
        }
    }

    /// The lines there is room for; none where they would not say where an address leads.
    fn shortened(&self, room: Room, words: &Words) -> Option<Vec<(String, Role)>> {
        let ascii = words.is_ascii();
        let (key, wanted, url) = match self {
            Self::Words(texts) => return Some(styled(shortened(texts, room, ascii))),
            Self::Address { key, words, url } => (*key, words.as_str(), url),
        };
        let above = Room { rows: room.rows.checked_sub(1)?, ..room };
        let question = leading(key, wanted, url, above, words)?;
        let left = Room { rows: room.rows.saturating_sub(question.len()), ..room };
        let address = shortened(&[url.as_str().to_owned()], left, ascii);
        Some(styled(std::iter::once(question).chain(address).collect()))
    }
}

impl Set {
    /// Says whether everything that must be known to answer the question is said.
    pub fn is_told(&self) -> bool {
        self.is_told
    }

    /// Returns the size the box would like, in cells.
    pub fn size(&self) -> (u16, u16) {
        let (cells, rows) = if self.framed { (4, 2) } else { (2, 0) };
        let widest = self.lines.iter().map(|(line, _)| paint::width(line)).max().unwrap_or(0);
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(rows);
        (widest.saturating_add(cells).max(NARROWEST), height)
    }

    /// Draws the box.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, stage: Stage<'_>) {
        let style = stage.theme.style(Role::Overlay);
        let inside = if self.framed {
            paint::frame(buf, area, "", style, style, stage.ascii)
        } else {
            paint::fill(buf, area, ratatui::style::Style::default());
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
        };
        for (y, (line, role)) in (inside.top()..inside.bottom()).zip(&self.lines) {
            paint::text(buf, inside.x, y, inside.width, line, stage.theme.style(*role));
        }
    }
}

/// Gives the lines of the first text the role of a question, and all others the role of what it is about.
fn styled(texts: Vec<Vec<String>>) -> Vec<(String, Role)> {
    let role = |index: usize| if index == 0 { Role::Headline } else { Role::Meta };
    let lines = texts.into_iter().enumerate();
    lines.flat_map(|(index, lines)| lines.into_iter().map(move |line| (line, role(index)))).collect()
}

/// Asks whether to open a host, or to look for words there.
fn asking(words: &Words, key: &str, wanted: &str, host: &str) -> String {
    words.with(key, &[("words", wanted.into()), ("host", host.into())])
}

/// The lines of a question in which the host stands whole or, where it has no room, its end: that says who
/// answers, whatever stands before it.
fn leading(key: &str, wanted: &str, url: &SafeUrl, room: Room, words: &Words) -> Option<Vec<String>> {
    let hosts = endings(url, words.is_ascii());
    let fits = |lines: &[String]| lines.len() <= room.rows;
    for key in [key, SHORTEST] {
        for host in &hosts {
            let say = |wanted: &str| paint::wrap(&asking(words, key, wanted, host), room.cells);
            let is_whole = |lines: &[String]| fits(lines) && lines.iter().any(|line| line.contains(host));
            let all = say(wanted);
            if is_whole(&all) {
                return Some(all);
            }
            let short = |cells: u16| say(&paint::cut(wanted, cells, words.is_ascii()));
            let most = usize::from(room.cells).saturating_mul(room.rows).min(usize::from(u16::MAX));
            let lengths: Vec<u16> = (FEWEST..=u16::try_from(most).unwrap_or(u16::MAX)).collect();
            let fitting = lengths.partition_point(|cells| is_whole(&short(*cells)));
            if let Some(cells) = fitting.checked_sub(1).and_then(|at| lengths.get(at)) {
                return Some(short(*cells));
            }
        }
    }
    // A name that is longer than a line goes on below.
    let parted = [hosts.first(), hosts.last()].into_iter().flatten();
    let mut parted = parted.map(|host| paint::wrap(&asking(words, SHORTEST, "", host), room.cells));
    parted.find(|lines| fits(lines))
}

/// Returns the host, then the host without its first name, and so on, as long as what is left says who answers.
fn endings(url: &SafeUrl, ascii: bool) -> Vec<String> {
    let (host, sign) = (url.host(), if ascii { "..." } else { "…" });
    let most = host.len() - url.site().len();
    let starts = host.match_indices('.').map(|(at, _)| at + 1).take_while(|start| *start <= most);
    let cut = starts.filter_map(|start| host.get(start..)).map(|rest| format!("{sign}{rest}"));
    std::iter::once(host.to_owned()).chain(cut).collect()
}

/// Breaks texts into lines for this room; where there is too little, the longest of them loses its end.
fn shortened(texts: &[String], room: Room, ascii: bool) -> Vec<Vec<String>> {
    let all: Vec<Vec<String>> = texts.iter().map(|text| paint::wrap(text, room.cells)).collect();
    let mut kept: Vec<usize> = all.iter().map(Vec::len).collect();
    while kept.iter().sum::<usize>() > room.rows {
        let Some(longest) = kept.iter_mut().rev().max_by_key(|kept| **kept).filter(|kept| **kept > 0) else {
            break;
        };
        *longest -= 1;
    }
    let cut = |(lines, kept): (Vec<String>, usize)| {
        let mut shown = lines.get(..kept).unwrap_or_default().to_vec();
        if let (Some(last), Some(next)) = (shown.last_mut(), lines.get(kept)) {
            *last = paint::cut(&format!("{last} {next}"), room.cells, ascii);
        }
        shown
    };
    all.into_iter().zip(kept).map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a question about an address on a screen of this size, and whether it may be answered.
    fn asked(address: &str, width: u16, height: u16) -> (Vec<String>, bool) {
        let url = SafeUrl::new(address).unwrap();
        let asked = Asked::Address { key: "ask-open", words: String::new(), url };
        let set = asked.set(Rect::new(0, 0, width, height), &Words::english());
        (set.lines.iter().map(|(line, _)| line.clone()).collect(), set.is_told)
    }

    #[test]
    fn a_host_is_cut_at_its_front_and_its_address_at_its_end() {
        let address = "https://www.my-bank.example.com.evil-domain.example/login";
        let (lines, is_told) = asked(address, 24, 4);
        assert_eq!(lines[..2], ["Open", "…evil-domain.example"]);
        assert!(is_told && lines[2..].concat().ends_with('…'), "{lines:?}");
        let (lines, _) = asked(address, 40, 10);
        assert_eq!(lines.concat().matches("evil-domain.example").count(), 2, "{lines:?}");
        assert!(lines.last().unwrap().ends_with("/login"), "there is room for all of it: {lines:?}");
    }

    #[test]
    fn a_window_without_room_for_the_end_of_the_host_asks_for_no_yes() {
        let (lines, is_told) = asked("https://harbour-board-of-the-eastern-shore.example/", 20, 3);
        assert!(!is_told, "{lines:?}");
        assert!(lines.concat().starts_with("The window"), "{lines:?}");
    }

    #[test]
    fn wherever_a_yes_is_offered_the_end_of_the_host_is_seen_whole() {
        for address in [
            "https://www.my-bank.example.com.evil-domain.example/login?from=https://www.my-bank.example.com",
            "https://news.harbour-post.co.uk/",
            "https://xn--80ak6aa92e.com/a/b/c",
            "http://127.0.0.1:8000/",
            "https://a.b/",
        ] {
            let url = SafeUrl::new(address).unwrap();
            for (width, height) in (10..100).flat_map(|width| (1..12).map(move |height| (width, height))) {
                let (lines, is_told) = asked(address, width, height);
                assert!(lines.len() <= usize::from(height), "{lines:?} at {width}x{height}");
                assert!(lines.iter().all(|line| paint::width(line) <= width), "{lines:?} at {width}");
                let is_whole = lines.concat().contains(url.site());
                assert!(!is_told || is_whole, "{address} at {width}x{height}: {lines:?}");
            }
        }
    }
}
