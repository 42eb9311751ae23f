//! Several machines with one library of marks: a real git merge and a real pair of Syncthing. Where a
//! program is not installed the test says that it is skipped.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use newsprint::marks::{Change, Journal, Marks, What};

use super::id;

/// A device that marks on its own: what it said, and its journal.
struct Machine {
    name: &'static str,
    folder: PathBuf,
    clock: u64,
}

impl Machine {
    fn new(name: &'static str, folder: PathBuf, clock: u64) -> Self {
        Self { name, folder, clock }
    }

    fn journal(&self) -> Journal {
        Journal::of_device(&self.folder.join("marks"), self.name)
    }

    fn marks(&self) -> Marks {
        self.journal().marks().unwrap().0
    }

    /// Marks a few articles, some of them the same as every other machine, and says what it said.
    fn marks_offline(&mut self, round: u64) -> Vec<Change> {
        let marks = self.marks();
        let stamp = marks.stamp(self.clock);
        let own = self.name.len() as u64;
        let change = |n: u64, what| Change { article: id(n), what, stamp, path: None, part: None };
        let said = vec![
            change(1, What::Read((round + own).is_multiple_of(2))),
            change(100 * own + round, What::Starred(true)),
            change(2, What::Tag(format!("{}-{round}", self.name), true)),
            change(2, What::Note(format!("{} in round {round}", self.name))),
        ];
        self.journal().append(&said).unwrap();
        self.clock += 1000;
        said
    }
}

fn is_there(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let found = found.is_ok_and(|status| status.success());
    if !found {
        println!("skipped: {program} is not installed");
    }
    found
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]);
    command.args(["-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"]).args(arguments);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
    command.output().unwrap().status.success()
}

fn commits(folder: &Path) {
    assert!(git(folder, &["add", "-A"]));
    assert!(git(folder, &["commit", "-q", "-m", "marks"]));
}

fn merged(said: &[Change]) -> Marks {
    let mut marks = Marks::default();
    marks.extend(said);
    marks
}

#[test]
fn two_clones_that_marked_offline_agree_after_a_merge() {
    if !is_there("git") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let (here, there) = (home.path().join("here"), home.path().join("there"));
    fs::create_dir(&here).unwrap();
    assert!(git(&here, &["init", "-q"]));
    fs::write(here.join("readme"), "marks\n").unwrap();
    commits(&here);
    assert!(git(home.path(), &["clone", "-q", "here", "there"]));
    // One clock is a year behind the other.
    let mut ada = Machine::new("ada", here.clone(), 1_770_000_000_000);
    let mut robert = Machine::new("robert", there.clone(), 1_740_000_000_000);
    let mut said = Vec::new();
    for round in 0..3 {
        said.extend(ada.marks_offline(round));
        commits(&here);
        said.extend(robert.marks_offline(round));
        commits(&there);
        if round == 1 {
            assert!(ada.journal().compact_now().unwrap());
            commits(&here);
        }
        assert!(git(&here, &["pull", "-q", "--no-rebase", "--no-edit", there.to_str().unwrap(), "HEAD"]));
        assert!(git(&there, &["pull", "-q", "--no-rebase", "--no-edit", here.to_str().unwrap(), "HEAD"]));
        let wanted = merged(&said);
        assert_eq!(ada.marks().get(id(1)), wanted.get(id(1)), "round {round}");
        assert_eq!(ada.marks(), robert.marks(), "round {round}");
        assert_eq!(ada.marks(), wanted, "round {round}");
        assert_eq!(ada.journal().load().unwrap().1, Vec::<String>::new());
    }
    assert!(git(&here, &["fsck"]));
}

#[test]
fn a_merge_that_ends_in_a_conflict_loses_no_line() {
    if !is_there("git") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let (here, there) = (home.path().join("here"), home.path().join("there"));
    fs::create_dir(&here).unwrap();
    assert!(git(&here, &["init", "-q"]));
    // Two machines that go by one name write to one file.
    let mut ada = Machine::new("twin", here.clone(), 1000);
    let mut said = ada.marks_offline(0);
    commits(&here);
    assert!(git(home.path(), &["clone", "-q", "here", "there"]));
    let mut other = Machine::new("twin", there.clone(), 5000);
    said.extend(ada.marks_offline(1));
    commits(&here);
    said.extend(other.marks_offline(2));
    commits(&there);
    let pulled = git(&here, &["pull", "-q", "--no-rebase", "--no-edit", there.to_str().unwrap(), "HEAD"]);
    assert!(!pulled, "both appended to one file: that is a conflict");
    assert_eq!(ada.marks(), merged(&said));
    let (_, reports) = ada.journal().load().unwrap();
    assert!(reports[0].contains("3 lines are not understood"), "{reports:?}");
}

#[test]
fn journals_may_arrive_in_any_order_and_in_pieces() {
    let home = tempfile::tempdir().unwrap();
    let names = ["a", "bb", "ccc"];
    let mut said = Vec::new();
    let mut machines: Vec<Machine> = names
        .iter()
        .map(|name| Machine::new(name, home.path().join(name), 1000 * name.len() as u64))
        .collect();
    for round in 0..4 {
        for machine in &mut machines {
            said.extend(machine.marks_offline(round));
        }
    }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let reader = Machine::new("reader", tempfile::tempdir_in(home.path()).unwrap().keep(), 1);
        fs::create_dir_all(reader.folder.join("marks")).unwrap();
        for from in order {
            let bytes = fs::read(machines[from].journal().file()).unwrap();
            let to = reader.folder.join("marks").join(format!("{}.log", names[from]));
            // Half of it first, cut in the middle of a line: a load in between harms nothing.
            fs::write(&to, &bytes[..bytes.len() / 2]).unwrap();
            drop(reader.marks());
            fs::write(&to, &bytes).unwrap();
        }
        assert_eq!(reader.marks(), merged(&said), "{order:?}");
    }
}

/// A Syncthing of its own for one folder, on loopback, without discovery or relays.
struct Sync {
    child: Child,
    home: PathBuf,
    folder: PathBuf,
    api: u16,
    listen: u16,
    device: String,
}

impl Drop for Sync {
    fn drop(&mut self) {
        // It may have ended already.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn syncthing(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("syncthing");
    command.args(arguments).env("HOME", home).env("STNODEFAULTFOLDER", "1").env("STNOUPGRADE", "1");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Makes keys for a device and returns its id.
fn device_id(home: &Path) -> String {
    let path = format!("--home={}", home.display());
    let generated = syncthing(home, &["generate", &path]).status().unwrap().success()
        || syncthing(home, &[&format!("-generate={}", home.display())]).status().unwrap().success();
    assert!(generated, "no keys for syncthing");
    let config = fs::read_to_string(home.join("config.xml")).unwrap();
    let id = config.split("<device id=\"").nth(1).and_then(|rest| rest.split('"').next());
    id.unwrap().to_owned()
}

impl Sync {
    /// Starts both ends of a pair.
    fn pair(root: &Path, folders: [&Path; 2]) -> [Self; 2] {
        let homes = [root.join("sync-1"), root.join("sync-2")];
        for home in &homes {
            fs::create_dir_all(home).unwrap();
        }
        let ids = [device_id(&homes[0]), device_id(&homes[1])];
        let ports = [free_port(), free_port()];
        [0, 1].map(|own| {
            let api = free_port();
            let devices: String = [0, 1].map(|n| {
                format!(
                    "<device id=\"{}\" name=\"d{n}\" compression=\"never\"><address>tcp://127.0.0.1:{}</address></device>",
                    ids[n], ports[n]
                )
            }).concat();
            let members: String = ids.iter().map(|id| format!("<device id=\"{id}\"></device>")).collect::<Vec<_>>().concat();
            let config = format!(
                "<configuration version=\"35\"><folder id=\"marks\" label=\"marks\" path=\"{}\" type=\"sendreceive\" \
                rescanIntervalS=\"1\" fsWatcherEnabled=\"true\" fsWatcherDelayS=\"1\">{members}</folder>{devices}\
                <gui enabled=\"true\" tls=\"false\"><address>127.0.0.1:{api}</address><apikey>test</apikey></gui>\
                <options><listenAddress>tcp://127.0.0.1:{}</listenAddress>\
                <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>\
                <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>\
                <reconnectionIntervalS>1</reconnectionIntervalS><urAccepted>-1</urAccepted>\
                <autoUpgradeIntervalH>0</autoUpgradeIntervalH><crashReportingEnabled>false</crashReportingEnabled>\
                </options></configuration>",
                folders[own].display(), ports[own]
            );
            fs::write(homes[own].join("config.xml"), config).unwrap();
            fs::create_dir_all(folders[own].join(".stfolder")).unwrap();
            let child = Self::start(&homes[own]);
            Self {
                child,
                home: homes[own].clone(),
                folder: folders[own].to_owned(),
                api,
                listen: ports[own],
                device: ids[own].clone(),
            }
        })
    }

    fn start(home: &Path) -> Child {
        let path = format!("--home={}", home.display());
        syncthing(home, &["serve", "--no-browser", "--no-restart", &path]).spawn().unwrap()
    }

    fn stop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }

    fn again(&mut self) {
        self.child = Self::start(&self.home);
    }
}

#[test]
fn a_pair_of_syncthing_brings_two_machines_together() {
    if !is_there("syncthing") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let (here, there) = (home.path().join("here"), home.path().join("there"));
    let mut ada = Machine::new("ada", here.clone(), 1_770_000_000_000);
    let mut robert = Machine::new("robert", there.clone(), 1_740_000_000_000);
    for folder in [&here, &there] {
        fs::create_dir_all(folder.join("marks")).unwrap();
    }
    let mut said = Vec::new();
    let mut pair = Sync::pair(home.path(), [&here, &there]);
    for round in 0..3 {
        for sync in &mut pair {
            sync.stop();
        }
        said.extend(ada.marks_offline(2 * round));
        said.extend(robert.marks_offline(2 * round));
        for sync in &mut pair {
            sync.again();
        }
        // And some while it is at work.
        said.extend(ada.marks_offline(2 * round + 1));
        said.extend(robert.marks_offline(2 * round + 1));
        let wanted = merged(&said);
        let end = Instant::now() + Duration::from_secs(90);
        while ada.marks() != wanted || robert.marks() != wanted {
            let where_to = pair.each_ref().map(|s| (s.api, s.listen, s.device.get(..7), s.folder.clone()));
            assert!(Instant::now() < end, "round {round}: they do not agree: {where_to:?}");
            thread::sleep(Duration::from_millis(200));
        }
    }
    assert_eq!(ada.marks(), robert.marks());
    println!("syncthing: {} changes on two machines, all on both", said.len());
}
