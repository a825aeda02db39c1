//! What the packages of the program must be: of a licence that may be passed on, from the one registry, each in one version.
//!
//! Only what this machine would compile is looked at, so that nothing is fetched.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

/// Licences whose works may be passed on with ours, whatever is done with them.
const LICENCES: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages of another licence, each with it. Files under the MPL may be combined with others as long as they stay under it.
const OTHER_LICENCES: [(&str, &str); 2] = [("cssparser", "MPL-2.0"), ("dtoa-short", "MPL-2.0")];

/// Packages that stand in the program twice, since two that use them do not agree yet.
const TWICE: [&str; 4] = ["embedded-io", "getrandom", "io-lifetimes", "syn"];

/// What no package of the program may bring: a way to another machine, or code that others must have installed.
const NEVER: [&str; 7] = [
    "curl",
    "native-tls",
    "openssl-sys",
    "reqwest",
    "rustls",
    "ureq",
    "oxc",
];

/// The packages that a build on this machine would take.
fn packages() -> Vec<Value> {
    let version = Command::new("rustc").arg("-vV").output();
    let version = version.expect("rustc is installed").stdout;
    let version = String::from_utf8(version).expect("it is text");
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .args(["--filter-platform", host.expect("rustc tells its host")])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&metadata.stderr);
    assert!(metadata.status.success(), "{said}");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("it is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    assert!(packages.len() > 100);
    packages.clone()
}

fn name(package: &Value) -> &str {
    package["name"].as_str().unwrap_or_default()
}

#[test]
fn every_licence_lets_the_program_be_passed_on() {
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or_default();
        let read = Expression::parse_mode(licence, ParseMode::LAX);
        let read = read.unwrap_or_else(|fault| panic!("{}: {fault}", name(&package)));
        let may_be_passed_on = |asked: &LicenseReq| {
            let asked = asked.to_string();
            let is_other = OTHER_LICENCES.contains(&(name(&package), asked.as_str()));
            is_other || LICENCES.contains(&asked.as_str())
        };
        assert!(
            read.evaluate(may_be_passed_on),
            "{}: {licence}",
            name(&package)
        );
    }
}

#[test]
fn every_package_comes_from_the_one_registry() {
    let packages = packages();
    let sources: BTreeSet<&str> = packages
        .iter()
        .filter_map(|package| package["source"].as_str())
        .collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(
        sources.iter().all(|source| source.starts_with("registry+")),
        "{sources:?}"
    );
    let own: Vec<&str> = packages
        .iter()
        .filter(|package| package["source"].is_null())
        .map(name)
        .collect();
    assert_eq!(own, ["diarium"]);
}

#[test]
fn no_package_stands_twice_or_is_one_of_those_that_never_may() {
    let packages = packages();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for package in &packages {
        *counts.entry(name(package)).or_default() += 1;
    }
    let twice: Vec<&str> = counts
        .iter()
        .filter(|(_, count)| **count > 1)
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(twice, TWICE);
    for never in NEVER {
        assert!(!counts.contains_key(never), "{never} came in");
    }
}
