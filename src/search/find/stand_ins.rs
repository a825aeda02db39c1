//! What is looked for in the place of a word that no record holds: the nearest word of the register, or the parts of a compound.

use super::engine::{Entries, Search};
use super::slips::{Near, holding, most_slips, nearest, places, slips};
use crate::search::files::reader::Broken;
use crate::search::words::analysis::Tongue;

/// The fewest letters of a compound's part, and of a compound.
const SHORTEST_PART: usize = 3;
const SHORTEST_COMPOUND: usize = 7;
/// How often the first part of a compound may be a compound itself.
const DEEPEST: usize = 2;

/// What stands in the place of a word: words of the register, each with the terms that stand for it.
pub(super) struct StandIn {
    pub(super) word: String,
    pub(super) entries: Entries,
}

impl Search<'_> {
    /// What stands in the place of a word that no record holds; nothing where nothing is near. Words that hold it are likelier than a
    /// slip, one slip likelier than a compound of the asker's own, and that likelier than several slips.
    pub(super) fn stand_ins(&self, word: &str) -> Result<Vec<StandIn>, Broken> {
        if !word.chars().all(char::is_alphabetic) || most_slips(word) == 0 {
            return Ok(Vec::new());
        }
        let bytes = self.reader.named("slips", &self.reader.root["slips"])?;
        let lines = String::from_utf8_lossy(&bytes);
        let tongue = self.tongues.first().copied().unwrap_or(Tongue::Other);
        let stem = self.stems.of(word, tongue);
        let holding = holding(&stem, &lines);
        if !holding.is_empty() {
            return self.as_one(&holding);
        }
        let near = self.nearest(word, (&stem, tongue), &lines)?;
        if let Some(near) = near.as_ref().filter(|near| near.rank <= 3) {
            return self.as_one(&[&near.word]);
        }
        let parts = self.parts(word, DEEPEST)?;
        match near {
            Some(near) if parts.is_empty() => self.as_one(&[&near.word]),
            _ => Ok(parts),
        }
    }

    /// Words that are near what is looked for, as one; the first is told.
    fn as_one(&self, words: &[&str]) -> Result<Vec<StandIn>, Broken> {
        let mut entries = Entries::new();
        for word in words {
            let found = self.alternatives(word)?;
            entries.extend(found.into_iter().map(|(entry, _)| (entry, 1)));
        }
        let told = words.first().map(|word| StandIn {
            word: (*word).to_owned(),
            entries,
        });
        Ok(told.into_iter().collect())
    }

    /// The nearest word: among the commonest of the register, and among the terms that stand near it in the dictionary.
    fn nearest(
        &self,
        word: &str,
        (stem, tongue): (&str, Tongue),
        lines: &str,
    ) -> Result<Option<Near>, Broken> {
        let most = most_slips(word);
        let mut best = nearest(word, lines, (&self.stems, tongue), most);
        let most = most.min(most_slips(stem));
        for place in places(stem) {
            let is_near = |term: &str| slips(stem, term, most) <= most;
            let entries = self.reader.entries(&place, is_near, false)?;
            let ranked = entries.into_iter().map(|entry| {
                let rank = slips(stem, &entry.term, most) * 2 + 1;
                (rank, std::cmp::Reverse(entry.count), entry.term)
            });
            if let Some((rank, _, term)) = ranked.min()
                && best.as_ref().is_none_or(|best| rank < best.rank)
            {
                best = Some(Near { rank, word: term });
            }
        }
        Ok(best)
    }

    /// The parts of a compound of which each is a word of the register; nothing for what is none. Of several ways the one whose last part
    /// is longest is taken.
    fn parts(&self, word: &str, deepest: usize) -> Result<Vec<StandIn>, Broken> {
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        if letters.len() < SHORTEST_COMPOUND
            || deepest == 0
            || !self.tongues.contains(&Tongue::Swedish)
        {
            return Ok(Vec::new());
        }
        let cuts = &letters[SHORTEST_PART..=letters.len() - SHORTEST_PART];
        for (cut, _) in cuts {
            let (first, last) = word.split_at(*cut);
            let Some(last) = self.known(last)? else {
                continue;
            };
            for first in first_forms(first) {
                if let Some(first) = self.known(&first)? {
                    return Ok(vec![first, last]);
                }
            }
            let mut parts = self.parts(first, deepest - 1)?;
            if !parts.is_empty() {
                parts.push(last);
                return Ok(parts);
            }
        }
        Ok(Vec::new())
    }

    /// A word of the register as it is written.
    fn known(&self, word: &str) -> Result<Option<StandIn>, Broken> {
        if word.chars().count() < SHORTEST_PART || self.small.contains(word) {
            return Ok(None);
        }
        let mut entries = self.alternatives(word)?;
        entries.retain(|(_, worth)| *worth > 1);
        Ok((!entries.is_empty()).then(|| StandIn {
            word: word.to_owned(),
            entries,
        }))
    }
}

/// The words that the first part of a compound may be: itself, without its -s, with the vowel that compounds take away or change.
fn first_forms(first: &str) -> Vec<String> {
    let mut forms = vec![first.to_owned()];
    forms.extend(first.strip_suffix('s').map(str::to_owned));
    let vowel = ["o", "u", "e"]
        .iter()
        .find_map(|vowel| first.strip_suffix(vowel));
    forms.extend(vowel.map(|base| format!("{base}a")));
    forms.extend(["a", "e"].map(|vowel| format!("{first}{vowel}")));
    forms
}
