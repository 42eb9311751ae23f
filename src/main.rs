//! newsprint, the program.
fn main() {}
