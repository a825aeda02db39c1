//! `diarium serve`: the site in the browser while it is written.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::time::Duration;

use serde_json::json;

use super::Ending;
use super::arguments::{Access, Everywhere, ServeOptions};
use super::clock;
use super::printing::Printer;
use crate::disk::Folder;
use crate::engine::Engine;
use crate::preview::{self, Editor, Options, Preview};
use crate::release::{read, remember};
use crate::source::SourcePath;
use crate::watch::Watch;

/// How long a browser has to read the file that tells it where to go.
const BROWSER_TIME: Duration = Duration::from_secs(60);

/// Runs the command, which ends when it is stopped.
pub(super) fn run(everywhere: &Everywhere, options: &ServeOptions) -> Ending {
    let folder = Folder::new(&everywhere.root);
    let watch = Watch::new(&folder, options.poll);
    let mut engine = Engine::default();
    read(&mut engine, &folder, true);
    let site = engine.settings().map(|settings| settings.language.clone());
    let printer = Printer::new(everywhere, site.as_deref());
    let trouble = |id: &str, fault: String| {
        printer.complain(id, &[("fault", fault), ("port", options.port.to_string())]);
        Ending::Trouble
    };
    let mut watch = match watch {
        Ok(watch) => watch,
        Err(fault) => return trouble("watch-failed", fault),
    };
    let secret = match secret(&options.access) {
        Ok(secret) => secret,
        Err(fault) => return trouble("token-failed", fault.to_string()),
    };
    let socket = match TcpListener::bind((listens_at(options.access.host.as_deref()), options.port))
    {
        Ok(socket) => socket,
        Err(fault) => return trouble("port-taken", fault.to_string()),
    };
    remember(&engine, &folder);
    let has_secret = secret.is_some();
    let shown = Options {
        as_of: options.as_of.clone(),
        editor: editor(options),
        read_only: options.access.read_only,
        follow: options.follow,
        language: everywhere.language.is_some().then(|| printer.language()),
        host: options.access.host.clone(),
        secret,
    };
    let Some(preview) = Preview::new(folder, engine, Box::new(clock::moment), shown) else {
        printer.complain("as-of-invalid", &[]);
        return Ending::Trouble;
    };
    let at = socket.local_addr();
    let home = match at.and_then(|at| preview.serve(socket).map(|()| preview.home(at))) {
        Ok(home) => home,
        Err(fault) => return trouble("port-taken", fault.to_string()),
    };
    say_started(&printer, &home, watch.polls);
    if options.open && open_browser(&home, has_secret).is_err() {
        printer.complain("browser-missing", &[]);
    }
    say_faults(&printer, &preview);
    preview.follow(&mut watch, &|preview| say_faults(&printer, preview))
}

/// Editors, by the name of their programs, with the addresses that open a place.
const EDITORS: [(&str, &str); 3] = [
    ("code", "vscode://file{path}:{line}:{column}"),
    ("codium", "vscodium://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
];

/// What opens a place: the editor that is asked for, one that is installed where the browser is, or the form in the preview.
fn editor(options: &ServeOptions) -> Editor {
    let asked = options.editor.clone();
    let is_here = options.access.host.is_none();
    match asked.or_else(|| installed().filter(|_| is_here)) {
        Some(address) => Editor::Program(address),
        None if options.access.read_only => Editor::None,
        None => Editor::Form,
    }
}

/// The address of the first editor that the shell would find.
#[expect(
    clippy::disallowed_methods,
    reason = "which editors are installed is no input of a site"
)]
fn installed() -> Option<String> {
    let folders = std::env::var_os("PATH")?;
    let is_installed = |name: &str| {
        let mut folders = std::env::split_paths(&folders);
        folders.any(|folder| {
            folder.join(name).is_file() || folder.join(format!("{name}.cmd")).is_file()
        })
    };
    let mut editors = EDITORS.iter();
    let found = editors.find(|(name, _)| is_installed(name));
    found.map(|(_, address)| (*address).to_owned())
}

/// Says what is wrong as `check` does, or that nothing is.
fn say_faults(printer: &Printer, preview: &Preview) {
    let faults = preview.faults();
    let lines = |path: &SourcePath, line| faults.line(path, line);
    printer.diagnostics(faults.diagnostics(), &lines, None);
    if faults.diagnostics().is_empty() {
        printer.say("all-well", &[]);
    }
}

fn say_started(printer: &Printer, home: &str, polls: bool) {
    printer.say("serving", &[("address", home.to_owned())]);
    if polls {
        printer.say("polling", &[]);
    }
    printer.result(&[], &json!({ "address": home, "polls": polls }));
}

/// This machine alone, unless others are let in.
fn listens_at(host: Option<&str>) -> IpAddr {
    match host {
        None => Ipv4Addr::LOCALHOST.into(),
        Some(host) => match host.parse::<IpAddr>() {
            Ok(IpAddr::V6(_)) => Ipv6Addr::UNSPECIFIED.into(),
            Ok(number) => number,
            Err(_) => Ipv4Addr::UNSPECIFIED.into(),
        },
    }
}

/// The secret that everybody must know who asks, where others can reach the preview.
fn secret(access: &Access) -> io::Result<Option<String>> {
    let is_needed = access.private || access.host.is_some();
    is_needed.then(preview::secret).transpose()
}

/// Opens the site in the browser. Every user of a machine can read the command lines of all, so an address with a secret is
/// handed over in a file that nobody else can read.
fn open_browser(home: &str, has_secret: bool) -> io::Result<()> {
    if !has_secret {
        return open::that_detached(home);
    }
    let address = home.replace('&', "&amp;").replace('"', "&quot;");
    let page = format!(
        "<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>Diarium</title><meta http-equiv=\"refresh\" content=\"0;url={address}\">\n"
    );
    let mut file = tempfile::Builder::new()
        .prefix("diarium-")
        .suffix(".html")
        .tempfile()?;
    file.write_all(page.as_bytes())?;
    open::that_detached(file.path())?;
    std::thread::spawn(move || {
        std::thread::sleep(BROWSER_TIME);
        drop(file);
    });
    Ok(())
}
