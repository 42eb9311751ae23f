//! Owns writing a file whole, under a name of its own first and then in the place of what was there, and how a
//! path is written down. It refuses to know what is in a file.

mod path;

use std::fs::Permissions;
use std::io::{self, Write};
use std::path::Path;

pub use path::SavedPath;

/// How long what was written has to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Beyond the end of newsprint, however it comes.
    Written,
    /// Beyond a power cut too.
    Synced,
}

/// Writes a file whole, in a folder that is there. The name it has first is its own, for two newsprints may
/// do so at once. Without `permissions` nobody but the reader may read it.
pub fn replace(
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
    lasting: Lasting,
) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(bytes)?;
    if let Some(permissions) = permissions {
        draft.as_file().set_permissions(permissions)?;
    }
    if lasting == Lasting::Synced {
        draft.as_file().sync_all()?;
    }
    draft.persist(path)?;
    Ok(())
}
