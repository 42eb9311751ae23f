//! newsprint, the program: the library's [`newsprint::run`] with the arguments of this process.

use std::process::ExitCode;

fn main() -> ExitCode {
    newsprint::run(std::env::args_os()).into()
}
