//! front matter stub.
