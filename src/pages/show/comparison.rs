//! What was proposed beside what was decided, with the words that differ.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use crate::pages::view::{ComparedView, ComparisonView, WordsView};
use crate::record::Record;
use crate::record::prose::clause_to_plain;

/// The comparison of a record that has both; none of one that has not.
pub(super) fn comparison(record: &Record) -> Option<ComparisonView> {
    let proposed: Vec<String> = record.recommendation().map(clause_to_plain).collect();
    let decided: Vec<String> = record.decision().map(clause_to_plain).collect();
    if proposed.is_empty() || decided.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for part in capture_diff_slices(Algorithm::Patience, &proposed, &decided) {
        match part {
            DiffOp::Equal { old_index, len, .. } => {
                for clause in &proposed[old_index..old_index + len] {
                    rows.push(row(clause, clause));
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let (old, new) = (&proposed[part.old_range()], &decided[part.new_range()]);
                for place in 0..old.len().max(new.len()) {
                    let clause =
                        |clauses: &[String]| clauses.get(place).cloned().unwrap_or_default();
                    rows.push(row(&clause(old), &clause(new)));
                }
            }
        }
    }
    Some(ComparisonView {
        is_same: proposed == decided,
        rows,
    })
}

fn row(proposed: &str, decided: &str) -> ComparedView {
    let mut row = ComparedView {
        proposed: Vec::new(),
        decided: Vec::new(),
    };
    let difference = TextDiff::configure().diff_unicode_words(proposed, decided);
    for change in difference.iter_all_changes() {
        let differs = change.tag() != ChangeTag::Equal;
        if change.tag() != ChangeTag::Insert {
            add(&mut row.proposed, change.value(), differs);
        }
        if change.tag() != ChangeTag::Delete {
            add(&mut row.decided, change.value(), differs);
        }
    }
    row
}

/// Adds words behind others of their kind.
fn add(words: &mut Vec<WordsView>, text: &str, differs: bool) {
    match words.last_mut() {
        Some(last) if last.differs == differs => last.text.push_str(text),
        _ => words.push(WordsView {
            text: text.to_owned(),
            differs,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn words_that_differ_are_told_on_both_sides() {
        let row = row(
            "Bron byggs för 8 miljoner kronor.",
            "Bron byggs för högst 9 miljoner kronor.",
        );
        let told = |words: &[crate::pages::view::WordsView]| -> Vec<(String, bool)> {
            words
                .iter()
                .map(|words| (words.text.clone(), words.differs))
                .collect()
        };
        let part = |text: &str, differs| (text.to_owned(), differs);
        assert_eq!(
            told(&row.proposed),
            [
                part("Bron byggs för ", false),
                part("8", true),
                part(" miljoner kronor.", false)
            ]
        );
        assert_eq!(
            told(&row.decided),
            [
                part("Bron byggs för ", false),
                part("högst 9", true),
                part(" miljoner kronor.", false)
            ]
        );
    }
}
