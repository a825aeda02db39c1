//! Which file systems say nothing of changes made elsewhere: network disks, and folders that a host lends its guest.
//!
//! A program on the same machine hears of its own writes there, so that only the kind of file system tells. Linux lists
//! the kinds in `/proc/self/mountinfo` (proc(5)); where there is no such list, events are believed.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is the edge to the file system"
)]

use std::fs;
use std::path::Path;

const SILENT: [&str; 13] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "fuse.grpcfuse",
    "fuse.sshfs",
    "nfs",
    "nfs4",
    "smb3",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// Whether the file system that holds a folder tells of every change in it.
pub(super) fn tells_of_changes(folder: &Path) -> bool {
    let (Ok(folder), Ok(mounts)) = (
        fs::canonicalize(folder),
        fs::read_to_string("/proc/self/mountinfo"),
    ) else {
        return true;
    };
    !kind_of(&folder, &mounts).is_some_and(|kind| SILENT.contains(&kind))
}

/// The kind of the file system that holds a folder: that of the longest mount point above it, the last if several.
fn kind_of<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let (place, kind) = line.split_once(" - ")?;
        let point = place.split(' ').nth(4)?.replace("\\040", " ");
        folder
            .starts_with(&point)
            .then_some((point.len(), kind.split(' ').next()?))
    });
    mounted
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::kind_of;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/root rw
40 22 0:35 / /srv/register\\040one rw,relatime - nfs4 server:/export rw
41 40 0:36 / /srv/register\\040one/themes rw - tmpfs tmpfs rw
";

    #[test]
    fn the_longest_mount_point_above_a_folder_tells_its_kind() {
        let kind = |folder| kind_of(Path::new(folder), MOUNTS);
        assert_eq!(kind("/home/clerk/register"), Some("ext4"));
        assert_eq!(kind("/srv/register one/content"), Some("nfs4"));
        assert_eq!(kind("/srv/register one/themes/own"), Some("tmpfs"));
        assert_eq!(kind("/srv/register oneself"), Some("ext4"));
    }
}
