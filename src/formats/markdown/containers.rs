//! Owns the blocks that dialects fence or indent under a head of their own: `:::` of Pandoc and its kin,
//! `!!!` of `MkDocs`, `#+BEGIN_QUOTE` of Logseq. It refuses to read them: they become quotations with the
//! title of a callout.

use std::borrow::Cow;

use memchr::memmem;

use super::dialect::fence;

/// How deep such blocks nest; what is deeper is left as it stands.
const DEEPEST: usize = 8;
/// What the heads of such blocks begin with; a file without one is not looked through.
const SIGNS: &[&str] = &[":::", "!!! ", "??? ", "???+ ", "=== \"", "#+BEGIN_", "#+begin_"];
/// Kinds that set a block apart from the text even where it has no title.
const KINDS: &[&str] = &[
    "note",
    "tip",
    "info",
    "warning",
    "danger",
    "caution",
    "important",
    "details",
    "hint",
    "attention",
    "error",
    "question",
    "success",
    "failure",
    "bug",
    "example",
    "abstract",
    "summary",
    "seealso",
    "quote",
];

/// Turns such blocks into quotations that begin with the head of a callout, `> [!kind] Title`.
pub(super) fn quoted(text: &str) -> Cow<'_, str> {
    if !SIGNS.iter().any(|sign| memmem::find(text.as_bytes(), sign.as_bytes()).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.lines().collect();
    let closed = closed(&lines);
    let mut state = State { out: String::with_capacity(text.len() + 256), ..State::default() };
    for (line, closed) in lines.iter().zip(closed) {
        state.line(line, closed);
    }
    Cow::Owned(state.out)
}

/// Says of each line whether it opens a fenced block that another line closes.
fn closed(lines: &[&str]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut code = None;
    for (at, line) in lines.iter().enumerate() {
        if in_code(&mut code, line) {
            continue;
        }
        let (_, bare) = past_bullet(line);
        match edge(bare) {
            Some(Edge::Opens(head)) => open.push((at, head.colons)),
            Some(Edge::Closes { colons }) => {
                if let Some((begun, _)) = open.pop_if(|(_, fenced)| *fenced == colons)
                    && let Some(place) = found.get_mut(begun)
                {
                    *place = true;
                }
            }
            None => {}
        }
    }
    found
}

/// Keeps track of fenced code; says whether a line belongs to it.
fn in_code(code: &mut Option<(char, usize)>, line: &str) -> bool {
    let Some((mark, length, bare)) = fence(line) else { return code.is_some() };
    match *code {
        Some((open, long)) if open == mark && length >= long && bare => *code = None,
        None => *code = Some((mark, length)),
        Some(_) => {}
    }
    true
}

/// The head of a block: what kind it is of, and its title, if it has one.
struct Head<'l> {
    kind: &'l str,
    title: &'l str,
    colons: bool,
}

/// A line that opens or closes a fenced block.
enum Edge<'l> {
    Opens(Head<'l>),
    Closes { colons: bool },
}

/// Reads a line at which a fenced block may open or close.
fn edge(bare: &str) -> Option<Edge<'_>> {
    if let Some(rest) = bare.strip_prefix(":::") {
        let rest = rest.trim_start_matches(':').trim();
        return Some(if rest.is_empty() {
            Edge::Closes { colons: true }
        } else {
            let (kind, title) = of_colons(rest.trim_end_matches(':').trim_end());
            Edge::Opens(Head { kind, title, colons: true })
        });
    }
    let rest = bare.strip_prefix("#+")?;
    let head = |word: &str| rest.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
    if head("END_").is_some() {
        return Some(Edge::Closes { colons: false });
    }
    let kind = head("BEGIN_").and_then(|word| rest.get(word.len()..))?;
    let kind = kind.split_whitespace().next().unwrap_or_default();
    let word = !kind.eq_ignore_ascii_case("src") && !kind.eq_ignore_ascii_case("example");
    word.then_some(Edge::Opens(Head { kind, title: "", colons: false }))
}

/// Splits `warning Mind the gap`, `tip[Title]`, `note{title="Title"}` and `{.callout-note title="Title"}` into
/// kind and title.
fn of_colons(rest: &str) -> (&str, &str) {
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '[' | '{')).unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let after = after.trim();
    if let Some(title) = after.strip_prefix('[').and_then(|title| title.split_once(']')) {
        return (word, title.0);
    }
    if !after.starts_with('{') {
        return (word, after);
    }
    let class = after.split(['{', '}', ' ']).find_map(|class| class.strip_prefix('.')).unwrap_or_default();
    let kind = if word.is_empty() { class.strip_prefix("callout-").unwrap_or(class) } else { word };
    let title = after.split_once("title=\"").and_then(|(_, title)| title.split_once('"'));
    (kind, title.map_or("", |(title, _)| title))
}

/// Reads the head of an indented block: `!!! note "Title"`, `???+ tip`, `=== "Title"`.
fn indented(bare: &str) -> Option<Head<'_>> {
    let rest = ["!!! ", "??? ", "???+ ", "=== "].iter().find_map(|sign| bare.strip_prefix(sign))?.trim();
    let (kind, title) = rest.split_once('"').unwrap_or((rest, ""));
    let kind = kind.split_whitespace().next().unwrap_or("note");
    let title = title.trim_end().strip_suffix('"').unwrap_or(title);
    let good = bare.starts_with("===") == rest.starts_with('"')
        && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    good.then_some(Head { kind, title, colons: false })
}

/// Splits the mark of a list item off a line, with the blanks before and behind it.
fn past_bullet(line: &str) -> (&str, &str) {
    let bare = line.trim_start();
    let rest = bare.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with(' ')).unwrap_or(bare);
    let rest = rest.trim_start();
    line.split_at_checked(line.len() - rest.len()).unwrap_or(("", line))
}

/// A block under way.
#[derive(Clone, Copy)]
struct Open {
    /// The blanks its head stands behind.
    indent: usize,
    /// The blanks its lines must stand behind, where no line closes it.
    width: Option<usize>,
    /// Whether it is set apart as a quotation.
    apart: bool,
}

#[derive(Default)]
struct State {
    out: String,
    open: Vec<Open>,
    code: Option<(char, usize)>,
}

impl State {
    fn line(&mut self, line: &str, closed: bool) {
        let inner = self.inside(line);
        if in_code(&mut self.code, inner) {
            self.push(inner);
            return;
        }
        let (mark, bare) = past_bullet(inner);
        let shallow = self.open.len() < DEEPEST;
        match edge(bare) {
            Some(Edge::Opens(head)) if closed && shallow => self.begin(mark, &head),
            Some(Edge::Opens(head)) if head.colons => self.push(head.title),
            Some(Edge::Closes { .. }) => self.end(),
            _ => match indented(bare).filter(|_| shallow) {
                Some(head) => {
                    self.title(mark, &head);
                    self.open.push(Open { indent: mark.len(), width: Some(mark.len() + 4), apart: true });
                }
                None => self.push(inner),
            },
        }
    }

    /// Returns a line without the indentation of the blocks it stands in, and ends those it stands under no
    /// more.
    fn inside<'l>(&mut self, line: &'l str) -> &'l str {
        let mut rest = line;
        let mut kept = self.open.len();
        for (at, open) in self.open.iter().enumerate().filter(|(_, open)| open.apart) {
            let width = open.width.unwrap_or(open.indent);
            let blank = rest.bytes().take(width).take_while(|byte| *byte == b' ').count();
            let tab = open.width.is_some() && blank == 0 && rest.starts_with('\t');
            if open.width.is_some() && !rest.trim().is_empty() && blank < width && !tab {
                kept = at;
                break;
            }
            rest = rest.get(if tab { 1 } else { blank }..).unwrap_or_default();
        }
        if kept < self.open.len() {
            self.open.truncate(kept);
            self.push("");
        }
        rest
    }

    fn begin(&mut self, mark: &str, head: &Head<'_>) {
        let quotes = !head.colons && head.kind.eq_ignore_ascii_case("quote");
        let known = KINDS.iter().any(|kind| head.kind.eq_ignore_ascii_case(kind));
        let apart = quotes || known || !head.title.is_empty();
        if apart && !quotes {
            self.title(mark, head);
        } else {
            self.push(mark.trim_end());
        }
        self.open.push(Open { indent: mark.len(), width: None, apart });
    }

    /// Ends the innermost block; the line that ends it is not shown.
    fn end(&mut self) {
        if self.open.last().is_some_and(|open| open.width.is_none()) {
            self.open.pop();
        }
        self.push("");
    }

    /// Writes the head of a callout.
    fn title(&mut self, mark: &str, head: &Head<'_>) {
        self.push(mark.trim_end());
        let kind = if head.kind.is_empty() { "note" } else { head.kind };
        self.push(&[" ".repeat(mark.len()).as_str(), "> [!", kind, "] ", head.title].concat());
    }

    /// Writes a line with the marks of the quotations it stands in.
    fn push(&mut self, line: &str) {
        for open in self.open.iter().filter(|open| open.apart) {
            self.out.extend(std::iter::repeat_n(' ', open.indent));
            self.out.push_str("> ");
        }
        self.out.push_str(line);
        self.out.push('\n');
    }
}
