//! Owns the run: messages in, the app updated, effects done, one frame drawn. Of the reader it is the
//! only part that touches terminal, processes and clock. It refuses to decide anything about articles.

mod beginning;
mod clipboard;
mod clusters;
mod companion;
mod elsewhere;
mod exporter;
mod home;
mod hyperlinks;
mod indexer;
mod input;
mod journalist;
mod librarian;
mod look;
mod lookout;
mod memory;
mod mistakes;
mod moving;
mod opener;
mod outside;
mod performing;
mod pictures;
mod reload;
mod scanner;
mod signals;
mod terminal;
mod unattended;
mod watcher;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::{App, draw, window_title};
use crate::config::{Config, Environment, Session};
use crate::library::View;
use crate::marks::Marks;
use crate::marks::journal::Journal;
use crate::typeset::Bidi;
use crate::words::Words;
use beginning::{Loaded, absolute, first_app, journal, load_marks};
use companion::Companion;
pub use exporter::save;
use journalist::Journalist;
pub use journalist::Unsaved;
use librarian::Librarian;
use look::Wardrobe;
use lookout::Lookout;
pub use lookout::{is_lookout, keep_lookout};
use memory::Remembered;
pub use mistakes::mistakes;
use moving::Opened;
pub use opener::{hand_over, show};
use pictures::Decoder;
use reload::ConfigFile;
pub use scanner::SMALL;
use terminal::{Modes, Screen};
pub use unattended::{Indexed, index};

/// How long the first frame waits for the marks; a journal that takes longer shows a moment after the
/// list.
const PATIENCE: Duration = Duration::from_millis(8);

/// Runs the reader until it is quit. Returns an error, as one line, when there is no terminal to
/// draw on.
pub fn read(session: Session) -> anyhow::Result<()> {
    let (send, inbox) = channel();
    let journal = journal(&session);
    let lookout = Lookout::apart();
    let words = session.words();
    // Both read the journal while everything else is made ready.
    let companion = Companion::start(journal.clone(), lookout.clone(), send.clone());
    let (marks, librarians_marks) = load_marks(journal.clone(), words.clone());
    let (run, head) = Run::ready(session, words, (companion, lookout), librarians_marks, send)?;
    run.sit(journal, &inbox, (head, &marks))
}

/// Everything a run holds.
struct Run {
    app: App,
    librarian: Librarian,
    /// What is open, and what was open before that.
    opened: Opened,
    before: Option<Opened>,
    /// What tells of the marks of other windows.
    companion: Companion,
    lookout: Lookout,
    /// There once the first frame is.
    journalist: Option<Journalist>,
    screen: Screen,
    memory: Remembered,
    gate: input::Gate,
    decoder: Decoder,
    settings: Settings,
    send: Sender<Message>,
}

/// What the config settles, and how it is read again.
struct Settings {
    config: Config,
    config_file: ConfigFile,
    environment: Environment,
    words: Words,
    wardrobe: Wardrobe,
    /// Where caches are kept.
    cache: Option<PathBuf>,
}

impl Settings {
    fn of(session: Session, words: Words, wardrobe: Wardrobe) -> Self {
        let config_file = ConfigFile::of(&session);
        let cache = session.paths.map(|paths| paths.cache);
        Self { config: session.config, config_file, environment: session.environment, words, wardrobe, cache }
    }

    /// Returns what the terminal is to do for newsprint.
    fn modes(&self) -> Modes {
        Modes {
            mouse: self.config.mouse,
            turned: self.config.bidi == Bidi::Visual,
            links: self.environment.links,
        }
    }
}

impl Run {
    /// Makes a run ready for its first frame, the terminal last. Returns with it the head of the list, if a
    /// cache has one.
    fn ready(
        mut session: Session,
        words: Words,
        (companion, lookout): (Companion, Lookout),
        marks: Receiver<Marks>,
        send: Sender<Message>,
    ) -> anyhow::Result<(Self, Option<View>)> {
        let memory = Remembered::at(session.paths.as_ref());
        let mut wardrobe = Wardrobe::new(session.paths.clone(), &session.environment);
        let opened = Opened::named(&mut session);
        let app = first_app(&session, &opened, &memory, &mut wardrobe, &words);
        let settings = Settings::of(session, words, wardrobe);
        let start = settings.start(opened.clone(), app.headlines.order, marks, lookout.clone());
        let (head, librarian) = (start.head(), Librarian::start(start, send.clone()));
        let run = Self {
            app,
            librarian,
            opened,
            before: None,
            companion,
            lookout,
            journalist: None,
            screen: Screen::enter(settings.modes())?,
            memory,
            gate: input::Gate::default(),
            decoder: Decoder::default(),
            settings,
            send,
        };
        Ok((run, head))
    }

    /// Draws the first frame from what is at hand, listens to keys, signals and files until it is quit, and
    /// gives everything back.
    fn sit(
        mut self,
        journal: Option<Journal>,
        inbox: &Receiver<Message>,
        (head, marks): (Option<View>, &Receiver<Loaded>),
    ) -> anyhow::Result<()> {
        self.first_frame(head, marks)?;
        self.journalist = Some(Journalist::start(journal, self.send.clone()));
        let signals = signals::Listener::start(self.send.clone())?;
        self.settings.config_file.watch(self.lookout.clone(), self.send.clone());
        input::listen(self.send.clone(), self.gate.clone());
        let ended = self.until_quit(inbox);
        terminal::give_back();
        signals.close();
        ended.and(self.end())?;
        signals.pass_on();
        Ok(())
    }

    /// Draws what is at hand: the head of the cache, with the marks if they are quick. Keys wait for
    /// the marks, so that none is judged without them.
    fn first_frame(&mut self, head: Option<View>, marks: &Receiver<Loaded>) -> anyhow::Result<()> {
        let (width, height) = self.screen.size();
        let mut effects = self.app.update(now(), Message::Resize(width, height));
        effects.extend(self.app.start(head));
        for effect in effects {
            self.perform(effect)?;
        }
        let mut loaded = marks.recv_timeout(PATIENCE).ok();
        if loaded.is_none() {
            self.screen.draw(|frame| draw(&self.app, frame))?;
            loaded = marks.recv().ok();
        }
        let (marks, wrong) = loaded.unwrap_or_default();
        for what in &wrong {
            self.app.problems.note(what);
        }
        self.app.remember(marks);
        self.app.greet(&self.settings.config_file.shown());
        Ok(())
    }

    /// Lets the threads keep what must not be lost.
    fn end(&mut self) -> anyhow::Result<()> {
        self.librarian.unwatch();
        self.librarian.finish();
        self.journalist.as_mut().map_or(Ok(()), Journalist::finish)
    }

    /// Waits for messages, takes all there are, then draws once.
    fn until_quit(&mut self, inbox: &Receiver<Message>) -> anyhow::Result<()> {
        loop {
            if self.app.take_change() {
                self.show()?;
            }
            let first = self.wait(inbox)?;
            for message in std::iter::once(first).chain(inbox.try_iter()) {
                if self.take(message)?.is_break() {
                    return Ok(());
                }
            }
        }
    }

    /// Draws a frame and names the window.
    fn show(&mut self) -> anyhow::Result<()> {
        let app = &self.app;
        let links = if self.screen.knows_links() { app.hyperlinks() } else { Vec::new() };
        self.screen.draw(|frame| {
            draw(app, frame);
            hyperlinks::lay(&links, frame.buffer_mut());
        })?;
        self.screen.name(&window_title(app))?;
        Ok(())
    }

    /// Waits for a message, no longer than the app wants to.
    fn wait(&self, inbox: &Receiver<Message>) -> anyhow::Result<Message> {
        let Some(deadline) = self.app.deadline() else { return Ok(inbox.recv()?) };
        match inbox.recv_timeout(Duration::from_millis(deadline.saturating_sub(now()))) {
            Err(RecvTimeoutError::Timeout) => Ok(Message::Waited),
            received => Ok(received?),
        }
    }

    /// Takes one message and does what follows from it; breaks when that is the end.
    fn take(&mut self, message: Message) -> anyhow::Result<ControlFlow<()>> {
        for effect in self.app.update(now(), message) {
            if effect == Effect::Quit {
                return Ok(ControlFlow::Break(()));
            }
            self.perform(effect)?;
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// The clock: milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
