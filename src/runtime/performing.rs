//! Owns doing what the app asks for: each effect goes to the one who can do it. It refuses to decide what is
//! asked.

use super::librarian::Task;
use super::memory::Unwritten;
use super::moving::Opened;
use super::opener::Opener;
use super::{Run, clipboard, elsewhere};
use crate::app::effect::Effect;
use crate::app::message::{Message, Reloaded};
use crate::marks::Change;

impl Run {
    /// Does what the app asks for.
    pub(super) fn perform(&mut self, effect: Effect) -> anyhow::Result<()> {
        match effect {
            Effect::Ask(errand) => self.librarian.ask(Task::Asked(errand)),
            Effect::CountLibraries => {
                elsewhere::count(
                    self.settings.cache.as_ref(),
                    &self.settings.config.libraries,
                    self.send.clone(),
                );
            }
            Effect::Switch(name) => self.switch(&name),
            Effect::Seek(path) => drop(self.send.send(self.seek(&path))),
            Effect::Open(path) => self.open(Opened { places: vec![path], stdin: None }),
            Effect::Return => self.open_before(),
            Effect::Rescan => {
                self.librarian.ask(Task::Rescan);
                self.companion.look();
            }
            Effect::Keep(changes) => self.keep(changes),
            Effect::PutBy(draft) => self.remembered(self.memory.put_by(&draft)),
            Effect::Pictures(wanted) => {
                if let Some(graphics) = self.settings.environment.graphics {
                    self.decoder.decode(wanted, graphics, self.send.clone());
                }
            }
            Effect::Remember(memory) => self.remembered(self.memory.write(&memory)),
            Effect::KeepOrder(chosen) => self.remembered(self.memory.keep_order(&self.opened.places, chosen)),
            Effect::Browse(url) => self.opener().browse(url),
            Effect::View { file, place } => self.opener().view(file, place),
            Effect::Learn(changes) => self.librarian.ask(Task::Marked(changes)),
            Effect::Outside { program, name, text } => self.give_screen(program, &name, &text)?,
            Effect::Compose(text) => self.compose(&text)?,
            Effect::Pipe(text) => self.pipe(text),
            Effect::Copy(text) => clipboard::copy(&text)?,
            Effect::Reload => self.reload()?,
            // The channel ends only after this run does.
            Effect::Themes => drop(self.send.send(Message::Themes(self.settings.wardrobe.all()))),
            Effect::Suspend => self.screen.suspend()?,
            Effect::ListenToMouse(on) => self.screen.listen_to_mouse(on)?,
            Effect::Resume => self.screen.resume()?,
            Effect::Redraw => self.screen.clear()?,
            Effect::Quit => {}
        }
        Ok(())
    }

    /// Says what will not be known at the next start.
    fn remembered(&self, written: Result<(), Unwritten>) {
        if let Err(unwritten) = written {
            // The channel ends only after this run does.
            drop(self.send.send(Message::Failed(unwritten.said(&self.settings.words))));
        }
    }

    fn opener(&self) -> Opener {
        let (program, words) = (self.settings.config.opener.clone(), self.settings.words.clone());
        Opener { program, words, send: self.send.clone() }
    }

    /// Reads the config again. With a mistake in it everything stays as it was; the app says so.
    fn reload(&mut self) -> anyhow::Result<()> {
        let (config, mut problems) = self.settings.config_file.read();
        let kept = self.app.kept_theme(&config.theme).map(str::to_owned);
        let theme = self.settings.wardrobe.theme(&config, kept.as_deref(), false, &mut problems);
        let words = self.settings.environment.words(&config);
        let before = self.settings.config.clone();
        if problems.is_empty() {
            self.librarian.ask(Task::Fold(config.fold_versions));
            if before.mouse != config.mouse {
                self.screen.listen_to_mouse(config.mouse)?;
            }
            self.settings.words = words.clone();
            self.settings.config = config.clone();
        }
        let reloaded = Box::new(Reloaded { before, config, theme, words, problems });
        // The channel ends only after this run does.
        drop(self.send.send(Message::Reloaded(reloaded)));
        Ok(())
    }

    /// Journal first: what is acknowledged must be on disk before anything else happens to it.
    fn keep(&mut self, changes: Vec<Change>) {
        if let Some(journalist) = &self.journalist {
            journalist.keep(changes.clone());
        }
        self.librarian.ask(Task::Marked(changes));
    }
}
