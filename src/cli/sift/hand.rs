//! Owns handing out what was picked, in its order: what was kept as it is, the rest made anew from its
//! files, a bounded number at a time. It refuses to lie about a file that changed meanwhile.

use std::collections::{HashMap, HashSet};

use super::super::gather;
use super::super::output::{Stop, problem, shown};
use super::{Found, Keep, Pick, Sifted};
use crate::article::{Article, ArticleId, Text};
use crate::library::Reading;

/// Files that are read again before what they hold is handed out.
const AHEAD: usize = 64;

/// The bytes of text made anew before they are handed out.
const HEAVIEST: u64 = 16 << 20;

/// What was made anew of the articles of a file, by their positions; or why it cannot be read any more.
type Renewed<T> = Result<Vec<(usize, T)>, Text>;

impl<T: Send> Sifted<T> {
    /// Hands out what is made of each article, in order, and says whether all of them were still there. Once
    /// something is not taken, no more is read.
    pub(in crate::cli) fn hand_out(
        mut self,
        keep: &Keep<'_, T>,
        take: &mut dyn FnMut(T) -> Result<(), Stop>,
    ) -> Result<bool, Stop> {
        self.fetch_crowds(keep)?;
        let (mut at, mut gone) = (0, HashSet::new());
        while at < self.picks.len() {
            let end = self.span(at);
            let missing = |place: &usize| self.picks.get(*place).is_some_and(|pick| pick.kept.is_none());
            let places: Vec<usize> = (at..end).filter(missing).collect();
            let mut unread = HashMap::new();
            self.renew(&places, keep, &mut unread, None)?;
            for pick in self.picks.iter_mut().take(end).skip(at) {
                match pick.kept.take() {
                    Some(one) => take(one)?,
                    None if gone.insert(pick.slip.file) => {
                        say_gone(self.stack.path(pick.slip.file), unread.get(&pick.slip.file));
                    }
                    None => {}
                }
            }
            at = end;
        }
        Ok(gone.is_empty())
    }

    /// Hands out everything at once, and says whether all of it was still there.
    pub(in crate::cli) fn all(self, keep: &Keep<'_, T>) -> Result<(Vec<T>, bool), Stop> {
        let mut all = Vec::with_capacity(self.picks.len());
        let complete = self.hand_out(keep, &mut |one| {
            all.push(one);
            Ok(())
        })?;
        Ok((all, complete))
    }

    /// Reads files that hold many of the articles, each once and as far as there is room for what they give:
    /// in a list their articles stand far apart.
    fn fetch_crowds(&mut self, keep: &Keep<'_, T>) -> Result<(), Stop> {
        let is_one = |pick: &Pick<T>| pick.kept.is_none() && !pick.alone;
        let crowd = self.picks.iter().enumerate().filter(|(_, pick)| is_one(pick));
        let places: Vec<usize> = crowd.map(|(place, _)| place).collect();
        let room = self.room;
        self.renew(&places, keep, &mut HashMap::new(), Some(room))
    }

    /// Returns the position up to which articles are made anew at once.
    fn span(&self, at: usize) -> usize {
        let (mut files, mut bytes) = (0, 0);
        for (place, pick) in self.picks.iter().enumerate().skip(at) {
            if pick.kept.is_none() {
                files += usize::from(pick.alone);
                bytes += pick.slip.length;
            }
            if files >= AHEAD || bytes >= HEAVIEST {
                return place + 1;
            }
        }
        self.picks.len()
    }

    /// Makes anew what is made of the articles at some positions, as far as there is room, if that is bounded.
    fn renew(
        &mut self,
        places: &[usize],
        keep: &Keep<'_, T>,
        unread: &mut HashMap<u32, Text>,
        mut room: Option<usize>,
    ) -> Result<(), Stop> {
        let Self { stack, picks, .. } = self;
        if places.is_empty() || room == Some(0) {
            return Ok(());
        }
        let mut wanted: HashMap<u32, Vec<(usize, Wanted)>> = HashMap::new();
        for (place, pick) in places.iter().filter_map(|place| Some((*place, picks.get(*place)?))) {
            wanted.entry(pick.slip.file).or_default().push((place, Wanted::of(pick)));
        }
        let mut files: Vec<u32> = wanted.keys().copied().collect();
        files.sort_unstable();
        let work = |file: u32, reading: Reading| renewed(wanted.get(&file), &reading, keep);
        stack.each(&files, &work, &mut |file, made: Renewed<T>| {
            let made = made.unwrap_or_else(|why| {
                unread.insert(file, why);
                Vec::new()
            });
            for (place, one) in made {
                let weight = (keep.weigh)(&one);
                if room.is_some_and(|room| weight > room) {
                    continue;
                }
                room = room.map(|room| room - weight);
                if let Some(pick) = picks.get_mut(place) {
                    pick.kept = Some(one);
                }
            }
            Ok(())
        })
    }
}

/// An article that is wanted from a file that was read before.
struct Wanted {
    id: ArticleId,
    item: usize,
    marked_as: ArticleId,
}

impl Wanted {
    fn of<T>(pick: &Pick<T>) -> Self {
        let item = usize::try_from(pick.slip.item).unwrap_or(usize::MAX);
        Self { id: pick.slip.id, item, marked_as: pick.marked_as }
    }

    /// Finds the article: where it was, if it is still the same one.
    fn among<'a>(&self, articles: &'a [Article]) -> Option<&'a Article> {
        articles.get(self.item).filter(|article| ArticleId::of(article) == self.id)
    }
}

fn renewed<T>(wanted: Option<&Vec<(usize, Wanted)>>, reading: &Reading, keep: &Keep<'_, T>) -> Renewed<T> {
    if let Some(why) = gather::why_nothing(reading) {
        return Err(why);
    }
    let articles = reading.articles.as_deref().unwrap_or_default();
    let make = |(place, one): &(usize, Wanted)| {
        let article = one.among(articles)?;
        let found = Found { id: one.id, article, path: &reading.path, marked_as: one.marked_as };
        Some((*place, (keep.make)(&found)))
    };
    Ok(wanted.into_iter().flatten().filter_map(make).collect())
}

/// Says that a file is not what it was a moment ago.
fn say_gone(path: &std::path::Path, why: Option<&Text>) {
    match why {
        Some(why) => gather::say_unread(path, why),
        None => problem(&format!("changed while it was read: {}: ask again", shown(path))),
    }
}
