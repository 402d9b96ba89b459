//! One compilation, ready to be printed page by page.
//!
//! What draws a page borrows from the compilation, so both live on one thread: it makes the site and its plan once,
//! and some threads under it draw what they are asked for. They end when nobody holds the [`Press`] any more and
//! all that was asked has been answered.

use crate::compile::{Compiled, Content};
use crate::model::SitePath;
use crate::page::beside::{BESIDE, File};
use crate::page::{Plan, Planned, Site};
use crate::theme::Renderer;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use tokio::sync::oneshot;

/// How many pages are drawn at once.
const HANDS: usize = 2;
/// The address that pages take for the site's own where they need one that begins at the root of a host.
const AT_THE_ROOT: &str = "http://localhost/";

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Printed {
    /// A page, drawn.
    Page(String),
    /// A file that the theme or an export made.
    Made(Vec<u8>),
    /// A file of the handbook, by its path from the root.
    Copied(String),
    /// A folder, whose page stands here.
    Folder(SitePath),
    /// Nothing; the page that says so.
    Missing(String),
    /// A page that cannot be drawn, and why.
    Broken(String),
}

/// A compilation that prints what it is asked for.
#[derive(Debug)]
pub(super) struct Press {
    orders: Sender<Order>,
}

#[derive(Debug)]
struct Order {
    address: Option<SitePath>,
    answer: oneshot::Sender<Printed>,
}

impl Press {
    /// Sets up a compilation. An address that two of its files want is an error, as it is when a site is written.
    pub(super) fn set_up(compiled: Arc<Compiled>) -> Result<Press, String> {
        let (orders, waiting) = channel();
        let (ready, is_ready) = channel();
        let spawned = thread::Builder::new().name("press".to_owned()).spawn(move || {
            run(&compiled, waiting, &ready);
        });
        spawned.map_err(|error| format!("the system gives no more threads: {error}"))?;
        let started = is_ready.recv().unwrap_or_else(|_| Err("this state cannot be shown".to_owned()));
        started.map(|()| Press { orders })
    }

    /// Prints what stands at an address; nothing stands at none. No answer means that drawing itself broke down.
    pub(super) async fn print(&self, address: Option<SitePath>) -> Option<Printed> {
        let (answer, answered) = oneshot::channel();
        self.orders.send(Order { address, answer }).ok()?;
        answered.await.ok()
    }
}

/// The life of a press.
fn run(compiled: &Compiled, waiting: Receiver<Order>, ready: &Sender<Result<(), String>>) {
    let site = compiled.site();
    let plan = compiled.plan();
    let files = match files(compiled, plan) {
        Ok(files) => files,
        Err(taken) => return drop(ready.send(Err(format!("two files want the address `{taken}`")))),
    };
    let renderer = compiled.theme.renderer(&site, plan);
    let beside = BESIDE.iter().map(|_| OnceLock::new()).collect();
    let desk = Desk { compiled, site: &site, plan, files, beside, renderer };
    if ready.send(Ok(())).is_err() {
        return;
    }
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
    thread::scope(|scope| {
        for _ in 0..HANDS {
            scope.spawn(|| {
                while let Ok(Order { address, answer }) = next() {
                    // Whoever has left needs no page.
                    if !answer.is_closed() {
                        let _ = answer.send(desk.print(address));
                    }
                }
            });
        }
    });
}

/// The files around the pages by address.
fn files<'a>(compiled: &'a Compiled, plan: &Plan) -> Result<HashMap<SitePath, Content<'a>>, String> {
    let mut files = HashMap::new();
    for (address, content) in compiled.files() {
        let is_page = plan.find(&address).is_some_and(|page| page.address == address);
        if is_page || files.contains_key(&address) {
            return Err(address.as_str().to_owned());
        }
        files.insert(address, content);
    }
    Ok(files)
}

/// Everything that is needed to print.
struct Desk<'a> {
    compiled: &'a Compiled,
    site: &'a Site<'a>,
    plan: &'a Plan,
    files: HashMap<SitePath, Content<'a>>,
    /// The files of each kind of [`BESIDE`], made when one of them is asked for first.
    beside: Vec<OnceLock<Vec<File>>>,
    renderer: Renderer<'a>,
}

impl Desk<'_> {
    fn print(&self, address: Option<SitePath>) -> Printed {
        let Some(address) = address else { return self.missing() };
        if let Some(page) = self.page(&address) {
            return match self.draw(&self.renderer, page) {
                Ok(text) => Printed::Page(text),
                Err(why) => Printed::Broken(why),
            };
        }
        match self.files.get(&address) {
            Some(Content::Asset(asset)) => Printed::Made(asset.bytes.clone()),
            Some(Content::Copied(path)) => Printed::Copied((*path).to_owned()),
            Some(Content::Export(format)) => {
                let mut bytes = Vec::new();
                match (format.write)(&self.compiled.edition(), &mut bytes) {
                    Ok(()) => Printed::Made(bytes),
                    Err(error) => Printed::Broken(error.to_string()),
                }
            }
            None => match self.beside(&address) {
                Some(file) => Printed::Made(file.bytes.clone()),
                None => self.folder(&address).map_or_else(|| self.missing(), Printed::Folder),
            },
        }
    }

    /// The file beside the pages that is asked for.
    fn beside(&self, address: &SitePath) -> Option<&File> {
        let kind = BESIDE.iter().position(|kind| (kind.owns)(address.as_str()))?;
        let files = self.beside[kind].get_or_init(|| (BESIDE[kind].make)(self.site, self.plan));
        files.iter().find(|file| file.address == *address)
    }

    /// The page that is asked for; small letters and capitals are told apart, as on a server.
    fn page(&self, address: &SitePath) -> Option<&Planned> {
        self.plan.find(address).filter(|page| page.address == *address)
    }

    /// The page of a folder that was asked for as if it were a file.
    fn folder(&self, address: &SitePath) -> Option<SitePath> {
        let index = SitePath::new(address.as_str().split('/').chain(["index.html"]))?;
        (self.page(&index).is_some() || self.files.contains_key(&index)).then_some(index)
    }

    /// The page of missing addresses. It is shown anywhere, so its links count from the root of the host, and here
    /// the site stands at that root, wherever it will be published.
    fn missing(&self) -> Printed {
        let page = SitePath::new(["404.html"]).and_then(|address| self.page(&address));
        let drawn = match page {
            None => Ok(String::new()),
            Some(page) if self.site.base_path() == "/" => self.draw(&self.renderer, page),
            Some(page) => {
                let site = self.compiled.site().at(Some(AT_THE_ROOT));
                self.draw(&self.compiled.theme.renderer(&site, self.plan), page)
            }
        };
        drawn.map_or_else(Printed::Broken, Printed::Missing)
    }

    fn draw(&self, renderer: &Renderer, page: &Planned) -> Result<String, String> {
        let mut text = String::new();
        let drawn = self.compiled.theme.with_room(|| renderer.render(page, &mut text));
        drawn.map(|()| text).map_err(|finding| {
            let place = self.compiled.sources.start(finding.span);
            let path = self.compiled.sources.get(finding.span.source()).path();
            format!("{path}:{}:{}: {}", place.line, place.column, finding.message)
        })
    }
}
