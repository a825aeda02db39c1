//! A preview as its users have it: a site on disk, and the server that shows it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{Fixture, files_below};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_diarium");
/// How long anything may take before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A site on disk and the server that shows it.
pub struct Preview {
    _folder: TempDir,
    root: PathBuf,
    pub server: Child,
    pub address: String,
    /// The path of the home page, as it is printed.
    pub home: String,
}

/// An answer of the server.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Preview {
    pub fn of(fixture: &Fixture, options: &[&str]) -> Self {
        Self::with_environment(fixture, options, &[])
    }

    pub fn with_environment(
        fixture: &Fixture,
        options: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fixture.write(folder.path());
        let root = folder.path().to_owned();
        Self::start(folder, root, options, environment)
    }

    /// A preview of a site that stands at a place of its own.
    pub fn at(root: &Path, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        Self::start(folder, root.to_owned(), options, &[])
    }

    fn start(
        folder: TempDir,
        root: PathBuf,
        options: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut server = Command::new(PROGRAM)
            .arg("--root")
            .arg(&root)
            .args(["serve", "--port", "0"])
            .args(options)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let output = server.stdout.take().expect("its output is ours");
        let mut output = BufReader::new(output);
        let mut line = String::new();
        output.read_line(&mut line).expect("it says where it is");
        let start = line.find("http://").expect("it says its address") + "http://".len();
        let home = line[start..].split([' ', '\n']).next().expect("an address");
        let (address, home) = home.split_once('/').expect("a host and a path");
        let (address, home) = (address.to_owned(), format!("/{home}"));
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        Self {
            _folder: folder,
            root,
            server,
            address,
            home,
        }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn port(&self) -> &str {
        self.address.rsplit(':').next().expect("a port")
    }

    /// Sends a request as it stands, and reads all that comes back.
    pub fn send(&self, request: &str) -> Answer {
        let mut socket =
            TcpStream::connect(format!("127.0.0.1:{}", self.port())).expect("the server answers");
        socket.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        socket.write_all(request.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        socket.read_to_end(&mut bytes).expect("an answer");
        let end = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answer {
            status: status.expect("a status"),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.0\r\n{headers}\r\n"))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &format!("Host: {}\r\n", self.address))
    }

    /// The site's files as a build would write them now, by their addresses; `None` if it refuses.
    pub fn built(&self) -> Option<BTreeMap<String, Vec<u8>>> {
        let output = tempfile::tempdir().expect("a folder can be made");
        let folder = output.path().join("output");
        let built = Command::new(PROGRAM)
            .arg("--root")
            .arg(self.root())
            .args(["build", "--clean", "--output"])
            .arg(&folder)
            .output()
            .expect("the program runs");
        let file = |path: String| {
            let bytes = std::fs::read(folder.join(&path)).expect("a file that was just listed");
            let address = path.strip_suffix("index.html").unwrap_or(&path);
            (format!("/{address}"), bytes)
        };
        let files = files_below(&folder).into_iter();
        built.status.success().then(|| {
            files
                .filter(|path| path != "manifest.json" && path != ".lock")
                .map(file)
                .collect()
        })
    }

    /// What differs between the site as it is served and as it is built.
    pub fn differences(&self, built: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let differs = |(address, bytes): (&String, &Vec<u8>)| {
            let answer = self.get(address);
            let status = if address == "/404.html" {
                [200, 404]
            } else {
                [200, 200]
            };
            let is_same = without_client(&answer.body) == *bytes && status.contains(&answer.status);
            (!is_same).then(|| address.clone())
        };
        built.iter().filter_map(differs).collect()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// A page without the preview's own script.
pub fn without_client(page: &[u8]) -> Vec<u8> {
    const START: &[u8] = b"<script type=\"module\" src=\"/_diarium/preview.js\"";
    const END: &[u8] = b"</script>";
    let find = |needle: &[u8], from: usize| {
        let found = page[from..]
            .windows(needle.len())
            .position(|window| window == needle);
        found.map(|at| at + from)
    };
    match find(START, 0).and_then(|start| Some((start, find(END, start)? + END.len()))) {
        Some((start, end)) => [&page[..start], &page[end..]].concat(),
        None => page.to_vec(),
    }
}

pub fn host(address: &str) -> String {
    format!("Host: {address}\r\n")
}

impl Preview {
    /// Asks until an answer will do.
    pub fn wait_for(&self, path: &str, will_do: impl Fn(&Answer) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !will_do(&self.get(path)) {
            assert!(Instant::now() < end, "{path} never came to be as it should");
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Asks until a text stands on a page.
    pub fn wait_for_text(&self, path: &str, text: &str) {
        self.wait_for(path, |answer| {
            String::from_utf8_lossy(&answer.body).contains(text)
        });
    }
}
