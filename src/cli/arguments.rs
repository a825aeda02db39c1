//! What the program can be asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::record::Key;
use crate::site::Facet;

/// Builds a public register of decisions from a folder of records.
#[derive(Debug, Parser)]
#[command(
    name = "diarium",
    version,
    propagate_version = true,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) everywhere: Everywhere,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Everywhere {
    /// The site's folder, which holds content/
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        default_value = ".",
        display_order = 100
    )]
    pub(super) root: PathBuf,
    /// How results are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text, display_order = 101)]
    pub(super) format: Format,
    /// The language of messages; the site's own if not given
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANGUAGE",
        display_order = 102
    )]
    pub(super) language: Option<Language>,
    /// Show every fault, not the first twenty of each kind alone
    #[arg(long, global = true, display_order = 103)]
    pub(super) all: bool,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// The languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Swedish
    Sv,
    /// English
    En,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site into the output folder
    Build(BuildOptions),
    /// Say everything that is wrong, and write nothing
    Check(CheckOptions),
    /// Show the site in the browser while it is written
    Serve(ServeOptions),
    /// Make a new site with a small example register
    Init(InitOptions),
    /// Propose settings for a folder of Markdown files from elsewhere
    Adopt(AdoptOptions),
    /// Write a new record
    New(NewOptions),
    /// Find records, as the site's own search does
    Search(SearchOptions),
    /// Print the JSON Schema of front matter or settings, for editors
    Schema(SchemaOptions),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print what a command takes, or a page of the documentation: handbok, records, codes, data, publishing, views
    Help {
        /// The command or the page
        topic: Option<String>,
    },
}

/// Options of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// The output folder [default: output/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Build the site as it is at this day or moment
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Show drafts and withheld records too; only to another folder
    #[arg(long)]
    pub(super) drafts: bool,
    /// Trust nothing that earlier builds left: read every record, make every page, compare every file
    #[arg(long)]
    pub(super) clean: bool,
    /// The manifest.json of the site as it is published, to be warned of each address that would be dropped
    #[arg(long, value_name = "FILE")]
    pub(super) published: Option<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Check the site as it is at this day or moment
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// The manifest.json of the site as it is published, to be warned of each address that would be dropped
    #[arg(long, value_name = "FILE")]
    pub(super) published: Option<PathBuf>,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    /// The port to answer at; 0 for any that is free
    #[arg(long, default_value_t = 8080)]
    pub(super) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Show the site as it is at this day or moment
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Go to the record that was edited last
    #[arg(long)]
    pub(super) follow: bool,
    /// Look through the folders at an interval, where the system does not tell of changes
    #[arg(long)]
    pub(super) poll: bool,
    #[command(flatten)]
    pub(super) access: Access,
    /// The address that opens a file in an editor [default: of one that is installed, else the form in the preview]
    #[arg(long, value_name = "ADDRESS")]
    pub(super) editor: Option<String>,
}

/// Who may see the preview, and whether they may edit.
#[derive(Debug, Args)]
pub(super) struct Access {
    /// The name or number at which other machines reach this one; they must know the secret in the address
    #[arg(long, value_name = "HOST")]
    pub(super) host: Option<String>,
    /// Ask for the secret in the address on this machine too, where others use it
    #[arg(long)]
    pub(super) private: bool,
    /// Let nothing be edited in the preview
    #[arg(long)]
    pub(super) read_only: bool,
}

/// Options of `init`.
#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The folder to make; what is already in it stays as it is
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// Options of `adopt`.
#[derive(Debug, Args)]
pub(super) struct AdoptOptions {
    /// The folder with the files, which stay as they are
    #[arg(value_name = "FOLDER")]
    pub(super) folder: PathBuf,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub(super) struct NewOptions {
    /// The record's title; asked for if not given
    pub(super) title: Option<String>,
    #[command(flatten)]
    pub(super) facts: GivenFacts,
    /// The last part of the address [default: from the title]
    #[arg(long)]
    pub(super) id: Option<String>,
}

/// The facts that `new` writes beside the title: an option for each.
#[derive(Debug)]
pub(super) struct GivenFacts(pub(super) BTreeMap<Key, String>);

impl GivenFacts {
    fn keys() -> Vec<Key> {
        let place = |key: Key| Some((key.fact().written_by_new?, key));
        let mut keys: Vec<(usize, Key)> = Key::all().filter_map(place).collect();
        keys.sort_unstable();
        let keys = keys.into_iter().map(|(_, key)| key);
        keys.filter(|key| *key != Key::TITLE).collect()
    }
}

impl Args for GivenFacts {
    fn augment_args(command: clap::Command) -> clap::Command {
        let option = |key: Key| {
            let today = if key == Key::DATE {
                " [default: today]"
            } else {
                ""
            };
            Arg::new(key.name())
                .long(key.name().replace('_', "-"))
                .value_name("VALUE")
                .help(format!("{}{today}", key.fact().says.trim_end_matches('.')))
        };
        command.args(Self::keys().into_iter().map(option))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for GivenFacts {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = |key: Key| Some((key, matches.get_one::<String>(key.name())?.clone()));
        Ok(Self(Self::keys().into_iter().filter_map(given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Options of `search`.
#[derive(Debug, Args)]
pub(super) struct SearchOptions {
    /// Words, "exact phrases", -not, or a case number
    #[arg(allow_hyphen_values = true)]
    pub(super) text: String,
    #[command(flatten)]
    pub(super) filters: Filters,
    /// Only records from this day on, as 2021-04-14
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<String>,
    /// Only records until this day
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<String>,
    /// What comes first
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    pub(super) sort: Order,
    /// Which ten hits, from 1
    #[arg(long, default_value_t = 1)]
    pub(super) page: usize,
}

/// What a search is narrowed by: values for each facet.
#[derive(Debug)]
pub(super) struct Filters(pub(super) BTreeMap<String, BTreeSet<String>>);

impl Args for Filters {
    fn augment_args(command: clap::Command) -> clap::Command {
        let option = |facet: &Facet| {
            let help = match facet {
                Facet::Gathering(_) => format!("Only records of this {}", facet.name()),
                Facet::Choice(_) => format!("Only records with this {}, by its code", facet.name()),
            };
            Arg::new(facet.name())
                .long(facet.name())
                .value_name("VALUE")
                .action(ArgAction::Append)
                .help(format!("{help}; may be given several times"))
        };
        command.args(Facet::all().iter().map(option))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Filters {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = |facet: &Facet| {
            let values = matches
                .get_many::<String>(facet.name())
                .into_iter()
                .flatten();
            (facet.name().to_owned(), values.cloned().collect())
        };
        Ok(Self(Facet::all().iter().map(given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    /// The best hit
    Relevance,
    /// The newest
    Date,
}

/// Options of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// What to describe
    #[arg(value_enum, default_value_t = Subject::Record)]
    pub(super) subject: Subject,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Subject {
    /// A record's front matter
    Record,
    /// The settings, content/site.yaml
    Settings,
    /// A record's facts in open data
    Data,
}
