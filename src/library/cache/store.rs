//! Owns the folder of a cache: where it is, whether it fits this newsprint, how it is made and thrown
//! away. It refuses to know what is in it.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::{Index, TantivyError};
use xxhash_rust::xxh3::Xxh3;

use super::schema::{self, Fields};
use super::{Cache, CacheError, Writer};

/// What the cache of this newsprint says of itself. Raise the number whenever fields, tokens, folds, ids or
/// rows change: a cache that says anything else is made anew.
const VERSION: &str = "newsprint cache 12\n";
/// The file that says it.
const VERSION_FILE: &str = "version";
/// The folder of the index.
const INDEX: &str = "index";
/// The file tantivy locks for its writer.
const LOCK: &str = ".tantivy-writer.lock";
/// The file tantivy replaces with each commit.
const WRITTEN: &str = "meta.json";

/// The cache of one library, be it there or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

/// What there is of a cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// How many articles it holds, copies counted.
    pub articles: u64,
    /// In how many segments.
    pub segments: usize,
    /// How many bytes its files have.
    pub bytes: u64,
}

impl Store {
    /// Names the cache of the library at `places`, below the cache folder of newsprint.
    pub fn of(cache: &Path, places: &[PathBuf]) -> Self {
        Self { folder: cache.join(Self::name(places)) }
    }

    /// Returns what the library at `places` goes by among the files of newsprint.
    pub fn name(places: &[PathBuf]) -> String {
        let mut hash = Xxh3::new();
        for place in places {
            hash.update(place.as_os_str().as_encoded_bytes());
            hash.update(b"\0");
        }
        format!("{:016x}", hash.digest())
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens the cache to read it, if it is there and fits. One that is damaged is thrown away, and then is
    /// missing, unless another newsprint writes it: it can be rebuilt.
    pub fn open(&self) -> Result<Cache, CacheError> {
        // What tantivy does not expect in a file it may also say by a panic.
        let opened = catch_unwind(AssertUnwindSafe(|| self.read()))
            .unwrap_or_else(|_| Err(CacheError::Damaged("it cannot be opened".to_owned())));
        if matches!(opened, Err(CacheError::Damaged(_))) && !self.is_being_written() {
            // Another newsprint may have thrown it away meanwhile, and be making it anew.
            if !matches!(self.index(), Err(CacheError::Missing)) {
                self.clear()?;
            }
            return Err(CacheError::Missing);
        }
        opened
    }

    fn read(&self) -> Result<Cache, CacheError> {
        let (index, fields) = self.index()?;
        Cache::open(&index, fields, &self.folder)
    }

    /// Returns the folder of the index.
    pub(super) fn index_folder(&self) -> PathBuf {
        self.folder.join(INDEX)
    }

    fn is_being_written(&self) -> bool {
        let lock = File::open(self.index_folder().join(LOCK));
        lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
    }

    /// Becomes the one who writes the cache, which is made if it is not there or does not fit.
    pub fn write(&self) -> Result<Writer, CacheError> {
        let (index, fields) = match self.index() {
            Err(CacheError::Missing) => self.create()?,
            opened => opened?,
        };
        Writer::new(&index, fields, &self.folder)
    }

    /// Waits until nobody writes the cache; the one who did may have ended in any way. There is nothing to
    /// wait for where there is no cache.
    pub fn wait_for_writer(&self) {
        if let Ok(lock) = File::open(self.index_folder().join(LOCK)) {
            // What cannot be locked is no reason to wait.
            drop(lock.lock());
        }
    }

    /// Returns the file that is replaced whenever something was written.
    pub fn written(&self) -> PathBuf {
        self.index_folder().join(WRITTEN)
    }

    /// Throws the cache away; the version goes first, so that what is left of it meanwhile is none.
    pub fn clear(&self) -> Result<(), CacheError> {
        // Whatever keeps it there keeps the folder too, which then is an error.
        drop(fs::remove_file(self.folder.join(VERSION_FILE)));
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Says what there is.
    pub fn status(&self) -> Result<Status, CacheError> {
        let (index, _) = self.index()?;
        let segments = index.searchable_segment_metas()?;
        let articles = segments.iter().map(|segment| u64::from(segment.num_docs())).sum();
        let mut bytes = 0;
        for entry in fs::read_dir(self.index_folder())? {
            bytes += entry?.metadata()?.len();
        }
        Ok(Status { articles, segments: segments.len(), bytes })
    }

    pub(super) fn index(&self) -> Result<(Index, Fields), CacheError> {
        let version = fs::read_to_string(self.folder.join(VERSION_FILE)).unwrap_or_default();
        if version != VERSION {
            return Err(CacheError::Missing);
        }
        let (schema, fields) = schema::schema();
        let directory = MmapDirectory::open(self.index_folder()).map_err(TantivyError::from)?;
        let mut index = Index::open(directory)?;
        if index.schema() != schema {
            return Err(CacheError::Missing);
        }
        index.set_tokenizers(schema::tokenizers());
        Ok((index, fields))
    }

    /// Makes an empty cache; the version comes last, so that half a cache is none.
    fn create(&self) -> Result<(Index, Fields), CacheError> {
        self.clear()?;
        let folder = self.index_folder();
        fs::create_dir_all(&folder)?;
        let (schema, fields) = schema::schema();
        let directory = MmapDirectory::open(&folder).map_err(TantivyError::from)?;
        let builder = Index::builder().schema(schema).settings(schema::settings());
        let index = builder.tokenizers(schema::tokenizers()).open_or_create(directory)?;
        let mut version = File::create(self.folder.join(VERSION_FILE))?;
        version.write_all(VERSION.as_bytes())?;
        version.sync_all()?;
        Ok((index, fields))
    }
}
