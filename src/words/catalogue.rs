//! Owns the messages of one language, parsed once. It refuses to fall back on another language.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use super::{Locale, ascii, number};

/// The messages of one language.
pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The messages that take no arguments, ready to be shown; a part of one as `key.part`.
    constants: HashMap<String, String>,
}

impl Catalogue {
    pub(super) fn new(locale: Locale, is_ascii: bool) -> Self {
        // What is wrong with a file costs its own message and nothing else; a test finds it.
        let resource = FluentResource::try_new(locale.messages().to_owned()).unwrap_or_else(|(good, _)| good);
        let constants = constants(&resource, is_ascii);
        let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_transform(is_ascii.then_some(ascii::plain));
        bundle.set_formatter(Some(if is_ascii { number::in_plain_message } else { number::in_message }));
        drop(bundle.add_resource(resource));
        Self { bundle, constants }
    }

    pub(super) fn constant(&self, key: &str) -> Option<&str> {
        self.constants.get(key).map(String::as_str)
    }

    pub(super) fn format(&self, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let mut given = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            given.set((*name).to_owned(), value.clone());
        }
        let pattern = self.bundle.get_message(key)?.value()?;
        Some(self.bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned())
    }

    /// As [`Self::format`], with everything that was wrong.
    #[cfg(test)]
    pub(super) fn mistakes(&self, key: &str, arguments: &FluentArgs<'_>) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) {
            self.bundle.format_pattern(pattern, Some(arguments), &mut wrong);
        }
        wrong.into_iter().map(|error| error.to_string()).collect()
    }
}

fn constants(resource: &FluentResource, is_ascii: bool) -> HashMap<String, String> {
    let mut constants = HashMap::new();
    let mut keep = |key: String, pattern: Option<&Pattern<&str>>| {
        if let Some(text) = pattern.and_then(constant) {
            let text = if is_ascii { ascii::plain(&text).into_owned() } else { text };
            constants.insert(key, text);
        }
    };
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        keep(message.id.name.to_owned(), message.value.as_ref());
        for part in &message.attributes {
            keep(format!("{}.{}", message.id.name, part.id.name), Some(&part.value));
        }
    }
    constants
}

/// Returns the text of a pattern that takes no arguments.
fn constant(pattern: &Pattern<&str>) -> Option<String> {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(text).collect()
}
