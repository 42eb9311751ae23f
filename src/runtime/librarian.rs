//! Owns the library while newsprint runs: one thread that holds the collection, takes batches in, and
//! answers the newest request first. It refuses to answer what nobody waits for any more.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::scanner::{self, Batch, Plan};
use crate::app::message::Message;
use crate::article::{Article, ArticleId};
use crate::library::cache::changes::Known;
use crate::library::cache::{Lines, Store, changes};
use crate::library::shipped::SHIPPED;
use crate::library::{Collection, FileProblem, Reading, Request, View, scan, shelf};
use crate::marks::{Change, Marks};

/// How often the list is answered anew while files are still being read, at most; and how much longer
/// than an answer takes.
const REFRESH: Duration = Duration::from_millis(60);
const REST: u32 = 10;
/// Stack of the thread, in bytes: it parses the article that is opened.
const STACK: usize = 16 << 20;
/// The most articles whose files are looked up at once.
const PLACED: usize = 5_000;
/// The name under which an article from standard input is shelved.
const STANDARD_INPUT: &str = "-";

/// Something for the librarian to do.
pub(super) enum Task {
    /// Answer a request; a newer generation makes an older one pointless.
    List { generation: u64, request: Request },
    /// Give all ids a request shows.
    Ids(Request),
    /// Read an article to show it; a newer one makes an older one pointless.
    Load(ArticleId),
    /// Read the files again.
    Rescan,
    /// The reader changed marks.
    Marked(Vec<Change>),
    /// The library is a large one, and its cache is ready to be filled.
    Large,
    /// Files were read.
    Shelved(Batch),
    /// Everything shelved so far is in the cache.
    Committed,
    /// There are so many files.
    Counted(usize),
    /// All files were read; these are all there are, by the names the cache gives them.
    Scanned(HashSet<u64>),
    /// Another newsprint keeps the cache up to date.
    Following,
    /// There can be no cache, and why: everything is held in memory.
    Uncached(String),
    /// The cache failed, and why: it is made anew.
    Broken(String),
}

/// What the librarian starts from.
pub(super) struct Start {
    /// The files and folders of the library.
    pub(super) places: Vec<PathBuf>,
    /// An article from standard input.
    pub(super) stdin: Option<Vec<u8>>,
    /// Whether links are followed.
    pub(super) follow: bool,
    /// Where the cache of a large library is kept, if it may be.
    pub(super) store: Option<Store>,
    /// What the reader did so far.
    pub(super) marks: Marks,
}

/// The thread that holds the library.
pub(super) struct Librarian {
    send: Sender<Task>,
}

impl Librarian {
    /// Starts the thread and the reading of files.
    pub(super) fn start(start: Start, news: Sender<Message>) -> Self {
        let (send, receive) = channel();
        let back = send.clone();
        let work = move || Desk::new(start, news, back).work(&receive);
        // Without its thread there is no library; the list then stays empty and says so.
        drop(thread::Builder::new().stack_size(STACK).spawn(work));
        Self { send }
    }

    /// Gives the thread something to do; returns at once.
    pub(super) fn ask(&self, task: Task) {
        drop(self.send.send(task));
    }
}

/// What the thread works with.
struct Desk {
    start: Start,
    news: Sender<Message>,
    back: Sender<Task>,
    collection: Collection,
    /// The request on the screen; answered anew when the library changes.
    request: Option<(u64, Request)>,
    /// An answer whose rows still wait for their lines of context.
    unlined: Option<Unlined>,
    /// Files looked at since the scan began, while it goes on.
    scanning: Option<usize>,
    /// Files there are, once the walk is over.
    counted: Option<usize>,
    /// Articles read anew that are alone in their file: one of them may be an edited one.
    renewed: Vec<(ArticleId, PathBuf)>,
    /// Whether the library changed since the list was answered.
    stale: bool,
    answered: Instant,
    took: Duration,
}

/// An answer that gets its lines of context while nothing else is asked.
struct Unlined {
    generation: u64,
    view: View,
    next: usize,
    lines: Lines,
}

impl Desk {
    fn new(start: Start, news: Sender<Message>, back: Sender<Task>) -> Self {
        Self {
            start,
            news,
            back,
            collection: Collection::default(),
            request: None,
            unlined: None,
            scanning: None,
            counted: None,
            renewed: Vec::new(),
            stale: false,
            answered: Instant::now(),
            took: Duration::ZERO,
        }
    }

    /// Works until nobody can ask any more: takes in all there is, then answers the newest.
    fn work(mut self, receive: &Receiver<Task>) {
        if let Some(cache) = self.start.store.as_ref().and_then(|store| store.open().ok()) {
            self.collection = Collection::Cache(Box::new(cache));
        }
        // An open cache answers first; only then its files are looked at.
        let mut begun = matches!(self.collection, Collection::Shelf(_));
        if begun {
            self.scan();
        }
        let mut load = None;
        loop {
            let mut next = match (&self.unlined, receive.try_recv()) {
                (_, Ok(task)) => Some(task),
                (Some(_), Err(_)) => None,
                (None, Err(_)) => match receive.recv() {
                    Ok(task) => Some(task),
                    Err(_) => return,
                },
            };
            let idle = next.is_none();
            let mut list = false;
            while let Some(task) = next {
                match task {
                    Task::List { generation, request } => {
                        self.request = Some((generation, request));
                        list = true;
                    }
                    Task::Load(id) => load = Some(id),
                    other => self.take(other),
                }
                next = receive.try_recv().ok();
            }
            if let Some(id) = load.take() {
                self.load(id);
            }
            let due = self.answered.elapsed() > REFRESH.max(self.took * REST);
            if list || (self.stale && (self.scanning.is_none() || due)) {
                self.list();
            }
            if !begun {
                begun = true;
                self.scan();
            } else if idle {
                self.line();
            }
        }
    }

    fn take(&mut self, task: Task) {
        match task {
            Task::Ids(request) => {
                let ids = self.collection.ids(&request, &self.start.marks);
                match ids {
                    Ok(ids) => drop(self.news.send(Message::Ids(self.placed(ids)))),
                    Err(error) => self.broken(&error.to_string()),
                }
            }
            Task::Rescan if self.scanning.is_none() => self.scan(),
            Task::Marked(changes) => self.marked(&changes),
            Task::Large => self.grow(),
            Task::Shelved(batch) => self.shelve(batch),
            Task::Committed => self.committed(),
            Task::Counted(files) => self.counted = Some(files),
            Task::Scanned(seen) => self.scanned(&seen),
            Task::Following => self.follow(),
            Task::Uncached(why) => drop(self.news.send(Message::Failed(format!("{why}; nothing is cached")))),
            Task::Broken(why) => self.broken(&why),
            Task::List { .. } | Task::Load(_) | Task::Rescan => {}
        }
    }

    /// Puts to each article the file it is in: marks remember it, and so outlive an edit. Of very many
    /// it would take too long to look it up.
    fn placed(&self, ids: Vec<ArticleId>) -> Vec<(ArticleId, Option<PathBuf>)> {
        let few = ids.len() <= PLACED;
        let place = |id| if few { self.collection.place(id).map(|(path, _)| path) } else { None };
        ids.into_iter().map(|id| (id, place(id))).collect()
    }

    fn marked(&mut self, changes: &[Change]) {
        self.start.marks.extend(changes);
        let ids: Vec<ArticleId> = changes.iter().map(|change| change.article).collect();
        self.collection.marks_changed(&ids, &self.start.marks);
    }

    fn scan(&mut self) {
        (self.scanning, self.counted) = (Some(0), None);
        self.shelve_given();
        let stamps = match &self.collection {
            Collection::Cache(cache) => cache.stamps(),
            Collection::Shelf(_) => Ok(std::collections::HashMap::default()),
        };
        let plan = Plan {
            places: self.start.places.clone(),
            follow: self.start.follow,
            store: self.start.store.clone(),
            cached: matches!(self.collection, Collection::Cache(_)),
            known: Known::new(stamps.unwrap_or_default()),
        };
        scanner::scan(plan, &self.back);
    }

    /// Takes in what is at hand.
    fn shelve_given(&mut self) {
        let read = |(path, bytes): (&Path, &[u8])| scan::parse(path, bytes, 0);
        let given: Vec<Reading> = self.given().into_iter().map(read).collect();
        for reading in &given {
            let entries = shelf::shelve(reading).into_iter().map(Arc::new).collect();
            self.collection.put(&reading.path, entries);
        }
        self.stale |= !given.is_empty();
    }

    /// What is at hand without reading a file: standard input or, when no place is known at all, the
    /// articles that come with newsprint.
    fn given(&self) -> Vec<(&Path, &[u8])> {
        match &self.start.stdin {
            Some(bytes) => vec![(Path::new(STANDARD_INPUT), bytes.as_slice())],
            None if self.start.places.is_empty() => {
                SHIPPED.iter().map(|(name, bytes)| (Path::new(*name), *bytes)).collect()
            }
            None => Vec::new(),
        }
    }

    fn shelve(&mut self, batch: Batch) {
        let first = self.stale || self.collection.is_empty();
        for file in batch.read {
            if let [only] = file.entries.as_slice()
                && !self.start.marks.knows(only.id)
            {
                self.renewed.push((only.id, file.path.clone()));
            }
            self.stale |= file.held || !file.entries.is_empty();
            self.collection.put(&file.path, file.entries);
        }
        let files = self.scanning.unwrap_or(0) + batch.files;
        self.scanning = Some(files);
        if first && self.stale && self.answered.elapsed() > REFRESH {
            self.list();
        }
        self.report(files, batch.problems, false);
    }

    /// The walk met more files than are held in memory.
    fn grow(&mut self) {
        match self.start.store.as_ref().map(Store::open) {
            Some(Ok(cache)) => self.collection = Collection::Cache(Box::new(cache)),
            Some(Err(error)) => self.broken(&error.to_string()),
            None => {}
        }
        self.shelve_given();
    }

    fn committed(&mut self) {
        let Collection::Cache(cache) = &mut self.collection else { return };
        if let Err(error) = cache.reload() {
            self.broken(&error.to_string());
        }
        self.shelve_given();
        self.stale = true;
    }

    /// Another newsprint does the reading: what it wrote is shown as it stands now.
    fn follow(&mut self) {
        match self.start.store.as_ref().map(Store::open) {
            Some(Ok(cache)) => {
                self.collection = Collection::Cache(Box::new(cache));
                self.stale = true;
            }
            Some(Err(error)) => drop(self.news.send(Message::Failed(error.to_string()))),
            None => {}
        }
        self.scanning = None;
        self.report(self.collection.len(), Vec::new(), true);
    }

    /// Throws a cache away that cannot be read, and starts anew without a question.
    fn broken(&mut self, why: &str) {
        let cleared = self.start.store.as_ref().map_or(Ok(()), Store::clear);
        self.collection = Collection::default();
        if cleared.is_err() || self.scanning.is_some() {
            self.start.store = None;
            drop(self.news.send(Message::Failed(format!("{why}; nothing is cached"))));
        }
        self.scan();
    }

    fn scanned(&mut self, seen: &HashSet<u64>) {
        let files = self.scanning.take().unwrap_or(0);
        let given = self.given().into_iter().map(|(path, _)| changes::name(path));
        let seen: HashSet<u64> = seen.iter().copied().chain(given).collect();
        self.collection.keep_only(&seen);
        self.stale = true;
        self.report(files, Vec::new(), true);
        let edited = self.edited();
        if !edited.is_empty() {
            drop(self.news.send(Message::Edited(edited)));
        }
    }

    fn report(&self, files: usize, problems: Vec<FileProblem>, done: bool) {
        // While files are read, counting articles would sort the whole library for a number.
        let articles = if done { self.collection.len() } else { files };
        let total = self.counted.filter(|_| !done);
        drop(self.news.send(Message::Scanned { files, total, articles, problems, done }));
    }

    /// Finds articles without marks in files whose last marked article is nowhere any more: edited.
    fn edited(&mut self) -> Vec<(ArticleId, ArticleId)> {
        let before = |(id, path): (ArticleId, PathBuf)| {
            let present = |old| self.collection.has(old);
            Some((id, self.start.marks.before_edit(id, &path.to_string_lossy(), present)?))
        };
        std::mem::take(&mut self.renewed).into_iter().filter_map(before).collect()
    }

    fn list(&mut self) {
        let Some((generation, request)) = &self.request else { return };
        let began = Instant::now();
        let answer = self.collection.view(request, &self.start.marks);
        self.stale = false;
        self.answered = Instant::now();
        self.took = began.elapsed();
        match answer {
            Ok(view) => self.answer(*generation, view),
            Err(error) => self.broken(&error.to_string()),
        }
    }

    /// Sends an answer, and again with lines of context if they have to be read first.
    fn answer(&mut self, generation: u64, view: View) {
        let searched = self.request.as_ref().is_some_and(|(_, request)| request.query.has_words());
        let waits = matches!(self.collection, Collection::Cache(_)) && searched;
        if waits && view.rows.iter().any(Lines::are_missing) {
            let (view, lines) = (view.clone(), Lines::default());
            self.unlined = Some(Unlined { generation, view, next: 0, lines });
        } else {
            self.unlined = None;
        }
        drop(self.news.send(Message::Listed { generation, view }));
    }

    /// Gives the next row its line of context; when all have theirs, the list is sent again.
    fn line(&mut self) {
        let (Some(mut unlined), Some((_, request))) = (self.unlined.take(), &self.request) else { return };
        while let Some(row) = unlined.view.rows.get_mut(unlined.next) {
            unlined.next += 1;
            if Lines::are_missing(row) {
                unlined.lines.fill(row, &request.query);
                self.unlined = Some(unlined);
                return;
            }
        }
        let Unlined { generation, view, .. } = unlined;
        drop(self.news.send(Message::Listed { generation, view }));
    }

    fn load(&self, id: ArticleId) {
        let Some((path, item)) = self.collection.place(id) else { return };
        let article = self.article(&path, item);
        drop(self.news.send(Message::Loaded { id, path, article }));
    }

    fn article(&self, file: &Path, item: usize) -> Result<Box<Article>, String> {
        let at_hand = self.given().into_iter().find(|(path, _)| *path == file);
        let reading = at_hand.map_or_else(|| scan::read(file), |(path, bytes)| scan::parse(path, bytes, 0));
        let articles = reading.articles.map_err(|what| what.to_string());
        let path = crate::article::Text::line(&file.to_string_lossy());
        let articles = articles.map_err(|what| format!("{path}: {what}"))?;
        let missing = || format!("{path}: the article is not in the file any more; rescan with R");
        articles.into_iter().nth(item).map(Box::new).ok_or_else(missing)
    }
}
