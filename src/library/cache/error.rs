//! Owns why the cache did not do what it was asked, and which faults of tantivy are damage. It refuses to mend
//! any.

use std::io::ErrorKind;

use tantivy::TantivyError;
use tantivy::directory::error::{OpenDirectoryError, OpenReadError};

/// Why the cache did not do what it was asked. It can always be rebuilt.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// There is none, or one of another version.
    #[error("there is no cache")]
    Missing,
    /// Another newsprint writes it.
    #[error("another newsprint writes the cache")]
    Busy,
    /// It cannot be read or written.
    #[error("the cache: {0}")]
    Broken(String),
    /// It is corrupt: to try again does not help.
    #[error("the cache: {0}")]
    Damaged(String),
}

impl From<TantivyError> for CacheError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(..) => Self::Busy,
            damage if is_damage(&damage) => Self::Damaged(damage.to_string()),
            other => Self::Broken(other.to_string()),
        }
    }
}

/// Says whether the files of the index are corrupt, and not only out of reach for now.
fn is_damage(error: &TantivyError) -> bool {
    let is_lost =
        |kind| matches!(kind, ErrorKind::NotFound | ErrorKind::InvalidData | ErrorKind::UnexpectedEof);
    match error {
        TantivyError::DataCorruption(_)
        | TantivyError::IncompatibleIndex(_)
        | TantivyError::SchemaError(_)
        | TantivyError::DeserializeError(_)
        | TantivyError::OpenDirectoryError(OpenDirectoryError::DoesNotExist(_))
        | TantivyError::OpenReadError(
            OpenReadError::FileDoesNotExist(_) | OpenReadError::IncompatibleIndex(_),
        ) => true,
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => is_lost(io_error.kind()),
        TantivyError::IoError(error) => is_lost(error.kind()),
        _ => false,
    }
}

impl From<std::io::Error> for CacheError {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(error.to_string())
    }
}
