//! The command line: one file a command; all printing stands in this room.

mod adopt;
mod arguments;
mod build;
mod check;
mod clock;
mod help;
mod init;
mod new;
mod printing;
mod schema;
mod search;
mod serve;
mod streams;
mod swedish;
mod usage;

use clap::{CommandFactory, FromArgMatches};

use arguments::{Arguments, Command};

/// How a run ends; `main` turns it into an exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing is wrong, warnings aside: 0.
    Sound,
    /// There are errors in the sources: 1.
    Faults,
    /// Wrong usage, or trouble of the machine: 2.
    Trouble,
}

/// Runs the program with the arguments of its process.
#[must_use]
pub fn run() -> Ending {
    let arguments = program()
        .try_get_matches()
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match arguments {
        Ok(arguments) => arguments,
        Err(error) => {
            if !error.use_stderr() {
                error.print().ok();
                return Ending::Sound;
            }
            if swedish::is_asked_for(std::env::args_os()) {
                streams::complain(usage::in_swedish(&error).trim_end());
            } else {
                error.print().ok();
            }
            return Ending::Trouble;
        }
    };
    let ending = perform(&arguments);
    if streams::is_lost() {
        Ending::Trouble
    } else {
        ending
    }
}

/// What the program can be asked for, with its help in the language that the command line names.
fn program() -> clap::Command {
    let program = Arguments::command();
    if swedish::is_asked_for(std::env::args_os()) {
        swedish::in_swedish(program)
    } else {
        program
    }
}

fn perform(arguments: &Arguments) -> Ending {
    match arguments.command {
        Command::Build(ref options) => build::run(&arguments.everywhere, options),
        Command::Check(ref options) => check::run(&arguments.everywhere, options),
        Command::Serve(ref options) => serve::run(&arguments.everywhere, options),
        Command::Init(ref options) => init::run(&arguments.everywhere, options),
        Command::Adopt(ref options) => adopt::run(&arguments.everywhere, options),
        Command::New(ref options) => new::run(&arguments.everywhere, options),
        Command::Search(ref options) => search::run(&arguments.everywhere, options),
        Command::Schema(ref options) => schema::run(options),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "diarium", &mut script);
            streams::say(String::from_utf8_lossy(&script).trim_end());
            Ending::Sound
        }
        Command::Help { ref topic } => help::run(topic.as_deref()),
    }
}
