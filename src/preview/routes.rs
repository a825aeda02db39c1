//! Requests to answers. Work on the build is done on threads that may wait, so that one slow request holds up nobody.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Form, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, HeaderName,
    LOCATION, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::stream::{self, Stream};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::Preview;
use super::answer::{Answer, File};
use super::connections::Seat;
use super::editing::{Editing, Outcome, Wanted};
use super::guard::{Guard, Verdict};
use super::look::PageLook;

type Shared = State<Arc<Preview>>;

/// How often a silent stream of events shows that it lives.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How soon a browser asks again after the stream broke off.
const RETRY: Duration = Duration::from_millis(500);
/// How long a request waits for a change that is under way.
const PATIENCE: Duration = Duration::from_secs(2);
const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const JSON: &str = "application/json";
/// What the preview's own pages may load.
const OWN_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/// A file of `client/`: its path, its kind, its bytes.
macro_rules! client {
    ($name:literal, $kind:expr) => {
        (
            concat!("/_diarium/", $name),
            $kind,
            include_str!(concat!("client/", $name)),
        )
    };
}

/// The parts of the preview that run in the browser.
const CLIENT: [(&str, &str, &str); 14] = [
    ("/_diarium/", HTML, include_str!("client/desk.html")),
    client!("desk.js", SCRIPT),
    client!("desk.css", STYLE),
    ("/_diarium/edit", HTML, include_str!("client/edit.html")),
    client!("edit.js", SCRIPT),
    client!("fields.js", SCRIPT),
    client!("preview.js", SCRIPT),
    client!("preview.css", STYLE),
    client!("elements.js", SCRIPT),
    client!("bar.js", SCRIPT),
    client!("patch.js", SCRIPT),
    client!("changes.js", SCRIPT),
    client!("worker.js", SCRIPT),
    client!("idiomorph.js", SCRIPT),
];

/// Everything the server answers.
pub(super) fn router(preview: Arc<Preview>, guard: Guard) -> Router {
    let mut router = Router::new();
    for (path, kind, text) in CLIENT {
        router = router.route(path, get(move || async move { own(kind, text) }));
    }
    router
        .route("/_diarium/words.js", get(words))
        .route("/_diarium/events", get(events))
        .route("/_diarium/state.json", get(state))
        .route("/_diarium/desk.json", get(desk))
        .route("/_diarium/as-of", post(as_of))
        .route("/_diarium/form.json", get(form))
        .route("/_diarium/check", post(check_form))
        .route("/_diarium/save", post(save_form))
        .fallback(page)
        .with_state(preview)
        .layer(from_fn_with_state(guard, check))
}

/// Lets in who may ask, and tells browsers to keep what they get to themselves.
async fn check(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let verdict = guard.decide(request.method(), request.headers(), query);
    if verdict != Verdict::Refused
        && let Some(place) = request.extensions().get::<Arc<Seat>>()
    {
        place.may_ask();
    }
    let mut response = match verdict {
        Verdict::Welcome => next.run(request).await,
        Verdict::KnowsToken => {
            let cookie = guard.cookie().unwrap_or_default();
            let headers = [
                (LOCATION, of_this_server(request.uri().path())),
                (SET_COOKIE, cookie),
            ];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Verdict::Refused => {
            let headers = [(CONNECTION, "close")];
            (StatusCode::FORBIDDEN, headers, "403\n").into_response()
        }
    };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
    set(CACHE_CONTROL, "no-store");
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(X_FRAME_OPTIONS, "SAMEORIGIN");
    set(REFERRER_POLICY, "same-origin");
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    response
}

/// A path as an address that leads to this server and no other: what begins with two slashes, of either kind, is a host.
fn of_this_server(path: &str) -> String {
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

/// Waits for work that takes the build. Work that breaks down answers with an error, and breaks nothing else.
async fn work<R: Send + 'static>(
    preview: Arc<Preview>,
    work: impl FnOnce(&Preview) -> R + Send + 'static,
) -> Result<R, Response> {
    tokio::task::spawn_blocking(move || work(&preview))
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn own(kind: &'static str, bytes: impl Into<axum::body::Body>) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CONTENT_SECURITY_POLICY, OWN_POLICY)];
    (headers, bytes.into()).into_response()
}

async fn words(State(preview): Shared) -> Result<Response, Response> {
    let words = work(preview, Preview::words).await?;
    Ok(own(SCRIPT, words))
}

#[derive(Deserialize)]
struct DeskQuery {
    #[serde(default)]
    text: String,
}

async fn desk(
    State(preview): Shared,
    headers: HeaderMap,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Response> {
    let as_of = as_of_of(&headers);
    let json = work(preview, move |preview| {
        serde_json::to_string(&preview.desk(&query.text, as_of.as_deref()))
    })
    .await?;
    let json = json.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
    Ok(own(JSON, json))
}

#[derive(Deserialize)]
struct AsOf {
    #[serde(default)]
    as_of: String,
}

/// Shows the site at another moment, to this browser alone, which keeps it in a cookie; without one, as it is now.
async fn as_of(
    State(preview): Shared,
    headers: HeaderMap,
    Form(form): Form<AsOf>,
) -> Result<Response, Response> {
    let wanted = form.as_of.trim().to_owned();
    let (asked, name) = (wanted.clone(), as_of_name(&headers));
    let is_moment = wanted.is_empty()
        || work(preview.clone(), move |preview| preview.is_moment(&asked)).await?;
    if !is_moment {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let value = utf8_percent_encode(&wanted, NON_ALPHANUMERIC);
    let age = if wanted.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{age}");
    // The other pages of this browser ask how they stand.
    work(preview, Preview::tell).await?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie)]).into_response())
}

/// The name of the cookie that keeps the moment: cookies are not told apart by port.
fn as_of_name(headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let port = host.and_then(|host| host.rsplit_once(':'));
    format!("diarium-as-of-{}", port.map_or("80", |(_, port)| port))
}

/// The moment that a browser asks to see the site at.
fn as_of_of(headers: &HeaderMap) -> Option<String> {
    let name = as_of_name(headers);
    let cookies = headers.get(COOKIE)?.to_str().ok()?;
    let mut cookies = cookies
        .split("; ")
        .filter_map(|cookie| cookie.split_once('='));
    let (_, value) = cookies.find(|(own, _)| *own == name)?;
    let value = percent_decode_str(value).decode_utf8().ok()?;
    Some(value.into_owned()).filter(|value| !value.is_empty())
}

#[derive(Deserialize)]
struct FormQuery {
    path: Option<String>,
}

/// A file as a form.
async fn form(
    State(preview): Shared,
    Query(query): Query<FormQuery>,
) -> Result<Response, Response> {
    let form = work(preview, move |preview| {
        let editing = preview.editing().ok_or(StatusCode::FORBIDDEN)?;
        let form = editing.form(query.path.as_deref());
        form.ok_or(StatusCode::NOT_FOUND)
    })
    .await?;
    form.map(|form| json(&form))
        .map_err(IntoResponse::into_response)
}

async fn check_form(State(preview): Shared, body: String) -> Result<Response, Response> {
    edit(preview, body, |editing, wanted| Ok(editing.check(wanted))).await
}

async fn save_form(State(preview): Shared, body: String) -> Result<Response, Response> {
    edit(preview, body, |editing, wanted| Ok(editing.save(wanted))).await
}

/// Does something with what a browser wants to be written.
async fn edit(
    preview: Arc<Preview>,
    body: String,
    act: fn(&Editing<'_>, &Wanted) -> Result<Outcome, StatusCode>,
) -> Result<Response, Response> {
    let wanted: Wanted = serde_json::from_str(&body)
        .map_err(|_| StatusCode::UNPROCESSABLE_ENTITY.into_response())?;
    let outcome = work(preview, move |preview| {
        let editing = preview.editing().ok_or(StatusCode::FORBIDDEN)?;
        act(&editing, &wanted)
    })
    .await?;
    outcome
        .map(|outcome| json(&outcome))
        .map_err(|status: StatusCode| status.into_response())
}

fn json(value: &impl Serialize) -> Response {
    match serde_json::to_string(value) {
        Ok(text) => own(JSON, text),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[derive(Deserialize)]
struct StateQuery {
    page: String,
}

/// Tells a browser of a page as it is now.
async fn state(
    State(preview): Shared,
    headers: HeaderMap,
    Query(query): Query<StateQuery>,
) -> Result<Response, Response> {
    let as_of = as_of_of(&headers);
    let json = work(preview, move |preview| {
        serde_json::to_string(&preview.state_of(&query.page, as_of.as_deref()))
    })
    .await?;
    let json = json.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
    Ok(own(JSON, json))
}

/// Tells a browser whenever anything changes. One that reads slowly misses what came in between, and nothing is kept for
/// it.
async fn events(State(preview): Shared) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut revision = preview.revision.subscribe();
    revision.mark_changed();
    let events = stream::unfold(revision, |mut revision| async move {
        revision.changed().await.ok()?;
        let number = *revision.borrow_and_update();
        let data = format!("{{\"revision\":{number}}}");
        let event = Event::default().event("change").retry(RETRY).data(data);
        Some((Ok(event), revision))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT))
}

/// Any address of the site.
async fn page(State(preview): Shared, request: Request) -> Result<Response, Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(StatusCode::METHOD_NOT_ALLOWED.into_response());
    }
    let path = request.uri().path().to_owned();
    let look = PageLook::asked_for(request.uri().query().unwrap_or_default());
    let mut revision = preview.revision.subscribe();
    let (asked, as_of) = (path.clone(), as_of_of(request.headers()));
    let at = as_of.clone();
    let first = move |preview: &Preview| preview.answer(&asked, at.as_deref());
    let mut answer = work(preview.clone(), first).await?;
    if matches!(answer, Answer::Unseen { is_changing: true }) {
        tokio::time::timeout(PATIENCE, revision.changed())
            .await
            .ok();
        let again = move |preview: &Preview| preview.answer(&path, as_of.as_deref());
        answer = work(preview, again).await?;
    }
    Ok(respond(answer, look))
}

fn respond(answer: Answer, look: PageLook) -> Response {
    match answer {
        Answer::Refused => StatusCode::BAD_REQUEST.into_response(),
        Answer::Moved(path) => {
            let headers = [(LOCATION, of_this_server(&path))];
            (StatusCode::PERMANENT_REDIRECT, headers).into_response()
        }
        Answer::Unseen { .. } => {
            let html = include_str!("client/unseen.html");
            let headers = [(CONTENT_TYPE, HTML), (CONTENT_SECURITY_POLICY, OWN_POLICY)];
            (
                StatusCode::SERVICE_UNAVAILABLE,
                headers,
                with_client(html, ""),
            )
                .into_response()
        }
        Answer::File(file) => respond_with(file, look),
    }
}

fn respond_with(file: File, look: PageLook) -> Response {
    let status = if file.is_missing {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    let mut headers = HeaderMap::new();
    let kind = &file.kind;
    let is_text = kind.type_() == "text" || matches!(kind.subtype().as_str(), "json" | "xml");
    let letters = if is_text { "; charset=utf-8" } else { "" };
    let kind = HeaderValue::from_str(&format!("{kind}{letters}")).ok();
    headers.extend(kind.map(|kind| (CONTENT_TYPE, kind)));
    if file.is_attachment {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
        return (status, headers, file.bytes).into_response();
    }
    let is_page = file.kind.subtype() == "html";
    let is_style = file.kind.subtype() == "css";
    let bytes = match (String::from_utf8(file.bytes), look) {
        (Ok(html), PageLook::AsItIs) if is_page => with_client(&html, &file.digest).into_bytes(),
        (Ok(html), look) if is_page => look.page(&html).into_bytes(),
        (Ok(css), look) if is_style => look.style(&css).into_bytes(),
        (Ok(text), _) => text.into_bytes(),
        (Err(other), _) => other.into_bytes(),
    };
    (status, headers, bytes).into_response()
}

/// A page with the preview's script before its end, and nothing else changed.
fn with_client(html: &str, digest: &str) -> String {
    let client = format!(
        "<script type=\"module\" src=\"/_diarium/preview.js\" data-page=\"{digest}\"></script>"
    );
    let end = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(end);
    format!("{before}{client}{after}")
}
