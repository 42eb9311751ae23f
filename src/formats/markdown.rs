//! markdown stub.

use super::{Format, Origin, Problem};
use crate::article::Article;

/// markdown.
pub const FORMAT: Format = Format { name: "markdown", extensions: &[], about: "", sniff: |_| false, parse };

fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Vec<Article>, Problem> {
    let _ = (bytes, origin);
    Ok(vec![])
}
