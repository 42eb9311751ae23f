//! Owns finding when a page says it appeared and was changed. It refuses dates of anything but the
//! article: comments, neighbours, the day it was saved.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::{Offset, TimeZone};

use super::shown_dates::{Day, marked_time, near_headline, said_below};
use super::{Page, Told};
use crate::article::{FoundIn, Moment, Published};
use crate::formats::dates::{self, Reading};

/// Meta tags that hold the day of publication, best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "article.published",
    "date",
    "article:date",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "displaydate",
    "datecreated",
    "rnews:datepublished",
    "originalpublicationdate",
    "published-date",
    "article:post_date",
    "iptc:publicationdate",
    "last-modified-original",
    "prism.publicationdate",
    "dc:date",
    "dc:issued",
    "dc:created",
    "dcterms:issued",
    "dcterms:created",
    "dcterms:date",
    "dcterm:date",
    "article:published_date",
    "article.created",
    "article_date_original",
    "og:pubdate",
    "og:publish_date",
    "og:article:date",
    "publish_time",
    "publishtime",
    "published_date",
    "publicationdate",
    "pub_date",
    "mediator_published_time",
    "vr:published_time",
    "apub:time",
    "weibo:article:create_at",
    "release_date",
    "creation_date",
    "citation_online_date",
    "published_at",
    "publishedat",
    "published-at",
    "publication-date",
    "article_publication_date",
    "article:publicationdate",
    "article:publication_date",
    "analyticsattributes.articledate",
    "gsa-publish-date",
    "shareaholic:article_published_time",
    "swiftype-date",
    "eomportal-publicationdate",
    "sdate",
    "ptime",
    "pdate",
    "created",
    "created_at",
];
/// Meta tags that hold the day of the last change.
const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified",
    "lastmod",
    "last-modified",
    "revised",
];

impl Page<'_> {
    fn reading(&self) -> Reading {
        let region = self.head.language.as_deref().unwrap_or_default().to_ascii_lowercase();
        let locale = self.head.first(&["og:locale"]).unwrap_or_default().to_ascii_lowercase();
        let month_first = region.replace('_', "-") == "en-us" || locale.replace('_', "-") == "en-us";
        Reading { language: self.language().map(|(tag, _)| tag), month_first, newest: None }
    }
}

/// Returns when the article was published; `url` is its address.
pub(super) fn published(page: &Page<'_>, url: Option<&str>) -> Option<Published> {
    let reading = page.reading();
    let read = |text: String| moment(&text, reading);
    let linked = |key: &str| page.linked.text(key).and_then(read);
    let tagged = || PUBLISHED.iter().find_map(|key| page.head.first(&[key]).and_then(read));
    let from = |from: FoundIn| move |at: Moment| Published { at, from };
    let changed =
        || marked_time(page, reading, Day::Changed).or_else(|| near_headline(page, reading, Day::Changed));
    let in_url = || url.and_then(dates::in_url).map(Moment::from);
    linked("datePublished")
        .map(from(FoundIn::JsonLd))
        .or_else(|| tagged().map(from(FoundIn::Metadata)))
        .or_else(|| linked("dateCreated").map(from(FoundIn::JsonLd)))
        .or_else(|| marked_time(page, reading, Day::Appeared).map(from(FoundIn::Metadata)))
        .or_else(|| near_headline(page, reading, Day::Appeared).map(from(FoundIn::Text)))
        .or_else(|| said_below(page, reading).map(from(FoundIn::Text)))
        .or_else(|| in_url().map(from(FoundIn::Url)))
        .or_else(|| changed().map(from(FoundIn::Text)))
}

/// Returns when the article was last changed.
pub(super) fn updated(page: &Page<'_>) -> Told<Moment> {
    let reading = page.reading();
    let linked = page.linked.text("dateModified").and_then(|text| moment(&text, reading));
    let tagged = || UPDATED.iter().find_map(|key| moment(&page.head.first(&[key])?, reading));
    linked.map(|at| (at, FoundIn::JsonLd)).or_else(|| Some((tagged()?, FoundIn::Metadata)))
}

/// Reads a machine's date, or the date somewhere in a short line. The day on which machines begin to count is none.
pub(super) fn moment(text: &str, reading: Reading) -> Option<Moment> {
    let text = text.trim();
    let read = counted(text)
        .or_else(|| dates::parse(text, reading))
        .or_else(|| dates::find(text, reading).map(|(_, at)| at));
    read.filter(|at| at.day != date(1970, 1, 1))
}

/// Reads a machine's count of seconds or milliseconds, and a day with its hour in figures without a sign.
fn counted(text: &str) -> Option<Moment> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let at = match text.len() {
        10 => Timestamp::from_second(text.parse().ok()?).ok()?,
        13 => Timestamp::from_millisecond(text.parse().ok()?).ok()?,
        14 => return dates::parse(text.get(..8)?, Reading::default()),
        _ => return None,
    };
    let zoned = at.to_zoned(TimeZone::UTC);
    Some(Moment { day: zoned.date(), time: Some(zoned.time()), offset: Some(Offset::UTC) })
}
