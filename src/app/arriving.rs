//! Owns arriving: what a first start shows, and the file or folder that is dropped on the window. It refuses
//! to look whether there is such a file: the runtime does.

use std::path::PathBuf;

use super::effect::Effect;
use super::{App, Whose};
use crate::article::Text;

/// What a first start is greeted with.
#[derive(Debug, Default)]
pub(super) struct Greeting {
    /// Whether it shows: until the first key.
    pub(super) shows: bool,
    /// Where the config file is looked for, as it is said.
    pub(super) config: String,
}

impl App {
    /// Greets a reader who has no library and has done nothing yet, until a key is pressed; `config` is where the
    /// config file is looked for.
    pub fn greet(&mut self, config: &str) {
        let is_first = self.whose == Whose::Shipped && self.marks.articles().next().is_none();
        self.greeting = Greeting { shows: is_first, config: Text::line(config).to_string() };
    }

    /// Takes what was dropped on the window, or pasted where nothing is typed: terminals give the path.
    pub(super) fn drop_in(&mut self, text: &str) -> Vec<Effect> {
        self.greeting.shows = false;
        match path_of(text) {
            Some(path) => vec![Effect::Seek(path)],
            None => Vec::new(),
        }
    }

    /// Opens a file or folder that is there in place of the library.
    pub(super) fn open_dropped(&mut self, path: PathBuf) -> Vec<Effect> {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        let mut effects = self.keep_place();
        (self.overlay, self.said.notice) = (None, None);
        let ask = self.move_to(&Text::line(&name));
        effects.extend([Effect::Open(path), ask]);
        effects
    }
}

/// Reads a path as terminals write it: in quotes, with a backslash before what a shell would take for
/// something else, or as the address of a file.
fn path_of(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    if text.is_empty() || text.contains(['\n', '\r', '\0']) {
        return None;
    }
    if text.starts_with("file://") {
        return url::Url::parse(text).ok()?.to_file_path().ok();
    }
    let quoted = ['\'', '"'].iter().find_map(|mark| text.strip_prefix(*mark)?.strip_suffix(*mark));
    if let Some(quoted) = quoted {
        return Some(PathBuf::from(quoted));
    }
    let mut path = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        path.push(if letter == '\\' { letters.next().unwrap_or('\\') } else { letter });
    }
    Some(PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_path_is_read_as_terminals_write_it() {
        let read = |text: &str| path_of(text).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(read("/home/ada/saved pages ").as_deref(), Some("/home/ada/saved pages"));
        assert_eq!(read("'/home/ada/saved pages'").as_deref(), Some("/home/ada/saved pages"));
        assert_eq!(read(r"/home/ada/saved\ pages\(2\)").as_deref(), Some("/home/ada/saved pages(2)"));
        assert_eq!(read("file:///home/ada/saved%20pages\r\n").as_deref(), Some("/home/ada/saved pages"));
        assert_eq!((read("two\nlines"), read("  ")), (None, None));
    }
}
