//! Where a setting stands, for faults that only its use shows.

use super::SETTINGS_PATH;
use crate::record::{Place, front_matter};
use crate::source::{Location, SourcePath, SourceText};

/// The place of a setting's value in the settings' file; its start if the setting is not there.
#[must_use]
pub fn place_of_setting(bytes: &[u8], name: &str) -> Location {
    let path = SourcePath::new(SETTINGS_PATH);
    let Ok(text) = SourceText::read(&path, bytes) else {
        return Location::start_of(&path);
    };
    let place = Place::whole(&text);
    let entries = front_matter::parse(place.written()).unwrap_or_default();
    match entries.iter().position(|(key, _)| key == name) {
        Some(index) => place.locate(&[index], front_matter::EntryPart::Value),
        None => Location::start_of(&path),
    }
}
