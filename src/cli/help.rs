//! `diarium help [TOPIC]`: what a command takes, or a page of the documentation, which the program carries with it.

use super::{Ending, streams};

/// The handbook for staff, in Swedish.
pub(super) const HANDBOOK: &str = include_str!("../docs/handbok.md");

/// The pages by the names they are asked for.
const PAGES: [(&str, &str); 6] = [
    ("handbok", HANDBOOK),
    ("records", include_str!("../docs/records.md")),
    ("codes", include_str!("../docs/codes.md")),
    ("data", include_str!("../docs/data.md")),
    ("publishing", include_str!("../docs/publishing.md")),
    ("views", include_str!("../docs/views.md")),
];

/// Runs the command.
pub(super) fn run(topic: Option<&str>) -> Ending {
    let page = PAGES.iter().find(|(name, _)| Some(*name) == topic);
    if let Some((_, text)) = page {
        streams::say(text.trim_end());
        return Ending::Sound;
    }
    let mut program = super::program();
    program.build();
    let shown = match topic {
        None => Some(&mut program),
        Some(name) => program.find_subcommand_mut(name),
    };
    if let Some(command) = shown {
        streams::say(command.render_long_help().to_string().trim_end());
        return Ending::Sound;
    }
    let names: Vec<&str> = PAGES.iter().map(|(name, _)| *name).collect();
    let topic = topic.unwrap_or_default();
    let pages = names.join(", ");
    streams::complain(&format!(
        "error: there is no command and no page `{topic}`; the pages are {pages}"
    ));
    Ending::Trouble
}
