//! The program: arguments in, exit code out.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match diarium::cli::run() {
        diarium::cli::Ending::Sound => ExitCode::SUCCESS,
        diarium::cli::Ending::Faults => ExitCode::from(1),
        diarium::cli::Ending::Trouble => ExitCode::from(2),
    }
}
