//! What odd input costs: each input at a base size, at ten times and at a hundred times of it.
//!
//! Cost must grow with the work, also for what nobody expects in a register. A quadratic step shows as a hundredfold
//! here where ten times are asked for; [`MOST`] leaves room for caches and for what is sorted.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use wait4::Wait4;

use inputs::{ODD, Odd, Run};
use site::Site;

pub(crate) mod collection;
mod inputs;
mod report;
mod site;

/// The most that anything may grow when the input is ten times as large.
const MOST: f64 = 12.0;
/// Below this, a time is noise: it counts as this much.
const LEAST_TIME: Duration = Duration::from_millis(50);
/// Below this, what is printed is a heading and a summary: it counts as this much.
const LEAST_PRINTED: u64 = 16 * 1024;
/// The sizes, as multiples of an input's base.
const SIZES: [usize; 3] = [1, 10, 100];
/// The processor seconds after which a run is stopped.
const LIMIT: u64 = 4;
/// The most memory that a run may ask for, in KiB.
const MEMORY: u64 = 8 << 20;

/// What a run cost, beyond what an empty site costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    processor: Duration,
    peak: u64,
    printed: u64,
}

/// What became of one run.
#[derive(Debug, Clone)]
enum Outcome {
    Ended(Cost),
    /// It took more processor time than any run may.
    Stopped,
    /// It ended otherwise than with faults told.
    Broke(String),
    /// A smaller size was stopped already.
    LeftOut,
}

/// One input at all its sizes.
struct Row {
    odd: &'static Odd,
    outcomes: Vec<Outcome>,
}

impl Row {
    /// What is wrong with it, in words.
    fn fault(&self) -> Option<String> {
        for outcome in &self.outcomes {
            match outcome {
                Outcome::Stopped => return Some("stopped".to_owned()),
                Outcome::Broke(how) => return Some(how.clone()),
                Outcome::Ended(_) | Outcome::LeftOut => {}
            }
        }
        let (times, printed) = (self.growth(time), self.growth(printed));
        if times.iter().any(|growth| *growth > MOST) {
            return Some("time grows faster".to_owned());
        }
        let prints_more = printed.iter().any(|growth| *growth > MOST);
        prints_more.then(|| "prints more and more".to_owned())
    }

    /// How often more each size costs than the one before it.
    fn growth(&self, of: fn(&Cost) -> f64) -> Vec<f64> {
        let pair = |pair: &[Outcome]| match pair {
            [Outcome::Ended(small), Outcome::Ended(large)] => Some(of(large) / of(small)),
            _ => None,
        };
        self.outcomes.windows(2).filter_map(pair).collect()
    }
}

fn time(cost: &Cost) -> f64 {
    cost.processor.max(LEAST_TIME).as_secs_f64()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a ratio is shown with one decimal"
)]
fn printed(cost: &Cost) -> f64 {
    cost.printed.max(LEAST_PRINTED) as f64
}

/// Runs every odd input whose name holds `wanted`, prints the table, and fails if one grows too fast.
pub(crate) fn measure(wanted: &str) -> Result<ExitCode, String> {
    let told = |error: io::Error| format!("no folder to work in: {error}");
    let temporary = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).map_err(told)?;
    let empty = |run| {
        let site = Site::new(&temporary.path().join("empty")).map_err(told)?;
        match cost(
            &site,
            run,
            Cost {
                processor: Duration::ZERO,
                peak: 0,
                printed: 0,
            },
        )
        .map_err(told)?
        {
            Outcome::Ended(cost) => Ok(cost),
            broken => Err(format!("a site without anything odd fails: {broken:?}")),
        }
    };
    let (check, build) = (empty(Run::Check)?, empty(Run::Build)?);
    println!("{}", report::head());
    let mut is_sound = true;
    for odd in ODD.iter().filter(|odd| odd.name.contains(wanted)) {
        let base = match odd.run {
            Run::Check => check,
            Run::Build | Run::BuildAfterRemoval => build,
        };
        let mut outcomes: Vec<Outcome> = Vec::new();
        for size in SIZES {
            let outcome = match outcomes.last() {
                None | Some(Outcome::Ended(_)) => {
                    one(odd, odd.base * size, &temporary.path().join("site"), base).map_err(told)?
                }
                Some(_) => Outcome::LeftOut,
            };
            outcomes.push(outcome);
        }
        let row = Row { odd, outcomes };
        is_sound &= row.fault().is_none();
        println!("{}", report::row(&row));
    }
    println!("\n{}", report::foot());
    Ok(if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Makes the input in one size, runs the program over it, and clears it away.
fn one(odd: &Odd, count: usize, folder: &Path, base: Cost) -> io::Result<Outcome> {
    let site = Site::new(folder)?;
    odd.write(&site, count)?;
    if odd.run == Run::BuildAfterRemoval {
        let before = cost(&site, Run::Build, base)?;
        if !matches!(before, Outcome::Ended(_)) {
            return Ok(before);
        }
        fs::remove_dir_all(site.root.join("content/gone"))?;
    }
    let outcome = cost(&site, odd.run, base);
    fs::remove_dir_all(folder)?;
    outcome
}

fn cost(site: &Site, run: Run, base: Cost) -> io::Result<Outcome> {
    let what = match run {
        Run::Check => "check",
        Run::Build | Run::BuildAfterRemoval => "build",
    };
    let notes = site.root.join("notes.txt");
    let output = File::create(&notes)?;
    // The shell gives way to the program, so the figures are the program's own.
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -t {LIMIT}; ulimit -v {MEMORY}; exec \"$@\""
        ))
        .args(["limited", env!("CARGO_BIN_EXE_diarium"), "--language", "en"])
        .arg("--root")
        .arg(&site.root)
        .arg(what)
        .stdin(Stdio::null())
        .stderr(output.try_clone()?)
        .stdout(output)
        .spawn()?;
    let used = child.wait4()?;
    let processor = used.rusage.utime + used.rusage.stime;
    Ok(match used.status.code() {
        Some(0 | 1) => Outcome::Ended(Cost {
            processor: processor.saturating_sub(base.processor),
            peak: used.rusage.maxrss,
            printed: fs::metadata(&notes)?.len(),
        }),
        None if processor.as_secs() + 1 >= LIMIT => Outcome::Stopped,
        Some(_) | None => Outcome::Broke(used.status.to_string()),
    })
}
