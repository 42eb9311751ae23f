//! Owns the sections of a library: its folders, with how much of each there is and is unread. It refuses
//! to enter folders: it goes by the paths of articles that are known.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::cache::CacheError;
use super::{Collection, Query, Standings};

/// A folder of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Its whole path.
    pub folder: PathBuf,
    /// How many articles are in it, those in folders inside it counted.
    pub total: usize,
    /// How many of them are unread.
    pub unread: usize,
}

impl Section {
    /// Returns the words of a query that show this section and no other folder, be it named alike.
    pub fn words(&self) -> String {
        format!("in:\"{}/\"", self.folder.display().to_string().replace('"', " "))
    }
}

impl Collection {
    /// Returns the folders right below the places of the library, by name.
    pub fn sections(&self, places: &[PathBuf], marks: &dyn Standings) -> Result<Vec<Section>, CacheError> {
        let places: HashSet<&Path> = places.iter().map(PathBuf::as_path).collect();
        let mut found: BTreeMap<Folder, Section> = BTreeMap::new();
        let mut count = |place: Folder, total: usize, unread: usize| {
            let (name, folder) = place.clone();
            let section = found.entry(place).or_insert(Section { name, folder, total: 0, unread: 0 });
            section.total += total;
            section.unread += unread;
        };
        match self {
            Self::Shelf(shelf) => {
                for (article, entry) in (0u32..).zip(shelf.entries()) {
                    let standing = marks.of(entry.id);
                    let versions = shelf.versions_at(article);
                    let folders: BTreeSet<Folder> =
                        versions.filter_map(|version| section(&version.path, &places)).collect();
                    for folder in folders.into_iter().filter(|_| !standing.hidden) {
                        count(folder, 1, usize::from(!standing.read));
                    }
                }
            }
            Self::Cache(cache) => {
                // The folder stands for any file in it.
                let named = |folder: &Path| section(&folder.join("-"), &places);
                cache.each_folder(marks, &mut |folder, total, unread| {
                    if let Some(folder) = named(folder) {
                        count(folder, total, unread);
                    }
                })?;
                let mut told: BTreeSet<(u32, Folder)> = BTreeSet::new();
                cache.each_version(marks, &mut |story, folder, is_unread| {
                    if let Some(folder) = named(folder)
                        && told.insert((story, folder.clone()))
                    {
                        count(folder, 1, usize::from(is_unread));
                    }
                })?;
            }
        }
        Ok(found.into_values().collect())
    }

    /// Returns how many articles a query shows and how many of them are unread.
    pub fn count(&self, query: &Query, marks: &dyn Standings) -> Result<(usize, usize), CacheError> {
        let request = super::Request::first(0, query.clone(), super::Order::default());
        self.view(&request, marks).map(|view| (view.total, view.unread))
    }
}

/// The name of a folder and its whole path.
type Folder = (String, PathBuf);

/// Returns the folder right below a place that a file is in, if it is in one; of places inside each other
/// the outermost counts.
fn section(file: &Path, places: &HashSet<&Path>) -> Option<Folder> {
    let place = file.ancestors().filter(|around| places.contains(around)).last()?;
    let mut parts = file.strip_prefix(place).ok()?.components();
    let first = parts.next()?;
    parts.next().map(|_| (first.as_os_str().to_string_lossy().into_owned(), place.join(first)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_the_first_folder_below_a_place() {
        let places = HashSet::from([Path::new("/shelf"), Path::new("/mail/box"), Path::new("/shelf/2016")]);
        let of = |file: &str| section(Path::new(file), &places);
        assert_eq!(of("/shelf/2016/12/a.txt"), Some(("2016".to_owned(), PathBuf::from("/shelf/2016"))));
        assert_eq!(of("/mail/box/in/1"), Some(("in".to_owned(), PathBuf::from("/mail/box/in"))));
        assert_eq!((of("/shelf/a.txt"), of("/shelf"), of("/else/where/b.txt")), (None, None, None));
    }
}
