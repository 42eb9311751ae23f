//! Files that once broke a parser, as the fuzz targets found them: each is read, quickly and quietly.

use std::fs;
use std::path::{Path, PathBuf};

use crate::row::{Row, row};

pub(crate) fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/malformed");
    let mut files: Vec<PathBuf> = entries(&folder).iter().flat_map(|target| entries(target)).collect();
    files.sort();
    files.into_iter().map(kept).collect()
}

fn kept(path: PathBuf) -> Row {
    let name = path.file_name().unwrap().to_string_lossy();
    let what = format!("kept: {name}").leak();
    row(what, move |_| vec![path.clone()]).either()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}
