//! Diarium turns a folder of decision records into a static site of public records.
//!
//! **The idea in one sentence:** the core is a pure function from source texts to pages; only the edges touch the world.
//!
//! # The rooms, in reading order
//!
//! - [`language`]: what is known of languages: numbers, days, names, parts of addresses.
//! - [`location`]: the path of a source file, a place in it.
//! - [`diagnostics`]: what can be wrong, as data; its words in Swedish and English; how it is shown.
//! - [`source`]: the text of a source file, its digest, a set of changes; where the core asks for bytes.
//! - [`record`]: one file to one record: YAML with positions, typed fields, Markdown.
//! - [`calendar`]: a country's holidays, and when a time ends.
//! - [`site`]: records and settings to one site: what is published at a moment, in order, gathered by body, topic, case.
//! - [`pages`]: a site to its plan: every file of the site with all that decides its bytes; what templates see.
//! - [`theme`]: a view and a theme's templates to bytes. [`formats`]: pages whose form is a specification.
//! - [`search`]: records to an index of small files that a browser searches; the engine that reads it.
//! - [`render`]: one page to its bytes, whatever makes them.
//! - [`manifest`]: what was published. [`cache`]: records as they were read.
//! - [`engine`]: what is remembered between builds; changes in, a sound plan or its faults out.
//! - [`adopt`]: a collection of files from elsewhere to the settings that would read it as it stands.
//! - [`disk`]: edge: walks and reads `content/` and `themes/`, writes the output.
//! - [`release`]: a sound build to the site that readers see: the index, the guards, the output; what is remembered.
//! - [`watch`]: edge: events of the file system to the paths that may have changed, bursts joined.
//! - [`preview`]: edge: the local server: pages made on request, live reload, the staff desk; the only async code.
//! - [`cli`]: edge: one file a command; all printing.
//!
//! # The flow
//!
//! ```text
//! disk ─▶ ChangeSet ─▶ Engine: Records ─▶ Site ─▶ Plan ─▶ what differs from what was published ─▶ disk
//!                              per file    whole   pages
//! ```
//!
//! A cold build is the change set that brings every file: there is one path, not a full and a quick one. A changed file
//! is read again, an unchanged one keeps its record and its diagnostics. Site and plan are made anew, so they are never
//! stale. A [page](pages::Page) holds all that decides its bytes and the digest of it; it is rendered when that digest is
//! not the one it was last published with. A view is made from its page alone, so what it cannot reach, it cannot show.
//! Prose is not kept: a build reads a changed record once for its facts, so that every fault is known before anything is
//! written, and once more to render it.
//!
//! # The rules
//!
//! 1. A room uses only the rooms before it; `tests/house.rs` holds the order.
//! 2. One package, one door: a package's types never leave the room that uses it.
//! 3. The core has no disk, no clock, no environment, no printing, no global state.
//! 4. The same input gives the same bytes, on any number of threads.
//! 5. Any error: nothing is written. Warnings do not hold a build.
//!
//! # References
//!
//! - [Records and settings](self::references::records)
//! - [What templates see](self::references::views)
//! - [Diagnostics](self::references::codes)
//! - [Open data](self::references::data)
//! - [Architecture](self::references::architecture): the ways through the rooms, and where to add what

pub mod adopt;
pub mod cache;
pub mod calendar;
pub mod cli;
pub mod diagnostics;
pub mod disk;
pub mod engine;
pub mod formats;
pub mod language;
pub mod location;
pub mod manifest;
pub mod pages;
pub mod preview;
pub mod record;
pub mod release;
pub mod render;
pub mod search;
pub mod site;
pub mod source;
pub mod theme;
pub mod watch;

/// The references for those who write records, themes and programs, and for those who change this one; each is tested
/// against the code.
pub mod references {
    #[doc = include_str!("docs/records.md")]
    pub mod records {}
    #[doc = include_str!("docs/views.md")]
    pub mod views {}
    #[doc = include_str!("docs/codes.md")]
    pub mod codes {}
    #[doc = include_str!("docs/data.md")]
    pub mod data {}
    #[doc = include_str!("docs/handbok.md")]
    pub mod handbok {}
    #[doc = include_str!("docs/architecture.md")]
    pub mod architecture {}
}
