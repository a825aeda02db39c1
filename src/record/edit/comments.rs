//! The comments of front matter: whether those that people wrote are still there when a part of it is written anew.

use crate::record::front_matter::parse;

/// The comments of YAML: those that have a line of their own, and those beside something; each kind sorted.
#[derive(Debug, PartialEq, Eq)]
struct Comments<'y> {
    own: Vec<&'y str>,
    beside: Vec<&'y str>,
}

impl<'y> Comments<'y> {
    /// What can be taken out of YAML that then says the same; nothing of what is no YAML.
    fn of(yaml: &'y str) -> Self {
        let (mut own, mut beside) = (Vec::new(), Vec::new());
        let said = parse(yaml).ok();
        let mut start = 0;
        for line in yaml.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            let marks = line.match_indices('#').map(|(at, _)| start + at);
            let mut begins = marks.filter(|mark| {
                yaml[..*mark]
                    .chars()
                    .next_back()
                    .is_none_or(char::is_whitespace)
            });
            let is_comment = |mark: &usize| {
                let without = [&yaml[..*mark], &yaml[end..]].concat();
                said.is_some() && parse(&without).ok() == said
            };
            if let Some(mark) = begins.find(is_comment) {
                let is_own = yaml[start..mark].trim().is_empty();
                let kind = if is_own { &mut own } else { &mut beside };
                kind.push(&yaml[mark..end]);
            }
            start += line.len();
        }
        own.sort_unstable();
        beside.sort_unstable();
        Self { own, beside }
    }
}

/// Whether every comment is still there once. Where something is told no longer, what stood beside it may be gone too.
pub(super) fn keeps_comments(before: &str, now: &str, is_less: bool) -> bool {
    if !before.contains('#') {
        return true;
    }
    let (before, now) = (Comments::of(before), Comments::of(now));
    let mut left = before.beside.clone();
    let is_known = |comment: &&str| {
        let place = left.iter().position(|known| known == comment);
        place.map(|place| left.remove(place)).is_some()
    };
    let adds_none = now.beside.iter().all(is_known);
    before.own == now.own && adds_none && (is_less || left.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Comments, keeps_comments};

    #[test]
    fn what_says_nothing_is_a_comment() {
        let yaml = "# a\nb: c # d\ne: 'f # g' # h\ni: |\n  # j\n\n  # k\nl:\n  # m\n  - n#o # p\nq: [r, # s\n  t]\n";
        let comments = Comments::of(yaml);
        assert_eq!(comments.own, ["# a", "# m"]);
        assert_eq!(comments.beside, ["# d", "# h", "# p", "# s"]);
        assert!(keeps_comments("a: b # c\n", "a: d # c\n", false));
        assert!(!keeps_comments("a: b # c\n", "a: d\n", false));
        assert!(keeps_comments("a: b # c\n", "", true));
        assert!(!keeps_comments("# c\na: b\n", "a: b\n", true));
        assert!(!keeps_comments("# c\na: b\n", "# c\n# c\na: b\n", true));
    }
}
