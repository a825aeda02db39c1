//! The program's own script without what only people read: comments, blanks, long names.
//!
//! A visitor's browser fetches it before the first hits are shown, so each byte is a wait. What theme authors write is
//! published as they wrote it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc::minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::span::SourceType;

use super::layers::embedded_files;

/// A script as it is written and as it is published.
struct Slimmed {
    written: Arc<[u8]>,
    slim: Arc<[u8]>,
}

/// The scripts of the embedded theme by their names, made once, since they are always the same.
static OWN_SCRIPTS: LazyLock<BTreeMap<String, Slimmed>> = LazyLock::new(|| {
    let scripts = embedded_files().iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("static/")?;
        let is_script = Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "js");
        let text = std::str::from_utf8(bytes).ok().filter(|_| is_script)?;
        let slimmed = Slimmed {
            written: bytes.clone(),
            slim: script(text)?.into_bytes().into(),
        };
        Some((name.to_owned(), slimmed))
    });
    scripts.collect()
});

/// The published form of a script that is the embedded theme's, whether it is taken from the program or from a copy.
pub(super) fn own_script(name: &str, bytes: &[u8]) -> Option<Arc<[u8]>> {
    let own = OWN_SCRIPTS.get(name)?;
    (*own.written == *bytes).then(|| own.slim.clone())
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

#[cfg(test)]
mod tests {
    use super::{own_script, script};
    use crate::theme::layers::embedded_files;

    #[test]
    fn scripts_lose_what_only_people_read() {
        let module = "// why\nexport const answer = (question) => `${question}  ?`;\n";
        assert_eq!(
            script(module).as_deref(),
            Some("export const answer=e=>`${e}  ?`;")
        );
        assert_eq!(script("const = 1;  "), None);
    }

    #[test]
    fn only_a_script_of_the_program_is_slimmed() {
        let written = &embedded_files()["static/search.js"];
        let slim = own_script("search.js", written).expect("it is the program's own");
        assert!(slim.len() < written.len());
        assert_eq!(own_script("search.js", b"// mine\n"), None);
        assert_eq!(own_script("mine.js", written), None);
    }
}
