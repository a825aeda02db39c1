//! Text of users as messages show it. Nothing in it is invisible, steers a terminal, turns the direction of the line or is
//! taken as a command by a service that reads logs (`::error::`, `##[error]`, `##vso[task]`, `##teamcity[…]`).

use std::borrow::Cow;
use std::fmt::Write;

/// A text with what cannot be seen made visible: `␛` for a control character, `<U+202E>` for others.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(is_plain) && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    Cow::Owned(shown(text).concat())
}

/// A sentence of several lines, none of which begins as a command does.
pub(super) fn without_commands(sentence: String) -> String {
    if !sentence.contains("::") {
        return sentence;
    }
    let line = |line: &str| match line.trim_start().strip_prefix("::") {
        Some(rest) => format!("<U+003A>:{rest}"),
        None => line.to_owned(),
    };
    sentence
        .split('\n')
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

/// JSON as it is printed: what cannot be seen and what begins a command is escaped. Both stand in texts alone.
#[must_use]
pub fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut from = 0;
    for (at, character) in json.char_indices() {
        let is_escaped = match character {
            '#' => is_in_command(json, at),
            '\0'..'\u{7f}' => false,
            _ => stands_for(character).is_some(),
        };
        if is_escaped {
            escaped.push_str(&json[from..at]);
            from = at + character.len_utf8();
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").ok();
            }
        }
    }
    escaped.push_str(&json[from..]);
    escaped
}

/// Each character as it is shown.
pub(super) fn shown(text: &str) -> Vec<String> {
    let show = |(at, character): (usize, char)| {
        if is_in_command(text, at) {
            return code_point(character);
        }
        stands_for(character).unwrap_or_else(|| character.to_string())
    };
    text.char_indices().map(show).collect()
}

/// What stands for a character that cannot be seen.
fn stands_for(character: char) -> Option<String> {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).map(String::from),
        '\u{7f}' => Some('\u{2421}'.to_string()),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0001}'..='\u{e007f}' => Some(code_point(character)),
        _ => None,
    }
}

fn code_point(character: char) -> String {
    format!("<U+{:04X}>", u32::from(character))
}

/// Whether the character at an offset is the second `#` of what some service takes as a command, wherever in a line it
/// stands.
fn is_in_command(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let behind = rest.strip_prefix('#').filter(|_| before.ends_with('#'));
    let mark = |text: &str| text.bytes().find(|byte| !byte.is_ascii_alphabetic());
    behind.and_then(mark) == Some(b'[')
}

#[cfg(test)]
mod tests {
    use super::{escaped_json, visible, without_commands};

    #[test]
    fn nothing_is_invisible_and_nothing_is_a_command() {
        for (text, shown) in [
            ("Å 中 👩‍👩‍👧 e\u{301}", "Å 中 👩‍👩‍👧 e\u{301}"),
            ("\u{1b}[31m\r\n\t\u{7f}", "␛[31m␍␊␉␡"),
            (
                "\u{9b}2J \u{202e}cod\u{2066}",
                "<U+009B>2J <U+202E>cod<U+2066>",
            ),
            (
                "Kommun\u{ad}styrelsen\u{200b}",
                "Kommun<U+00AD>styrelsen<U+200B>",
            ),
            (
                "##[error]x ##vso[task] ##",
                "#<U+0023>[error]x #<U+0023>vso[task] ##",
            ),
            ("###[a] ## [a]", "##<U+0023>[a] ## [a]"),
        ] {
            assert_eq!(visible(text), shown);
        }
        let lines = "a ::error::\n  ::error file=x::y".to_owned();
        assert_eq!(
            without_commands(lines),
            "a ::error::\n<U+003A>:error file=x::y"
        );
        let json = "{\n  \"a\": \"\u{9b}\u{e0041} ##[error] é\"\n}";
        let escaped = escaped_json(json);
        assert_eq!(
            escaped,
            "{\n  \"a\": \"\\u009b\\udb40\\udc41 #\\u0023[error] é\"\n}"
        );
        let value: serde_json::Value = serde_json::from_str(&escaped).expect("it is JSON");
        assert_eq!(value["a"], "\u{9b}\u{e0041} ##[error] é");
    }
}
