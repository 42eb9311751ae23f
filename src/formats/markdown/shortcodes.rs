//! Owns the shortcodes of site generators that hold something to read: pictures with captions. It refuses
//! all others, which are left out.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Names of shortcodes and includes that show a picture, whatever its place looks like.
const PICTURES: &[&str] = &[
    "figure",
    "image",
    "img",
    "picture",
    "asset_img",
    "figure.html",
    "image.html",
    "img.html",
    "picture.html",
];
/// Those of Hexo.
const HEXO: &[&str] = &["asset_img", "img"];
/// What the generators call the place of the picture, best first; its description; its caption; its maker.
const PLACES: &[&str] = &["src", "image_path", "url", "path", "file", "image", "link"];
const DESCRIPTIONS: &[&str] = &["alt"];
const CAPTIONS: &[&str] = &["caption", "title", "description"];
const CREDITS: &[&str] = &["attr", "credit"];
/// How the place of a picture ends.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"];

/// What such a tag opens and closes with.
const FENCES: &[(&str, &str)] = &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")];

/// Says whether a line opens a tag that may show a picture, and does not close it.
pub(super) fn opens(line: &str) -> bool {
    let bare = line.trim();
    let fence = FENCES.iter().find_map(|(open, close)| bare.strip_prefix(open).map(|rest| (rest, close)));
    fence.is_some_and(|(rest, close)| !rest.contains(close))
}

/// Rewrites a line that is a shortcode for a picture as the HTML it stands for; `None` for any other line.
pub(super) fn picture(line: &str) -> Option<String> {
    let bare = line.trim();
    let inside = FENCES.iter().find_map(|(open, close)| bare.strip_prefix(open)?.strip_suffix(close))?;
    let inside = inside.trim_matches(['-', '/', ' ', '\t']);
    let inside = inside.strip_prefix("include ").unwrap_or(inside).trim_start();
    let (name, fields) = inside.split_once(|c: char| c.is_whitespace() || c == '(')?;
    let known = PICTURES.contains(&name);
    if !known && !ENDINGS.iter().any(|ending| fields.contains(ending)) {
        return None;
    }
    let named = fields_of(fields.trim_end_matches(')'));
    let field = |names: &[&str]| {
        let values = names.iter().filter_map(|name| named.iter().find(|(key, _)| key == name));
        values.map(|(_, value)| *value).find(|value| !value.is_empty()).unwrap_or_default()
    };
    let (mut place, mut words, mut caption) = (field(PLACES), field(DESCRIPTIONS), field(CAPTIONS));
    if known && named.is_empty() {
        let behind;
        (place, behind) = positions(fields);
        // Eleventy describes the picture there, Hexo writes under it.
        if HEXO.contains(&name) { caption = behind } else { words = behind }
    }
    if !known && (!is_picture(place) || (words.is_empty() && caption.is_empty())) {
        return None;
    }
    let picture = format!("<img src=\"{}\" alt=\"{}\">", escaped(place), escaped(words));
    let mut under = inline(caption);
    if !field(CREDITS).is_empty() {
        under = [&under, " <span class=\"credit\">", &inline(field(CREDITS)), "</span>"].concat();
    }
    Some(format!("\n<figure>{picture}<figcaption>{under}</figcaption></figure>\n"))
}

/// Reads `key="value" key='value' key=value`, parted by blanks or commas.
fn fields_of(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        let inside = quote.and_then(|quote| after.strip_prefix(quote)?.split_once(quote));
        let (value, next) = inside.or_else(|| after.split_once(char::is_whitespace)).unwrap_or((after, ""));
        let key = key.trim().rsplit([' ', '\t', ',']).next().unwrap_or_default();
        found.push((key, value));
        rest = next.trim_start();
    }
    found
}

/// Reads the place of a picture and the words behind it, as Hexo writes them: `[class] x.jpg [width] Words`.
fn positions(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(char::is_whitespace).or(Some((rest, ""))) {
        let place = word.trim_matches(['"', '\'', ',']);
        if is_picture(place) {
            let sizes = |c: char| c.is_ascii_digit() || c.is_whitespace();
            let words = after.trim_start_matches([',', ' ']).trim_start_matches(sizes);
            let mark = words.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quoted = mark.and_then(|mark| words.strip_prefix(mark)?.split(mark).next());
            return (place, quoted.unwrap_or(words).trim());
        }
        if after.is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    ("", "")
}

fn is_picture(place: &str) -> bool {
    let bare = place.split(['?', '#']).next().unwrap_or(place);
    bare.rsplit_once('.')
        .is_some_and(|(_, end)| ENDINGS.iter().any(|ending| end.eq_ignore_ascii_case(ending)))
}

/// Reads the Markdown of a caption into HTML.
fn inline(caption: &str) -> String {
    let mut out = String::with_capacity(caption.len());
    for event in Parser::new_ext(caption, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&escaped(&text)),
            Event::InlineHtml(html) | Event::Html(html) => out.push_str(&html),
            Event::Start(Tag::Emphasis) => out.push_str("<em>"),
            Event::End(TagEnd::Emphasis) => out.push_str("</em>"),
            Event::Start(Tag::Strong) => out.push_str("<strong>"),
            Event::End(TagEnd::Strong) => out.push_str("</strong>"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                out.extend(["<a href=\"", &escaped(&dest_url), "\">"]);
            }
            Event::End(TagEnd::Link) => out.push_str("</a>"),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
