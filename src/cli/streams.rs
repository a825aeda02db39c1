//! Standard output and standard error. A reader who has gone away, as `head` does, ends nothing and is no fault; what could
//! not be written for another reason is told by how the run ends.

use std::io::{self, ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something could not be written though somebody waits for it.
static IS_LOST: AtomicBool = AtomicBool::new(false);

/// Writes a line to standard output; `false` when nobody reads it.
pub(super) fn say(text: &str) -> bool {
    put(&mut io::stdout().lock(), &format!("{text}\n"))
}

/// Writes a line to standard error; `false` when nobody reads it.
pub(super) fn complain(text: &str) -> bool {
    put(&mut io::stderr().lock(), &format!("{text}\n"))
}

/// Writes a question to standard error, where the answer stands behind it.
pub(super) fn ask(text: &str) {
    put(&mut io::stderr().lock(), &format!("{text}: "));
}

/// Whether something could not be written though somebody waits for it.
pub(super) fn is_lost() -> bool {
    IS_LOST.load(Ordering::Relaxed)
}

fn put(stream: &mut dyn Write, text: &str) -> bool {
    match stream
        .write_all(text.as_bytes())
        .and_then(|()| stream.flush())
    {
        Ok(()) => true,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => false,
        Err(_) => {
            IS_LOST.store(true, Ordering::Relaxed);
            false
        }
    }
}
