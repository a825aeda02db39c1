//! What a link that leads nowhere may have meant: a file spelt with other capitals, one in another folder, an address of
//! the world without its scheme.

use super::links::{Linking, Resolver, Target, join};
use crate::source::{SourcePath, composed};

/// The sources whose file has this name, without regard to capitals; for `index.md`, those in a folder of this name.
pub type Near<'a> = &'a (dyn Fn(&str) -> Vec<&'a SourcePath> + Sync);

impl Resolver<'_> {
    /// The destination that may have been meant.
    pub(super) fn nearest(
        &self,
        linking: &Linking<'_>,
        destination: &str,
        path: &str,
    ) -> Option<String> {
        if path
            .get(..4)
            .is_some_and(|begin| begin.eq_ignore_ascii_case("www."))
        {
            return Some(format!("https://{destination}"));
        }
        if path.contains('@') && !path.contains(['/', '\\']) {
            return Some(format!("mailto:{destination}"));
        }
        let folder = linking.source.folder();
        let written = path.replace('\\', "/");
        let from_root = written.trim_start_matches("./");
        let read = [
            join(folder, &written),
            join("", from_root),
            join("content", from_root),
        ];
        let found = read.into_iter().flatten();
        let mut found = found.filter(|path| self.is_open(linking, path));
        let near = || {
            let tail = written.trim_end_matches("/index.md").trim_end_matches('/');
            let mut near = (self.near)(tail.rsplit('/').next().unwrap_or(tail));
            near.retain(|path| self.is_open(linking, &path.composed()));
            let steps = |path: &&SourcePath| relative(folder, path.as_str()).split('/').count();
            near.sort_by_key(|path| (steps(path), (*path).clone()));
            let first = near.first()?;
            Some(first.composed().into_owned())
        };
        let found = found.next().or_else(near)?;
        Some(relative(&composed(folder), &found).replace(' ', "%20"))
    }

    /// Whether a link of this text may lead to a source.
    fn is_open(&self, linking: &Linking<'_>, path: &str) -> bool {
        let attached = linking.attachments.unwrap_or_default().iter();
        match (self.find)(path) {
            Some(Target::Record(_, is_published) | Target::Text(_, is_published)) => {
                is_published || !linking.is_published
            }
            Some(Target::File) => attached
                .map(|file| file.source.composed())
                .any(|source| source == path),
            Some(Target::Unreadable) | None => false,
        }
    }
}

/// A path below the root as it is written in a file of a folder.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from
        .iter()
        .zip(&to)
        .take_while(|(left, right)| left == right)
        .count();
    let up = from[shared..].iter().map(|_| "..");
    up.chain(to[shared..].iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}
