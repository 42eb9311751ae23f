//! Owns receiving messages: each goes to the part of the app that knows what it means, and what is due at its
//! time is done first. It refuses to know what any of them leads to.

use super::App;
use super::effect::Effect;
use super::message::Message;
use super::progress::Scan;

impl App {
    /// Takes a message at a time (milliseconds since 1970) and returns what is to be done outside.
    pub fn update(&mut self, now: u64, message: Message) -> Vec<Effect> {
        self.now = now;
        self.changes += usize::from(!is_quiet(&message));
        if let Message::Scanned { problems, .. } = &message {
            self.note_unread(problems);
        }
        let mut effects = self.dwelt();
        effects.extend(self.rested());
        effects.extend(self.drafted());
        let surface = self.reader.surface;
        effects.extend(surface.hold(|| self.take(message)));
        effects.extend(self.ask_pictures());
        self.come_to_rest();
        effects
    }

    /// Hands a message on to where it belongs.
    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(chord) => self.key(chord),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse(mouse) => self.point(mouse),
            Message::Resize(width, height) => self.resize(width, height),
            Message::Ordered(order) => self.ordered(order),
            Message::Listed { generation, view } => self.take_list(generation, view),
            Message::Lined { generation, lines } => self.take_lines(generation, lines),
            Message::Counted { searches, sections } => self.counted(&searches, &sections),
            Message::LibrariesCounted(counts) => self.libraries_counted(&counts),
            Message::Values(facet, values) => self.take_values(facet, values),
            Message::Ids(ids) => self.listed_ids(ids),
            Message::Noted(view) => self.list_notes(&view),
            Message::Loaded { id, path, article } => self.loaded(id, path, article.map(|set| *set)),
            Message::Ahead { id, path, article } => self.keep_ahead(id, path, *article),
            Message::Scanned { files, articles, problems, done, total } => {
                self.scanned(Scan { files, total, articles, done, began: None }, &problems)
            }
            Message::Found(path) => self.open_dropped(path),
            Message::Absent(place) => self.absent(&place),
            Message::Mended(paths) => self.mended(&paths),
            Message::Unwatched(why) => self.unwatched(&why),
            Message::Whereabouts { id, found } => self.whereabouts(id, found),
            Message::Learned(changes) => self.learned(changes),
            Message::Followed(files) => self.follow_files(&files),
            Message::Remembered(earlier) => {
                self.history.remember(earlier);
                Vec::new()
            }
            Message::Unsaved(why) => self.unsaved(why),
            Message::ConfigWritten => vec![Effect::Reload],
            Message::Reloaded(reloaded) => self.reloaded(*reloaded),
            Message::Themes(themes) => self.offer_themes(themes),
            Message::Surveyed(findings) => self.surveyed(*findings),
            Message::Looked(beyond) => self.looked(*beyond),
            Message::Exists(export) => self.ask_over(export),
            Message::Written(text) => self.take_written(&text),
            Message::Said(text) => self.say(text),
            Message::Failed(text) => self.fail(self.words.again(&text)),
            Message::Pictured { id, columns, place, picture } => {
                self.take_picture((id, columns), place, picture)
            }
            Message::Waited => self.waited(),
            Message::Focused(has_keys) => self.focused(has_keys),
            Message::Resumed => {
                self.reader.forget_pictures();
                vec![Effect::Resume]
            }
            Message::Quit => self.quit(),
        }
    }
}

/// Says whether whoever takes a message finds out whether any cell changes.
fn is_quiet(message: &Message) -> bool {
    matches!(
        message,
        Message::Lined { .. }
            | Message::Listed { .. }
            | Message::Scanned { .. }
            | Message::Whereabouts { .. }
            | Message::Learned(_)
            | Message::Ahead { .. }
    )
}
