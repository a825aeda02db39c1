//! The figures as Markdown: one table a register, so that they can be laid into notes and commits as they are.

use std::fmt::Write;
use std::fs;
use std::time::Duration;

use crate::measure::{Amount, Figures};
use crate::steps::{Row, Written};

/// Stands where a figure is missing; the reason follows below the table.
const MISSING: &str = "not measured";

/// The machine, in one line.
pub(crate) fn machine(folder: &str) -> String {
    let cores = std::thread::available_parallelism()
        .map_or("an unknown number of".to_owned(), |count| count.to_string());
    let model = field("/proc/cpuinfo", "model name").unwrap_or("an unknown processor".to_owned());
    let memory = field("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    let memory = memory.map_or("unknown".to_owned(), |kibibytes| {
        format!("{} GiB of", tenths(kibibytes * 1024, 1 << 30))
    });
    format!("Machine: {model}, {cores} cores, {memory} memory; files in {folder}.")
}

/// The table of one register and what is said below it.
pub(crate) fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "| step | wall s | processor s | peak MiB | processor ÷ cold | wall ÷ cp | processor ÷ Hugo | files written |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let known = |index: usize| rows[index].figures.as_ref().ok();
    let (cold, copy, hugo) = (known(0), known(1), known(2));
    for row in rows {
        let figures = row.figures.as_ref().ok();
        let cells = [
            cell(figures.map(|figures| seconds(figures.wall))),
            cell(figures.map(|figures| seconds(figures.processor))),
            cell(figures.map(|figures| tenths(figures.peak, 1 << 20))),
            ratio(figures, cold, |figures| figures.processor),
            ratio(figures, copy, |figures| figures.wall),
            ratio(figures, hugo, |figures| figures.processor),
            cell(row.written.as_ref().ok().map(written)),
        ];
        add(
            &mut text,
            format_args!("| {} | {} |\n", row.step, cells.join(" | ")),
        );
    }
    for row in rows {
        let reason = row.figures.as_ref().err().or(row.written.as_ref().err());
        if let Some(reason) = reason {
            let verb = if row.is_left_out {
                "was not measured"
            } else {
                "failed"
            };
            add(
                &mut text,
                format_args!("\n“{}” {verb}: {reason}\n", row.step),
            );
        }
    }
    text
}

/// How much memory this very process has used, below which no peak of a child can be told.
pub(crate) fn least_peak() -> String {
    let peak = field("/proc/self/status", "VmHWM")
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    match peak {
        Some(kibibytes) => format!(
            "Peaks below {} MiB, this bench's own, cannot be told.",
            tenths(kibibytes, 1 << 10)
        ),
        None => "This bench's own peak, below which none can be told, is unknown.".to_owned(),
    }
}

/// How processor time grows from one size to ten times that size.
pub(crate) fn growth(small: Option<&Row>, large: Option<&Row>) -> String {
    let [small, large] = [small, large].map(|row| row.and_then(|row| row.figures.as_ref().ok()));
    match (small, large) {
        (Some(_), Some(_)) => {
            let ratio = ratio(large, small, |figures| figures.processor);
            format!("Cold build, processor time: 100,000 records ÷ 10,000 records = {ratio}.")
        }
        (None, _) | (_, None) => {
            "Cold build, 100,000 ÷ 10,000 records: not computed, since not both sizes were measured.".to_owned()
        }
    }
}

/// A number with commas between thousands.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn written(written: &Written) -> String {
    let Amount { files, bytes } = written.amount;
    let text = format!("{} ({} MiB)", grouped(files), tenths(bytes, 1 << 20));
    if written.gone == 0 {
        text
    } else {
        format!("{text}, {} removed", grouped(written.gone))
    }
}

fn ratio(of: Option<&Figures>, to: Option<&Figures>, what: fn(&Figures) -> Duration) -> String {
    cell(of.zip(to).map(|(of, to)| {
        let ratio = what(of).div_duration_f64(what(to));
        if ratio < 0.1 {
            format!("{ratio:.4}")
        } else {
            format!("{ratio:.2}")
        }
    }))
}

fn cell(text: Option<String>) -> String {
    text.unwrap_or_else(|| MISSING.to_owned())
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

/// A number in a larger unit, with one decimal.
fn tenths(number: u64, unit: u64) -> String {
    let tenths = (number * 10 + unit / 2) / unit;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_once(':')
        .map(|(_, value)| value.trim().to_owned())
}

fn add(text: &mut String, more: std::fmt::Arguments<'_>) {
    text.write_fmt(more)
        .expect("a text in memory takes whatever is written to it");
}
