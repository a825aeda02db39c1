//! Who is connected. A connection that has not yet shown that it may ask has little time to do so, and makes room when
//! there are too many of its kind; so nobody is kept out by those who connect and say nothing.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// How long a request's head may take, and how long a connection may ask nothing.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How many connections may stand at once that have not shown that they may ask.
const MOST_STRANGERS: usize = 64;
/// How many connections may stand at once that have.
const MOST_GUESTS: usize = 256;
/// How long to wait when the system has no room for another connection.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers at a socket for ever.
pub(super) async fn serve(socket: &TcpListener, router: &Router) -> io::Result<Infallible> {
    let crowd = Arc::new(Crowd::default());
    loop {
        match socket.accept().await {
            Ok((stream, peer)) => {
                let place = crowd.enter(peer.ip());
                tokio::spawn(answer(stream, router.clone(), place));
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Answers the requests of one connection until it ends or must make room.
async fn answer(stream: TcpStream, router: Router, place: Seat) {
    let place = Arc::new(place);
    let router = TowerToHyperService::new(router);
    let of_requests = place.clone();
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(of_requests.clone());
        router.call(request)
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        _ = connection => {}
        () = place.must_leave.notified() => {}
    }
}

/// Everybody who is connected, in the order they came.
#[derive(Default)]
struct Crowd {
    visitors: Mutex<(u64, BTreeMap<u64, Visitor>)>,
}

struct Visitor {
    peer: IpAddr,
    may_ask: bool,
    must_leave: Arc<Notify>,
}

/// A connection's place in the crowd, which it leaves when it ends.
pub(super) struct Seat {
    number: u64,
    crowd: Arc<Crowd>,
    must_leave: Arc<Notify>,
}

impl Crowd {
    fn lock(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, Visitor>)> {
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a stranger in. If there are too many of them, the oldest of the peer with the most makes room.
    fn enter(self: &Arc<Self>, peer: IpAddr) -> Seat {
        let must_leave = Arc::new(Notify::new());
        let mut guard = self.lock();
        let (last, visitors) = &mut *guard;
        let mut strangers: BTreeMap<IpAddr, Vec<u64>> = BTreeMap::new();
        for (number, visitor) in visitors.iter().filter(|(_, visitor)| !visitor.may_ask) {
            strangers.entry(visitor.peer).or_default().push(*number);
        }
        let count: usize = strangers.values().map(Vec::len).sum();
        let most = strangers.values().max_by_key(|numbers| numbers.len());
        if let Some(numbers) = most.filter(|_| count >= MOST_STRANGERS) {
            send_away(visitors, numbers.first().copied());
        }
        *last += 1;
        let visitor = Visitor {
            peer,
            may_ask: false,
            must_leave: must_leave.clone(),
        };
        visitors.insert(*last, visitor);
        Seat {
            number: *last,
            crowd: self.clone(),
            must_leave,
        }
    }
}

fn send_away(visitors: &mut BTreeMap<u64, Visitor>, number: Option<u64>) {
    if let Some(visitor) = number.and_then(|number| visitors.remove(&number)) {
        visitor.must_leave.notify_one();
    }
}

impl Seat {
    /// Notes that whoever is here may ask. If there are too many of them, the oldest makes room.
    pub(super) fn may_ask(&self) {
        let mut guard = self.crowd.lock();
        let visitors = &mut guard.1;
        let Some(visitor) = visitors
            .get_mut(&self.number)
            .filter(|visitor| !visitor.may_ask)
        else {
            return;
        };
        visitor.may_ask = true;
        let mut guests = visitors.iter().filter(|(_, visitor)| visitor.may_ask);
        let oldest = guests.next().map(|(number, _)| *number);
        if guests.count() >= MOST_GUESTS {
            send_away(visitors, oldest);
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.crowd.lock().1.remove(&self.number);
    }
}
