//! What stands where a file should: pipes, devices, loops, folders, what is forbidden, what changes.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::row::{Row, file, row};

const KEPT: &str = "The quay was empty.";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = kinds();
    rows.extend(links());
    rows.extend(system());
    rows.extend(forbidden());
    rows.extend(moving());
    rows
}

/// Puts an article beside something, and names the folder of both.
fn beside(what: &'static str, build: fn(&Path)) -> Row {
    row(what, move |folder| {
        fs::write(folder.join("quay.txt"), KEPT).unwrap();
        build(folder);
        vec![folder.to_owned()]
    })
    .articles(1)
    .says(KEPT)
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn kinds() -> Vec<Row> {
    vec![
        row("a pipe, named", |folder| {
            pipe(&folder.join("pipe.txt"));
            vec![folder.join("pipe.txt")]
        })
        .refused("not a regular file"),
        beside("a pipe in a folder", |folder| pipe(&folder.join("pipe.html"))).refused("not a regular file"),
        row("a socket, named", |folder| {
            UnixListener::bind(folder.join("socket.txt")).unwrap();
            vec![folder.join("socket.txt")]
        })
        .refused("not a regular file"),
        beside("a socket in a folder", |folder| {
            UnixListener::bind(folder.join("socket.md")).unwrap();
        })
        .refused("not a regular file"),
        beside("a folder named .html", |folder| fs::create_dir(folder.join("page.html")).unwrap()),
        beside("a folder within a folder within … 200 deep", |folder| {
            let mut path = folder.to_owned();
            (0..200).for_each(|_| path.push("d"));
            fs::create_dir_all(path).unwrap();
        })
        .refused("folders deep"),
        beside("2,000 empty folders", |folder| {
            (0..2_000).for_each(|n| fs::create_dir(folder.join(n.to_string())).unwrap());
        }),
        row("a file of 1 TB with nothing in it", |folder| {
            File::create(folder.join("huge.txt")).unwrap().set_len(1 << 40).unwrap();
            vec![folder.join("huge.txt")]
        })
        .refused("larger than"),
        row("a file of 60 MB with nothing in it", |folder| {
            File::create(folder.join("sparse.txt")).unwrap().set_len(60 << 20).unwrap();
            vec![folder.join("sparse.txt")]
        })
        .refused("looks binary"),
        row("a name that is no UTF-8", |folder| {
            let path = folder.join(std::ffi::OsStr::from_bytes(b"caf\xe9\xff.txt"));
            fs::write(&path, KEPT).unwrap();
            vec![path]
        })
        .articles(1)
        .says(KEPT),
    ]
}

fn links() -> Vec<Row> {
    vec![
        beside("a link to nothing", |folder| symlink("nowhere.txt", folder.join("gone.txt")).unwrap())
            .refused("link to nothing"),
        beside("two links to each other", |folder| {
            symlink("b.txt", folder.join("a.txt")).unwrap();
            symlink("a.txt", folder.join("b.txt")).unwrap();
        })
        .refused("leads back to itself"),
        row("a link to itself, named", |folder| {
            symlink("a.txt", folder.join("a.txt")).unwrap();
            vec![folder.to_owned()]
        })
        .refused("leads back to itself"),
        beside("a folder that holds a link to itself", |folder| {
            symlink(folder, folder.join("again")).unwrap();
        }),
        beside("two folders that hold each other", |folder| {
            fs::create_dir_all(folder.join("a")).unwrap();
            fs::create_dir_all(folder.join("b")).unwrap();
            symlink("../b", folder.join("a/b")).unwrap();
            symlink("../a", folder.join("b/a")).unwrap();
        }),
        beside("a link to the root of the system", |folder| symlink("/", folder.join("all")).unwrap())
            .refused("leads to a folder around this one"),
        beside("a link to the folder around the library", |folder| {
            fs::write(folder.parent().unwrap().join("outside.txt"), "Out of bounds.").unwrap();
            symlink("..", folder.join("up")).unwrap();
        })
        .refused("leads to a folder around this one")
        .lacks("Out of bounds."),
        beside("a link to the processes of the system", |folder| {
            symlink("/proc", folder.join("processes")).unwrap();
        })
        .refused("leads to a folder around this one"),
        row("a link out of the library is followed, and its own path shown", |folder| {
            let outside = folder.parent().unwrap().join("outside.txt");
            fs::write(&outside, KEPT).unwrap();
            symlink(outside, folder.join("link.txt")).unwrap();
            vec![folder.to_owned()]
        })
        .says(KEPT)
        .holds("the link's path", |articles| {
            articles[0]["path"].as_str().unwrap().ends_with("library/link.txt")
        }),
        beside("a link out of the library, with links off", |folder| {
            let outside = folder.parent().unwrap().join("outside.txt");
            fs::write(&outside, "Out of bounds.").unwrap();
            symlink(outside, folder.join("link.txt")).unwrap();
        })
        .config("follow-links = false\n")
        .lacks("Out of bounds."),
        beside("a link to a device in a folder", |folder| {
            symlink("/dev/zero", folder.join("zero.txt")).unwrap();
        })
        .refused("not a regular file"),
    ]
}

fn system() -> Vec<Row> {
    let named = |what, path: &'static str| row(what, move |_| vec![PathBuf::from(path)]);
    let mut rows = vec![
        named("/dev/zero", "/dev/zero").refused("not a regular file"),
        named("/dev/null", "/dev/null").refused("not a regular file"),
        named("/dev/urandom", "/dev/urandom").refused("not a regular file"),
        named("/dev/stdin", "/dev/stdin").refused("not a regular file"),
    ];
    let system = [
        ("/dev/tty", "/dev/tty"),
        ("/dev/ptmx", "/dev/ptmx"),
        ("/proc/self/mem", "/proc/self/mem"),
        ("/proc/self/pagemap, which never ends", "/proc/self/pagemap"),
        ("/proc/self/maps", "/proc/self/maps"),
        ("/proc/kmsg, which waits", "/proc/kmsg"),
        ("/proc/kcore", "/proc/kcore"),
        ("/proc/cpuinfo, which says it is empty", "/proc/cpuinfo"),
        ("/proc/self/fd, a folder of open files", "/proc/self/fd"),
    ];
    rows.extend(
        system
            .into_iter()
            .filter(|(_, path)| Path::new(path).exists())
            .map(|(what, path)| named(what, path).either()),
    );
    rows
}

fn forbidden() -> Vec<Row> {
    vec![
        beside("a file that may not be read", |folder| {
            fs::write(folder.join("secret.txt"), "Not for you.").unwrap();
            fs::set_permissions(folder.join("secret.txt"), Permissions::from_mode(0o0)).unwrap();
        })
        .unprivileged()
        .refused("no permission")
        .lacks("Not for you."),
        beside("a folder that may not be entered", |folder| {
            fs::create_dir(folder.join("secret")).unwrap();
            fs::set_permissions(folder.join("secret"), Permissions::from_mode(0o0)).unwrap();
        })
        .unprivileged()
        .refused("no permission"),
    ]
}

fn moving() -> Vec<Row> {
    let shelf = |folder: &Path| {
        for n in 0..1_500 {
            fs::write(folder.join(format!("{n}.txt")), KEPT.repeat(40)).unwrap();
        }
    };
    vec![
        row("files that vanish while the folder is read", move |folder| {
            shelf(folder);
            vec![folder.to_owned()]
        })
        .meanwhile(|folder| {
            (0..1_500).rev().for_each(|n| fs::remove_file(folder.join(format!("{n}.txt"))).unwrap());
        }),
        row("a folder that vanishes while it is read", move |folder| {
            fs::create_dir(folder.join("in")).unwrap();
            shelf(&folder.join("in"));
            vec![folder.to_owned()]
        })
        .meanwhile(|folder| fs::remove_dir_all(folder.join("in")).unwrap()),
        file("a file that grows while it is read", "log.txt", || KEPT.repeat(100_000).into_bytes())
            .meanwhile(|folder| {
                let mut log = OpenOptions::new().append(true).open(folder.join("log.txt")).unwrap();
                (0..200).for_each(|_| log.write_all(KEPT.repeat(100).as_bytes()).unwrap());
            }),
        file("a file that shrinks while it is read", "log.txt", || KEPT.repeat(500_000).into_bytes())
            .meanwhile(|folder| {
                OpenOptions::new().write(true).open(folder.join("log.txt")).unwrap().set_len(100).unwrap();
            }),
    ]
}
