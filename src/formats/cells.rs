//! Cells of a table that no spreadsheet takes for a formula (OWASP, CSV Injection).
//!
//! The table is written with commas, but a spreadsheet may be set to split lines at semicolons or tabs, as it is where
//! commas are decimal signs; then a quote within what it takes for a cell guards nothing. So every piece of a cell is
//! guarded that such a split could make a cell of. An apostrophe before the sign keeps it text, and changes nothing else.

/// The cell with an apostrophe before each sign that would begin a formula.
pub(super) fn harmless(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for (at, character) in cell.char_indices() {
        if begins && begins_formula(character, &cell[at + character.len_utf8()..]) {
            guarded.push('\'');
        }
        guarded.push(character);
        let is_passed_over = character == '"' || character.is_whitespace();
        begins = splits(character) || begins && is_passed_over;
    }
    guarded
}

/// Whether some spreadsheet, set in some way, begins a new cell behind this character.
fn splits(character: char) -> bool {
    matches!(character, ',' | ';' | '\t' | '\n' | '\r')
}

/// Whether a sign at the beginning of a cell begins a formula; a dash with nothing behind it, as in `500,-`, is a dash.
fn begins_formula(sign: char, rest: &str) -> bool {
    match sign {
        '=' | '@' | '＝' | '＠' => true,
        '+' | '-' | '＋' | '－' => {
            let end = rest.find(splits).unwrap_or(rest.len());
            !rest[..end].trim().is_empty()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_piece_of_a_cell_begins_a_formula_wherever_it_is_split() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("a\n@b", "a\n'@b"),
            ("Avtal;=cmd|' /C calc'!A0", "Avtal;'=cmd|' /C calc'!A0"),
            ("Avtal; +46 8", "Avtal; '+46 8"),
            ("Avtal\t-2", "Avtal\t'-2"),
            ("\t=1", "\t'=1"),
            ("a,@SUM(A1)", "a,'@SUM(A1)"),
            ("a;\"=1\"", "a;\"'=1\""),
            ("a;;＝1", "a;;'＝1"),
            ("a\r\n+1", "a\r\n'+1"),
            ("- 2 grader", "'- 2 grader"),
        ] {
            assert_eq!(harmless(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn what_begins_no_formula_is_left_as_it_is() {
        for cell in [
            "",
            "plain",
            "-",
            "kostnad 500,-",
            "500,-; 700,-",
            "Avtal - del 2",
            "a=b; c=d",
            "anna@exempel.se, bo@exempel.se",
            "2021-04-14",
            "Ja, – nej",
        ] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
