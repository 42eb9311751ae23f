//! Owns finding where a page says who wrote its article: its metadata, a byline, a line with a label. It
//! refuses to take those for the author who commented, or whom another article is by.

mod beside;
mod elsewhere;
mod helpers;
mod label;
mod names;
mod shown;
mod signed;

pub(in crate::formats::html) use shown::whole_names;

use super::{Page, Told};
use crate::article::{FoundIn, Text};
use crate::formats::fold::bare;
use elsewhere::Around;
use shown::{in_body, is_whole, marked};

/// What pages call the author in the label of a field, in part.
const AUTHOR_LABELS: &[&str] = &[
    "written by",
    "author",
    "verfasst von",
    "écrit par",
    "autor",
    "door",
    "escrito por",
    "scritto da",
    "autore",
    "napisane przez",
    "skrevet",
    "skriven",
    "yazan",
    "yazar",
    "автор",
    "kirjoittaja",
    "kirjoittanut",
    "szerző",
    "schrijver",
    "penulis",
    "作者",
    "著者",
    "執筆者",
    "投稿者",
    "글쓴이",
    "작성자",
    "מאת",
    "الكاتب",
];

/// Meta tags that hold names, best first.
const KEYS: &[&str] = &[
    "dc:creator",
    "dcterm:creator",
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "article:author_name",
    "authors",
    "citation_author",
    "og:author",
    "og:article:author",
    "article_author",
    "author-name",
    "author_name",
    "bt:author",
    "vr:author",
    "mediator_author",
    "creator",
    "byline",
    "twitter:data1",
];

/// Those in which one name stands as in a catalogue, the surname first.
const CATALOGUED: &[&str] = &["dc.creator", "dcterms.creator", "citation_author"];

/// Returns the names of those who wrote the article; the outlet itself only where nobody else is named.
pub(super) fn find(page: &Page<'_>) -> Told<Vec<Text>> {
    let mut house = (Vec::new(), FoundIn::Metadata);
    let linked = (names::read(&page.linked.authors(), false), FoundIn::JsonLd);
    let tagged = KEYS.iter().map(|key| (tagged(page, key), FoundIn::Metadata));
    for (found, place) in std::iter::once(linked).chain(tagged) {
        let (own, mut people): (Vec<Text>, Vec<Text>) =
            found.into_iter().partition(|name| is_house(page, name) || is_owner(page, name));
        if !own.is_empty() {
            // Beside the house stands the town it is in.
            people.retain(|name| !name.is_ascii() || name.contains(' '));
        }
        if !people.is_empty() {
            let fuller = full_name(page, &people).or_else(|| more(page, &people));
            return Some(fuller.map_or((people, place), |shown| (shown, FoundIn::Text)));
        }
        if house.0.is_empty() {
            house = (own, place);
        }
    }
    let mut shown = in_body(page);
    if !shown.iter().all(|name| is_house(page, name)) {
        shown.retain(|name| !is_house(page, name));
    }
    if shown.is_empty() && house.0.is_empty() {
        return agency(page);
    }
    let full = shown.iter().any(|name| name.contains(' ') && !is_house(page, name));
    Some(if house.0.is_empty() || full { (shown, FoundIn::Text) } else { house })
}

/// Returns the name the page shows for somebody its metadata give only a part of, such as the name of an
/// account, or give the surname first.
fn full_name(page: &Page<'_>, people: &[Text]) -> Option<Vec<Text>> {
    if let [surname, given] = people {
        let turned = bare(&format!("{given} {surname}"));
        let is_one = !surname.contains(' ') && !given.contains(' ');
        let shown = is_one.then(|| in_body(page))?;
        return Some(shown).filter(|shown| matches!(shown.as_slice(), [name] if bare(name) == turned));
    }
    let [account] = people else { return None };
    if account.contains(' ') {
        return None;
    }
    let account = bare(account);
    let is_of = |name: &Text| {
        let last = name.rsplit(' ').next().map(bare).unwrap_or_default();
        name.contains(' ') && (bare(name).contains(&account) || last.len() >= 3 && account.ends_with(&last))
    };
    Some(in_body(page)).filter(|shown| matches!(shown.as_slice(), [name] if is_of(name)))
}

/// Returns the names the page shows, where those of its metadata are among them and are fewer.
fn more(page: &Page<'_>, people: &[Text]) -> Option<Vec<Text>> {
    let mut shown = marked(page, &Around::headlines(page)).unwrap_or_default();
    shown.retain(|name| !is_house(page, name));
    let is_shown = |name: &Text| shown.iter().any(|other| bare(other) == bare(name));
    let are_whole = || shown.iter().all(|name| is_whole(name));
    (shown.len() > people.len() && people.iter().all(is_shown) && are_whole()).then_some(shown)
}

/// Returns the agency that stands where a name would, when the page names nobody else.
fn agency(page: &Page<'_>) -> Told<Vec<Text>> {
    let known = |line: &String| Some(vec![Text::some_line(beside::agency(&Text::some_line(line)?)?)?]);
    let linked = page.linked.authors().iter().find_map(known).map(|name| (name, FoundIn::JsonLd));
    let tagged = || KEYS.iter().find_map(|key| page.head.all(key).iter().find_map(known));
    linked.or_else(|| Some((tagged()?, FoundIn::Metadata)))
}

fn tagged(page: &Page<'_>, key: &str) -> Vec<Text> {
    let labelled =
        key != "twitter:data1" || says_author(&page.head.first(&["twitter:label1"]).unwrap_or_default());
    if !labelled {
        return Vec::new();
    }
    let lines = page.head.all(key);
    if CATALOGUED.contains(&key)
        && let Some(names) = lines.iter().map(|line| names::catalogued(line)).collect()
    {
        return names;
    }
    names::read(&lines, true)
}

/// Says whether a name is that of the outlet or of its site, not of a person.
pub(super) fn is_house(page: &Page<'_>, name: &str) -> bool {
    let first = name.split(' ').next().map(bare).unwrap_or_default();
    let name = bare(name);
    let outlet = page.outlet().map(|(outlet, _)| bare(&outlet)).unwrap_or_default();
    let host = page
        .url()
        .and_then(|(url, _)| url::Url::parse(&url).ok())
        .and_then(|url| Some(url.host_str()?.to_owned()));
    let host = host.unwrap_or_default();
    name.len() >= 3
        && (name == outlet
            || (!outlet.is_empty() && name.contains(&outlet))
            || page.linked.name_of("publisher").is_some_and(|publisher| bare(&publisher) == name)
            || bare(&host).contains(&name)
            // A desk of the house: `MDR Thüringen`.
            || first.len() >= 3 && host.split('.').any(|label| label == first))
}

/// Says whether a name is that of whoever has the rights to everything on the site.
fn is_owner(page: &Page<'_>, name: &str) -> bool {
    let name = bare(name);
    let rights = page.head.first(&["copyright", "dc.rights", "dcterms.rightsholder"]);
    name.len() >= 3 && rights.is_some_and(|rights| bare(&rights).contains(&name))
}

fn says_author(label: &str) -> bool {
    let label = label.to_lowercase();
    AUTHOR_LABELS.iter().any(|w| label.contains(w))
}
