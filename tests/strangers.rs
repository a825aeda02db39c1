//! What is somebody else's stays as it is, and drafts never lie where the public site is copied from.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write sites and read what became of them"
)]

mod support;

use std::fs;
use std::os::unix::fs::symlink;

use support::site::{Site, difference, with_small_theme};
use support::{Fixture, RECORD};

fn site() -> Site {
    let draft = RECORD.replace("title: Ny", "draft: true\ntitle: Hemlig");
    let site = with_small_theme(Fixture::with_record(RECORD));
    Site::of(&site.with("content/utkast.md", draft))
}

/// Builds to a folder of the site's, and gives back the exit code.
fn build_to(site: &Site, output: &str, more: &[&str]) -> Option<i32> {
    let arguments = [&["build", "--output", output], more].concat();
    site.run(&arguments).code
}

#[test]
fn drafts_never_lie_within_a_public_site() {
    let site = site();
    assert_eq!(build_to(&site, "output/sedan", &["--drafts"]), Some(2));
    assert_eq!(site.run(&["build"]).code, Some(0));
    assert_eq!(build_to(&site, "www", &[]), Some(0));
    symlink("www", site.path("webb")).expect("a link can be made");
    for path in [
        "output/x",
        "output/x/y",
        "www/x",
        "webb/x",
        "output/.staging",
        ".output.staging",
        ".output.staging/x",
    ] {
        assert_eq!(build_to(&site, path, &["--drafts"]), Some(2), "{path}");
        assert!(!site.path(path).exists(), "{path}");
    }
    assert_eq!(build_to(&site, ".output.staging", &[]), Some(2));
    assert_eq!(build_to(&site, "utkast", &["--drafts"]), Some(0));
    assert_eq!(build_to(&site, "utkast/mer", &["--drafts"]), Some(0));
}

#[test]
fn somebody_elses_file_is_not_taken_for_the_lock() {
    let site = site();
    site.write("annat/.lock", "viktigt");
    site.write("annat/x", "");
    assert_eq!(build_to(&site, "annat", &[]), Some(2));
    assert_eq!(
        fs::read(site.path("annat/.lock")).ok().as_deref(),
        Some(&b"viktigt"[..])
    );
    assert_eq!(site.run(&["build"]).code, Some(0));
    site.write("viktigt", "4711");
    fs::remove_file(site.path("output/.lock")).expect("it is there");
    fs::hard_link(site.path("viktigt"), site.path("output/.lock")).expect("a link can be made");
    assert_eq!(site.run(&["build"]).code, Some(2));
    assert_eq!(
        fs::read(site.path("viktigt")).ok().as_deref(),
        Some(&b"4711"[..])
    );
}

#[test]
fn somebody_elses_folder_is_not_taken_for_a_staging_folder() {
    let site = site();
    site.write(".f.staging/dyrbart", "mitt");
    assert_eq!(build_to(&site, "f", &[]), Some(0));
    assert!(site.path(".f.staging/dyrbart").is_file());
    site.write("g/.staging/dyrbart", "mitt");
    assert_eq!(build_to(&site, "g", &[]), Some(2));
    assert!(site.path("g/.staging/dyrbart").is_file());
    for left in [".output.staging/beslut", "output/.staging/beslut"] {
        fs::create_dir_all(site.path(left)).expect("a folder can be made");
        site.write(&format!("{left}/../.diarium-staging"), "");
    }
    assert_eq!(
        site.run(&["build"]).code,
        Some(0),
        "what a killed build left is cleared away"
    );
    assert!(!site.path(".output.staging").exists() && !site.path("output/.staging").exists());
}

#[test]
fn an_empty_folder_in_the_place_of_a_file_gives_way() {
    let site = site();
    site.write("content/tredje.md", RECORD.replace("Ny", "Tredje"));
    assert_eq!(site.run(&["build"]).code, Some(0));
    fs::remove_file(site.path("output/index.html")).expect("it is there");
    fs::create_dir(site.path("output/index.html")).expect("a folder can be made");
    site.remove("content/tredje.md");
    let built = site.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.said);
    assert_eq!(
        difference(&site.release(), &site.built_anew()),
        Vec::<String>::new()
    );
}
