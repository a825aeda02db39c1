//! The steps that are measured on one register.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::write_record;
use crate::hugo::Hugo;
use crate::measure::{Amount, Figures, Files, median, run};
use crate::register::Register;
use crate::register::source::path_of;

/// A register on disk, ready to be measured.
pub(crate) struct Bench<'a> {
    /// The folder of this register: `site/`, `hugo/` and all that the steps make.
    pub(crate) folder: PathBuf,
    /// How many records it has.
    pub(crate) records: usize,
    /// How often each step is run.
    pub(crate) runs: usize,
    /// Hugo, or why it is not measured.
    pub(crate) hugo: Result<&'a Hugo, String>,
    /// Whether its records tell nothing of how their matters went.
    pub(crate) is_plain: bool,
}

/// What one step came to.
pub(crate) struct Row {
    /// The step, in words.
    pub(crate) step: &'static str,
    /// What it cost: the median of its runs, or why there is none.
    pub(crate) figures: Result<Figures, String>,
    /// What it wrote, or why that is not known.
    pub(crate) written: Result<Written, String>,
    /// Whether the step was left out on purpose.
    pub(crate) is_left_out: bool,
}

/// What a step did to the output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Written {
    /// Files new or written again.
    pub(crate) amount: Amount,
    /// Files removed.
    pub(crate) gone: usize,
}

/// The runs of one step.
#[derive(Default)]
struct Runs {
    figures: Vec<Result<Figures, String>>,
    written: Vec<Result<Written, String>>,
}

impl Bench<'_> {
    /// Runs every step: the first three rows are the cold build, `cp -r` and Hugo, those of the second builds follow.
    pub(crate) fn measure(&self) -> Vec<Row> {
        let mut rows = self.cold();
        let register = Register::new();
        rows.push(self.again("nothing changed", |_| Ok(())));
        rows.push(self.again("prose of one record edited", |run| {
            self.edit(&register, self.records / 2 + run, |text| {
                format!(
                    "{}\n\nEtt tillägg om {run} ärenden gjordes sedan.\n",
                    text.trim_end()
                )
            })
        }));
        rows.push(self.again("title of one record edited", |run| {
            self.edit(&register, self.records / 3 + run, |text| {
                text.replacen("\ndate: ", &format!(" och {run} tillägg\ndate: "), 1)
            })
        }));
        rows.push(self.again("one record added", |run| {
            write_record(&self.site(), &register, self.records + run, self.is_plain)
        }));
        rows
    }

    /// The cold build, the copy and Hugo, in turns, so that all three meet the machine in the same state.
    fn cold(&self) -> Vec<Row> {
        let (mut ours, mut copy, mut hugo) = (Runs::default(), Runs::default(), Runs::default());
        for number in 0..self.runs {
            let ready = self.set_aside(&self.site().join(".diarium"), number);
            let ready = ready.and_then(|()| self.set_aside(&self.output(), number));
            ours.add(
                ready
                    .map_err(told)
                    .and_then(|()| self.time(&mut self.diarium())),
                &self.output(),
            );
            let target = self.folder.join(format!("copy-{number}"));
            let mut command = Command::new("cp");
            command.arg("-r").arg(self.output()).arg(&target);
            copy.add(self.time(&mut command), &target);
            if let Ok(program) = &self.hugo {
                let target = self.folder.join(format!("hugo-output-{number}"));
                hugo.add(
                    self.time(&mut program.build(&self.folder.join("hugo"), &target)),
                    &target,
                );
            }
        }
        let mut rows = vec![
            ours.row("cold build"),
            copy.row("`cp -r` of the output"),
            hugo.row("Hugo, cold build"),
        ];
        if let Err(reason) = &self.hugo {
            let (figures, written) = (Err(reason.clone()), Err(reason.clone()));
            rows[2] = Row {
                step: "Hugo, cold build",
                figures,
                written,
                is_left_out: true,
            };
        }
        rows
    }

    /// A build over an output that is there already, after a change.
    fn again(&self, step: &'static str, change: impl Fn(usize) -> io::Result<()>) -> Row {
        let mut runs = Runs::default();
        for number in 0..self.runs {
            let before = Files::of(&self.output());
            let figures = change(number)
                .map_err(told)
                .and_then(|()| self.time(&mut self.diarium()));
            let written = before.and_then(|before| {
                let after = Files::of(&self.output())?;
                Ok(Written {
                    amount: after.written_since(&before),
                    gone: after.gone_since(&before),
                })
            });
            runs.figures.push(figures);
            runs.written.push(written.map_err(told));
        }
        runs.row(step)
    }

    fn edit(
        &self,
        register: &Register,
        record: usize,
        change: impl Fn(&str) -> String,
    ) -> io::Result<()> {
        let path = self
            .site()
            .join(path_of(&register.facts(record % self.records)));
        let text = fs::read_to_string(&path)?;
        fs::write(path, change(&text))
    }

    fn diarium(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_diarium"));
        command
            .arg("--root")
            .arg(self.site())
            .arg("build")
            .arg("--output")
            .arg(self.output());
        command
    }

    fn time(&self, command: &mut Command) -> Result<Figures, String> {
        run(command, &self.folder.join("notes.txt"))
    }

    fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    fn output(&self) -> PathBuf {
        self.folder.join("output")
    }

    /// Renames what an earlier run left. Were it deleted, ext4 would make files slowly for minutes.
    fn set_aside(&self, path: &Path, run: usize) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let target = self
            .folder
            .join(format!("aside-{run}-{}", name.trim_start_matches('.')));
        if path.exists() {
            fs::rename(path, target)
        } else {
            Ok(())
        }
    }
}

impl Runs {
    fn add(&mut self, figures: Result<Figures, String>, output: &Path) {
        self.figures.push(figures);
        let all = Files::of(output).map(|files| Written {
            amount: files.amount(),
            gone: 0,
        });
        self.written.push(all.map_err(told));
    }

    fn row(self, step: &'static str) -> Row {
        let written = self.written.into_iter().collect::<Result<Vec<_>, _>>();
        let written = written.map(|mut written| {
            written.sort_unstable();
            written.get(written.len() / 2).copied().unwrap_or_default()
        });
        Row {
            step,
            figures: median(&self.figures),
            written,
            is_left_out: false,
        }
    }
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
