//! Owns the byline that only its words give away: a short line between the headline and the first
//! paragraph that begins with "by", a name beside the day, a label with a name behind it. It refuses what
//! stands in the frame of the page.

use dom_query::NodeRef;

use super::elsewhere::{Around, in_frame};
use super::shown::{is_whole, words_of};
use super::{Page, label, names};
use crate::article::Text;
use crate::article::measure::is_ideograph;
use crate::formats::byline::{bare_names, byline, is_name_word};
use crate::formats::dates::{self, Reading};
use crate::formats::fold::fold;
use crate::formats::text::opening;

/// The longest byline, in bytes.
const LONGEST: usize = 200;
/// The shortest text that is a paragraph, in bytes. The first may be the standfirst; under the second no byline
/// is looked for.
const PARAGRAPH: usize = 120;
/// Words before "by" that speak of money or machines, folded.
const PAID: &[&str] = &[
    "sponsored",
    "powered",
    "presented",
    "provided",
    "supported",
    "hosted",
    "published",
    "you",
    "funded",
    "owned",
    "prasentiert",
    "unterstutzt",
    "proposta",
    "patrocinado",
    "offert",
];
/// Words before a colon that names no author, folded.
const NO_DEEDS: &[&str] = &[
    "source",
    "quelle",
    "fuente",
    "fonte",
    "bron",
    "zrodlo",
    "date",
    "datum",
    "fecha",
    "data",
    "stand",
    "last",
    "updated",
    "publisher",
];
/// The most words of a line of a day that a name stands above or under.
const MOST_BESIDE: usize = 10;
/// Elements looked at under the headline.
const MOST: usize = 120;

/// Returns the names in the line under the headline that says whose they are.
pub(super) fn under_the_headline(page: &Page<'_>) -> Option<Vec<Text>> {
    let (root, heading) = (page.doc.root(), page.heading()?);
    let under = root.descendants_it().skip_while(|node| node.id != heading.id).skip(1);
    let reading = Reading::default();
    let lines = under.filter(is_line).take(MOST).map(|node| words_of(&node));
    let close = lines.scan(0, |paragraphs, line| {
        *paragraphs += usize::from(line.len() >= PARAGRAPH);
        (*paragraphs < 2).then_some(line)
    });
    let close: Vec<Text> =
        close.filter(|line| line.len() <= LONGEST).filter_map(|line| Text::some_line(&line)).collect();
    let signed = |line: &Text| {
        behind_deed(line)
            .or_else(|| byline(line, reading).map(|names| people(&names)).filter(|names| !names.is_empty()))
            .or_else(|| beside_a_day(line))
            .or_else(|| beside_a_mark(line))
    };
    close.iter().find_map(signed).or_else(|| over_a_day(&close))
}

/// Reads whole names behind what they did, and nothing else: `Text by Ada Morrow`, `Words: Ada Morrow | Photos: …`.
fn behind_deed(line: &str) -> Option<Vec<Text>> {
    let line = behind_unparted_label(line).unwrap_or(line);
    let first = line.split([' ', ':', '：']).next().map(fold).unwrap_or_default();
    if label::past(line).len() == line.len() || NO_DEEDS.contains(&first.as_str()) {
        return None;
    }
    let names = names::shown(line);
    let is_unparted = |name: &str| name.starts_with(is_ideograph) && (2..=6).contains(&name.chars().count());
    let are_whole = names.iter().all(|name| is_whole(name) || is_unparted(name));
    (!names.is_empty() && are_whole).then_some(names)
}

/// Returns the part of a line from the label of an author on, down to the next space: `来源：港口日报 作者：王海`.
fn behind_unparted_label(line: &str) -> Option<&str> {
    let at = ["作者：", "作者:", "记者：", "記者：", "撰文："].iter().find_map(|label| line.find(label))?;
    let rest = line.get(at..)?;
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '）' | ')' | '/'));
    rest.get(..end.unwrap_or(rest.len())).filter(|label| !label.ends_with(['：', ':']))
}

/// Reads a whole name right beside a day, or beside an address of mail with the same name in it, with no sign
/// between them.
fn beside_a_mark(line: &str) -> Option<Vec<Text>> {
    if let Some(mail) = line.split_whitespace().find(|word| word.contains('@')) {
        let (name, _) = line.split_once(mail)?;
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        let last = name.rsplit(' ').next().map(fold).filter(|last| last.len() > 2)?;
        return (is_whole(name) && fold(mail).contains(&last)).then(|| names::shown(name));
    }
    let reading = Reading::default();
    let dated = dates::find(line, reading).is_some() && line.split_whitespace().count() <= MOST_BESIDE;
    let found = dated.then(|| bare_names(line, reading)).flatten()?;
    let long = found.len();
    Some(people(&found)).filter(|names| names.len() == long)
}

/// Returns the words of the link behind a word for "by", whatever name that is: `by <a>quay_cat</a> on May 3`.
pub(super) fn linked(page: &Page<'_>) -> Option<Vec<Text>> {
    let (root, heading) = (page.doc.root(), page.heading()?);
    let under = root.descendants_it().skip_while(|node| node.id != heading.id).skip(1);
    let links = under.filter(is_line).take(MOST).take_while(|line| !is_paragraph(line)).filter_map(|line| {
        let link = line.children_it(false).find(|inner| inner.has_name("a"))?;
        let before = link.prev_sibling().filter(NodeRef::is_text)?.text();
        let short = before.len() <= LONGEST && words_of(&line).len() <= LONGEST;
        let mut words = before.split_whitespace().rev();
        let by = words.next().is_some_and(label::is_by);
        let paid = words.next().is_some_and(|word| PAID.contains(&fold(word).as_str()));
        (short && by && !paid).then(|| words_of(&link))
    });
    links.map(|name| names::read(&[name], true)).find(|names| !names.is_empty())
}

fn is_paragraph(line: &NodeRef<'_>) -> bool {
    words_of(line).len() >= PARAGRAPH
}

/// Returns the people among names: desks and agencies go.
fn people(found: &[Text]) -> Vec<Text> {
    names::read(&found.iter().map(ToString::to_string).collect::<Vec<_>>(), true)
}

/// Reads names alone on the line above or under one with a day.
fn over_a_day(lines: &[Text]) -> Option<Vec<Text>> {
    let reading = Reading::default();
    lines.windows(2).find_map(|pair| {
        let [above, under] = pair else { return None };
        let (day, name) = match (opening::is_date_line(above, reading), opening::is_date_line(under, reading))
        {
            (false, true) => (under, above),
            (true, false) => (above, under),
            _ => return None,
        };
        let found = (day.split_whitespace().count() <= MOST_BESIDE).then(|| bare_names(name, reading))??;
        let long = found.len();
        Some(people(&found)).filter(|names| names.len() == long)
    })
}

/// Reads a line of a day and a name with a sign between them, and nothing else: `11.12.2019 - Ada Morrow`.
fn beside_a_day(line: &str) -> Option<Vec<Text>> {
    alone_beside_a_day(line).or_else(|| {
        let (day, _) = dates::find(line, Reading::default())?;
        let behind = line.get(day.end..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
        byline(behind, Reading::default()).map(|names| people(&names)).filter(|names| !names.is_empty())
    })
}

fn alone_beside_a_day(line: &str) -> Option<Vec<Text>> {
    let (day, _) = dates::find(line, Reading::default())?;
    let around = [line.get(..day.start)?, line.get(day.end..)?];
    let is_sign = |c: char| matches!(c, '|' | '•' | '·' | '–' | '—' | '-');
    let parts = around.iter().flat_map(|side| side.split(is_sign)).map(str::trim);
    let mut worded = parts.filter(|part| part.chars().any(char::is_alphabetic));
    let (name, more) = (worded.next()?, worded.next());
    let is_name = (2..=4).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_name_word)
        && around.iter().any(|side| side.contains(is_sign));
    let alone = more.is_none() && is_name;
    alone.then(|| names::read(&[name.to_owned()], true)).filter(|names| !names.is_empty())
}

/// Returns the names behind a label that says they are the authors': `Autor: Ada Morrow`.
pub(super) fn labelled(page: &Page<'_>, around: &Around) -> Option<Vec<Text>> {
    let root = page.doc.root();
    let labels = root.descendants_it().filter(|node| node.is_text() && node.text().contains([':', '：']));
    let signed = labels.filter_map(|node| {
        let label = node.text();
        let (before, behind) = label.trim().split_once([':', '：'])?;
        if !label::is_author(before) || around.leaves_out(&node) || in_frame(&node) {
            return None;
        }
        let name = if behind.trim().is_empty() { behind_label(&node) } else { behind.to_owned() };
        (name.len() <= LONGEST).then_some(name)
    });
    signed.map(|name| names::read(&[name], true)).find(|names| !names.is_empty())
}

/// Returns the words on the line behind a label that is alone in its text.
fn behind_label(label: &NodeRef<'_>) -> String {
    let alone = |node: &NodeRef<'_>| node.next_sibling().is_none();
    let mut at = *label;
    while alone(&at)
        && let Some(parent) = at.parent().filter(|parent| !parent.has_name("body"))
        && at.prev_sibling().is_none()
    {
        at = parent;
    }
    let mut line = String::new();
    while let Some(next) = at.next_sibling().filter(|next| !next.has_name("br") && line.len() <= LONGEST) {
        line.push(' ');
        line.push_str(&words_of(&next));
        if next.is_text() {
            line.push_str(&next.text());
        }
        at = next;
    }
    line
}

/// Says whether an element is a line of its own: no other such element stands in it.
fn is_line(node: &NodeRef<'_>) -> bool {
    const LINES: &[&str] = &["p", "div", "span", "address", "li", "h2", "h3", "h4"];
    let is = |node: &NodeRef<'_>| LINES.iter().any(|name| node.has_name(name));
    let beside = || [node.prev_sibling(), node.next_sibling()].iter().flatten().any(is);
    let is_time = || node.has_name("time") && beside();
    node.is_element() && (is(node) && !node.children_it(false).any(|inner| is(&inner)) || is_time())
}
