//! Owns the fields themselves, read by the YAML and TOML libraries into one flat shape. It refuses
//! to know what a key means.

use saphyr::{LoadableYamlNode, Scalar, Yaml};

/// Fields in the order of the file; keys in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, Vec<String>)>);

/// Maps whose fields count as if they stood at the top, after those that do.
const TRANSPARENT: &[&str] = &["extra", "taxonomies", "params"];
/// Maps under a key of this name, as `MkDocs` writes them, and the keys their own keys stand for.
const DATES: &str = "date";
const OF_DATES: &[(&str, &str)] =
    &[("created", "date"), ("published", "date"), ("updated", "updated"), ("modified", "updated")];
/// Nesting looked into.
const DEEPEST: usize = 4;

impl Fields {
    /// Adds a field.
    pub(super) fn add(&mut self, key: &str, values: Vec<String>) {
        self.0.push((key.trim().to_lowercase(), values));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the first value of the first of these names that has one.
    pub(super) fn one(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.values(name).find(|v| !v.trim().is_empty()).cloned())
    }

    /// Returns all values of the first of these names that has any.
    pub(super) fn all(&self, names: &[&str]) -> Vec<String> {
        let found = names.iter().map(|name| self.values(name).cloned().collect::<Vec<_>>());
        found.into_iter().find(|values| values.iter().any(|v| !v.trim().is_empty())).unwrap_or_default()
    }

    /// Returns the value of a key such as `tumblr_url`: where the text stood before it moved here.
    pub(super) fn original_address(&self) -> Option<String> {
        let pictures = ["image", "img", "thumb", "cover", "avatar", "logo", "feed"];
        let other = self.0.iter().filter(|(key, _)| !pictures.iter().any(|word| key.contains(word)));
        other.filter(|(key, _)| key.ends_with("_url")).find_map(|(_, values)| values.first().cloned())
    }

    fn values<'s>(&'s self, name: &str) -> impl Iterator<Item = &'s String> {
        let fields = self.0.iter().filter(move |(key, _)| key == name).map(|(_, values)| values);
        fields.flatten().collect::<Vec<_>>().into_iter()
    }
}

/// Reads YAML; `None` when it is not, or not a map.
pub(super) fn yaml(text: &str) -> Option<Fields> {
    if text.trim().is_empty() {
        return Some(Fields::default());
    }
    let documents = Yaml::load_from_str(text).ok()?;
    let Yaml::Mapping(map) = documents.into_iter().next()? else { return None };
    let (mut fields, mut inner) = (Fields::default(), Fields::default());
    for (key, value) in &map {
        let Some(key) = yaml_scalar(key) else { continue };
        match value {
            Yaml::Mapping(nested) if TRANSPARENT.contains(&key.as_str()) => {
                for (key, value) in nested {
                    inner.add(&yaml_scalar(key).unwrap_or_default(), yaml_values(value, 0));
                }
            }
            Yaml::Mapping(nested) if key == DATES => {
                for (key, value) in nested {
                    let key = yaml_scalar(key).unwrap_or_default();
                    let known = OF_DATES.iter().find(|(inner, _)| *inner == key);
                    if let Some((_, outer)) = known {
                        fields.add(outer, yaml_values(value, 0));
                    }
                }
            }
            value => fields.add(&key, yaml_values(value, 0)),
        }
    }
    fields.0.append(&mut inner.0);
    Some(fields)
}

fn yaml_values(value: &Yaml<'_>, depth: usize) -> Vec<String> {
    match value {
        Yaml::Sequence(items) if depth < DEEPEST => {
            items.iter().take(200).flat_map(|item| yaml_values(item, depth + 1)).collect()
        }
        Yaml::Mapping(map) => {
            let name = map.iter().find(|(key, _)| yaml_scalar(key).is_some_and(|k| k == "name"));
            name.and_then(|(_, value)| yaml_scalar(value)).into_iter().collect()
        }
        Yaml::Tagged(_, inner) if depth < DEEPEST => yaml_values(inner, depth + 1),
        other => yaml_scalar(other).into_iter().collect(),
    }
}

fn yaml_scalar(value: &Yaml<'_>) -> Option<String> {
    match value {
        Yaml::Value(Scalar::String(text)) | Yaml::Representation(text, ..) => Some(text.to_string()),
        Yaml::Value(Scalar::Integer(number)) => Some(number.to_string()),
        Yaml::Value(Scalar::FloatingPoint(number)) => Some(number.to_string()),
        Yaml::Value(Scalar::Boolean(truth)) => Some(truth.to_string()),
        _ => None,
    }
}

/// Says whether a block is TOML although its fence is YAML's, as one feed reader writes it.
pub(super) fn looks_like_toml(block: &str) -> bool {
    let mut lines = block.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.next().is_some_and(|line| {
        line.split_once('=').is_some_and(|(key, _)| {
            !key.trim().is_empty()
                && key.trim().chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        })
    })
}

/// Reads TOML; `None` when it is not.
pub(super) fn toml(text: &str) -> Option<Fields> {
    let table: toml::Table = text.parse().ok()?;
    let (mut fields, mut inner) = (Fields::default(), Fields::default());
    for (key, value) in &table {
        match value {
            toml::Value::Table(nested) if TRANSPARENT.contains(&key.as_str()) => {
                nested.iter().for_each(|(key, value)| inner.add(key, toml_values(value, 0)));
            }
            value => fields.add(key, toml_values(value, 0)),
        }
    }
    fields.0.append(&mut inner.0);
    Some(fields)
}

fn toml_values(value: &toml::Value, depth: usize) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(items) if depth < DEEPEST => {
            items.iter().take(200).flat_map(|item| toml_values(item, depth + 1)).collect()
        }
        toml::Value::Table(table) => {
            table.get("name").and_then(|n| n.as_str()).map(str::to_owned).into_iter().collect()
        }
        toml::Value::Array(_) => Vec::new(),
        other => vec![other.to_string()],
    }
}
