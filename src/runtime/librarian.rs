//! Owns the library while newsprint runs: one thread that holds the shelf, takes batches in, and
//! answers the newest request first. It refuses to answer what nobody waits for any more.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::scanner::{self, Batch};
use crate::app::message::Message;
use crate::article::{Article, ArticleId};
use crate::library::shipped::SHIPPED;
use crate::library::{Entry, Request, Shelf, Standing, scan};
use crate::marks::{Change, Marks};

/// How often the list is answered anew while files are still being read.
const REFRESH: Duration = Duration::from_millis(60);
/// Stack of the thread, in bytes: it parses the article that is opened.
const STACK: usize = 16 << 20;
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
    /// Files were read.
    Shelved(Batch),
    /// All files were read; these are all there are.
    Scanned(HashSet<PathBuf>),
}

/// The thread that holds the library.
pub(super) struct Librarian {
    send: Sender<Task>,
}

impl Librarian {
    /// Starts the thread and the reading of files.
    pub(super) fn start(
        places: Vec<PathBuf>,
        stdin: Option<Vec<u8>>,
        follow: bool,
        marks: Marks,
        news: Sender<Message>,
    ) -> Self {
        let (send, receive) = channel();
        let back = send.clone();
        let work = move || Desk::new(places, stdin, follow, marks, news, back).work(&receive);
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
    places: Vec<PathBuf>,
    stdin: Option<Vec<u8>>,
    follow: bool,
    marks: Marks,
    news: Sender<Message>,
    back: Sender<Task>,
    shelf: Shelf,
    /// The request on the screen; answered anew when the library changes.
    request: Option<(u64, Request)>,
    /// Files read since the scan began, while it goes on.
    scanning: Option<usize>,
    /// Whether the library changed since the list was answered.
    stale: bool,
    answered: Instant,
}

impl Desk {
    fn new(
        places: Vec<PathBuf>,
        stdin: Option<Vec<u8>>,
        follow: bool,
        marks: Marks,
        news: Sender<Message>,
        back: Sender<Task>,
    ) -> Self {
        let shelf = Shelf::default();
        let answered = Instant::now();
        Self {
            places,
            stdin,
            follow,
            marks,
            news,
            back,
            shelf,
            request: None,
            scanning: None,
            stale: false,
            answered,
        }
    }

    /// Works until nobody can ask any more: takes in all there is, then answers the newest.
    fn work(mut self, receive: &Receiver<Task>) {
        self.scan();
        let mut load = None;
        while let Ok(first) = receive.recv() {
            let mut next = Some(first);
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
            let due = self.stale && (self.scanning.is_none() || self.answered.elapsed() > REFRESH);
            if list || due {
                self.list();
            }
        }
    }

    fn take(&mut self, task: Task) {
        match task {
            Task::Ids(request) => {
                let ids = self.shelf.ids(&request, &|id| standing(&self.marks, id));
                drop(self.news.send(Message::Ids(ids)));
            }
            Task::Rescan => self.scan(),
            Task::Marked(changes) => changes.iter().for_each(|change| self.marks.apply(change)),
            Task::Shelved(batch) => self.shelve(batch),
            Task::Scanned(seen) => self.scanned(&seen),
            Task::List { .. } | Task::Load(_) => {}
        }
    }

    fn scan(&mut self) {
        self.scanning = Some(0);
        let given: Vec<_> =
            self.given().into_iter().map(|(path, bytes)| scan::parse(path, bytes, 0)).collect();
        for reading in &given {
            self.shelf.put(reading);
        }
        self.stale |= !given.is_empty();
        scanner::scan(self.places.clone(), self.follow, &self.back);
    }

    /// What is at hand without reading a file: standard input or, when no place is known at all, the
    /// articles that come with newsprint.
    fn given(&self) -> Vec<(&Path, &[u8])> {
        match &self.stdin {
            Some(bytes) => vec![(Path::new(STANDARD_INPUT), bytes.as_slice())],
            None if self.places.is_empty() => {
                SHIPPED.iter().map(|(name, bytes)| (Path::new(*name), *bytes)).collect()
            }
            None => Vec::new(),
        }
    }

    fn shelve(&mut self, batch: Batch) {
        let first = self.shelf.is_empty();
        for problem in &batch.problems {
            self.shelf.remove(&problem.path);
        }
        self.stale |= !batch.entries.is_empty();
        self.shelf.insert(batch.entries);
        let files = self.scanning.unwrap_or(0) + batch.files;
        self.scanning = Some(files);
        if first {
            self.list();
        }
        self.report(files, batch.problems, false);
    }

    fn scanned(&mut self, seen: &HashSet<PathBuf>) {
        let files = self.scanning.take().unwrap_or(0);
        let given: HashSet<&Path> = self.given().into_iter().map(|(path, _)| path).collect();
        let known = self.shelf.entries().map(|entry| &entry.path);
        let gone: HashSet<PathBuf> =
            known.filter(|path| !seen.contains(*path) && !given.contains(path.as_path())).cloned().collect();
        for path in &gone {
            self.shelf.remove(path);
        }
        self.stale = true;
        self.report(files, Vec::new(), true);
        let edited = self.edited();
        if !edited.is_empty() {
            drop(self.news.send(Message::Edited(edited)));
        }
    }

    fn report(&self, files: usize, problems: Vec<crate::library::FileProblem>, done: bool) {
        // While files are read, counting articles would sort the whole shelf for a number.
        let articles = if done { self.shelf.len() } else { files };
        drop(self.news.send(Message::Scanned { files, articles, problems, done }));
    }

    /// Finds articles without marks in files whose last marked article is nowhere any more: edited.
    fn edited(&self) -> Vec<(ArticleId, ArticleId)> {
        let before = |entry: &Entry| {
            let path = entry.path.to_string_lossy();
            self.marks.before_edit(entry.id, &path, |old| self.shelf.get(old).is_some())
        };
        let alone = self.shelf.entries().filter(|entry| self.shelf.at(&entry.path).count() == 1);
        alone.filter_map(|entry| Some((entry.id, before(entry)?))).collect()
    }

    fn list(&mut self) {
        let Some((generation, request)) = &self.request else { return };
        let view = self.shelf.view(request, &|id| standing(&self.marks, id));
        self.stale = false;
        self.answered = Instant::now();
        drop(self.news.send(Message::Listed { generation: *generation, view }));
    }

    fn load(&self, id: ArticleId) {
        let Some(entry) = self.shelf.get(id) else { return };
        let (path, item) = (entry.path.clone(), entry.item);
        let article = self.article(entry, item);
        drop(self.news.send(Message::Loaded { id, path, article }));
    }

    fn article(&self, entry: &Entry, item: usize) -> Result<Box<Article>, String> {
        let at_hand = self.given().into_iter().find(|(path, _)| *path == entry.path);
        let reading =
            at_hand.map_or_else(|| scan::read(&entry.path), |(path, bytes)| scan::parse(path, bytes, 0));
        let articles = reading.articles.map_err(|what| what.to_string());
        let path = crate::article::Text::line(&entry.path.to_string_lossy());
        let articles = articles.map_err(|what| format!("{path}: {what}"))?;
        let missing = || format!("{path}: the article is not in the file any more; rescan with R");
        articles.into_iter().nth(item).map(Box::new).ok_or_else(missing)
    }
}

fn standing(marks: &Marks, id: ArticleId) -> Standing {
    let (read, starred) = marks.standing(id);
    Standing { read, starred }
}
