//! Owns the shortcodes of site generators that hold something to read: pictures with captions. It refuses
//! all others, which are left out.

/// Names of shortcodes and includes that show a picture.
const PICTURES: &[&str] =
    &["figure", "image", "img", "picture", "figure.html", "image.html", "img.html", "picture.html"];
/// What the generators call the place of the picture, best first; its description; its caption.
const PLACES: &[&str] = &["src", "image_path", "url", "path", "file", "link"];
const DESCRIPTIONS: &[&str] = &["alt"];
const CAPTIONS: &[&str] = &["caption", "title"];

/// Rewrites a line that is a shortcode for a picture as the HTML it stands for; `None` for any other line.
pub(super) fn picture(line: &str) -> Option<String> {
    let bare = line.trim();
    let fences = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];
    let inside = fences.iter().find_map(|(open, close)| bare.strip_prefix(open)?.strip_suffix(close))?;
    let inside = inside.trim().trim_end_matches('/');
    let inside = inside.strip_prefix("include ").unwrap_or(inside).trim_start();
    let (name, fields) = inside.split_once(char::is_whitespace)?;
    if !PICTURES.contains(&name) {
        return None;
    }
    let fields = fields_of(fields);
    let field = |names: &[&str]| {
        let values = names.iter().filter_map(|name| fields.iter().find(|(key, _)| key == name));
        values.map(|(_, value)| escaped(value)).next().unwrap_or_default()
    };
    let (place, words, caption) = (field(PLACES), field(DESCRIPTIONS), field(CAPTIONS));
    let picture = format!("<img src=\"{place}\" alt=\"{words}\">");
    Some(format!("\n<figure>{picture}<figcaption>{caption}</figcaption></figure>\n"))
}

/// Reads `key="value" key='value' key=value`.
fn fields_of(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some((key, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        let inside = quote.and_then(|quote| after.strip_prefix(quote)?.split_once(quote));
        let (value, next) = inside.or_else(|| after.split_once(char::is_whitespace)).unwrap_or((after, ""));
        found.push((key.trim().rsplit(char::is_whitespace).next().unwrap_or_default(), value));
        rest = next.trim_start();
    }
    found
}

fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
