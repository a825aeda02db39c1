//! `diarium search`: finds records as the site's own search does, from the register as it is now.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Ending;
use super::arguments::{Everywhere, Order, SearchOptions};
use super::build::{clock_for, ending};
use super::printing::Printer;
use crate::disk::Folder;
use crate::engine::{Build, Engine};
use crate::record::{Date, choice_named};
use crate::release::{index, kept_words, read};
use crate::render::prose;
use crate::search::{self, Found, Hit, Index, Query, Shard, Sort};
use crate::site::Facet;

/// Runs the command.
pub(super) fn run(everywhere: &Everywhere, options: &SearchOptions) -> Ending {
    let folder = Folder::new(&everywhere.root);
    let mut engine = Engine::default();
    read(&mut engine, &folder, true);
    let settings = engine.settings();
    let printer = Printer::new(
        everywhere,
        settings.map(|settings| settings.language.as_str()),
    );
    let query = match query(options) {
        Ok(query) => query,
        Err((id, arguments)) => {
            printer.complain(id, &arguments);
            return Ending::Trouble;
        }
    };
    let Some(clock) = clock_for(&engine, None, false) else {
        return Ending::Trouble;
    };
    let mut build = engine.build(clock, &folder);
    if build.is_sound() {
        match find(&build, &folder, &query) {
            Ok(found) => {
                tell(&printer, &build, &folder, &options.text, &found);
                return Ending::Sound;
            }
            Err(faults) => build.report(faults),
        }
    }
    let quotes = engine.quotes(&folder);
    printer.diagnostics(
        &build.diagnostics,
        &|path, line| quotes.line(path, line),
        None,
    );
    printer.result(&build.diagnostics, &json!(null));
    ending(&build.diagnostics)
}

/// What is wrong with an option: the sentence that says so, and what it names.
type Unclear = (&'static str, Vec<(&'static str, String)>);

fn query(options: &SearchOptions) -> Result<Query, Unclear> {
    let day = |option: &'static str, text: &Option<String>| {
        let Some(text) = text else { return Ok(None) };
        let unclear = || ("search-day-invalid", vec![("option", option.to_owned())]);
        let day = Date::read(text).ok_or_else(unclear)?;
        Ok(Some(day.to_string()))
    };
    Ok(Query {
        text: options.text.clone(),
        filters: filters(&options.filters.0)?,
        from: day("from", &options.from)?,
        to: day("to", &options.to)?,
        sort: match options.sort {
            Order::Relevance => Sort::Relevance,
            Order::Date => Sort::Date,
        },
        page: options.page.saturating_sub(1),
    })
}

/// The values that narrow a search; those of a fixed set by their codes, in whatever words they were given.
fn filters(
    given: &BTreeMap<String, BTreeSet<String>>,
) -> Result<BTreeMap<String, BTreeSet<String>>, Unclear> {
    let mut filters = given.clone();
    for facet in Facet::all() {
        let Facet::Choice(key) = facet else { continue };
        let (Some(choices), Some(values)) =
            (key.fact().form.choices(), filters.get_mut(facet.name()))
        else {
            continue;
        };
        let code = |text: &String| {
            let by_code = choices.iter().position(|choice| choice.code == text);
            let found = by_code.or_else(|| choice_named(choices, text))?;
            Some(choices[found].code.to_owned())
        };
        let known: Option<BTreeSet<String>> = values.iter().map(code).collect();
        let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
        *values = known.ok_or_else(|| {
            let told = [
                ("option", facet.name().to_owned()),
                ("choices", codes.join(", ")),
            ];
            ("search-value-invalid", told.to_vec())
        })?;
    }
    Ok(filters)
}

fn find(
    build: &Build,
    folder: &Folder,
    query: &Query,
) -> Result<Found, Vec<crate::diagnostics::Diagnostic>> {
    let mut words = kept_words(folder, build.site.settings.digest);
    let index = index(build, folder, &mut words, None)?;
    let files: BTreeMap<&String, &Shard> = index.iter().flat_map(Index::files).collect();
    let fetch = |name: &str| files.get(&name.to_owned())?.bytes.clone();
    let found = search::search(&fetch, query);
    Ok(found.expect("an index that was just made is whole"))
}

fn tell(printer: &Printer, build: &Build, folder: &Folder, text: &str, found: &Found) {
    let (tongues, synonyms) = (
        search::tongues(&build.site),
        search::synonyms(&build.site.settings),
    );
    let excerpt = |hit: &Hit| {
        let record = &build.site.records[hit.record as usize];
        let language = record.language();
        let language = language.unwrap_or(&build.site.settings.language);
        let prose = prose(record, folder).unwrap_or_default();
        let searched = search::searched_text(record, &prose);
        search::excerpt(text, &searched, language, &tongues, &synonyms)
    };
    let excerpts: Vec<String> = found.hits.iter().map(excerpt).collect();
    let count = ("count", found.total.to_string());
    printer.say("search-found", &[count, ("text", text.to_owned())]);
    for (asked, shown) in &found.replaced {
        let words = [("asked", asked.clone()), ("shown", shown.clone())];
        printer.say("search-replaced", &words);
    }
    for number in &found.neighbours {
        printer.say("search-meant", &[("text", number.clone())]);
    }
    for (hit, excerpt) in found.hits.iter().zip(&excerpts) {
        let facts = [Some(hit.day.clone()), hit.body.clone()];
        let facts = facts
            .into_iter()
            .flatten()
            .chain(hit.case_number.iter().cloned());
        printer.say(
            "search-hit",
            &[
                ("title", hit.title.clone()),
                ("facts", facts.collect::<Vec<_>>().join(" · ")),
                ("address", hit.address.clone()),
                ("excerpt", excerpt.clone()),
            ],
        );
    }
    printer.result(&build.diagnostics, &to_json(found, &excerpts));
}

/// What programs are told: the same as the one function of the search page gives.
fn to_json(found: &Found, excerpts: &[String]) -> Value {
    let hit = |(hit, excerpt): (&Hit, &String)| {
        json!({
            "title": hit.title,
            "address": hit.address,
            "case_number": hit.case_number,
            "day": hit.day,
            "body": hit.body,
            "stage": hit.stage,
            "unapproved": hit.is_unapproved,
            "outcome": hit.outcome,
            "excerpt": excerpt,
        })
    };
    let value = |(value, label, count): &(String, String, usize)| json!({ "value": value, "label": label, "count": count });
    let facets: serde_json::Map<String, Value> = found
        .facets
        .iter()
        .map(|(name, values)| (name.clone(), values.iter().map(value).collect()))
        .collect();
    json!({
        "total": found.total,
        "hits": found.hits.iter().zip(excerpts).map(hit).collect::<Vec<_>>(),
        "facets": facets,
        "whole": found.whole,
        "replaced": found.replaced,
        "neighbours": found.neighbours,
    })
}
