//! Answers a request: who may ask, what stands at the address, and the headers of every response.
//!
//! A file is answered only when the site lists its address; no path is ever made of what a request says.

use super::House;
use super::body::Body;
use super::press::Printed;
use super::revision::Revision;
use super::{copy, events, media, own};
use crate::model::SitePath;
use crate::resolve::targets::decoded;
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
/// What is not part of the site stands below this.
const OWN: &str = "/_okrbook/";

/// Answers a request. Its body, should it have one, is not looked at.
pub(super) async fn answer<B>(house: &House, request: Request<B>) -> Response<Body> {
    let is_head = request.method() == Method::HEAD;
    let mut response = match refusal(house, &request) {
        Some(refusal) => refusal,
        None => match request.uri().path().strip_prefix(OWN) {
            Some(name) => of_preview(house, name, &request).await,
            None => of_site(house, &request).await,
        },
    };
    if is_head {
        // The length stays in its header.
        *response.body_mut() = Body::empty();
    }
    response
}

/// Why somebody gets no answer.
fn refusal<B>(house: &House, request: &Request<B>) -> Option<Response<Body>> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "The preview can only be read.\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(response);
    }
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Some(text(StatusCode::BAD_REQUEST, "A request names one host.\n"));
    };
    let is_ours = |name: &str| house.address.answers_to(name);
    let is_meant = host.to_str().is_ok_and(is_ours)
        && request.uri().authority().is_none_or(|authority| is_ours(authority.as_str()));
    let foreign = "This name is not one of the preview's. Call it by the address that it printed, or start it with \
                   `--host NAME`.\n";
    (!is_meant).then(|| text(StatusCode::FORBIDDEN, foreign))
}

/// What belongs to the preview and not to the site.
async fn of_preview<B>(house: &House, name: &str, request: &Request<B>) -> Response<Body> {
    match name {
        "events" if request.method() == Method::HEAD => {
            whole(StatusCode::OK, "text/event-stream", Vec::new())
        }
        "events" => match Arc::clone(&house.streams).try_acquire_owned() {
            Err(_) => text(StatusCode::SERVICE_UNAVAILABLE, "Too many tabs are listening.\n"),
            Ok(permit) => {
                let seen = request.headers().get("last-event-id").and_then(|id| id.to_str().ok());
                let (published, run) = (house.published.clone(), house.run.clone());
                let body = events::stream(published, run, seen.map(str::to_owned), permit);
                response(StatusCode::OK, "text/event-stream", body)
            }
        },
        "findings" => {
            let revision = house.current().await;
            whole(StatusCode::OK, HTML, revision.panel.markup.as_str().to_owned())
        }
        _ => match own::file(name) {
            Some((kind, bytes)) => whole(StatusCode::OK, kind, bytes),
            None => text(StatusCode::NOT_FOUND, "There is no such thing.\n"),
        },
    }
}

/// What stands at an address of the site.
async fn of_site<B>(house: &House, request: &Request<B>) -> Response<Body> {
    let Ok(address) = address(request.uri().path()) else {
        return text(StatusCode::BAD_REQUEST, "This is no address of a site.\n");
    };
    let revision = house.current().await;
    let Some(shown) = &revision.site else {
        let page = own::stand_in(&revision, "This handbook cannot be shown yet.");
        return page_of(StatusCode::SERVICE_UNAVAILABLE, page, house, &revision);
    };
    let Some(printed) = shown.press.print(address.clone()).await else {
        return text(StatusCode::INTERNAL_SERVER_ERROR, "This page could not be drawn: okrbook has a bug.\n");
    };
    let of = |made: Vec<u8>| whole(StatusCode::OK, address.as_ref().map_or(TEXT, media::of), made);
    match printed {
        Printed::Page(page) => page_of(StatusCode::OK, page, house, &revision),
        Printed::Missing(page) => page_of(StatusCode::NOT_FOUND, page, house, &revision),
        Printed::Broken(why) => {
            let page = own::stand_in(&revision, &why);
            page_of(StatusCode::INTERNAL_SERVER_ERROR, page, house, &revision)
        }
        Printed::Made(bytes) => of(bytes),
        Printed::Folder(index) => folder(&index, request.uri().query()),
        Printed::Copied(path) => match copy::body(house.root.clone(), path).await {
            Some((body, length)) => {
                let mut response = response(StatusCode::OK, address.as_ref().map_or(TEXT, media::of), body);
                response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
                response
            }
            None => text(StatusCode::NOT_FOUND, "This file is gone, or leads out of the handbook.\n"),
        },
    }
}

/// The address that a path names; none where it can name no file of any site.
fn address(path: &str) -> Result<Option<SitePath>, ()> {
    let below = path.strip_prefix('/').ok_or(())?;
    let mut parts: Vec<String> = below.split('/').map(decoded).collect();
    if let Some(last) = parts.last_mut().filter(|last| last.is_empty()) {
        "index.html".clone_into(last);
    }
    if parts.iter().any(String::is_empty) {
        return Ok(None);
    }
    SitePath::new(parts.iter().map(String::as_str)).map(Some).ok_or(())
}

/// A page with the script of the preview.
fn page_of(status: StatusCode, page: String, house: &House, revision: &Revision) -> Response<Body> {
    whole(status, HTML, own::with_script(page, revision, &house.run))
}

/// Where the page of a folder is: relative links on it count from there.
fn folder(index: &SitePath, query: Option<&str>) -> Response<Body> {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let place = format!("/{}{query}", index.public_path());
    let mut response = text(StatusCode::TEMPORARY_REDIRECT, "The page of this folder is at its slash.\n");
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

fn text(status: StatusCode, text: &'static str) -> Response<Body> {
    whole(status, TEXT, text)
}

fn whole(status: StatusCode, kind: &'static str, bytes: impl Into<hyper::body::Bytes>) -> Response<Body> {
    let bytes = bytes.into();
    let length = bytes.len();
    let mut response = response(status, kind, Body::whole(bytes));
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}

/// A response that no browser keeps, that loads nothing from elsewhere, and that pages from elsewhere cannot use.
fn response(status: StatusCode, kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'self'"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::address;

    fn named(path: &str) -> Option<String> {
        address(path).expect("a path of a site").map(|address| address.as_str().to_owned())
    }

    #[test]
    fn a_path_names_a_file_of_the_site() {
        assert_eq!(named("/").as_deref(), Some("index.html"));
        assert_eq!(named("/a/").as_deref(), Some("a/index.html"));
        assert_eq!(named("/%C3%A4%20b.png").as_deref(), Some("\u{e4} b.png"));
        assert_eq!(named("/a//b"), None);
    }

    #[test]
    fn a_path_that_leads_anywhere_else_is_no_address() {
        for path in [
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/.%2E/x",
            "/a/%2e",
            "/a%2fb",
            "/a%2F..%2f..%2fx",
            "/..%5cx",
            "/a\\..\\x",
            "/a%00.html",
            "*",
            "",
        ] {
            assert_eq!(address(path), Err(()), "{path}");
        }
    }
}
