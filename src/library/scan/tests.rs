//! Stories of folders as they are found on real disks.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::*;

/// Makes a folder with these files, each with a line of text.
fn folder(files: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in files {
        put(&folder.path().join(file), b"A line.");
    }
    folder
}

fn put(path: &Path, bytes: &[u8]) {
    use std::io::Write;
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Lists what is found, relative to the folder.
fn found(folder: &TempDir, places: &[&str], follow: bool) -> (Vec<String>, Vec<String>) {
    let places: Vec<PathBuf> = places.iter().map(|place| folder.path().join(place)).collect();
    let shown = |path: &Path| path.strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned();
    let mut files = Vec::new();
    let problems = walk(&places, follow, &mut |_, path| {
        files.push(shown(&path));
        ControlFlow::Continue(())
    });
    (files, problems.iter().map(|p| format!("{} {}", shown(&p.path), &*p.what)).collect())
}

#[test]
fn a_folder_gives_its_articles_in_order() {
    let folder = folder(&["b.txt", "a/z.md", "a/b/y.html", "c", "B.txt"]);
    let (files, problems) = found(&folder, &[""], true);
    assert_eq!(files, ["B.txt", "a/b/y.html", "a/z.md", "b.txt", "c"]);
    assert!(problems.is_empty());
}

#[test]
fn what_is_no_article_by_name_is_passed_over_unless_named() {
    let folder = folder(&[
        "a.txt",
        "p.PNG",
        "s.css",
        "x.tar",
        "a.txt~",
        ".hidden.txt",
        ".git/config",
        "Page.html",
        "Page_files/ad.html",
        "my_files/b.txt",
    ]);
    assert_eq!(found(&folder, &[""], true).0, ["Page.html", "a.txt", "my_files/b.txt"]);
    assert_eq!(found(&folder, &["s.css", ".hidden.txt"], true).0, ["s.css", ".hidden.txt"]);
    assert_eq!(found(&folder, &["Page_files"], true).0, ["Page_files/ad.html"]);
    assert_eq!(found(&folder, &[".git"], true).0, [".git/config"]);
}

#[test]
fn each_file_comes_once_however_often_it_is_placed() {
    let folder = folder(&["a/x.txt", "a/y.txt"]);
    assert_eq!(found(&folder, &["a/y.txt", "", "a", "a/y.txt"], true).0, ["a/y.txt", "a/x.txt"]);
}

#[test]
fn a_place_that_is_not_there_is_said() {
    let folder = folder(&["a.txt"]);
    let (files, problems) = found(&folder, &["gone", "a.txt", "a.txt/b"], true);
    assert_eq!(files, ["a.txt"]);
    assert_eq!(problems, ["gone does not exist", "a.txt/b does not exist"]);
}

#[test]
fn very_deep_folders_are_left_and_said() {
    let folder = folder(&["top.txt"]);
    let deep = "d/".repeat(DEEPEST + 3) + "deep.txt";
    put(&folder.path().join(&deep), b"x");
    let (files, problems) = found(&folder, &[""], true);
    assert_eq!(files, ["top.txt"]);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].ends_with("is 32 folders deep and was not entered"), "{problems:?}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::time::Duration;

    use super::*;

    fn refused(path: &Path) -> String {
        read(path).articles.unwrap_err().to_string()
    }

    #[test]
    fn links_are_followed_on_request_and_loops_end() {
        let folder = folder(&["lib/a.txt", "else/b.txt"]);
        symlink("..", folder.path().join("lib/up")).unwrap();
        symlink("../else", folder.path().join("lib/other")).unwrap();
        symlink("../else/b.txt", folder.path().join("lib/c.txt")).unwrap();
        symlink("nowhere.txt", folder.path().join("lib/dead.txt")).unwrap();
        let (files, problems) = found(&folder, &["lib"], true);
        assert_eq!(files, ["lib/a.txt", "lib/c.txt", "lib/other/b.txt"]);
        assert_eq!(
            problems,
            ["lib/dead.txt is a link to nothing", "lib/up leads to a folder around this one"]
        );
        assert_eq!(found(&folder, &["lib"], false), (vec!["lib/a.txt".to_owned()], Vec::new()));
    }

    #[test]
    fn a_library_that_is_itself_a_link_opens() {
        let folder = folder(&["lib/a.txt"]);
        symlink("lib", folder.path().join("now")).unwrap();
        assert_eq!(found(&folder, &["now"], false).0, ["now/a.txt"]);
    }

    #[test]
    fn a_socket_among_the_articles_is_said_and_not_opened() {
        let folder = folder(&["lib/a.txt"]);
        let _listener = UnixListener::bind(folder.path().join("lib/talk.txt")).unwrap();
        let (files, problems) = found(&folder, &["lib"], true);
        assert_eq!(files, ["lib/a.txt"]);
        assert_eq!(problems, ["lib/talk.txt is not a regular file"]);
    }

    #[test]
    fn what_is_no_regular_file_is_refused_and_not_waited_for() {
        let folder = folder(&[]);
        let fifo = folder.path().join("pipe.txt");
        let made = std::process::Command::new("mkfifo").arg(&fifo).status();
        assert!(made.is_ok_and(|status| status.success()));
        let socket = folder.path().join("socket.txt");
        let _listener = UnixListener::bind(&socket).unwrap();
        let ring = folder.path().join("ring.txt");
        symlink("ring.txt", &ring).unwrap();
        assert_eq!(refused(&fifo), "is not a regular file");
        assert_eq!(refused(&socket), "is not a regular file");
        assert_eq!(refused(Path::new("/dev/zero")), "is not a regular file");
        assert_eq!(refused(folder.path()), "is a folder");
        assert_eq!(refused(&ring), "is a link that leads back to itself");
        assert_eq!(refused(&folder.path().join("gone.txt")), "does not exist");
        assert!(found(&folder, &[""], true).0.is_empty(), "a walk does not give them either");
    }

    #[test]
    fn a_file_beyond_the_limits_is_cut_or_refused() {
        let folder = folder(&[]);
        let huge = folder.path().join("huge.txt");
        fs::File::create(&huge).unwrap().set_len(LARGEST + 1).unwrap();
        assert_eq!(refused(&huge), "is larger than 1024 MB");
        let long = folder.path().join("long.txt");
        let mut text = "é".repeat(9 << 20);
        text.insert(0, 'x');
        put(&long, text.as_bytes());
        let bytes = open::read(&long).unwrap();
        assert_eq!(bytes.warning, Some("only the first 16 MB were read"));
        assert_eq!(bytes.bytes.len() as u64, READ_AT_MOST - 1, "cut between characters");
        assert!(std::str::from_utf8(&bytes.bytes).is_ok());
    }

    #[test]
    fn an_archive_is_read_to_its_end_or_not_at_all() {
        let folder = folder(&[]);
        let book = folder.path().join("pictures.epub");
        put(&book, b"PK\x03\x04");
        let grow = |length| fs::File::options().write(true).open(&book).unwrap().set_len(length).unwrap();
        grow(20 << 20);
        let contents = open::read(&book).unwrap();
        assert_eq!((contents.bytes.len(), contents.warning), (20 << 20, None));
        grow((64 << 20) + 1);
        assert_eq!(refused(&book), "is an archive larger than 64 MB");
    }

    #[test]
    fn a_file_tells_when_it_was_changed() {
        let folder = folder(&["a.txt"]);
        let path = folder.path().join("a.txt");
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_hours(24)).unwrap();
        assert_eq!(read(&path).modified, 86_400);
        assert_eq!(day(86_400), Some(jiff::civil::date(1970, 1, 2)));
    }
}

#[test]
fn a_changed_file_is_wanted_where_a_walk_would_meet_it() {
    let places = [PathBuf::from("/shelf"), PathBuf::from("/one/notes.yml")];
    let wanted = |path: &str| is_wanted(Path::new(path), &places);
    assert!(wanted("/shelf/a/b.txt") && wanted("/shelf") && wanted("/shelf/new") && wanted("/one/notes.yml"));
    assert!(!wanted("/shelf/.git/a.txt") && !wanted("/shelf/a.png") && !wanted("/one/other.txt"));
}

#[test]
fn the_three_parts_of_an_article_of_omnivore_are_joined() {
    let folder = TempDir::new().unwrap();
    let item = |slug: &str| {
        format!(
            r#"{{"id":"{slug}","slug":"{slug}","title":"On {slug}","url":"https://a.example/{slug}","savedAt":"2024-01-01"}}"#
        )
    };
    let list = format!("[{},{},{}]", item("fog"), item("tar"), item("../outside"));
    put(&folder.path().join("in/metadata_0_to_20.json"), list.as_bytes());
    put(
        &folder.path().join("in/content/fog.html"),
        "<p>No boats ran before ten, and none after. </p>".repeat(9).as_bytes(),
    );
    put(&folder.path().join("in/highlights/fog.md"), b"> No boats ran.\n");
    put(&folder.path().join("in/highlights/tar.md"), b"> Nets first, then tar.\n");
    put(&folder.path().join("outside.html"), b"<p>Out of bounds.</p>");
    let (files, _) = found(&folder, &["in"], true);
    assert_eq!(files, ["in/metadata_0_to_20.json"], "the parts are not articles of their own");
    let articles = read(&folder.path().join("in/metadata_0_to_20.json")).articles.unwrap();
    let texts: Vec<String> = articles.iter().map(crate::article::Article::plain_text).collect();
    assert!(texts[0].starts_with("No boats ran before ten"), "{texts:?}");
    assert_eq!(texts[1..], ["Nets first, then tar.", ""]);
    assert_eq!(articles[0].headline.as_deref(), Some("On fog"));
    assert!(articles[0].provenance.warnings.is_empty(), "{:?}", articles[0].provenance.warnings);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_around_the_library_is_not_entered() {
    let folder = folder(&["in/a.txt", "outside.txt"]);
    std::os::unix::fs::symlink("/", folder.path().join("in/all")).unwrap();
    std::os::unix::fs::symlink("..", folder.path().join("in/up")).unwrap();
    let (files, problems) = found(&folder, &["in"], true);
    assert_eq!(files, ["in/a.txt"]);
    let around = "leads to a folder around this one";
    assert_eq!(problems, [format!("in/all {around}"), format!("in/up {around}")]);
}

#[test]
fn a_file_named_twice_is_given_once_whichever_way_it_is_named() {
    let folder = folder(&["news/a.txt", "news/b.txt", "old/a.txt"]);
    let files = |places: &[&str]| found(&folder, places, true).0;
    assert_eq!(files(&["news", "news/a.txt"]), ["news/a.txt", "news/b.txt"]);
    assert_eq!(files(&["news/b.txt", "news"]), ["news/b.txt", "news/a.txt"]);
    assert_eq!(files(&["news/a.txt", "old/../news/a.txt"]), ["news/a.txt"]);
    assert_eq!(files(&["old/a.txt", "news"]), ["old/a.txt", "news/a.txt", "news/b.txt"], "another file");
}

#[test]
fn what_has_no_file_is_dated_as_if_it_were_read_now() {
    let text =
        b"The night train\n\nBy Ada Quay, 3 November\n\nIt leaves at ten, and nobody knows who drives it.";
    let day = |modified| {
        let articles = parse(Path::new("-"), text, modified).articles.unwrap();
        articles.first().and_then(|article| article.published).map(|published| published.at.day.year())
    };
    assert_eq!(day(0).filter(|year| *year < 1990), None, "a day in 1970 bounds nothing");
}
