//! Owns an article as Markdown with front matter, for other programs to read. It refuses to wrap.

use std::fmt::Write;

use super::written::{Listed, Page};
use crate::article::{Align, Article, Block, Figure, Inline, Item, Link, QuoteKind, Table, Target, Text};

/// Writes an article as Markdown.
pub fn write(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut part = |text: &str| {
        if !text.is_empty() {
            out.push('\n');
            out.push_str(text.trim_end());
            out.push('\n');
        }
    };
    if let Some(headline) = &article.headline {
        part(&format!("# {}", escaped(headline)));
    }
    if let Some(standfirst) = &article.standfirst {
        part(&format!("**{}**", escaped(standfirst)));
    }
    if let Some(caption) = &article.caption {
        part(&format!("*{}*", escaped(caption)));
    }
    part(&blocks(&article.body, &article.links));
    part(&sources(article));
    out
}

/// Writes articles one after the other; each begins with its own front matter.
pub(super) fn all(articles: &[Page<'_>]) -> String {
    articles.iter().map(page).collect::<Vec<_>>().join("\n")
}

/// Writes an article with what the reader lit up in it and wrote about it.
fn page(page: &Page<'_>) -> String {
    let mut out = page.lit().as_ref().map_or_else(|| write(page.article), write);
    let section = blocks(&page.section(Listed::Noted), &[]);
    if !section.is_empty() {
        out.push('\n');
        out.push_str(section.trim_end());
        out.push('\n');
    }
    out
}

/// Writes what is known of the article as YAML; a JSON string is a YAML string.
fn front_matter(article: &Article) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let list = |texts: &[Text]| texts.iter().map(|t| quoted(t)).collect::<Vec<_>>().join(", ");
    let mut out = String::from("---\n");
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            // Writing to a String cannot fail.
            _ = writeln!(out, "{name}: {value}");
        }
    };
    let one = |text: &Option<Text>| text.as_deref().map(quoted);
    field("title", one(&article.headline));
    field("authors", (!article.byline.is_empty()).then(|| format!("[{}]", list(&article.byline))));
    field("publisher", one(&article.outlet));
    field("date", article.dated().map(|published| published.at.to_string()));
    field("updated", article.updated.map(|moment| moment.to_string()));
    field("url", one(&article.url));
    field("language", article.language.map(|language| quoted(language.tag())));
    field("tags", (!article.tags.is_empty()).then(|| format!("[{}]", list(&article.tags))));
    // For people: to programs a guess would be a fact.
    let guess = article.published.filter(|_| article.dated().is_none());
    field("# date", guess.map(|published| format!("about {}", published.at.day)));
    out.push_str("---\n");
    out
}

/// Writes blocks, parted by blank lines.
fn blocks(body: &[Block], links: &[Link]) -> String {
    let written: Vec<String> =
        body.iter().map(|one| block(one, links)).filter(|text| !text.is_empty()).collect();
    written.join("\n\n")
}

fn block(block: &Block, links: &[Link]) -> String {
    match block {
        Block::Paragraph(runs) => inlines(runs, links),
        Block::Crosshead { level, text } => {
            let words = inlines(text, links).replace('\n', " ");
            format!("{} {words}", "#".repeat(usize::from(*level).clamp(2, 6)))
        }
        Block::Quote { kind, blocks: quoted } => {
            let inner = blocks(quoted, links);
            let inner = match kind {
                QuoteKind::Callout(title) => format!("**{}**\n\n{inner}", escaped(title)),
                QuoteKind::Quotation | QuoteKind::Pull => inner,
            };
            prefixed(&inner, "> ", "> ")
        }
        Block::List { start, items } => list(*start, items, links),
        Block::Code { language, text } => code(language.as_deref().unwrap_or_default(), text),
        Block::Table(rows) => table(rows, links),
        Block::Figure(shown) => figure(shown, links),
        Block::Rule => "* * *".to_owned(),
        Block::Note { number, blocks: said } => {
            prefixed(&blocks(said, links), &format!("[^{number}]: "), "    ")
        }
    }
}

fn list(start: Option<u64>, items: &[Item], links: &[Link]) -> String {
    let mut written = Vec::new();
    for (item, number) in items.iter().zip(start.unwrap_or(0)..) {
        let bullet = if start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
        let task = match item.checked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let indent = " ".repeat(bullet.len());
        written.push(prefixed(&format!("{task}{}", blocks(&item.blocks, links)), &bullet, &indent));
    }
    written.join("\n")
}

/// Fences code with more backticks than it holds in a row.
fn code(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
}

fn table(table: &Table, links: &[Link]) -> String {
    let columns = table.rows.iter().map(Vec::len).chain([table.head.len()]).max().unwrap_or(0);
    let row = |cells: &[Vec<Inline>]| {
        let cells = (0..columns).map(|column| {
            let runs = cells.get(column).map(Vec::as_slice).unwrap_or_default();
            inlines(runs, links).replace(['\n'], " ").replace('|', "\\|")
        });
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = (0..columns).map(|column| match table.align.get(column) {
        Some(Align::Centre) => ":-:",
        Some(Align::Right) => "--:",
        Some(Align::Left) | None => "---",
    });
    let rule = format!("| {} |", rule.collect::<Vec<_>>().join(" | "));
    let all = [row(&table.head), rule].into_iter().chain(table.rows.iter().map(|cells| row(cells)));
    all.collect::<Vec<_>>().join("\n")
}

fn figure(figure: &Figure, links: &[Link]) -> String {
    // A picture kept inside the file is nowhere else.
    let place = figure.place.as_deref().filter(|place| !place.starts_with("embedded:"));
    let place = place.map(address).unwrap_or_default();
    let picture = format!("![{}]({place})", escaped(&figure.alt).replace('\n', " "));
    let caption = inlines(&figure.caption, links);
    let credit = figure.credit.as_deref().map(escaped).unwrap_or_default();
    [picture, caption, credit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Writes the sources as a numbered list.
fn sources(article: &Article) -> String {
    if article.sources.is_empty() {
        return String::new();
    }
    let mut out = format!("## {}\n", escaped(&super::sources_title(article)));
    for source in &article.sources {
        let title = source.title.as_ref().unwrap_or(&source.raw);
        let title = match &source.url {
            Some(url) => format!("[{}]({})", escaped(title), address(url)),
            None => escaped(title),
        };
        let line = super::entry(source, title, escaped);
        _ = write!(out, "\n{}. {}", source.number, line.replace('\n', " "));
    }
    out
}

fn inlines(runs: &[Inline], links: &[Link]) -> String {
    runs.iter().map(|run| inline(run, links)).collect()
}

/// Writes a run with its look and target; the spaces at its ends stay outside the marks.
fn inline(run: &Inline, links: &[Link]) -> String {
    let words = run.text.trim();
    if words.is_empty() {
        return run.text.replace('\n', "  \n");
    }
    let (lead, rest) = run.text.split_once(words).unwrap_or_default();
    let mut out = if run.look.code { inline_code(words) } else { escaped(words).replace('\n', "  \n") };
    let looks =
        [(run.look.emphasis, "*"), (run.look.strong, "**"), (run.look.struck, "~~"), (run.look.lit, "==")];
    for (on, mark) in looks {
        if on {
            out = format!("{mark}{out}{mark}");
        }
    }
    let out = match run.target {
        Some(Target::Link(number)) => match links.iter().find(|link| link.number == number) {
            Some(link) => format!("[{out}]({})", address(&link.url)),
            None => out,
        },
        Some(Target::Note(number)) => format!("[^{number}]"),
        Some(Target::Source(_) | Target::Picture(_)) | None => out,
    };
    format!("{lead}{out}{rest}")
}

fn inline_code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let tick = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{tick}{space}{}{space}{tick}", words.replace('\n', " "))
}

/// Writes an address so that no character of it ends it.
pub fn address(url: &str) -> String {
    url.replace(' ', "%20").replace('(', "%28").replace(')', "%29").replace('<', "%3C").replace('>', "%3E")
}

/// Escapes what Markdown would take for markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut line_start = true;
    // `1986.` at the start of a line is a year and no item: the mark behind its digits is escaped.
    let mut in_number = false;
    for (at, c) in text.char_indices() {
        if line_start && opens_item(text.get(at..).unwrap_or_default()) {
            in_number = true;
        }
        let opens = line_start && matches!(c, '#' | '>' | '+' | '-' | '=' | '~' | ':');
        let ends_number = in_number && !c.is_ascii_digit();
        if opens || ends_number || matches!(c, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '&') {
            out.push('\\');
        }
        out.push(c);
        in_number &= !ends_number;
        line_start = c == '\n' || (line_start && c == ' ');
    }
    out
}

/// Says whether a line starts like an item of a numbered list.
fn opens_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(['.', ')'])
}

/// Puts `first` before the first line and `others` before the rest; blank lines stay short.
pub fn prefixed(text: &str, first: &str, others: &str) -> String {
    let mut out = String::new();
    for (index, line) in text.lines().enumerate() {
        let prefix = if index == 0 { first } else { others };
        let prefix = if line.is_empty() { prefix.trim_end() } else { prefix };
        if index > 0 {
            out.push('\n');
        }
        out.push_str(prefix);
        out.push_str(line);
    }
    if text.is_empty() { first.trim_end().to_owned() } else { out }
}

#[cfg(test)]
mod tests;
