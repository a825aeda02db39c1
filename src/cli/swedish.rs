//! The help of the command line in Swedish. Its English stands with the arguments; a test holds the two complete.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

/// What is said of each command and argument: the command, then the argument's name; those of every command have no command.
const TEXTS: [(&str, &str, &str); 56] = [
    (
        "",
        "",
        "Bygger ett offentligt register över beslut av en mapp med handlingar",
    ),
    (
        "",
        "root",
        "Webbplatsens mapp, den som innehåller content/ [annars: den du står i]",
    ),
    (
        "",
        "format",
        "Hur resultat skrivs: text för människor eller json för program [annars: text]",
    ),
    (
        "",
        "language",
        "Språket i meddelanden: sv eller en [annars: webbplatsens eget]",
    ),
    (
        "",
        "all",
        "Visa alla fel, inte bara de första tjugo av varje slag",
    ),
    ("", "help", "Visa hjälp"),
    ("", "version", "Visa programmets version"),
    ("build", "", "Bygg webbplatsen i mappen att publicera"),
    (
        "build",
        "output",
        "Mappen att bygga till [annars: output/ i webbplatsens mapp]",
    ),
    (
        "build",
        "as_of",
        "Bygg webbplatsen som den är den här dagen eller stunden",
    ),
    (
        "build",
        "drafts",
        "Visa även utkast och det som väntar; bara i en annan mapp",
    ),
    (
        "build",
        "clean",
        "Lita inte på något från tidigare: läs alla handlingar, gör alla sidor, jämför alla filer",
    ),
    (
        "build",
        "published",
        "Den publicerade webbplatsens manifest.json, för att få veta vilka adresser som skulle försvinna",
    ),
    (
        "check",
        "",
        "Räkna upp allt som är fel, och skriv ingenting",
    ),
    (
        "check",
        "as_of",
        "Kontrollera webbplatsen som den är den här dagen eller stunden",
    ),
    (
        "check",
        "published",
        "Den publicerade webbplatsens manifest.json, för att få veta vilka adresser som skulle försvinna",
    ),
    (
        "adopt",
        "",
        "Föreslå inställningar för en mapp med Markdownfiler från annat håll",
    ),
    (
        "adopt",
        "folder",
        "Mappen med filerna, som lämnas som de är",
    ),
    (
        "serve",
        "",
        "Visa webbplatsen i webbläsaren medan den skrivs",
    ),
    (
        "serve",
        "port",
        "Porten att svara på; 0 för någon som är ledig [annars: 8080]",
    ),
    ("serve", "open", "Öppna webbplatsen i webbläsaren"),
    (
        "serve",
        "as_of",
        "Visa webbplatsen som den är den här dagen eller stunden",
    ),
    (
        "serve",
        "follow",
        "Gå till den handling som senast redigerades",
    ),
    (
        "serve",
        "poll",
        "Gå igenom mapparna med jämna mellanrum, där systemet inte meddelar ändringar",
    ),
    (
        "serve",
        "host",
        "Namnet eller numret som andra datorer når den här på; de måste känna till hemligheten i adressen",
    ),
    (
        "serve",
        "private",
        "Fråga efter hemligheten i adressen även på den här datorn, om andra använder den",
    ),
    (
        "serve",
        "read_only",
        "Låt ingenting redigeras i förhandsvisningen",
    ),
    (
        "serve",
        "editor",
        "Adressen som öppnar en fil i ett annat program [annars: ett som är installerat, eller formuläret i förhandsvisningen]",
    ),
    (
        "init",
        "",
        "Skapa en ny webbplats med ett litet exempelregister",
    ),
    (
        "init",
        "folder",
        "Mappen att skapa; det som redan finns i den blir kvar som det är",
    ),
    ("new", "", "Skriv en ny handling"),
    (
        "new",
        "title",
        "Handlingens titel; programmet frågar om den inte anges",
    ),
    ("new", "date", "Handlingens datum [annars: i dag]"),
    ("new", "proposer", "Den som lade fram ärendet"),
    ("new", "body", "Organet som beslutar"),
    ("new", "case_number", "Myndighetens eget nummer på ärendet"),
    ("new", "recommendation", "Vad organet ombads besluta"),
    ("new", "id", "Adressens sista del [annars: av titeln]"),
    (
        "search",
        "",
        "Hitta handlingar, som webbplatsens egen sökning gör",
    ),
    (
        "search",
        "text",
        "Ord, \"hela fraser\", -inte, eller ett diarienummer",
    ),
    (
        "search",
        "body",
        "Bara handlingar från det här organet; får anges flera gånger",
    ),
    (
        "search",
        "topic",
        "Bara handlingar i det här ämnet; får anges flera gånger",
    ),
    (
        "search",
        "stage",
        "Bara handlingar i det här skedet, med dess kod; får anges flera gånger",
    ),
    (
        "search",
        "outcome",
        "Bara handlingar med det här utfallet, med dess kod; får anges flera gånger",
    ),
    (
        "search",
        "proposer",
        "Bara handlingar från den här föredraganden; får anges flera gånger",
    ),
    (
        "search",
        "year",
        "Bara handlingar från det här året; får anges flera gånger",
    ),
    (
        "search",
        "from",
        "Bara handlingar från och med den här dagen, till exempel 2021-04-14",
    ),
    ("search", "to", "Bara handlingar till och med den här dagen"),
    (
        "search",
        "sort",
        "Vad som kommer först: relevance för bäst träff, date för nyast [annars: relevance]",
    ),
    (
        "search",
        "page",
        "Vilka tio träffar, räknat från 1 [annars: 1]",
    ),
    (
        "schema",
        "",
        "Skriv ut JSON-schemat för uppgifter, inställningar eller öppna data, till redigerare",
    ),
    (
        "schema",
        "subject",
        "Vad som beskrivs: record, settings eller data [annars: record]",
    ),
    ("completions", "", "Skriv ut kompletteringar för ett skal"),
    (
        "completions",
        "shell",
        "Skalet: bash, elvish, fish, powershell eller zsh",
    ),
    (
        "help",
        "",
        "Visa vad ett kommando tar, eller en sida ur dokumentationen: handbok, records, codes, data, publishing, views",
    ),
    ("help", "topic", "Kommandot eller sidan"),
];

/// The names of values.
const VALUES: [(&str, &str); 8] = [
    ("ADDRESS", "ADRESS"),
    ("DATE", "DATUM"),
    ("DIR", "MAPP"),
    ("FILE", "FIL"),
    ("FOLDER", "MAPP"),
    ("HOST", "VÄRD"),
    ("LANGUAGE", "SPRÅK"),
    ("VALUE", "VÄRDE"),
];

/// What stands above commands, positional arguments and options.
const COMMANDS: &str = "Kommandon";
const ARGUMENTS: &str = "Argument";
const OPTIONS: &str = "Flaggor";

/// How a page of help is laid out, with the words that clap writes in English itself.
const LAYOUT: &str = "{about-with-newline}\nAnvändning: {usage}\n\n{all-args}";

/// Whether a command line asks for Swedish.
pub(super) fn is_asked_for(words: impl Iterator<Item = OsString>) -> bool {
    let words: Vec<OsString> = words.collect();
    let apart = words.windows(2).any(|pair| pair == ["--language", "sv"]);
    apart || words.iter().any(|word| word == "--language=sv")
}

/// A command and all below it with Swedish help.
pub(super) fn in_swedish(program: Command) -> Command {
    let flag = |name: &'static str, short, action| {
        let flag = Arg::new(name).long(name).short(short).action(action);
        flag.global(true).display_order(200)
    };
    let program = program
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::HelpLong))
        .arg(flag("version", 'V', ArgAction::Version));
    let program = translated(program, "").mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        translated(
            command.disable_help_flag(true).disable_version_flag(true),
            &name,
        )
    });
    with_usage(program)
}

/// Commands whose usage is told in Swedish.
fn with_usage(mut program: Command) -> Command {
    program.build();
    let in_swedish = |mut command: Command| {
        let usage = command.render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ");
        let usage = usage.replace("[OPTIONS]", "[FLAGGOR]");
        command.override_usage(usage.replace("<COMMAND>", "<KOMMANDO>"))
    };
    in_swedish(program).mut_subcommands(in_swedish)
}

fn translated(command: Command, name: &str) -> Command {
    let command = command
        .help_template(LAYOUT)
        .subcommand_help_heading(COMMANDS);
    let command = match text(name, "") {
        Some(about) => command.about(about),
        None => command,
    };
    command.mut_args(|argument| {
        let said = text(name, argument.get_id().as_str());
        let said = said.or_else(|| text("", argument.get_id().as_str()));
        let named = argument.get_value_names().and_then(|names| names.first());
        let swedish = named.and_then(|name| VALUES.iter().find(|(own, _)| own == name));
        let argument = match swedish {
            Some((_, value)) => argument.value_name(*value),
            None => argument,
        };
        let has_value = argument.get_action().takes_values();
        let argument = argument
            .help(said.unwrap_or_default())
            .hide_default_value(has_value)
            .hide_possible_values(has_value);
        if argument.is_positional() {
            argument.help_heading(ARGUMENTS)
        } else {
            argument.help_heading(OPTIONS)
        }
    })
}

fn text(command: &str, argument: &str) -> Option<&'static str> {
    let found = TEXTS
        .iter()
        .find(|text| (text.0, text.1) == (command, argument));
    found.map(|text| text.2)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::super::arguments::Arguments;
    use super::{TEXTS, in_swedish, is_asked_for, text};

    #[test]
    fn every_command_and_argument_has_its_swedish() {
        let program = Arguments::command();
        let mut known = Vec::new();
        let mut said = |command: &clap::Command, name: &str| {
            assert!(text(name, "").is_some(), "{name}");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                let has_own = text(name, id).or_else(|| text("", id)).is_some();
                assert!(has_own, "{name} {id}");
                known.push((name.to_owned(), id.to_owned()));
            }
        };
        said(&program, "");
        for command in program.get_subcommands() {
            said(command, command.get_name());
        }
        let is_known = |command: &str, argument: &str| {
            let own = ["help", "version", ""];
            own.contains(&argument) || known.iter().any(|(of, id)| of == command && id == argument)
        };
        for (command, argument, _) in TEXTS {
            assert!(is_known(command, argument), "{command} {argument}");
        }
    }

    #[test]
    fn help_in_swedish_holds_no_english() {
        let mut program = in_swedish(Arguments::command());
        program.build();
        let mut pages = vec![program.render_long_help().to_string()];
        let commands = program.get_subcommands_mut();
        pages.extend(commands.map(|command| command.render_long_help().to_string()));
        for page in pages {
            for word in [
                "Usage",
                "Options:",
                "Commands",
                "Arguments",
                "default",
                "The ",
                "Print",
            ] {
                assert!(!page.contains(word), "{word} in\n{page}");
            }
        }
    }

    #[test]
    fn swedish_is_asked_for_by_its_option() {
        let asks = |line: &str| is_asked_for(line.split(' ').map(Into::into));
        assert!(asks("diarium --language sv --help") && asks("diarium build --language=sv -h"));
        assert!(!asks("diarium --help") && !asks("diarium --language en --help"));
    }
}
