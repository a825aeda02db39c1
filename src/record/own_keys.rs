//! The keys of a site's own: how front matter that was written for another program is sorted under ours.

use super::front_matter::Value;
use super::keys::{Key, is_same};

/// Where a site's front matter holds the values of our keys, in the order in which they count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnKeys(Vec<(Key, Origin)>);

/// Where the value of a key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    /// A name of the site's own; `meta.datum` is `datum` within `meta`, where no key has the whole name.
    Name(String),
    /// Several values in one text.
    Joined(String, Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Value(String),
}

/// A value that stands under a key of the site's own.
pub(super) struct Told<'s> {
    pub(super) key: Key,
    /// What the settings call it.
    pub(super) name: &'s str,
    /// Where it stands: one way, or one for each value that was joined.
    pub(super) ways: Vec<Vec<usize>>,
    pub(super) value: Value,
}

impl OwnKeys {
    /// Adds where a key's value may stand, behind those that are known. `{number} {title}` joins the values of two keys.
    /// `None` for braces that do not close or hold no name.
    #[must_use]
    pub fn add(&mut self, key: Key, written: &str) -> Option<()> {
        let origin = if written.contains(['{', '}']) {
            Origin::Joined(written.to_owned(), pieces(written)?)
        } else {
            Origin::Name(written.to_owned())
        };
        self.0.push((key, origin));
        Some(())
    }

    /// The key that a name stands for as a whole.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<Key> {
        let mut names = self.names();
        names
            .find(|(own, _)| is_same(own, name))
            .map(|(_, key)| key)
    }

    /// Every name, with the key that it stands for.
    pub fn names(&self) -> impl Iterator<Item = (&str, Key)> {
        self.0.iter().filter_map(|(key, origin)| match origin {
            Origin::Name(name) => Some((name.as_str(), *key)),
            Origin::Joined(..) => None,
        })
    }

    /// The values that entries hold under these keys: of each key the first that says something. Of one that keeps records
    /// from the public, all within maps; those that are entries count like its built-in names.
    pub(super) fn told<'s>(&'s self, entries: &[(String, Value)], known: &[Key]) -> Vec<Told<'s>> {
        let mut all: Vec<Told<'s>> = Vec::new();
        let keys = self.0.iter();
        for (key, origin) in keys.filter(|(key, _)| known.contains(key) && *key != Key::EXTRA) {
            let is_told = all.iter().any(|told| told.key == *key);
            if !is_told || key.guards_secrecy() {
                let told = origin.told(*key, entries);
                let is_entry = |told: &Told<'_>| told.ways == [[told.ways[0][0]]];
                all.extend(told.filter(|told| !key.guards_secrecy() || !is_entry(told)));
            }
        }
        all
    }
}

impl Origin {
    fn told<'s>(&'s self, key: Key, entries: &[(String, Value)]) -> Option<Told<'s>> {
        let told = |name, ways, value| Told {
            key,
            name,
            ways,
            value,
        };
        match self {
            Self::Name(name) => {
                let (way, value) = find(entries, name).filter(|(_, value)| !value.is_empty())?;
                Some(told(name, vec![way], value.clone()))
            }
            Self::Joined(written, pieces) => {
                let (mut text, mut ways) = (String::new(), Vec::new());
                for piece in pieces {
                    match piece {
                        Piece::Words(words) => text.push_str(words),
                        Piece::Value(name) => {
                            let (way, value) = find(entries, name)?;
                            text.push_str(value.text().map(str::trim).filter(|t| !t.is_empty())?);
                            ways.push(way);
                        }
                    }
                }
                Some(told(written, ways, Value::Text(text)))
            }
        }
    }
}

/// The value under a name, and the way to it.
fn find<'v>(entries: &'v [(String, Value)], name: &str) -> Option<(Vec<usize>, &'v Value)> {
    let at = |name: &str| entries.iter().position(|(own, _)| is_same(own, name));
    if let Some(index) = at(name) {
        return Some((vec![index], &entries[index].1));
    }
    let (outer, inner) = name.split_once('.')?;
    let index = at(outer)?;
    let Value::Map(within) = &entries[index].1 else {
        return None;
    };
    let (mut way, value) = find(within, inner)?;
    way.insert(0, index);
    Some((way, value))
}

/// The words and names of a text with names in braces.
fn pieces(written: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = written;
    while let Some((words, behind)) = rest.split_once('{') {
        let (name, behind) = behind.split_once('}')?;
        let name = name.trim();
        if words.contains('}') || name.is_empty() || name.contains('{') {
            return None;
        }
        pieces.push(Piece::Words(words.to_owned()));
        pieces.push(Piece::Value(name.to_owned()));
        rest = behind;
    }
    let is_over = !rest.contains('}') && !pieces.is_empty();
    pieces.push(Piece::Words(rest.to_owned()));
    is_over.then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::OwnKeys;
    use crate::record::Key;
    use crate::record::front_matter::{Value, parse};

    #[test]
    fn a_value_is_found_where_the_settings_say() {
        let entries = parse("eip: 20\ntitle: Marker\nmeta: {datum: 2021-04-14, deep: {a: b}}\n");
        let entries = entries.expect("reads");
        for (written, expected) in [
            ("title", Some("Marker")),
            ("meta.datum", Some("2021-04-14")),
            ("meta.deep.a", Some("b")),
            ("EIP-{eip}: {title}", Some("EIP-20: Marker")),
            ("{title} ({meta.deep.a})", Some("Marker (b)")),
            ("{title} {none}", None),
            ("meta.none", None),
        ] {
            let mut keys = OwnKeys::default();
            keys.add(Key::TITLE, written).expect("is well formed");
            let told = keys.told(&entries, &[Key::TITLE]);
            let text = told.first().and_then(|told| told.value.text());
            assert_eq!(text, expected, "{written}");
        }
        for written in ["{title", "title}", "{}", "{a{b}}"] {
            assert_eq!(
                OwnKeys::default().add(Key::TITLE, written),
                None,
                "{written}"
            );
        }
        let all = Key::all().collect::<Vec<_>>();
        assert!(
            OwnKeys::default()
                .told(&[("a".to_owned(), Value::Empty)], &all)
                .is_empty()
        );
    }
}
