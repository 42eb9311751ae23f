//! Owns what in a folder is no article for certain, told by names alone. It refuses to open anything,
//! and has no say over files that were named.

use std::path::Path;

/// Extensions of what is never an article: pictures, sound, film, fonts, programs, archives, settings.
const EXTENSIONS: &[&str] = &[
    "7z",
    "aac",
    "avi",
    "avif",
    "bin",
    "bmp",
    "bz2",
    "class",
    "css",
    "dat",
    "db",
    "deb",
    "dll",
    "dmg",
    "dylib",
    "eot",
    "exe",
    "flac",
    "gif",
    "heic",
    "ico",
    "ini",
    "iso",
    "jar",
    "jpeg",
    "jpg",
    "js",
    "lock",
    "m4a",
    "map",
    "mjs",
    "mkv",
    "mov",
    "mp3",
    "mp4",
    "o",
    "ogg",
    "opus",
    "otf",
    "png",
    "psd",
    "pyc",
    "rar",
    "rpm",
    "scss",
    "so",
    "sqlite",
    "sqlite3",
    "svg",
    "swf",
    "swp",
    "tar",
    "tgz",
    "tif",
    "tiff",
    "tmp",
    "toml",
    "ts",
    "ttf",
    "wasm",
    "wav",
    "webm",
    "webmanifest",
    "webp",
    "woff",
    "woff2",
    "xz",
    "yaml",
    "yml",
    "zip",
];

/// What browsers add to the name of a saved page for the folder of its pictures and scripts.
const PAGE_PARTS: &[&str] =
    &["_files", ".files", "-Dateien", "-filer", "_archivos", "_arquivos", "_bestanden", "_fichiers", "_file"];

/// Says whether a file's name rules it out.
pub(super) fn is_no_article(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let is_folder =
        [".tar.gz", ".tar.zst"].iter().any(|end| name.to_ascii_lowercase().ends_with(end.as_bytes()));
    name.ends_with(b"~") || is_folder || EXTENSIONS.binary_search(&extension.as_str()).is_ok()
}

/// Says whether a folder holds the parts of a page saved beside it.
pub(super) fn is_page_parts(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let Some(page) = PAGE_PARTS.iter().find_map(|part| name.strip_suffix(part)) else { return false };
    ["html", "htm", "xhtml"].iter().any(|e| folder.with_file_name(format!("{page}.{e}")).is_file())
}

/// Says whether a name is hidden by custom.
pub(super) fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_extensions_are_in_order() {
        assert!(super::EXTENSIONS.is_sorted());
    }

    #[test]
    fn a_packed_article_is_looked_at_and_a_packed_folder_is_not() {
        let skipped = |name: &str| super::is_no_article(std::path::Path::new(name));
        assert!(!skipped("tides.html.gz") && !skipped("crawl.warc.gz") && !skipped("list.mbox.zst"));
        assert!(skipped("site.tar.gz") && skipped("Site.TAR.ZST") && skipped("site.tgz"));
    }
}
