//! Who may ask: this machine's own browser tabs, opened by the user or by pages of this server, and nobody else.
//!
//! Names that lead to this machine may be anybody's (DNS rebinding), so `Host` must be a number, `localhost` or the name
//! the user gave. A page of another site may send requests but not read the answers; `Origin` and `Sec-Fetch-Site`
//! (Fetch Metadata) tell of them, and nothing is answered. No header ever allows another origin to read.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};

use super::Options;

/// Decides on requests.
#[derive(Clone)]
pub(super) struct Guard {
    host: Option<Arc<str>>,
    /// The cookie in which a browser keeps the secret, as it comes back.
    cookie: Option<Arc<str>>,
    token: Option<Arc<str>>,
}

/// What is to become of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is answered.
    Welcome,
    /// The secret is in the address: it goes into a cookie, and out of the address.
    KnowsToken,
    /// It is refused.
    Refused,
}

impl Guard {
    /// A guard of the server at a port. Cookies are not told apart by port, so the port is in the name.
    pub(super) fn new(options: &Options, port: u16) -> Self {
        let secret = options.secret.as_deref();
        Self {
            host: options.host.as_deref().map(Into::into),
            cookie: secret.map(|secret| format!("diarium-{port}={secret}").into()),
            token: secret.map(Into::into),
        }
    }

    /// Decides on a request by its method, headers and the query of its address.
    pub(super) fn decide(&self, method: &Method, headers: &HeaderMap, query: &str) -> Verdict {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(host) =
            header(HOST.as_str()).filter(|_| headers.get_all(HOST).iter().count() == 1)
        else {
            return Verdict::Refused;
        };
        let is_navigation = header("sec-fetch-mode") == Some("navigate")
            && header("sec-fetch-dest") == Some("document")
            && method == Method::GET;
        let is_from_elsewhere = match header("sec-fetch-site") {
            Some("same-origin" | "none") | None => false,
            Some(_) => !is_navigation,
        };
        let is_foreign = headers.contains_key(ORIGIN)
            && header(ORIGIN.as_str()) != Some(&*format!("http://{host}"));
        let reads = method == Method::GET || method == Method::HEAD;
        let may_write = reads || method == Method::POST && headers.contains_key(ORIGIN);
        if !self.is_ours(host) || is_from_elsewhere || is_foreign || !may_write {
            return Verdict::Refused;
        }
        let (Some(token), Some(wanted)) = (&self.token, &self.cookie) else {
            return Verdict::Welcome;
        };
        let mut cookies = header(COOKIE.as_str()).unwrap_or_default().split("; ");
        let is_secret = |given: &str| is_same(given, token);
        if query
            .split('&')
            .filter_map(|pair| pair.strip_prefix("token="))
            .any(is_secret)
        {
            Verdict::KnowsToken
        } else if cookies.any(|cookie| is_same(cookie, wanted)) {
            Verdict::Welcome
        } else {
            Verdict::Refused
        }
    }

    /// The cookie that keeps the secret, if one is needed. A link from elsewhere opens the page, nothing else gets it.
    pub(super) fn cookie(&self) -> Option<String> {
        let cookie = self.cookie.as_deref()?;
        Some(format!("{cookie}; Path=/; HttpOnly; SameSite=Lax"))
    }

    fn is_ours(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        let number = name.trim_start_matches('[').trim_end_matches(']').parse();
        name == "localhost"
            || number.is_ok_and(|number: IpAddr| self.host.is_some() || number.is_loopback())
            || self.host.as_deref() == Some(name)
    }
}

/// Whether two texts are the same, in a time that does not tell how much of them is.
fn is_same(left: &str, right: &str) -> bool {
    let differences = left.bytes().zip(right.bytes());
    let differing = differences.fold(0, |differing, (left, right)| differing | (left ^ right));
    left.len() == right.len() && differing == 0
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};

    use super::{Guard, Verdict};

    fn guard(host: Option<&str>, secret: Option<&str>) -> Guard {
        let cookie = secret.map(|secret| format!("diarium-8080={secret}").into());
        Guard {
            host: host.map(Into::into),
            cookie,
            token: secret.map(Into::into),
        }
    }

    fn decide(guard: &Guard, method: &Method, headers: &[(&str, &str)], query: &str) -> Verdict {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).expect("a name of a header");
            map.append(
                name,
                HeaderValue::from_str(value).expect("a value of a header"),
            );
        }
        guard.decide(method, &map, query)
    }

    #[test]
    fn only_this_machine_is_welcome_without_a_secret() {
        let guard = guard(None, None);
        for host in [
            "127.0.0.1:8080",
            "localhost:8080",
            "[::1]:8080",
            "localhost",
        ] {
            let verdict = decide(&guard, &Method::GET, &[("host", host)], "");
            assert_eq!(verdict, Verdict::Welcome, "{host}");
        }
        for host in [
            "evil.example",
            "192.168.1.2:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "",
        ] {
            let verdict = decide(&guard, &Method::GET, &[("host", host)], "");
            assert_eq!(verdict, Verdict::Refused, "{host}");
        }
        let twice = [("host", "127.0.0.1"), ("host", "evil.example")];
        assert_eq!(decide(&guard, &Method::GET, &twice, ""), Verdict::Refused);
    }

    #[test]
    fn other_machines_must_know_the_secret() {
        let guard = guard(Some("preview.exempelstad.example"), Some("a1b2"));
        let host = ("host", "preview.exempelstad.example:8080");
        let get = |headers: &[(&str, &str)], query| decide(&guard, &Method::GET, headers, query);
        assert_eq!(get(&[host], ""), Verdict::Refused);
        assert_eq!(get(&[host], "token=a1b3"), Verdict::Refused);
        assert_eq!(get(&[host], "token=a1b2"), Verdict::KnowsToken);
        assert_eq!(
            get(&[host, ("cookie", "x=1; diarium-8080=a1b2")], ""),
            Verdict::Welcome
        );
        let rebound = [("host", "evil.example"), ("cookie", "diarium-8080=a1b2")];
        assert_eq!(get(&rebound, ""), Verdict::Refused);
    }

    #[test]
    fn on_a_shared_machine_loopback_must_know_the_secret_too() {
        let guard = guard(None, Some("a1b2"));
        let get = |headers: &[(&str, &str)], query| decide(&guard, &Method::GET, headers, query);
        let host = ("host", "127.0.0.1:8080");
        assert_eq!(get(&[host], ""), Verdict::Refused);
        assert_eq!(get(&[host], "token=a1b"), Verdict::Refused);
        assert_eq!(get(&[host], "token=a1b2"), Verdict::KnowsToken);
        let of_another = ("cookie", "diarium-8081=a1b2");
        assert_eq!(get(&[host, of_another], ""), Verdict::Refused);
        let own = ("cookie", "diarium-8080=a1b2");
        assert_eq!(get(&[host, own], ""), Verdict::Welcome);
        let beyond = ("host", "192.168.1.2:8080");
        assert_eq!(get(&[beyond, own], ""), Verdict::Refused);
    }
}
