//! Owns writing exported articles to a file. It refuses to write over one unless the reader said so.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::home;
use crate::app::errand::Export;
use crate::app::message::Message;
use crate::article::{Article, Text};
use crate::export::written::Page;
use crate::export::{self, Form};
use crate::files::{Lasting, replace};
use crate::library::scan;
use crate::words::Words;

/// Writes articles where the reader wants them, as of `now` in seconds since 1970, and says how it went. No
/// file of the places in `kept` is written over, whatever the reader says: articles are in it.
pub(super) fn write(
    export: Export,
    articles: &[Article],
    (home, kept): (Option<&Path>, &[PathBuf]),
    now: i64,
    words: &Words,
) -> Message {
    let Some(form) = export::form_of(&export.path) else {
        return Message::Failed(words.with("unknown-form", &[("known", export::extensions().into())]));
    };
    let path = home::expanded(Path::new(&export.path), home);
    if scan::is_article(&path, kept) {
        return Message::Failed(words.with("not-over-article", &[("path", export.path.into())]));
    }
    write_as(form, export, (&path, home), articles, now, words)
}

/// Writes articles in a form. What cannot be written leaves no file, and none that was there is touched.
fn write_as(
    form: &Form,
    export: Export,
    (path, home): (&Path, Option<&Path>),
    articles: &[Article],
    now: i64,
    words: &Words,
) -> Message {
    let articles: Vec<Page<'_>> = articles.iter().map(Page::from).collect();
    let written = (form.write)(&articles, now).and_then(|bytes| save(path, &bytes, export.over));
    match written {
        Ok(()) => {
            let said = [("count", articles.len().into()), ("path", whole(path, home).into())];
            Message::Said(words.with("exported", &said))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Message::Exists(export),
        Err(error) => {
            let what = [("path", export.path.into()), ("why", error.to_string().into())];
            Message::Failed(words.with("not-exported", &what))
        }
    }
}

/// Returns a path in full, as one says it.
fn whole(path: &Path, home: Option<&Path>) -> String {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let home = home.and_then(|home| home.canonicalize().ok());
    Text::line(&home::said(&full, home.as_deref()).to_string_lossy()).to_string()
}

/// Writes a file whole or not at all; over one that is there only if `over` says so, which then is there
/// until the new one is.
pub fn save(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(_) if !over => Err(ErrorKind::AlreadyExists.into()),
        Ok(old) if old.is_file() => {
            replace(&path.canonicalize()?, bytes, Some(old.permissions()), Lasting::Synced)
        }
        // A pipe or a device takes what it is given.
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(_) => create(path, bytes),
    }
}

/// Writes a new file; half a one is taken away again.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes);
    if written.is_err() {
        drop(fs::remove_file(path));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::errand::Exported;
    use crate::article::ArticleId;

    #[test]
    fn a_file_that_is_there_is_written_over_only_when_the_reader_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let article = Article { headline: Some(Text::new("Fog")), ..Article::default() };
        let export_to = |over| {
            let what = Exported::Article(ArticleId::of(&article));
            let export = Export { what, path: "~/fog.md".to_owned(), over };
            write(export, std::slice::from_ref(&article), (Some(folder.path()), &[]), 0, &Words::english())
        };
        assert!(matches!(export_to(false), Message::Said(said) if said.ends_with("to ~/fog.md")));
        OpenOptions::new().write(true).truncate(true).open(folder.path().join("fog.md")).unwrap();
        assert!(matches!(export_to(false), Message::Exists(_)));
        assert_eq!(fs::read_to_string(folder.path().join("fog.md")).unwrap(), "");
        assert!(matches!(export_to(true), Message::Said(_)));
        assert!(fs::read_to_string(folder.path().join("fog.md")).unwrap().contains("# Fog"));
    }

    #[test]
    fn no_file_of_a_library_is_written_over_whatever_the_reader_says() {
        let folder = tempfile::tempdir().unwrap();
        let article = Article { headline: Some(Text::new("Fog")), ..Article::default() };
        let library = folder.path().join("library");
        fs::create_dir(&library).unwrap();
        for name in ["fog.md", ".draft.md"] {
            save(&library.join(name), b"# Fog\n\nAs it was saved.\n", false).unwrap();
        }
        let export_to = |path: &str| {
            let what = Exported::Article(ArticleId::of(&article));
            let export = Export { what, path: path.to_owned(), over: true };
            let places = (Some(folder.path()), std::slice::from_ref(&library));
            write(export, std::slice::from_ref(&article), places, 0, &Words::english())
        };
        assert!(matches!(export_to("~/library/fog.md"), Message::Failed(why) if why.contains("fog.md")));
        assert!(fs::read_to_string(library.join("fog.md")).unwrap().contains("As it was saved."));
        assert!(matches!(export_to("~/library/.draft.md"), Message::Said(_)), "no walk looks at it");
        assert!(matches!(export_to("~/library/new.md"), Message::Said(_)), "it was not there");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_cannot_be_replaced_stays_and_one_that_is_keeps_its_place() {
        use std::fs::Permissions;
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("fog.txt"), folder.path().join("link.txt"));
        save(&real, b"old", false).unwrap();
        fs::set_permissions(&real, Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        save(&link, b"new", true).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink(), "a link stays a link");
        assert_eq!(
            (fs::read(&real).unwrap(), fs::metadata(&real).unwrap().mode() & 0o777),
            (b"new".to_vec(), 0o640)
        );
        let others = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(others, 2, "nothing is left beside it");
        assert!(save(&folder.path().join("no/fog.txt"), b"new", true).is_err());
        assert_eq!(save(&real, b"newer", false).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }

    #[test]
    fn a_form_that_fails_is_no_success_and_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let fails = |_: &[Page<'_>], _| Err(io::Error::other("a chapter without a name"));
        let form = Form { name: "broken", extensions: &["epub"], write: fails };
        let article = Article::default();
        let what = Exported::Article(ArticleId::of(&article));
        let export = Export { what, path: "~/fog.epub".to_owned(), over: false };
        let path = folder.path().join("fog.epub");
        let said = write_as(&form, export, (&path, None), &[article], 0, &Words::english());
        assert!(matches!(&said, Message::Failed(why) if why.contains("without a name")), "{said:?}");
        assert!(!folder.path().join("fog.epub").exists());
    }
}
