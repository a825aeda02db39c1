//! A site on disk and the real program over it; nothing may run for ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::{Fixture, files_below};

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_diarium");

/// After so many seconds a run hangs. It is far more than any takes on a machine with much else to do.
const HANGS_AFTER: &str = "120";

/// A site in a folder of its own, gone when the test is over.
pub struct Site {
    folder: TempDir,
}

/// How a run ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended {
    /// The exit code; none if a signal ended it, as one does that hangs.
    pub code: Option<i32>,
    /// Standard output, then standard error.
    pub said: String,
}

impl Site {
    /// A site with these sources.
    pub fn of(fixture: &Fixture) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fixture.write(&folder.path().join("site"));
        Self { folder }
    }

    /// A site whose folder is a copy of this one.
    pub fn standing_in(root: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        copy(root, &folder.path().join("site"));
        Self { folder }
    }

    /// The site's folder. What stands beside it is none of the program's business.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A path below the site's folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// A path beside the site's folder.
    pub fn beside(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file below the site's folder.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        Fixture::default().with(path, text).write(&self.root());
    }

    /// Removes a file below the site's folder.
    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.path(path)).expect("the file is there");
    }

    /// Runs the program over the site, with messages in English.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_by(Path::new(PROGRAM), arguments)
    }

    /// Runs another copy of the program over the site.
    pub fn run_by(&self, program: &Path, arguments: &[&str]) -> Ended {
        ended(
            &self
                .command(program, arguments)
                .output()
                .expect("it can be run"),
        )
    }

    /// Runs a shell script in the site's folder, in a name space of its own, where it may mount file systems.
    pub fn run_alone(&self, script: &str) -> Output {
        Command::new("unshare")
            .args(["-rm", "sh", "-c", script])
            .current_dir(self.root())
            .output()
            .expect("`unshare` is there (apt-get install util-linux)")
    }

    /// The command of a run in the site's folder, which is ended when it hangs.
    pub fn command(&self, program: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new("timeout");
        command
            .args(["--signal=KILL", HANGS_AFTER])
            .arg(program)
            .args(["--language", "en"])
            .args(arguments)
            .current_dir(self.root())
            .stdin(Stdio::null());
        command
    }

    /// The files of the output once it is [`settled`].
    pub fn release(&self) -> BTreeMap<String, Vec<u8>> {
        settled(self.output())
    }

    /// The site's folder as it is now, kept under a name beside it.
    pub fn keep(&self, name: &str) {
        copy(&self.root(), &self.beside(name));
    }

    /// The site's folder as it was when it was kept.
    pub fn restore(&self, name: &str) {
        copy(&self.beside(name), &self.root());
    }

    /// The files of the output.
    pub fn output(&self) -> BTreeMap<String, Vec<u8>> {
        read_all(&self.path("output"))
    }

    /// What a build of the same sources into nothing makes, by the program as it is.
    pub fn built_anew(&self) -> BTreeMap<String, Vec<u8>> {
        let twin = Self {
            folder: tempfile::tempdir().expect("a folder can be made"),
        };
        for folder in ["content", "themes"] {
            for (path, bytes) in read_all(&self.path(folder)) {
                twin.write(&format!("{folder}/{path}"), bytes);
            }
        }
        let built = twin.run(&["build"]);
        assert_eq!(built.code, Some(0), "{}", built.said);
        twin.release()
    }
}

fn copy(from: &Path, to: &Path) {
    if to.exists() {
        std::fs::remove_dir_all(to).expect("it can be removed");
    }
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status();
    assert!(
        copied.is_ok_and(|status| status.success()),
        "cp copies the folder"
    );
}

/// How a run ended, from what the system tells of it.
pub fn ended(output: &Output) -> Ended {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let said = text(&output.stdout) + &text(&output.stderr);
    let code = output.status.code();
    Ended { code, said }
}

/// Every file below a folder with its bytes.
pub fn read_all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = |path: String| {
        let bytes = std::fs::read(folder.join(&path)).expect("a file that was just listed");
        (path, bytes)
    };
    files_below(folder).into_iter().map(file).collect()
}

/// An output without what a release leaves of the one before it for those who have an earlier page open: what it must come
/// to whatever was published before.
pub fn settled(mut output: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let manifest = output
        .get("manifest.json")
        .and_then(|bytes| serde_json::from_slice(bytes).ok());
    let Some(serde_json::Value::Object(mut manifest)) = manifest else {
        return output;
    };
    if let Some(serde_json::Value::Object(former)) = manifest.remove("former") {
        for address in former.keys() {
            output.remove(address.trim_start_matches('/'));
        }
    }
    let manifest = serde_json::to_vec(&manifest).expect("it was JSON");
    output.insert("manifest.json".to_owned(), manifest);
    output
}

/// The names of what two folders do not have alike.
pub fn difference(
    left: &BTreeMap<String, Vec<u8>>,
    right: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    let names = left.keys().chain(right.keys());
    let mut names: Vec<String> = names
        .filter(|name| left.get(*name) != right.get(*name))
        .cloned()
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A copy of the program that differs from it in the digest of its own sources alone, as its next version does.
pub fn next_version(path: &Path) {
    let digest = env!("DIARIUM_SOURCES");
    let other: String = digest.chars().rev().collect();
    let replaced = Command::new("sed")
        .env("LC_ALL", "C")
        .arg(format!("s/{digest}/{other}/g"))
        .arg(PROGRAM)
        .stdout(std::fs::File::create(path).expect("the copy can be made"))
        .status();
    assert!(
        replaced.is_ok_and(|status| status.success()),
        "sed copies the program"
    );
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(path, mode).expect("the copy can be made to run");
}

/// The seven templates of a theme without adornment: it takes the place of the default one and costs a tenth of its time.
const TEMPLATES: [(&str, &str); 15] = [
    (
        "home",
        "{% for record in home.latest %}{{ record.title }}{% endfor %}",
    ),
    (
        "record",
        "{% block here %}{{ page.title }}{% endblock here %}{{ record.prose | safe }}{% for file in record.attachments %}{{ file.address }}{% endfor %}",
    ),
    (
        "listing",
        "{% for record in listing.records %}{{ record.title }} {{ record.summary }}{% endfor %}",
    ),
    ("index", "{{ words.records }}"),
    ("glossary", "{{ words.glossary }}"),
    ("meeting", "{{ meeting.day }}"),
    ("meetings", "{{ words.meetings }}"),
    ("notice_board", "{{ words.notice_board }}"),
    ("assignments", "{{ words.assignments }}"),
    ("costs", "{{ words.costs }}"),
    (
        "text",
        "{% block search %}{% endblock search %}{{ text.prose | safe }}",
    ),
    ("not_found", ""),
    (
        "open_data",
        "{% for year in open_data.years %}{{ year.title }}{% endfor %}{{ open_data.feed_url }}",
    ),
    ("search", ""),
    ("redirect", "{{ redirect.url }}"),
];

/// The words of the default theme.
const WORDS: [(&str, &str); 2] = [
    ("en", include_str!("../../themes/default/words/en.ftl")),
    ("sv", include_str!("../../themes/default/words/sv.ftl")),
];

/// A site with a small theme in the place of the default one.
pub fn with_small_theme(fixture: Fixture) -> Fixture {
    let head = "<!doctype html>\n<html lang=\"{{ site.language }}\">\n<meta charset=\"utf-8\">\n<title>{{ page.title }}</title>\n\
        <link rel=\"stylesheet\" href=\"{{ asset(name=\"style.css\") }}\">\n<h1>{{ site.title }}</h1>\n";
    let fixture = fixture.with("themes/default/theme.yaml", "name: Small\n");
    let fixture = WORDS.iter().fold(fixture, |fixture, (language, words)| {
        fixture.with(&format!("themes/default/words/{language}.ftl"), words)
    });
    let fixture = fixture.with("themes/default/static/style.css", "p { margin: 0 }\n");
    let fixture = fixture.with("themes/default/static/feed.css", "entry { margin: 0 }\n");
    let fixture = fixture.with("themes/default/static/search.js", "console.log(0);\n");
    TEMPLATES.iter().fold(fixture, |fixture, (name, text)| {
        fixture.with(
            &format!("themes/default/templates/{name}.html"),
            format!("{head}{text}\n"),
        )
    })
}
