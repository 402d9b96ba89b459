//! Reads a handbook again and again, and of each time only what changed.
//!
//! Every path keeps its [`SourceId`] for the whole session, and a file that holds what it held keeps its very
//! [`Source`](crate::text::Source): that is how later stages know that what they made of it still counts.

use super::read::{self, Listing, MARK, bytes, may_mention, mentioned};
use super::walk::{Found, counts, file};
use super::{Error, INPUTS};
use crate::compile::{Inputs, Options};
use crate::snapshot;
use crate::text::{SourceId, Sources};
use ahash::RandomState;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file may change twice within one tick of its clock, so that a younger stamp proves nothing.
const TICK: Duration = Duration::from_secs(2);

/// What is known of changes since a handbook was read last.
#[derive(Clone, Copy, Debug)]
pub enum Changes<'a> {
    /// Nothing: every file is looked at. What its stamp shows to be as it was is not read.
    Unknown,
    /// Whatever changed is one of these paths, or stands below one. Absolute, or from the handbook's root.
    At(&'a [PathBuf]),
}

/// A handbook that is read again and again.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    sources: Sources,
    /// Every file that was ever read, by its path.
    known: HashMap<String, Known, RandomState>,
    /// What the last reading found where; none before the first, and after one that failed.
    places: Option<Places>,
}

/// What is kept of a text.
#[derive(Debug)]
struct Known {
    id: SourceId,
    /// How it looked when it was read; none where that proves nothing.
    stamp: Option<Stamp>,
    /// Paths that its text names as data, or as a logo.
    mentions: Vec<String>,
    /// Of a file of a snapshot: the length and the hash of its bytes.
    proof: Option<(u64, blake3::Hash)>,
    /// Whether it was there at the last reading.
    is_here: bool,
}

/// What a file is for, which decides what is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Settings,
    Content,
    Data,
    Theme,
    Snapshot,
}

/// Which files there are, by what they are for.
#[derive(Debug, Default)]
struct Places {
    content: Vec<SourceId>,
    data: Vec<SourceId>,
    /// Files of themes: path below themes/ and bytes.
    themes: Vec<(String, Vec<u8>)>,
    snapshots: Vec<snapshot::File>,
    assets: Vec<String>,
    /// Each file that is read, and what it is for.
    at: HashMap<String, Role, RandomState>,
    /// What texts name outside the usual folders, whether it is there or not.
    named: HashSet<String>,
    /// Whether some file is reached through a link, so that a change elsewhere may be a change here.
    has_links: bool,
}

impl Session {
    /// Begins. `root` is the handbook's folder as [`find_root`](super::find_root) gives it.
    pub fn open(root: &Path) -> Session {
        Session {
            root: root.to_owned(),
            sources: Sources::default(),
            known: HashMap::default(),
            places: None,
        }
    }

    /// Reads what changed, and answers what the handbook is made of now: the same as if all of it were read anew.
    ///
    /// After an error the next reading looks at everything, whatever it is told.
    pub fn read(&mut self, changes: Changes, options: Options) -> Result<Inputs, Error> {
        let places = match (self.places.take(), changes) {
            (Some(places), Changes::At(paths)) => self.look_at(paths, places)?,
            _ => self.look_at_everything()?,
        };
        let inputs = Inputs {
            sources: self.sources.clone(),
            settings: self.known[MARK].id,
            content: places.content.clone(),
            data: places.data.clone(),
            assets: places.assets.clone(),
            theme_files: places.themes.clone(),
            snapshots: places.snapshots.clone(),
            options,
        };
        self.places = Some(places);
        Ok(inputs)
    }

    /// Looks at some paths; at everything where they may mean that other files are there than before.
    fn look_at(&mut self, paths: &[PathBuf], places: Places) -> Result<Places, Error> {
        let mut again: Vec<(Role, Found)> = Vec::new();
        let mut is_unsure = false;
        for place in paths {
            let place = self.root.join(place);
            let Some(path) = below(&self.root, &place) else {
                is_unsure |= places.has_links;
                continue;
            };
            if let Some(known) = self.known.get_mut(&path) {
                known.stamp = None;
            }
            match meaning(&path, &place, &places) {
                Meaning::Nothing => {}
                Meaning::Again(role) => again.push((role, Found { path, place })),
                Meaning::Everything => is_unsure = true,
            }
        }
        again.sort_unstable_by(|(_, one), (_, other)| one.cmp(other));
        again.dedup();
        for (role, found) in &again {
            let before = std::mem::take(&mut self.known.get_mut(&found.path).expect("it was read").mentions);
            self.refresh(*role, std::slice::from_ref(found))?;
            is_unsure |= before != self.known[&found.path].mentions;
        }
        if is_unsure { self.look_at_everything() } else { Ok(places) }
    }

    fn look_at_everything(&mut self) -> Result<Places, Error> {
        let Listing { settings, content, mut data, themes, snapshots, mut assets, has_links } =
            read::list(&self.root)?;
        let mut places = Places { has_links, ..Places::default() };
        self.refresh(Role::Settings, std::slice::from_ref(&settings))?;
        self.refresh(Role::Content, &content)?;
        let logo = &self.known[MARK].mentions;
        assets.extend(logo.iter().filter(|path| file(&self.root, path).is_some()).cloned());
        assets.sort_unstable();
        assets.dedup();
        places.assets = assets;
        places.named.extend(logo.iter().cloned());

        let mut usual: HashSet<&str, RandomState> = data.iter().map(|found| found.path.as_str()).collect();
        let named = content.iter().flat_map(|found| &self.known[&found.path].mentions);
        let elsewhere: Vec<&String> = named.filter(|path| usual.insert(path)).collect();
        places.named.extend(elsewhere.iter().map(|path| (*path).clone()));
        let elsewhere: Vec<Found> = elsewhere.iter().filter_map(|path| file(&self.root, path)).collect();
        data.extend(elsewhere);
        data.sort_unstable();
        self.refresh(Role::Data, &data)?;
        places.themes = self.themes(&themes)?;
        self.refresh(Role::Snapshot, &snapshots)?;
        places.snapshots = snapshots.iter().filter_map(|found| self.known[&found.path].frozen()).collect();
        places.content = content.iter().map(|found| self.known[&found.path].id).collect();
        places.data = data.iter().map(|found| self.known[&found.path].id).collect();
        places.at.insert(settings.path, Role::Settings);
        for (role, list) in
            [(Role::Content, content), (Role::Data, data), (Role::Theme, themes), (Role::Snapshot, snapshots)]
        {
            places.at.extend(list.into_iter().map(|found| (found.path, role)));
        }
        self.forget_others(&places);
        Ok(places)
    }

    /// Reads those of the files that do not look as they did.
    fn refresh(&mut self, role: Role, files: &[Found]) -> Result<(), Error> {
        let known = &self.known;
        let read = files.par_iter().map(|found| {
            let stamp = known.get(&found.path).filter(|known| known.is_here).and_then(|it| it.stamp.as_ref());
            let looks_the_same = stamp.is_some_and(|stamp| Stamp::of(&found.place).as_ref() == Some(stamp));
            if looks_the_same { Ok(None) } else { read_file(role, found).map(Some) }
        });
        let read: Vec<Option<Read>> = read.collect::<Result<_, Error>>()?;
        let read = files.iter().zip(read).filter_map(|(found, read)| Some((found.path.clone(), read?)));
        self.take(read.collect());
        Ok(())
    }

    /// Reads the files of themes, all of them: they are few, and need not be text.
    fn themes(&mut self, files: &[Found]) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let mut themes = Vec::with_capacity(files.len());
        for found in files {
            let read = read_file(Role::Theme, found)?;
            let below = found.path.strip_prefix("themes/").unwrap_or(&found.path);
            themes.push((below.to_owned(), read.bytes.clone()));
            if read::is_theme_text(&found.path) {
                self.take(vec![(found.path.clone(), read)]);
            }
        }
        Ok(themes)
    }

    /// Takes in what was read. A text that is what it was keeps its source.
    fn take(&mut self, read: Vec<(String, Read)>) {
        let (mut new, mut texts) = (Vec::new(), Vec::new());
        for (path, Read { bytes, stamp, mentions, proof }) in read {
            let Some(known) = self.known.get_mut(&path) else {
                new.push((path.clone(), stamp, mentions, proof));
                texts.push((path, bytes));
                continue;
            };
            let is_back = !std::mem::replace(&mut known.is_here, true);
            (known.stamp, known.mentions, known.proof) = (stamp, mentions, proof);
            if is_back || self.sources.get(known.id).text().as_bytes() != bytes {
                self.sources.set(known.id, bytes);
            }
        }
        let ids = self.sources.extend(texts);
        self.known.reserve(new.len());
        for ((path, stamp, mentions, proof), id) in new.into_iter().zip(ids) {
            self.known.insert(path, Known { id, stamp, mentions, proof, is_here: true });
        }
    }

    /// Takes out what is no longer there.
    fn forget_others(&mut self, places: &Places) {
        let gone =
            self.known.iter_mut().filter(|(path, known)| known.is_here && !places.at.contains_key(*path));
        for (_, known) in gone {
            known.is_here = false;
            known.stamp = None;
            self.sources.remove(known.id);
        }
    }
}

impl Known {
    /// It as a file of a snapshot.
    fn frozen(&self) -> Option<snapshot::File> {
        let (bytes, hash) = self.proof?;
        Some(snapshot::File { source: self.id, bytes, hash })
    }
}

/// What was read of a file.
struct Read {
    bytes: Vec<u8>,
    stamp: Option<Stamp>,
    mentions: Vec<String>,
    proof: Option<(u64, blake3::Hash)>,
}

fn read_file(role: Role, found: &Found) -> Result<Read, Error> {
    let (bytes, about) = bytes(&found.place)?;
    let key = match role {
        Role::Settings => Some("logo"),
        Role::Content => Some("data"),
        Role::Data | Role::Theme | Role::Snapshot => None,
    };
    // The lossy way is slow, and hardly ever needed.
    let text = || str::from_utf8(&bytes).map_or_else(|_| String::from_utf8_lossy(&bytes), Cow::Borrowed);
    let key = key.filter(|key| may_mention(&bytes, key));
    let mentions = key.map_or_else(Vec::new, |key| mentioned(&text(), key).collect());
    let proof = (role == Role::Snapshot).then(|| (bytes.len() as u64, blake3::hash(&bytes)));
    Ok(Read { bytes, stamp: Stamp::of_settled(&about), mentions, proof })
}

/// How a file looks: two files with the same stamp hold the same.
#[derive(Debug, PartialEq)]
struct Stamp {
    length: u64,
    modified: SystemTime,
    /// On unix: which file it is, and when anything about it changed last.
    inode: (u64, i64, i64),
}

impl Stamp {
    fn of(place: &Path) -> Option<Stamp> {
        Stamp::new(&place.metadata().ok()?)
    }

    /// The stamp of a file that has not changed just now.
    fn of_settled(about: &Metadata) -> Option<Stamp> {
        let age = SystemTime::now().duration_since(about.modified().ok()?).ok()?;
        if age < TICK { None } else { Stamp::new(about) }
    }

    fn new(about: &Metadata) -> Option<Stamp> {
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            (about.ino(), about.ctime(), about.ctime_nsec())
        };
        #[cfg(not(unix))]
        let inode = (0, 0, 0);
        Some(Stamp { length: about.len(), modified: about.modified().ok()?, inode })
    }
}

/// What a change at a path means.
enum Meaning {
    /// Nothing that the handbook is made of.
    Nothing,
    /// A file that holds something else.
    Again(Role),
    /// Perhaps other files are there than before.
    Everything,
}

fn meaning(path: &str, place: &Path, places: &Places) -> Meaning {
    let about = place.symlink_metadata().ok();
    let is_file = about.as_ref().is_some_and(Metadata::is_file);
    match places.at.get(path) {
        Some(Role::Theme | Role::Snapshot) => return Meaning::Everything,
        Some(&role) if is_file => return Meaning::Again(role),
        _ => {}
    }
    let is_asset = places.assets.binary_search_by(|asset| asset.as_str().cmp(path)).is_ok();
    if is_asset && is_file {
        return Meaning::Nothing;
    }
    let is_named = places.named.contains(path);
    let folder = path.split('/').next().unwrap_or(path);
    let is_usual =
        INPUTS.contains(&folder) && path.split('/').skip(1).all(|part| counts(folder, part.as_bytes()));
    if !is_asset && !is_named && !is_usual && !places.at.contains_key(path) && !places.has_links {
        return Meaning::Nothing;
    }
    // Editors write through files that are gone again before anybody looks.
    let was_here = is_asset || is_named || places.at.contains_key(path) || holds_some(path, places);
    if about.is_none() && !was_here { Meaning::Nothing } else { Meaning::Everything }
}

/// Whether something that was there stood below a path.
fn holds_some(path: &str, places: &Places) -> bool {
    let is_below = |file: &String| file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
    places.at.keys().any(is_below) || places.assets.iter().any(is_below)
}

/// The path of a place from the root, separated by `/`; none outside, and where it is no text.
fn below(root: &Path, place: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        place.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn options() -> Options {
        Options {
            as_of: None,
            today: jiff::civil::date(2026, 3, 1),
            audience: None,
            base_url: None,
            drafts: false,
        }
    }

    struct Place {
        folder: tempfile::TempDir,
        root: PathBuf,
    }

    impl Place {
        fn new(files: &[(&str, &str)]) -> Place {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let root = folder.path().canonicalize().expect("a root");
            let place = Place { folder, root };
            for (path, text) in files {
                place.write(path, text);
            }
            place
        }

        fn write(&self, path: &str, text: &str) -> PathBuf {
            let place = self.folder.path().join(path);
            std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
            std::fs::write(&place, text).expect("a file");
            self.root.join(path)
        }

        fn remove(&self, path: &str) -> PathBuf {
            std::fs::remove_file(self.root.join(path)).expect("removed");
            self.root.join(path)
        }
    }

    /// Everything that inputs say, without ids.
    fn told(inputs: &Inputs) -> Vec<String> {
        let text = |&id: &SourceId| {
            let source = inputs.sources.get(id);
            format!("{}: {}", source.path(), source.text())
        };
        let mut told = vec![text(&inputs.settings)];
        told.extend(inputs.content.iter().chain(&inputs.data).map(text));
        told.extend(inputs.assets.iter().cloned());
        told.extend(inputs.theme_files.iter().map(|(path, bytes)| format!("{path} {bytes:?}")));
        let mut paths: Vec<_> = inputs.sources.iter().map(|source| source.path().to_owned()).collect();
        paths.sort_unstable();
        told.extend(paths);
        told
    }

    #[test]
    fn whatever_changed_the_handbook_is_as_if_read_anew() {
        let place = Place::new(&[
            ("okrbook.yaml", "title: T\n"),
            ("content/a.md", "# A"),
            ("content/b.yaml", "kpis: []"),
            ("content/pic.png", "pixels"),
            ("themes/ours/assets/a.css", "a {}"),
        ]);
        let mut session = Session::open(&place.root);
        session.read(Changes::Unknown, options()).expect("read");
        let edits: Vec<Box<dyn Fn() -> PathBuf>> = vec![
            Box::new(|| place.write("content/a.md", "# B")),
            Box::new(|| place.write("content/new/c.md", "# C")),
            Box::new(|| place.remove("content/new/c.md")),
            Box::new(|| place.write("content/new/c.md", "# C again")),
            Box::new(|| place.write("content/pic.png", "others")),
            Box::new(|| place.write("content/b.yaml", "kpis: [{id: k, data: series/k.csv}]")),
            Box::new(|| place.write("series/k.csv", "date,value\n")),
            Box::new(|| place.write("series/k.csv", "date,value\n2026-01-01,1\n")),
            Box::new(|| place.remove("series/k.csv")),
            Box::new(|| place.write("okrbook.yaml", "title: T\nlogo: brand.svg\n")),
            Box::new(|| place.write("brand.svg", "<svg/>")),
            Box::new(|| place.write("themes/ours/assets/a.css", "b {}")),
            Box::new(|| place.write("themes/ours/templates/home.html", "hi")),
            Box::new(|| place.write("content/.a.md.swp", "")),
            Box::new(|| place.write("static/.well-known/security.txt", "")),
            Box::new(|| place.remove("static/.well-known/security.txt")),
            Box::new(|| place.root.join("content/gone-again.md~")),
            Box::new(|| {
                std::fs::remove_dir_all(place.root.join("content/new")).expect("removed");
                place.root.join("content/new")
            }),
        ];
        for (number, edit) in edits.iter().enumerate() {
            let path = edit();
            let inputs = session.read(Changes::At(&[path]), options()).expect("read");
            let anew = super::super::read(&place.root, options()).expect("read");
            assert_eq!(told(&inputs), told(&anew), "after edit {number}");
        }
    }

    #[test]
    fn what_holds_what_it_held_keeps_its_source() {
        let place =
            Place::new(&[("okrbook.yaml", "title: T\n"), ("content/a.md", "# A"), ("content/b.md", "")]);
        let mut session = Session::open(&place.root);
        let before = session.read(Changes::Unknown, options()).expect("read");
        let paths = [place.write("content/a.md", "# A"), place.write("content/b.md", "# B")];
        let after = session.read(Changes::At(&paths), options()).expect("read");
        let is_kept = |index: usize| {
            let of = |inputs: &Inputs| inputs.sources.share(inputs.content[index]);
            assert_eq!(of(&before).id(), of(&after).id());
            Arc::ptr_eq(&of(&before), &of(&after))
        };
        assert!(is_kept(0), "the same text was written again");
        assert!(!is_kept(1));
    }

    #[test]
    fn a_handbook_that_could_not_be_read_is_looked_at_whole_once_it_can() {
        let place = Place::new(&[("okrbook.yaml", "title: T\n"), ("content/a.md", "# A")]);
        let mut session = Session::open(&place.root);
        session.read(Changes::Unknown, options()).expect("read");
        let gone = place.remove("okrbook.yaml");
        assert!(session.read(Changes::At(&[gone]), options()).is_err());
        place.write("okrbook.yaml", "title: U\n");
        place.write("content/b.md", "# B");
        let inputs = session.read(Changes::At(&[]), options()).expect("read");
        assert_eq!(told(&inputs), told(&super::super::read(&place.root, options()).expect("read")));
    }
}
