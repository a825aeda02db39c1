//! Names in templates, held against the views: a misspelt field is found when the theme is loaded, in any branch.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tera::Tera;

use super::filters::needed_words;
use super::scan::{Placed, Token, tags};
use super::shapes::{Schemas, plain_shape};
use super::source_of;
use super::words::Words;
use crate::diagnostics::{Code, Diagnostic};
use crate::record::nearest;
use crate::source::{Location, SourcePath};

/// The templates every theme must have.
const ENTRIES: [&str; 15] = [
    "home.html",
    "index.html",
    "listing.html",
    "not_found.html",
    "open_data.html",
    "assignments.html",
    "costs.html",
    "glossary.html",
    "meeting.html",
    "meetings.html",
    "notice_board.html",
    "record.html",
    "redirect.html",
    "search.html",
    "text.html",
];

/// Words of the template language that are no variables.
const LANGUAGE: [&str; 28] = [
    "and",
    "as",
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endset",
    "extends",
    "false",
    "filter",
    "for",
    "if",
    "in",
    "include",
    "is",
    "loop",
    "not",
    "null",
    "or",
    "super",
    "true",
];

/// Reports the entry templates that a theme lacks.
pub(super) fn entries(tera: &Tera, theme: &str) -> Vec<Diagnostic> {
    let missing = ENTRIES
        .iter()
        .filter(|entry| !tera.contains_template(entry));
    let at = Location::start_of(&SourcePath::new(format!("themes/{theme}/theme.yaml")));
    missing
        .map(|entry| {
            let fault = format!("the theme has no template `{entry}`");
            Diagnostic::new(Code::TemplateInvalid)
                .with("fault", fault)
                .at(at.clone())
        })
        .collect()
}

/// Reports every unknown name in the templates: variables, their fields, words and static files.
pub(super) fn templates(
    templates: &[(String, String)],
    words: &Words,
    assets: &BTreeMap<String, String>,
) -> Vec<Diagnostic> {
    let schemas = Schemas::new(words);
    let scanned: Vec<_> = templates
        .iter()
        .map(|(name, text)| (source_of(name), text.as_str(), tags(text)))
        .collect();
    let bound: BTreeSet<String> = scanned
        .iter()
        .flat_map(|(_, _, tags)| tags.iter().flat_map(|tag| bound_names(tag)))
        .collect();
    let mut diagnostics: Vec<Diagnostic> = needed_words()
        .filter(|id| !words.has(id))
        .map(|id| {
            Diagnostic::new(Code::UnknownWord)
                .with("word", id)
                .with("nearest", "none")
        })
        .collect();
    for (path, text, tags) in &scanned {
        let mut checker = Checker {
            path,
            text,
            schemas: &schemas,
            bound: &bound,
            words,
            assets,
            scopes: vec![BTreeMap::new()],
            diagnostics: &mut diagnostics,
        };
        for tag in tags {
            checker.tag(tag);
        }
    }
    diagnostics
}

/// Names a tag binds: loop variables, `set`, the arguments of a component.
fn bound_names(tag: &[Placed]) -> Vec<String> {
    let names: Vec<&str> = tag
        .iter()
        .filter_map(|placed| name(&placed.token))
        .collect();
    match names.as_slice() {
        ["for", rest @ ..] => rest
            .iter()
            .take_while(|name| **name != "in")
            .map(|name| (*name).to_owned())
            .collect(),
        ["set" | "set_global", bound, ..] => vec![(*bound).to_owned()],
        ["component", rest @ ..] => rest.iter().map(|name| (*name).to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn name(token: &Token) -> Option<&str> {
    match token {
        Token::Path(names) => names.first().map(String::as_str),
        Token::Text(_) | Token::Sign(_) => None,
    }
}

/// What a name stands for: a shape and the schema its references lead into; `None` when it is not known.
type Bound<'s> = Option<(&'s Value, &'s Value)>;

struct Checker<'c> {
    path: &'c SourcePath,
    text: &'c str,
    schemas: &'c Schemas,
    bound: &'c BTreeSet<String>,
    words: &'c Words,
    assets: &'c BTreeMap<String, String>,
    scopes: Vec<BTreeMap<String, Bound<'c>>>,
    diagnostics: &'c mut Vec<Diagnostic>,
}

impl<'c> Checker<'c> {
    fn tag(&mut self, tag: &[Placed]) {
        let first = tag
            .first()
            .and_then(|placed| name(&placed.token))
            .unwrap_or_default()
            .to_owned();
        let is_definition = matches!(
            first.as_str(),
            "block" | "endblock" | "component" | "endcomponent" | "extends" | "include" | "endset"
        );
        if is_definition {
            return;
        }
        let skipped = match first.as_str() {
            "for" => {
                tag.iter()
                    .position(|placed| name(&placed.token) == Some("in"))
                    .unwrap_or_default()
                    + 1
            }
            "set" | "set_global" => 3,
            _ => 0,
        };
        let expression = &tag[skipped.min(tag.len())..];
        let value = self.expression(expression);
        let names = bound_names(tag);
        match first.as_str() {
            "for" => {
                let item = value
                    .and_then(|(shape, root)| Some((plain_shape(shape.get("items")?, root), root)));
                let item = if names.len() == 1 { item } else { None };
                self.scopes
                    .push(names.into_iter().map(|name| (name, item)).collect());
            }
            "endfor" if self.scopes.len() > 1 => drop(self.scopes.pop()),
            "set" | "set_global" => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.extend(names.into_iter().map(|name| (name, value)));
                }
            }
            _ => {}
        }
    }

    /// Checks the names of an expression; gives its shape when it is one path and nothing else.
    fn expression(&mut self, tokens: &[Placed]) -> Bound<'c> {
        let mut shape = None;
        for (index, placed) in tokens.iter().enumerate() {
            let sign_at = |index: Option<usize>| match index
                .and_then(|index| tokens.get(index))
                .map(|placed| &placed.token)
            {
                Some(Token::Sign(sign)) => Some(*sign),
                _ => None,
            };
            let before = sign_at(index.checked_sub(1));
            let (after, behind) = (sign_at(Some(index + 1)), sign_at(Some(index + 2)));
            let is_call = after == Some('(');
            let is_argument = after == Some('=') && behind != Some('=');
            let is_filter_or_test = before == Some('|') || follows_is(tokens, index);
            match &placed.token {
                Token::Path(_) if is_call || is_argument || is_filter_or_test => {}
                Token::Path(names) => shape = self.variable(names, placed),
                Token::Text(text) => self.argument(text, placed, &tokens[..index]),
                Token::Sign(_) => {}
            }
        }
        if tokens
            .iter()
            .filter(|placed| placed.token != Token::Sign('-'))
            .count()
            == 1
        {
            shape
        } else {
            None
        }
    }

    /// A text given as `word(id="…")` or `asset(name="…")` must name something.
    fn argument(&mut self, text: &str, placed: &Placed, before: &[Placed]) {
        let called = before
            .iter()
            .rev()
            .take(4)
            .filter_map(|placed| name(&placed.token))
            .collect::<Vec<_>>();
        let fault = match called.as_slice() {
            ["id", "word", ..] if !self.words.has(text) => {
                let nearest =
                    nearest(text, self.words.ids().iter().map(String::as_str)).unwrap_or("none");
                Diagnostic::new(Code::UnknownWord)
                    .with("word", text)
                    .with("nearest", nearest)
            }
            ["name", "asset", ..] if !self.assets.contains_key(text) => {
                let nearest =
                    nearest(text, self.assets.keys().map(String::as_str)).unwrap_or("none");
                let fault = Diagnostic::new(Code::UnknownVariable)
                    .with("name", text)
                    .with("of", "static");
                fault.with("nearest", nearest)
            }
            _ => return,
        };
        let at = Location::of_range(self.path, self.text, 1, placed.range.clone());
        self.diagnostics.push(fault.at(at));
    }

    fn variable(&mut self, names: &[String], placed: &Placed) -> Bound<'c> {
        let root = names[0].as_str();
        if LANGUAGE.contains(&root) {
            return None;
        }
        let local = self
            .scopes
            .iter()
            .rev()
            .find_map(|scope| scope.get(root).copied());
        let global = || {
            self.schemas
                .0
                .get(root)
                .map(|schema| Some((schema, schema)))
        };
        let Some(start) = local.or_else(global) else {
            if !self.bound.contains(root) {
                let bound = self.bound.iter().map(String::as_str);
                let known = self.schemas.0.keys().copied().chain(bound);
                self.report(unknown(root, "template", known), placed, 0);
            }
            return None;
        };
        let (mut shape, root_shape) = start?;
        for index in 1..names.len() {
            shape = self.field(plain_shape(shape, root_shape), names, index, placed)?;
        }
        Some((plain_shape(shape, root_shape), root_shape))
    }

    /// The shape of one field on a path; reports a field that the shape before it does not have.
    fn field(
        &mut self,
        shape: &'c Value,
        names: &[String],
        index: usize,
        placed: &Placed,
    ) -> Option<&'c Value> {
        let (part, of) = (names[index].as_str(), names[..index].join("."));
        if part.is_empty() {
            return shape.get("items");
        }
        let place = placed.parts[index].clone();
        let is_in_brackets = self.text[..place.start].ends_with('[');
        if is_in_brackets && !self.text[place].starts_with(['"', '\'']) {
            return None;
        }
        let fields = shape.get("properties").and_then(Value::as_object);
        let is_free =
            shape.get("type") == Some(&"object".into()) || shape == &Value::Bool(true) && index > 1;
        match fields.map(|fields| fields.get(part)) {
            Some(Some(field)) => return Some(field),
            Some(None) => {
                let known = fields
                    .into_iter()
                    .flat_map(|fields| fields.keys().map(String::as_str));
                self.report(unknown(part, &of, known), placed, index);
            }
            None if is_free => {}
            None => self.report(unknown(part, &of, std::iter::empty()), placed, index),
        }
        None
    }

    fn report(&mut self, fault: Diagnostic, placed: &Placed, part: usize) {
        let at = Location::of_range(self.path, self.text, 1, placed.parts[part].clone());
        self.diagnostics.push(fault.at(at));
    }
}

fn unknown<'k>(name: &str, of: &str, known: impl Iterator<Item = &'k str>) -> Diagnostic {
    let nearest = nearest(name, known).unwrap_or("none");
    Diagnostic::new(Code::UnknownVariable)
        .with("name", name)
        .with("of", of)
        .with("nearest", nearest)
}

fn follows_is(tokens: &[Placed], index: usize) -> bool {
    let before = |steps: usize| {
        index
            .checked_sub(steps)
            .and_then(|index| name(&tokens[index].token))
    };
    before(1) == Some("is") || before(1) == Some("not") && before(2) == Some("is")
}
