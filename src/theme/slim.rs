//! Scripts and style sheets without what only people read: comments, blanks, long names.
//!
//! A visitor's browser fetches them before the first page is shown, so each byte is a wait. What cannot be read as the
//! language it claims to be is published as it is.

use std::borrow::Cow;
use std::path::Path;

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

/// A static file as it is published, by its name. Comments that name a licence stay (`/*! … */`, `@license`).
pub(super) fn slim<'b>(name: &str, bytes: &'b [u8]) -> Cow<'b, [u8]> {
    let extension = Path::new(name).extension().and_then(|end| end.to_str());
    let slim = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| match extension {
            Some("js" | "mjs") => script(text),
            Some("css") => style(text),
            _ => None,
        });
    match slim {
        Some(slim) if slim.len() < bytes.len() => Cow::Owned(slim.into_bytes()),
        _ => Cow::Borrowed(bytes),
    }
}

fn script(text: &str) -> Option<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::unambiguous()).parse();
    if parsed.panicked || !parsed.errors.is_empty() {
        return None;
    }
    let mut program = parsed.program;
    // What a plain script declares outermost is seen by other scripts; what a module does, by nobody.
    let mangle = MangleOptions {
        top_level: program.source_type.is_module(),
        ..MangleOptions::default()
    };
    let options = MinifierOptions {
        mangle: Some(mangle),
        compress: Some(CompressOptions::default()),
    };
    let scoping = Minifier::new(options)
        .minify(&allocator, &mut program)
        .scoping;
    let options = CodegenOptions {
        comments: CommentOptions {
            legal: oxc::codegen::LegalComment::Inline,
            ..CommentOptions::disabled()
        },
        ..CodegenOptions::minify()
    };
    let made = Codegen::new()
        .with_options(options)
        .with_scoping(scoping)
        .build(&program);
    Some(made.code)
}

fn style(text: &str) -> Option<String> {
    let slim = minifier::css::minify(text).ok()?.to_string();
    Some(slim.trim_start().to_owned())
}

#[cfg(test)]
mod tests {
    use super::slim;

    fn slimmed(name: &str, text: &str) -> String {
        String::from_utf8_lossy(&slim(name, text.as_bytes())).into_owned()
    }

    #[test]
    fn scripts_and_style_sheets_lose_what_only_people_read() {
        let module = "// why\nexport const answer = (question) => `${question}  ?`;\n";
        assert_eq!(slimmed("a.js", module), "export const answer=e=>`${e}  ?`;");
        let sheet = "/* why */\na > b {\n  margin: calc(1px + 2em) 0;\n}\n";
        assert_eq!(slimmed("a.css", sheet), "a>b{margin:calc(1px + 2em) 0;}");
    }

    #[test]
    fn what_other_scripts_may_use_and_what_names_a_licence_stays() {
        let script = "/*! by somebody, MIT */\nfunction shared(value) {\n  return value;\n}\n";
        let slim = slimmed("a.js", script);
        assert!(slim.contains("by somebody, MIT") && slim.contains("function shared("));
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_is() {
        for (name, text) in [("a.js", "const = 1;  "), ("a.txt", "/* a */  b")] {
            assert_eq!(slimmed(name, text), text);
        }
    }
}
