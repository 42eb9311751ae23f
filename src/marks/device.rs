//! Owns the name of this machine's journal. The config folder may be shared between machines, so the
//! name comes from the machine and never from that folder. It refuses to reveal the machine's id.

use std::fs::{self, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

/// Where systems keep an id that is theirs alone.
const MACHINE_IDS: &[&str] = &["/etc/machine-id", "/var/lib/dbus/machine-id", "/etc/hostid"];

/// Where they keep their name.
const HOST_NAMES: &[&str] = &["/proc/sys/kernel/hostname", "/etc/hostname", "/etc/myname"];

/// Returns this machine's name, safe as a file name: `ada-laptop-3f09c2`. A machine without an id
/// gets a number kept in `state`, a folder that is not shared; without one it goes by its host name.
/// Two machines that end up with one name still lose nothing: they add to one file.
pub fn name(state: Option<&Path>) -> String {
    let host = slug(&first_line(HOST_NAMES).unwrap_or_default());
    let suffix = first_line(MACHINE_IDS)
        .map(|id| xxh3_64(format!("newsprint journal {id}").as_bytes()))
        .or_else(|| state.and_then(kept_number));
    match suffix {
        Some(number) => format!("{host}-{:06x}", number & 0x00ff_ffff),
        None => host,
    }
}

fn first_line(places: &[&str]) -> Option<String> {
    let lines = places.iter().filter_map(|place| fs::read_to_string(place).ok());
    lines.map(|text| text.trim().to_owned()).find(|line| !line.is_empty() && line != "uninitialized")
}

/// Keeps letters, digits and hyphens of a host's first label.
fn slug(host: &str) -> String {
    let label = host.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let kept: String = label.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(24).collect();
    let kept = kept.trim_matches('-');
    if kept.is_empty() { "machine".to_owned() } else { kept.to_owned() }
}

/// Reads the number drawn for this machine, drawing it the first time.
fn kept_number(state: &Path) -> Option<u64> {
    let file = state.join("device");
    fs::create_dir_all(state).ok()?;
    if let Ok(mut new) = OpenOptions::new().write(true).create_new(true).open(&file) {
        let number = RandomState::new().hash_one("device") & 0x00ff_ffff;
        new.write_all(format!("{number:06x}\n").as_bytes()).ok()?;
    }
    u64::from_str_radix(fs::read_to_string(&file).ok()?.trim(), 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_name_becomes_a_file_name() {
        assert_eq!(slug("Ada's-Laptop.home.example"), "adas-laptop");
        assert_eq!(slug("../../etc"), "machine");
        assert_eq!(slug(""), "machine");
    }

    #[test]
    fn the_number_is_drawn_once() {
        let state = tempfile::tempdir().unwrap();
        let first = kept_number(state.path());
        assert!(first.is_some());
        assert_eq!(kept_number(state.path()), first);
    }

    #[test]
    fn the_name_stays_the_same() {
        assert_eq!(name(None), name(None));
    }
}
