//! Edge: the register as it will be published, in the browser while it is written. Pages are made when they are asked
//! for, with the same [`crate::render::render`] that a build uses; nothing is written to the output.
//!
//! One thread follows the sources and brings the build up to date ([`Preview::follow`]); the server's threads answer
//! requests from it. The browser is told that something changed, asks what became of its page, and patches itself. This
//! is the only room with async code. It knows nothing of how it was started: the command line hands it the clock.

mod answer;
mod builds;
mod connections;
mod desk;
mod editing;
mod faults;
mod fields;
mod follow;
mod guard;
mod look;
mod moment;
mod published;
mod routes;
mod search;
mod sight;
mod standing;
mod state;
mod views;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use tokio::sync::watch;

use crate::diagnostics::{Diagnostic, MessageLanguage};
use crate::disk::Folder;
use crate::engine::{Build, Engine};
use crate::record::Moment;
use crate::site::Clock;
use crate::source::SourcePath;
use answer::Answer;
use builds::Builds;
use desk::{Desk, DeskMaker};
use editing::Editing;
pub use faults::Editor;
use faults::FaultWording;
use guard::Guard;
use moment::ShownMoment;
use published::LastPublished;
use sight::{OtherSights, Sight};
use state::{Snapshot, ToldFaults};
use views::{PageState, Teller};

/// Tells the moment a site is shown for: at a day or moment as it was asked for, else now, in a time zone by name.
/// `None` when what was asked for is no moment.
pub type TellMoment = Box<dyn Fn(Option<&str>, &str) -> Option<Moment> + Send + Sync>;

/// How a preview is to run.
pub struct Options {
    /// The moment to show, as it was asked for; now if not given.
    pub as_of: Option<String>,
    /// What opens when a place is to be edited.
    pub editor: Editor,
    /// Whether nothing can be edited in the preview itself.
    pub read_only: bool,
    /// Whether browsers go to the record that was edited last.
    pub follow: bool,
    /// The language of messages; the site's own if not given.
    pub language: Option<MessageLanguage>,
    /// The name or number that other machines reach this one by; they are let in only if it is given.
    pub host: Option<String>,
    /// What everybody must know who asks; it stands in the address that is given to them.
    pub secret: Option<String>,
}

/// A register in memory, and who looks at it.
pub struct Preview {
    options: Options,
    /// What is shown unless a browser asks for another moment.
    sight: Arc<Sight>,
    others: OtherSights,
    published: LastPublished,
    wording: FaultWording,
    moment: ShownMoment,
    revision: watch::Sender<u64>,
}

impl Preview {
    /// Makes the first build from what an engine has read.
    ///
    /// # Errors
    /// `None` when the moment asked for is none.
    #[must_use]
    pub fn new(
        folder: Folder,
        mut engine: Engine,
        tell: TellMoment,
        options: Options,
    ) -> Option<Arc<Self>> {
        let moment = ShownMoment::new(options.as_of.clone(), tell);
        let clock = Clock {
            now: moment.now(&engine.settings()?.time_zone)?,
            with_drafts: false,
        };
        let wording = FaultWording::new(folder.root(), &options.editor, options.language);
        let build = engine.build(clock, &folder);
        let told = follow::told(&build, &engine, &folder, &wording);
        let current = Snapshot::new(build, told, clock);
        Some(Arc::new(Self {
            sight: Arc::new(Sight::new(
                Builds::new(folder, Arc::new(Mutex::new(engine)), current),
                None,
            )),
            others: OtherSights::default(),
            published: LastPublished::default(),
            wording,
            moment,
            revision: watch::Sender::new(1),
            options,
        }))
    }

    /// The site at the moment that a browser asks for, as it was written.
    fn sight(&self, as_of: Option<&str>) -> Arc<Sight> {
        let time_zone = &self
            .sight
            .builds
            .now()
            .build
            .site
            .settings
            .time_zone
            .clone();
        let asked = as_of.and_then(|as_of| Some((as_of, self.moment.at(as_of, time_zone)?)));
        match asked {
            Some((as_of, moment)) => self.others.at(as_of, moment, &self.sight, &self.wording),
            None => self.sight.clone(),
        }
    }

    /// Whether a text is a moment that the site can be shown for.
    fn is_moment(&self, text: &str) -> bool {
        let time_zone = &self
            .sight
            .builds
            .now()
            .build
            .site
            .settings
            .time_zone
            .clone();
        self.moment.at(text, time_zone).is_some()
    }

    /// What answers a request for a path, percent-encoded as it came.
    fn answer(&self, path: &str, as_of: Option<&str>) -> Answer {
        let sight = self.sight(as_of);
        sight.answers.answer(&sight.builds, path)
    }

    /// What a browser is told of the page at a path.
    fn state_of(&self, path: &str, as_of: Option<&str>) -> PageState {
        let sight = self.sight(as_of);
        let teller = Teller {
            builds: &sight.builds,
            wording: &self.wording,
            as_of: sight.as_of.as_deref().or_else(|| self.moment.as_of()),
            published: &self.published.now(&sight.builds.folder),
        };
        teller.state_of(path)
    }

    /// The staff desk, of the records whose title or file has this text in it.
    fn desk(&self, text: &str, as_of: Option<&str>) -> Desk {
        let sight = self.sight(as_of);
        let as_of = sight.as_of.as_deref().or_else(|| self.moment.as_of());
        let maker = DeskMaker {
            current: &sight.builds.now(),
            wording: &self.wording,
            as_of: as_of.map(str::to_owned),
            published: self.published.now(&sight.builds.folder),
        };
        maker.desk(text)
    }

    /// The words of the scripts, as a JavaScript module.
    fn words(&self) -> String {
        let language = self.wording.language(&self.sight.builds.now().build);
        views::words(language, self.options.follow, !self.options.read_only)
    }

    /// What edits the sources; nothing if the preview is for reading alone.
    fn editing(&self) -> Option<Editing<'_>> {
        (!self.options.read_only).then_some(Editing {
            builds: &self.sight.builds,
            wording: &self.wording,
        })
    }

    /// Answers requests at a socket, for ever, on threads of its own.
    ///
    /// # Errors
    /// What the system says against it.
    pub fn serve(self: &Arc<Self>, socket: TcpListener) -> io::Result<()> {
        socket.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .thread_name("preview")
            .build()?;
        let guard = Guard::new(&self.options, socket.local_addr()?.port());
        let router = routes::router(self.clone(), guard);
        let server = async move {
            let socket = tokio::net::TcpListener::from_std(socket)?;
            connections::serve(&socket, &router).await
        };
        std::thread::Builder::new()
            .name("server".to_owned())
            .spawn(move || runtime.block_on(server))?;
        Ok(())
    }

    /// The address of the site's home page at a socket, with the secret if others need it.
    #[must_use]
    pub fn home(&self, socket: SocketAddr) -> String {
        let current = self.sight.builds.now();
        let base = current.shown().site.settings.base_path();
        let host = match &self.options.host {
            Some(host) => format!("{host}:{}", socket.port()),
            None => socket.to_string(),
        };
        let secret = self.options.secret.as_ref();
        let query = secret.map(|secret| format!("?token={secret}"));
        format!("http://{host}{base}{}", query.unwrap_or_default())
    }
}

/// What is wrong in a build, with the lines of the sources that it is about.
pub struct QuotedFaults {
    build: Arc<Build>,
    told: Arc<ToldFaults>,
}

impl QuotedFaults {
    /// What is wrong.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.build.diagnostics
    }

    /// A line of a source by its number, if a fault is about it.
    #[must_use]
    pub fn line(&self, path: &SourcePath, line: usize) -> Option<String> {
        self.told.lines.line(path, line)
    }
}

/// Makes a secret of 32 hexadecimal digits.
///
/// # Errors
/// When the system has no randomness to give.
pub fn secret() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
