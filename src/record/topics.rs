//! The topics of a register, `content/topics.yaml`: under the name of each what it is about, alone or among other facts.

use super::facts::{FactValue, Facts};
use super::fields::{Fields, TableKey};
use super::front_matter::Value;
use super::keys::{Key, Reading};
use super::place::Place;
use super::read::check_comments;
use super::text::{Text, TextKind};
use crate::diagnostics::{Checked, Diagnostic};
use crate::source::{Digest, Inputs, SourcePath, SourceText};

/// The file's path below the root.
pub const TOPICS_PATH: &str = "content/topics.yaml";

/// Reads the topics from the bytes of their file.
#[must_use]
pub fn read_topics(bytes: &[u8]) -> Checked<Vec<Text>> {
    let path = SourcePath::new(TOPICS_PATH);
    let text = match SourceText::read(&path, bytes) {
        Ok(text) => text.broken_from(bytes.len()),
        Err(fault) => {
            return Checked {
                value: Vec::new(),
                diagnostics: vec![*fault],
            };
        }
    };
    let mut fields = Fields::of_value(Place::whole(&text), Key::TOPICS);
    fields.diagnostics.extend(text.left_out());
    check_comments(&mut fields, std::iter::once(Key::TOPICS));
    let mut topics = Vec::new();
    for (index, (name, value)) in fields.map(Key::TOPICS).into_iter().enumerate() {
        fields.within.push(name.clone());
        let topic = topic(&mut fields, &path, (&name, &value), index);
        fields.within.pop();
        topics.extend(topic);
    }
    let is_sound = !fields.diagnostics.iter().any(Diagnostic::is_error);
    for topic in &mut topics {
        topic.is_sound = is_sound;
    }
    Checked {
        value: topics,
        diagnostics: fields.diagnostics,
    }
}

fn topic(
    fields: &mut Fields<'_>,
    path: &SourcePath,
    (name, value): (&str, &Value),
    index: usize,
) -> Option<Text> {
    if !fields.has_address(name, Key::TOPICS, &[index]) {
        return None;
    }
    let mut facts = Facts::default();
    facts.set(Key::NAME, Some(FactValue::text(name.trim())));
    match value {
        Value::Empty => {}
        Value::Map(entries) => tell(fields, entries, index, &mut facts),
        remit => {
            let remit = fields.single(Key::REMIT.form(), remit, Key::TOPICS, &[index]);
            facts.set(Key::REMIT, remit);
        }
    }
    let mut text = Text::described(path, TextKind::Topic, name.trim(), facts);
    text.digest = Inputs::of("topic")
        .text(name)
        .digest(Digest::of(value.to_json().to_string().as_bytes()))
        .finish();
    Some(text)
}

/// Tells the facts that the lines below a topic's name hold.
fn tell(fields: &mut Fields<'_>, entries: &[(String, Value)], index: usize, facts: &mut Facts) {
    let reading = Reading::default();
    let known = TextKind::Topic.keys();
    for (inner, (written, value)) in entries.iter().enumerate() {
        let way = [index, inner];
        let Some(key) = reading.key_among(written, &known) else {
            let names = known.iter().flat_map(|key| key.spellings());
            fields.report_unknown(written, names, Key::TOPICS, &way);
            continue;
        };
        if !value.is_empty() {
            let value = fields.single(key.form(), value, Key::TOPICS, &way);
            facts.set(key, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read_topics;
    use crate::record::Key;

    #[test]
    fn topics_are_read_with_their_facts() {
        let written = "Skola: Förskolor och skolor.\nKultur:\nTrafik:\n  tidigare namn: [Gator]\n  remit: Gator och kollektivtrafik.\n  vad: nej\n";
        let read = read_topics(written.as_bytes());
        let titles: Vec<&str> = read.value.iter().map(|topic| &*topic.title).collect();
        assert_eq!(titles, ["Skola", "Kultur", "Trafik"]);
        assert_eq!(
            read.value[0].text(Key::REMIT),
            Some("Förskolor och skolor.")
        );
        assert_eq!(read.value[2].former_names().collect::<Vec<_>>(), ["Gator"]);
        let places = read.diagnostics.iter().map(|fault| {
            let at = fault.at.as_ref().map(|at| (at.line, at.column));
            (fault.code.name(), at)
        });
        assert_eq!(places.collect::<Vec<_>>(), [("unknown-key", Some((6, 3)))]);
    }
}
