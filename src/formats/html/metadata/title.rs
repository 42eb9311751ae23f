//! Owns choosing the headline among the names a page gives itself. It refuses to shorten one beyond
//! cutting the site's own name off its end.

use super::marked::said_otherwise;
use super::{Page, Told, is_placeholder};
use dom_query::NodeRef;

use crate::article::letters::bare;
use crate::article::{FoundIn, Text};
use crate::formats::window::{self, SEPARATORS};

/// Marks without spaces, which part several names of places on the site: `headline--news--site`.
const TIGHT: &[&str] = &["--", "_"];

/// Meta tags that hold the headline, best first.
const NAMES: &[&str] = &[
    "dc:title",
    "dc.title",
    "dcterms.title",
    "dcterm:title",
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
];

/// Marks between a heading and the names of places on the site, where the heading itself tells where it ends.
const TAILS: &[&str] = &[" : ", "：", " － ", "－", "_", " | ", " - ", " – ", " — "];
/// The longest such names, in bytes of their letters.
const LONGEST_TAIL: usize = 60;
/// The shortest name of a site, in letters, that is known by its address.
const SHORTEST_SITE: usize = 5;
/// The most words the name of a site has.
const LONGEST_BRAND: usize = 4;
/// The shortest name, in bytes of its letters, that is looked for behind a kicker; and the longest kicker.
const SHORTEST_NAME: usize = 20;
const LONGEST_KICKER: usize = 60;
/// The words two headlines are compared by.
const COMPARED: usize = 100;

/// Returns the headline of a page.
pub(super) fn find(page: &Page<'_>) -> Told<Text> {
    let outlet = page.outlet().map(|(name, _)| name);
    let cut = |raw: String| Text::some_line(&raw).map(|t| without_site(&t, outlet.as_deref()));
    let given = page.head.first(NAMES).and_then(cut);
    let given = given.filter(|t| !is_placeholder(t) && !is_site(t, outlet.as_deref()));
    let linked = page.linked.text("headline").or_else(|| page.linked.text("name")).and_then(cut);
    let linked = linked.filter(|t| !is_placeholder(t) && !is_site(t, outlet.as_deref()));
    let given = given.map(|name| (name, FoundIn::Metadata));
    let named = given.or(linked.map(|name| (name, FoundIn::JsonLd)));
    let shown = shown(page);
    let as_heading = |line: &Text| (line.clone(), FoundIn::Heading);
    if let Some((name, _)) = &named {
        let heading = shown.iter().find(|h| is_like(h, name)).filter(|h| !is_behind_kicker(h, name));
        let heading = heading.filter(|h| !is_under_kicker(h, name, page.head.title.as_deref()));
        let heading = heading.or_else(|| shown.iter().find(|h| is_in_front(h, name)));
        let told = || told_twice(page, &shown).filter(|_| name.split_whitespace().count() <= LONGEST_BRAND);
        return heading.or_else(told).map(as_heading).or(named);
    }
    from_title(page, &shown, outlet.as_deref()).or_else(|| shown.first().map(as_heading))
}

/// Says whether nothing but `title` names a page.
pub(super) fn is_from_window(page: &Page<'_>) -> bool {
    page.head.first(NAMES).is_none() && page.linked.text("headline").is_none()
}

/// Returns the name of the site that the title of a page ends with: a few words behind what the top
/// heading says.
pub(super) fn site(page: &Page<'_>) -> Told<Text> {
    let title = Text::some_line(page.head.title.as_deref()?)?;
    let parts = parts(&title);
    let [front, .., tail] = parts.as_slice() else { return None };
    let is_shown = shown(page).iter().any(|heading| bare(heading) == bare(front));
    let is_brand = (1..=LONGEST_BRAND).contains(&tail.split_whitespace().count());
    let is_name = tail.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    let site = Text::some_line(tail).filter(|_| is_shown && is_brand && is_name);
    site.map(|site| (site, FoundIn::Metadata))
}

/// Says whether a name is a heading and behind it a few words such as the name of the site.
fn is_in_front(heading: &str, name: &str) -> bool {
    if begins_with(name, heading) {
        return true;
    }
    let parts = parts(name);
    let [front, tail] = parts.as_slice() else { return false };
    bare(front) == bare(heading) && tail.split_whitespace().count() <= LONGEST_BRAND + 1
}

/// Says whether a name is a heading to the letter and behind a mark a few words more: `Heading : Sport : Quay`,
/// `見出し：港新聞`.
fn begins_with(name: &str, heading: &str) -> bool {
    let Some(rest) = name.strip_prefix(heading).filter(|_| bare(heading).len() >= SHORTEST_NAME) else {
        return false;
    };
    let is_parted = TAILS.iter().any(|mark| rest.starts_with(mark))
        || rest.starts_with(':') && heading.chars().next_back().is_some_and(|c| !c.is_ascii());
    is_parted && bare(rest).len() <= LONGEST_TAIL && !bare(rest).is_empty()
}

/// Says whether a page gives a heading its kicker where it names itself: `Kicker: heading`.
fn is_behind_kicker(heading: &str, name: &str) -> bool {
    let kicker = name.strip_suffix(heading).and_then(|rest| rest.trim_end().strip_suffix(':'));
    kicker.is_some_and(|kicker| (1..=4).contains(&kicker.split_whitespace().count()))
}

/// Says whether a heading is a kicker and behind it what the page calls itself; where `title` says both, both are
/// the headline.
fn is_under_kicker(heading: &str, name: &str, title: Option<&str>) -> bool {
    let (heading, name) = (bare(heading), bare(name));
    if title.is_some_and(|title| bare(title).contains(&heading)) {
        return false;
    }
    let kicker = heading.strip_suffix(name.as_str()).filter(|_| name.len() >= SHORTEST_NAME);
    kicker.is_some_and(|kicker| (1..=LONGEST_KICKER).contains(&kicker.len()))
}

/// Returns the top heading that the title of the page says too: where the name made for sharing is neither,
/// it is the name of the site or of whoever runs it.
fn told_twice<'h>(page: &Page<'_>, shown: &'h [Text]) -> Option<&'h Text> {
    let title = page.head.title.as_deref()?;
    shown.iter().find(|h| h.split_whitespace().count() > LONGEST_BRAND && is_like(h, title))
}

/// Returns the top headings of the page.
fn shown(page: &Page<'_>) -> Vec<Text> {
    let headings = page.doc.select("h1");
    headings.nodes().iter().filter_map(heading).collect()
}

/// Returns the line of a heading that is not too long for one.
pub(super) fn heading(node: &NodeRef<'_>) -> Option<Text> {
    Text::some_line(&line(node)).filter(|line| line.chars().count() <= 300)
}

/// Returns the words of a heading; elements side by side, with nothing between them, are words apart.
fn line(heading: &NodeRef<'_>) -> String {
    let mut out = String::new();
    let mut in_element = false;
    for part in heading.children_it(false) {
        if in_element && (part.is_element() || begins_anew(&part) && is_word(&out)) {
            out.push(' ');
        }
        in_element = part.is_element() && ["span", "div", "p"].iter().any(|name| part.has_name(name));
        out.push_str(&part.text());
    }
    out
}

/// Says whether a text right behind an element is a word of its own.
fn begins_anew(text: &NodeRef<'_>) -> bool {
    text.text().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '„' | '«'))
}

/// Says whether words end in more than an initial.
fn is_word(words: &str) -> bool {
    words.chars().rev().take_while(|c| c.is_alphanumeric()).count() > 1
}

/// Reads the headline off the `title`: what is left of it without the site, or the heading that is
/// one of its parts.
fn from_title(page: &Page<'_>, shown: &[Text], outlet: Option<&str>) -> Told<Text> {
    let title = Text::some_line(page.head.title.as_deref()?)?;
    let parts = parts(&title);
    let own = shown.iter().filter(|h| !is_of_site(page, h));
    let whole =
        own.into_iter().find(|h| parts.iter().any(|part| bare(part) == bare(h)) || is_in_front(h, &title));
    if let Some(heading) = whole {
        return Some((heading.clone(), FoundIn::Heading));
    }
    let site = || shown.iter().find(|h| is_behind_mark(h, &title)).map(|site| &**site);
    let cut = cut_title(&title, &parts, outlet.or_else(site))?;
    if let Some(heading) = said_otherwise(page, &cut) {
        return Some((heading, FoundIn::Heading));
    }
    Some((without_section(page, &cut).unwrap_or(cut), FoundIn::Metadata))
}

/// Says whether a heading is the name of the site that a title ends with, parted without spaces.
fn is_behind_mark(heading: &str, title: &str) -> bool {
    let front = title.strip_suffix(heading).filter(|_| heading.split_whitespace().count() <= LONGEST_BRAND);
    front.is_some_and(|front| TIGHT.iter().any(|mark| front.ends_with(mark)))
}

/// Says whether a heading is the name of the site that its address has too.
fn is_of_site(page: &Page<'_>, heading: &str) -> bool {
    let host = page.url().and_then(|(url, _)| super::site(&url)).unwrap_or_default();
    let label = host.rsplit('.').nth(1).map(bare).filter(|label| label.len() >= SHORTEST_SITE);
    heading.split_whitespace().count() <= LONGEST_BRAND
        && label.is_some_and(|label| bare(heading) == label || bare(heading) == format!("the{label}"))
}

/// Cuts the name of a section off the end of a headline, where a folder of the page's address is called the same.
fn without_section(page: &Page<'_>, title: &str) -> Option<Text> {
    let (front, section) = window::part(title)?;
    let (url, _) = page.url()?;
    let url = url::Url::parse(&url).ok()?;
    window::is_section(section, &url).then(|| Text::some_line(front))?
}

/// Returns what is left of a title without the site; its longer end where the site goes by another name.
fn cut_title(title: &Text, parts: &[&str], outlet: Option<&str>) -> Option<Text> {
    let cut = without_site(title, outlet);
    if cut != *title || parts.len() < 2 {
        return Some(cut);
    }
    let (front, tail) = (parts.first()?, parts.last()?);
    let count = |part: &str| part.split_whitespace().count();
    if count(front) >= 3 && count(tail) <= count(front) {
        let end = title.rfind(tail)?;
        let kept = title
            .get(..end)?
            .trim_end()
            .trim_end_matches(|c: char| !c.is_alphanumeric() && !"?!.)”»\"'".contains(c));
        return Text::some_line(kept);
    }
    if count(tail) >= 4 { Text::some_line(tail) } else { Some(title.clone()) }
}

/// Splits a title at the marks that part a headline from the name of a site.
fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    for separator in SEPARATORS {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Cuts ` | Site` and kin off the end, and `Site: ` off the front.
fn without_site(title: &Text, outlet: Option<&str>) -> Text {
    let Some(outlet) = outlet else { return title.clone() };
    for separator in SEPARATORS {
        if let Some((front, tail)) = title.rsplit_once(separator)
            && names_site(tail, outlet)
        {
            return Text::some_line(front).unwrap_or_else(|| title.clone());
        }
        if let Some((front, tail)) = title.split_once(separator)
            && names_site(front, outlet)
        {
            return Text::some_line(tail).unwrap_or_else(|| title.clone());
        }
    }
    let tight = TIGHT.iter().find_map(|separator| {
        let (front, _) = title.rsplit_once(separator).filter(|(_, tail)| names_site(tail, outlet))?;
        Text::some_line(front.split(separator).next()?)
    });
    tight.unwrap_or_else(|| title.clone())
}

fn names_site(part: &str, outlet: &str) -> bool {
    let (part, outlet) = (bare(part), bare(outlet));
    !part.is_empty()
        && (part == outlet
            || part.starts_with(&outlet) && part.len() <= outlet.len() + 4
            || part == format!("{outlet}com"))
}

fn is_site(title: &str, outlet: Option<&str>) -> bool {
    outlet.is_some_and(|outlet| bare(title) == bare(outlet))
}

/// Says whether two headlines share at least 60 % of the words of either.
pub(in crate::formats::html) fn is_like(one: &str, other: &str) -> bool {
    let first = |text| words(text).into_iter().take(COMPARED).collect::<Vec<_>>();
    let (a, b) = (first(one), first(other));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared * 10 >= b.len() * 6 || (shared * 10 >= a.len() * 9 && a.len() >= 3 && a.len() * 10 >= b.len() * 4)
}

/// Returns the words of a headline, or its signs where the script parts no words.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let by_word: Vec<String> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let unspaced = lower.chars().any(crate::article::measure::is_ideograph);
    if unspaced { lower.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect() } else { by_word }
}
