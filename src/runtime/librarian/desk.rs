//! Owns what the librarian works with, and in which order the work is done: what is asked first, what
//! was read next, lines of context last. It refuses to know how either is done.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use super::super::watcher::{Touched, Watching};
use super::failing::Failing;
use super::{News, Start, Task};
use crate::app::errand::Errand;
use crate::article::ArticleId;
use crate::library::cache::{Lines, Walked};
use crate::library::{Collection, Context, Request, Row};
use crate::marks::{Change, Marks};
use crate::typeset::Page;

/// While files are still being read, the list is answered anew no sooner than this after the last answer, and no
/// sooner than [`REST`] times as long as that answer took.
pub(super) const REFRESH: Duration = Duration::from_millis(60);
const REST: u32 = 10;
/// How long nothing must be asked before lines are read for rows that are not on the screen.
const LEISURE: Duration = Duration::from_millis(120);
/// How long nothing must be asked before the head is kept, so that nobody who quits waits for it.
const QUIET: Duration = Duration::from_millis(250);
/// What the thread works with.
#[expect(clippy::struct_excessive_bools, reason = "states that do not exclude each other")]
pub(super) struct Desk {
    pub(super) start: Start,
    pub(super) marks: Marks,
    pub(super) news: News,
    pub(super) back: Sender<Task>,
    pub(super) collection: Collection,
    /// The request on the screen; answered anew when the library changes.
    pub(super) request: Option<(u64, Request)>,
    /// Rows of the last answer that still wait for their lines of context.
    pub(super) unlined: Option<Unlined>,
    pub(super) lines: Lines,
    /// How far a walk through the files has come, while one goes on.
    pub(super) scanning: Option<Progress>,
    /// Whether the cache is written from here.
    pub(super) writing: bool,
    /// Whether stories that were saved more than once are being looked for.
    pub(super) folding: bool,
    /// What changed while a walk went on.
    pub(super) touched: Vec<Touched>,
    pub(super) watch: Watching,
    /// Whether the files are compared with what the walk saw once it is over.
    pub(super) looks_again: bool,
    /// When the last walk through everything began.
    pub(super) scan_begun: SystemTime,
    /// The files it saw, by the names [`changes::name`](crate::library::cache::changes::name) gives them, in
    /// order.
    pub(super) seen: Vec<u64>,
    /// The folders it saw in a large library.
    pub(super) walked: Walked,
    /// Articles read anew that are alone in their file and not known to be there: one of them may be an
    /// edited or a moved one.
    pub(super) renewed: Vec<(ArticleId, PathBuf)>,
    /// The file that the article on the screen was read from, and the state it was in.
    pub(super) read: RefCell<Option<(PathBuf, u64)>>,
    pub(super) failing: Failing,
    /// The article that may be looked at next, until it is read.
    pub(super) next: Option<(ArticleId, Page)>,
    /// The last articles that were read ahead, their files, and the states those were in.
    pub(super) ahead: Vec<(ArticleId, PathBuf, u64)>,
    /// Whether the library changed since the list was answered.
    pub(super) stale: bool,
    /// Whether the head that is kept is not what the list begins with.
    pub(super) head_is_old: bool,
    pub(super) answered: Instant,
    pub(super) took: Duration,
    /// How long an answer stands before files read since are shown; no time at all if the list was empty.
    pub(super) pause: Duration,
}

/// How far a walk has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Progress {
    /// Files looked at.
    pub(super) files: usize,
    /// Files there are, once the walk is over.
    pub(super) total: Option<usize>,
    /// Whether only a part of the library is looked at; then no progress is told.
    pub(super) part: bool,
    /// Whether the files are only looked at: nothing is said until one of them turns out to be news.
    pub(super) quiet: bool,
}

/// Rows that get their lines of context while nothing else is asked.
pub(super) struct Unlined {
    pub(super) generation: u64,
    /// Those that have none yet, the next one first.
    pub(super) rows: VecDeque<Row>,
    /// How many are on the screen still.
    pub(super) screen: usize,
    /// Whether the next one is read at once: it is on the screen, or nothing else was asked for a while.
    pub(super) is_urgent: bool,
    /// Lines that were not sent yet.
    pub(super) found: Vec<(ArticleId, Context)>,
}

impl Desk {
    pub(super) fn new(start: Start, news: News, back: Sender<Task>, watch: Watching) -> Self {
        let mut collection = Collection::default();
        collection.fold(start.folds, start.store.as_ref());
        Self {
            start,
            marks: Marks::default(),
            news,
            back,
            collection,
            folding: false,
            request: None,
            unlined: None,
            lines: Lines::default(),
            scanning: None,
            writing: false,
            touched: Vec::new(),
            watch,
            read: RefCell::default(),
            failing: Failing::default(),
            next: None,
            ahead: Vec::new(),
            looks_again: false,
            scan_begun: SystemTime::UNIX_EPOCH,
            seen: Vec::new(),
            walked: Walked::default(),
            renewed: Vec::new(),
            stale: false,
            head_is_old: false,
            answered: Instant::now(),
            took: Duration::ZERO,
            pause: Duration::ZERO,
        }
    }

    /// Works until nobody asks any more: takes in all there is, then answers the newest.
    pub(super) fn work(mut self, receive: &Receiver<Task>) {
        self.open();
        self.marks = self.start.marks.recv().unwrap_or_default();
        // An open cache answers first; only then its files are looked at.
        let mut begun = matches!(self.collection, Collection::Shelf(_));
        if begun {
            self.begin();
        }
        loop {
            let Ok(mut next) = self.next(receive) else { return };
            let idle = next.is_none();
            let (mut list, mut load) = (false, None);
            while let Some(task) = next {
                match task {
                    Task::Asked(Errand::List { generation, request }) => {
                        self.request = Some((generation, request));
                        list = true;
                    }
                    Task::Asked(Errand::Load(id, page)) => load = Some((id, page)),
                    Task::Over => return,
                    other => self.guarded(|desk| desk.take(other)),
                }
                next = receive.try_recv().ok();
            }
            if let Some((id, page)) = load {
                self.guarded(|desk| desk.load(id, page));
            }
            let due = self.answered.elapsed() > self.pause.max(self.took * REST);
            if list || (self.stale && (self.scanning.is_none() || due)) {
                self.list();
            }
            if !begun {
                begun = true;
                self.begin();
            } else if idle {
                self.guarded(Self::while_idle);
            }
        }
    }

    /// Does what nobody asked for yet, a piece at a time.
    fn while_idle(&mut self) {
        match self.next.take_if(|_| !self.unlined.as_ref().is_some_and(|unlined| unlined.is_urgent)) {
            Some((id, page)) => self.load_ahead(id, page),
            None if self.unlined.is_some() => self.line(),
            None => self.keep_head(),
        }
    }

    /// Does a piece of work. If it panics, only that piece is lost.
    fn guarded(&mut self, work: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_err() {
            self.news.failed("this failed inside newsprint; R reads the library anew".to_owned());
        }
    }

    /// Waits for a task, but only for a while if there is something to do meanwhile. An error says that nobody
    /// can ask any more.
    fn next(&self, receive: &Receiver<Task>) -> Result<Option<Task>, RecvTimeoutError> {
        let patience = match &self.unlined {
            _ if self.next.is_some() => Duration::ZERO,
            None if self.is_head_due() => QUIET,
            None => return receive.recv().map(Some).map_err(RecvTimeoutError::from),
            Some(unlined) if unlined.is_urgent => Duration::ZERO,
            Some(_) => LEISURE,
        };
        match receive.recv_timeout(patience) {
            Err(RecvTimeoutError::Timeout) => Ok(None),
            received => received.map(Some),
        }
    }

    fn take(&mut self, task: Task) {
        match task {
            Task::Asked(errand) => self.run(errand),
            Task::Fold(folds) => self.fold_from_now_on(folds),
            Task::Folded(anew) => self.folded(anew),
            Task::Rescan => self.rescan(),
            Task::Marked(changes) => self.marked(&changes),
            Task::Large => self.grow(),
            Task::Shelved(batch) => self.shelve(batch),
            Task::Committed => self.committed(),
            Task::Counted(files) => self.counted(files),
            Task::Scanned(seen) => self.scanned(&seen),
            Task::Rested => self.rested(),
            Task::Following => self.follow(),
            Task::Free => self.free(),
            Task::Written => self.written(),
            Task::Touched(touched) => self.touch(touched),
            Task::Watched => self.watched(),
            Task::Unwatched(why) => self.unwatched(why),
            Task::Uncached(why) => self.news.failed(format!("{why}; nothing is cached")),
            Task::Broken(why) => self.broken(&why),
            Task::Close(done) => {
                self.keep_head();
                _ = done.send(());
            }
            Task::Over => {}
        }
    }

    /// Runs an errand of the app.
    fn run(&mut self, errand: Errand) {
        match errand {
            Errand::Ids(request) => self.ids(&request),
            Errand::Notes(request) => self.notes(&request),
            Errand::Count(queries) => self.count(&queries),
            Errand::Values(facet) => self.values(facet),
            Errand::Days(request) => self.days(&request),
            Errand::Statistics { now } => self.statistics(now),
            Errand::Survey(survey) => self.survey(&survey),
            Errand::Ahead(id, page) => self.next = Some((id, page)),
            Errand::Confirm(id, page) => self.confirm(id, page),
            Errand::LoadLit { id, query, page } => self.load_lit(id, &query, page),
            Errand::LoadVersion { id, path, item, page } => self.load_version(id, path, item, page),
            Errand::Locate { id, path } => self.locate(id, path),
            Errand::Versions(id) => self.versions(id),
            Errand::Compare { old, new } => self.compare(old, new),
            Errand::Export(export) => self.export(export),
            // Of these only the newest is run, once all that was asked is taken in.
            Errand::List { .. } | Errand::Load(..) => {}
        }
    }

    fn marked(&mut self, changes: &[Change]) {
        self.marks.extend(changes);
        let ids: Vec<ArticleId> = changes.iter().map(|change| change.article).collect();
        self.collection.marks_changed(&ids, &self.marks);
        self.head_is_old |= !ids.is_empty();
    }
}
