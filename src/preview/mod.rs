//! Edge: the register as it will be published, in the browser while it is written. Pages are made when they are asked
//! for, with the same [`crate::render::render`] that a build uses; nothing is written to the output.
//!
//! One thread follows the sources and brings the build up to date ([`Preview::follow`]); the server's threads answer
//! requests from it. The browser is told that something changed, asks what became of its page, and patches itself. This
//! is the only room with async code. It knows nothing of how it was started: the command line hands it the clock.

mod answer;
mod connections;
mod desk;
mod faults;
mod follow;
mod guard;
mod routes;
mod search;
mod standing;
mod state;
mod views;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, RwLock};

use tokio::sync::watch;

use crate::diagnostics::MessageLanguage;
use crate::disk::Folder;
use crate::engine::Engine;
use crate::record::Moment;
use crate::site::Clock;
use answer::LastGood;
use guard::Guard;
use search::Index;
use state::Current;

/// Tells the moment a site is shown for: at a day or moment as it was asked for, else now, in a time zone by name.
/// `None` when what was asked for is no moment.
pub type TellMoment = Box<dyn Fn(Option<&str>, &str) -> Option<Moment> + Send + Sync>;

/// How a preview is to run.
pub struct Options {
    /// The moment to show, as it was asked for; now if not given.
    pub as_of: Option<String>,
    /// The address of an editor, with `{path}`, `{line}` and `{column}` where the place goes.
    pub editor: String,
    /// Whether browsers go to the record that was edited last.
    pub follow: bool,
    /// The language of messages; the site's own if not given.
    pub language: Option<MessageLanguage>,
    /// The name or number that other machines reach this one by; they are let in only if it is given.
    pub host: Option<String>,
    /// What everybody must know who asks; it stands in the address that is given to them.
    pub secret: Option<String>,
    /// Tells the moment.
    pub moment: TellMoment,
}

/// A register in memory, and who looks at it.
pub struct Preview {
    folder: Folder,
    options: Options,
    engine: Mutex<Engine>,
    as_of: RwLock<Option<String>>,
    current: RwLock<Current>,
    last_good: Mutex<LastGood>,
    index: Mutex<Index>,
    revision: watch::Sender<u64>,
}

impl Preview {
    /// Makes the first build from what an engine has read.
    ///
    /// # Errors
    /// `None` when the moment asked for is none.
    #[must_use]
    pub fn new(folder: Folder, mut engine: Engine, options: Options) -> Option<Arc<Self>> {
        let time_zone = engine.settings()?.time_zone.clone();
        let now = (options.moment)(options.as_of.as_deref(), &time_zone)?;
        let clock = Clock {
            now,
            with_drafts: false,
        };
        let build = engine.build(clock, &folder);
        let preview = Self {
            as_of: RwLock::new(options.as_of.clone()),
            current: RwLock::new(Current::new(build, clock)),
            last_good: Mutex::new(LastGood::default()),
            index: Mutex::new(Index::default()),
            revision: watch::Sender::new(1),
            engine: Mutex::new(engine),
            folder,
            options,
        };
        let told = preview.told(&preview.now().build, &preview.engine());
        preview.change(|current| current.told = Arc::new(told));
        Some(Arc::new(preview))
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
        let current = self.now();
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

/// Makes a secret of 32 hexadecimal digits.
///
/// # Errors
/// When the system has no randomness to give.
pub fn secret() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
