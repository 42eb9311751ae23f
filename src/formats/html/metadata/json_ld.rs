//! Owns the machine-readable description many pages carry (JSON-LD, schema.org). It refuses to
//! believe a description of anything but an article or its page.

use dom_query::Document;
use serde_json::Value;

use super::title::is_like;

/// What describes the article, and what describes the page around it.
#[derive(Debug, Default)]
pub(super) struct Linked {
    article: Option<Value>,
    page: Option<Value>,
    nodes: Vec<Value>,
}

/// Types that are an article, by how they end.
const ARTICLES: &[&str] =
    &["Article", "Posting", "Report", "LiveBlogPosting", "Review", "OpinionNewsArticle", "Recipe"];
/// Types that are a page.
const PAGES: &[&str] = &["WebPage", "VideoObject", "ItemPage", "AboutPage"];

impl Linked {
    /// Reads the JSON-LD scripts of a page.
    pub(super) fn read(doc: &Document) -> Self {
        let mut linked = Self::default();
        for script in doc.select("script").nodes() {
            let json = script.attr("type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json"));
            if let Some(value) = json.then(|| script.text()).and_then(|text| lenient(&text)) {
                linked.gather(value, 0);
            }
        }
        let title = doc.select("title").text();
        linked.article = linked.described(&title).cloned();
        linked.page = linked.nodes.iter().find(|node| is_a(node, PAGES)).cloned();
        linked
    }

    /// Returns the article the page is about: of several, the one whose headline stands in the title.
    fn described(&self, title: &str) -> Option<&Value> {
        let mut articles = self.nodes.iter().filter(|node| is_a(node, ARTICLES)).peekable();
        let first = articles.peek().copied();
        let titled = articles.find(|node| {
            let headline = node.get("headline").or_else(|| node.get("name")).and_then(words);
            headline.is_some_and(|headline| is_like(&decoded(&headline), title))
        });
        titled.or(first)
    }

    fn gather(&mut self, value: Value, depth: usize) {
        if depth > 4 || self.nodes.len() > 500 {
            return;
        }
        match value {
            Value::Array(items) => items.into_iter().for_each(|item| self.gather(item, depth + 1)),
            Value::Object(mut map) => {
                let graph = map.remove("@graph");
                let about = ["mainEntity", "mainEntityOfPage"].map(|key| map.get(key).cloned());
                graph.into_iter().chain(about.into_iter().flatten()).for_each(|v| self.gather(v, depth + 1));
                self.nodes.push(Value::Object(map));
            }
            _ => {}
        }
    }

    /// Returns the text of a field of the article.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        self.about().find_map(|node| words(node.get(field)?)).map(|text| decoded(&text))
    }

    /// Returns the texts of a field of the article that may be a list.
    pub(super) fn list(&self, field: &str) -> Vec<String> {
        let Some(value) = self.article.as_ref().and_then(|a| a.get(field)) else { return Vec::new() };
        match value {
            Value::Array(items) => items.iter().filter_map(words).collect(),
            other => words(other).into_iter().collect(),
        }
    }

    /// Returns the name of a person or organisation in a field of the article.
    pub(super) fn name_of(&self, field: &str) -> Option<String> {
        self.names(self.article.as_ref()?.get(field)?).into_iter().next()
    }

    /// Returns who wrote the article.
    pub(super) fn authors(&self) -> Vec<String> {
        let fields = ["author", "creator"];
        let found = self.about().find_map(|node| {
            fields
                .iter()
                .map(|field| node.get(*field).map(|v| self.names(v)).unwrap_or_default())
                .find(|n| !n.is_empty())
        });
        found.unwrap_or_default()
    }

    /// Returns the address of the article.
    pub(super) fn address(&self) -> Option<String> {
        self.about().find_map(|node| {
            let main = node.get("mainEntityOfPage");
            let id = main.and_then(|m| m.get("@id")).or(main);
            words(node.get("url").or(id)?)
        })
    }

    fn about(&self) -> impl Iterator<Item = &Value> {
        self.article.iter().chain(self.page.iter())
    }

    /// Returns the names in a value: a string, an object with a name, a reference, or a list.
    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(name) => vec![decoded(name)],
            Value::Array(items) => items.iter().take(50).flat_map(|item| self.one_name(item)).collect(),
            Value::Object(map) if map.get("@list").is_some_and(Value::is_array) => {
                map.get("@list").map(|list| self.names(list)).unwrap_or_default()
            }
            other => self.one_name(other),
        }
    }

    fn one_name(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(name) => vec![decoded(name)],
            Value::Object(map) => match map.get("name") {
                Some(Value::Array(names)) => names.iter().filter_map(words).map(|n| decoded(&n)).collect(),
                Some(name) => words(name).map(|n| decoded(&n)).into_iter().collect(),
                None => self.referenced(map.get("@id")).or_else(|| joined(value)).into_iter().collect(),
            },
            _ => Vec::new(),
        }
    }

    fn referenced(&self, id: Option<&Value>) -> Option<String> {
        let id = id?.as_str()?;
        let node = self
            .nodes
            .iter()
            .find(|n| n.get("@id").and_then(Value::as_str) == Some(id) && n.get("name").is_some())?;
        words(node.get("name")?).map(|name| decoded(&name))
    }
}

/// Returns the name of a person whose names stand apart.
fn joined(person: &Value) -> Option<String> {
    let parts = ["givenName", "familyName"].map(|key| person.get(key).and_then(words));
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(decoded(&name)).filter(|name| !name.is_empty())
}

fn is_a(node: &Value, types: &[&str]) -> bool {
    let ends = |name: &Value| name.as_str().is_some_and(|name| types.iter().any(|t| name.ends_with(t)));
    match node.get("@type") {
        Some(Value::Array(names)) => names.iter().any(ends),
        Some(name) => ends(name),
        None => false,
    }
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.first().and_then(words_flat),
        // A value with its language or kind beside it.
        Value::Object(map) => map.get("@value").and_then(words_flat),
        _ => None,
    }
}

fn words_flat(value: &Value) -> Option<String> {
    value.as_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Replaces character references: many sites escape the strings in their JSON as if it were HTML.
fn decoded(text: &str) -> String {
    crate::formats::html::strip::decode(text)
}

/// Reads JSON as browsers' users write it: in comments, with raw line feeds, with a stray comma.
fn lenient(text: &str) -> Option<Value> {
    let mut text = text.trim();
    for (open, close) in
        [("<![CDATA[", "]]>"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<!--", "-->")]
    {
        if let Some(inner) = text.strip_prefix(open) {
            text = inner.trim_end().strip_suffix(close).unwrap_or(inner).trim();
        }
    }
    let text = text.trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let mended: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let read = |text: &str| serde_json::from_str(text).ok();
        read(&mended)
            .or_else(|| read(&without_stray_commas(&mended)))
            .or_else(|| read(&with_quotes_escaped(&mended)))
    })
}

/// Escapes the quotation marks inside strings: those behind which neither the string nor the line can end.
fn with_quotes_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let (mut inside, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        let is_mark = c == '"' && !escaped;
        if is_mark && inside {
            let behind = text.get(at + 1..).unwrap_or_default().trim_start();
            inside = !(behind.is_empty() || behind.starts_with([',', ':', '}', ']']));
            if inside {
                out.push('\\');
            }
        } else if is_mark {
            inside = true;
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

fn without_stray_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive([']', '}']) {
        let bracket = part.chars().next_back().filter(|c| matches!(c, ']' | '}'));
        let inner = bracket.map_or(part, |c| part.strip_suffix(c).unwrap_or(part));
        let cut = inner.trim_end().strip_suffix(',').filter(|_| bracket.is_some());
        out.push_str(cut.unwrap_or(inner));
        out.extend(bracket);
    }
    out
}
