//! What the bench was asked to do.

use std::path::{Path, PathBuf};

/// How the bench is run.
pub(crate) const USAGE: &str = "\
cargo bench --bench scale -- [OPTIONS]

  --records N,N,…     sizes of the registers (1000,10000,100000)
  --runs N            runs of each step, of which the median is told (3; 1 from 100,000 records)
  --hugo              build the same records with Hugo too, up to 10,000 records
  --hugo-all          the same, for registers of every size
  --hugo-layouts DIR  hugo.toml and layouts for the twin (../shared/bench/hugo beside the crate)
  --plain             records that tell nothing of how their matters went
  --keep DIR          work in this folder and leave all there
  --generate DIR      only write a register: DIR/site, and with --hugo its twin DIR/hugo
  --odd               measure odd input instead: at a base size, ten and a hundred times of it; fails if one grows too fast
  --only TEXT         of odd input, only what has TEXT in its name
  --collection DIR    measure `check` over a folder of real records, with its dead links and without";

/// From how many records on a step is run once, and Hugo only when it is asked for.
const LARGE: usize = 100_000;

/// The options, read.
pub(crate) struct Options {
    /// The sizes of the registers.
    pub(crate) records: Vec<usize>,
    runs: Option<usize>,
    /// Whether Hugo is asked for.
    pub(crate) hugo: bool,
    hugo_all: bool,
    /// Where Hugo's settings and layouts are.
    pub(crate) layouts: PathBuf,
    /// Whether records tell nothing of how their matters went.
    pub(crate) plain: bool,
    /// The folder to work in, if it is to be kept.
    pub(crate) keep: Option<PathBuf>,
    /// The folder to write a register to, if that is all.
    pub(crate) generate: Option<PathBuf>,
    /// What the names of the odd inputs to be measured hold, if they are.
    pub(crate) odd: Option<String>,
    /// A folder of real records to be checked with its dead links and without.
    pub(crate) collection: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments; `--bench`, which cargo adds, means nothing here.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let layouts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench/hugo");
        let records = vec![1000, 10_000, LARGE];
        let (runs, hugo, hugo_all, keep, generate) = (None, false, false, None, None);
        let mut options = Self {
            records,
            runs,
            hugo,
            hugo_all,
            layouts,
            plain: false,
            keep,
            generate,
            odd: None,
            collection: None,
        };
        let mut arguments = arguments.filter(|argument| argument != "--bench");
        while let Some(name) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{name} needs a value\n\n{USAGE}"))
            };
            match name.as_str() {
                "--odd" => options.odd = options.odd.or(Some(String::new())),
                "--only" => options.odd = Some(value()?),
                "--collection" => options.collection = Some(value()?.into()),
                "--plain" => options.plain = true,
                "--hugo" => options.hugo = true,
                "--hugo-all" => (options.hugo, options.hugo_all) = (true, true),
                "--records" => options.records = numbers(&value()?)?,
                "--runs" => options.runs = Some(number(&value()?)?),
                "--hugo-layouts" => options.layouts = value()?.into(),
                "--keep" => options.keep = Some(value()?.into()),
                "--generate" => options.generate = Some(value()?.into()),
                unknown => return Err(format!("{unknown} is not known\n\n{USAGE}")),
            }
        }
        Ok(options)
    }

    /// How often each step is run.
    pub(crate) fn runs(&self, records: usize) -> usize {
        self.runs.unwrap_or(if records < LARGE { 3 } else { 1 })
    }

    /// Whether Hugo is to build a register of this size, or why not.
    pub(crate) fn hugo(&self, records: usize) -> Result<(), String> {
        if !self.hugo {
            return Err("not asked for (--hugo)".to_owned());
        }
        if records >= LARGE && !self.hugo_all {
            return Err(
                "takes long at this size, so it is built only when asked for (--hugo-all)"
                    .to_owned(),
            );
        }
        self.layouts_exist()
    }

    /// Whether a twin for Hugo can be made, or why not.
    pub(crate) fn layouts_exist(&self) -> Result<(), String> {
        let folder = self.layouts.display();
        let found = self.layouts.join("hugo.toml").is_file();
        if found {
            Ok(())
        } else {
            Err(format!("no hugo.toml in {folder} (--hugo-layouts)"))
        }
    }
}

fn numbers(text: &str) -> Result<Vec<usize>, String> {
    text.split(',').map(number).collect()
}

fn number(text: &str) -> Result<usize, String> {
    let number = text.trim().replace('_', "").parse().ok();
    number
        .filter(|number| *number > 0)
        .ok_or_else(|| format!("`{text}` is not a number above 0\n\n{USAGE}"))
}
