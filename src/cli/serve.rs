//! `diarium serve`: the site in the browser while it is written.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};

use serde_json::json;

use super::Ending;
use super::arguments::{Everywhere, ServeOptions};
use super::clock;
use super::printing::Printer;
use crate::disk::Folder;
use crate::engine::Engine;
use crate::preview::{self, Beyond, Options, Preview};
use crate::release::{read, remember};
use crate::watch::Watch;

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
    let beyond = match beyond(options) {
        Ok(beyond) => beyond,
        Err(fault) => return trouble("token-failed", fault.to_string()),
    };
    let socket = match TcpListener::bind((listens_at(options.host.as_deref()), options.port)) {
        Ok(socket) => socket,
        Err(fault) => return trouble("port-taken", fault.to_string()),
    };
    remember(&engine, &folder);
    let shown = Options {
        as_of: options.as_of.clone(),
        editor: options.editor.clone(),
        follow: options.follow,
        language: everywhere.language.is_some().then(|| printer.language()),
        beyond,
        moment: Box::new(clock::moment),
    };
    let Some(preview) = Preview::new(folder, engine, shown) else {
        printer.complain("as-of-invalid", &[]);
        return Ending::Trouble;
    };
    let at = socket.local_addr();
    let home = match at.and_then(|at| preview.serve(socket).map(|()| preview.home(at))) {
        Ok(home) => home,
        Err(fault) => return trouble("port-taken", fault.to_string()),
    };
    say_started(&printer, &home, watch.polls);
    if options.open && open::that_detached(&home).is_err() {
        printer.complain("browser-missing", &[]);
    }
    printer.say_sum(preview.counts());
    preview.follow(&mut watch, &|preview| printer.say_sum(preview.counts()))
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

fn beyond(options: &ServeOptions) -> std::io::Result<Option<Beyond>> {
    let Some(host) = options.host.clone() else {
        return Ok(None);
    };
    let token = preview::token()?;
    Ok(Some(Beyond { host, token }))
}
