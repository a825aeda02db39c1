//! The odd inputs: each as a way to write it in any size.

use std::io;

use super::site::{Site, each};

/// What the program is asked to do with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// `check`.
    Check,
    /// `build` into an empty output.
    Build,
    /// `build` over the output of a build after which `content/gone/` was deleted.
    BuildAfterRemoval,
}

/// An odd input.
pub(super) struct Odd {
    /// What it is, in words.
    pub(super) name: &'static str,
    /// Its least size, in whatever it is counted in.
    pub(super) base: usize,
    /// What the program does with it.
    pub(super) run: Run,
    input: Input,
}

/// How an input is written in any size.
enum Input {
    /// By a function.
    Written(Write),
    /// As prose that is nothing but this, again and again.
    Repeated(&'static str),
}

type Write = fn(&Site, usize) -> io::Result<()>;

impl Odd {
    /// Writes it in any size.
    pub(super) fn write(&self, site: &Site, count: usize) -> io::Result<()> {
        match self.input {
            Input::Written(write) => write(site, count),
            Input::Repeated(text) => site.odd("", &format!("{}\n", text.repeat(count))),
        }
    }
}

const fn check(name: &'static str, base: usize, write: Write) -> Odd {
    let (run, input) = (Run::Check, Input::Written(write));
    Odd {
        name,
        base,
        run,
        input,
    }
}

const fn build(name: &'static str, base: usize, write: Write) -> Odd {
    let (run, input) = (Run::Build, Input::Written(write));
    Odd {
        name,
        base,
        run,
        input,
    }
}

/// Text that readers of Markdown may take long for.
const fn repeated(name: &'static str, base: usize, text: &'static str) -> Odd {
    let (run, input) = (Run::Check, Input::Repeated(text));
    Odd {
        name,
        base,
        run,
        input,
    }
}

/// Every odd input.
pub(super) const ODD: &[Odd] = &[
    check("dead anchors among near headings", 80, |site, count| {
        let headings = each(count, |n| format!("## Chapter {n} paragraph\n\n"));
        let links = each(count, |n| format!("See [it](#chapter-{n}-paragraf).\n\n"));
        site.odd("", &(headings + &links))
    }),
    check("valid anchor links in one record", 800, |site, count| {
        site.odd(
            "",
            &format!(
                "## Costs\n\n{}",
                each(count, |_| "See [it](#costs).\n\n".to_owned())
            ),
        )
    }),
    check("equal headings", 200, |site, count| {
        site.odd("", &"## Costs\n\nText.\n\n".repeat(count))
    }),
    check("links to as many headings", 200, |site, count| {
        let headings = each(count, |n| format!("## Chapter {n}\n\n"));
        let links = each(count, |n| format!("See [it](#chapter-{n}).\n\n"));
        site.odd("", &(headings + &links))
    }),
    check("dead anchors in as many records", 20, |site, count| {
        for number in 0..count {
            site.record(
                &format!("content/r-{number}.md"),
                "",
                "## Costs\n\nSee [it](#cost) and [b](odd.md#cost).\n",
            )?;
        }
        site.odd("", &each(count, |n| format!("## Chapter {n}\n\n")))
    }),
    check("dead links among near files", 20, |site, count| {
        for number in 0..count {
            site.record(&format!("content/2021/bridge-{number}.md"), "", "Text.\n")?;
        }
        site.odd(
            "",
            &each(count, |n| {
                format!("See [it](bridge-{n}.md) and [it](/decisions/2021/brigde-{n}/).\n\n")
            }),
        )
    }),
    check("raw HTML", 200, |site, count| {
        site.odd("", &"Text <b>bold</b>.\n\n".repeat(count))
    }),
    check("comments of HTML", 200, |site, count| {
        site.odd("", &"Text <!-- hidden --> more.\n\n".repeat(count))
    }),
    check("unknown keys", 40, |site, count| {
        site.odd(&each(count, |n| format!("unknown{n}: x\n")), "Text.\n")
    }),
    check("unknown keys that are kept", 40, |site, count| {
        site.settings("unknown_keys: keep\n")?;
        site.odd(&each(count, |n| format!("unknown{n}: x\n")), "Text.\n")
    }),
    check("unknown settings", 40, |site, count| {
        site.settings(&each(count, |n| format!("unknown{n}: x\n")))
    }),
    check("one key again and again", 40, |site, count| {
        site.odd(&"body: Board\n".repeat(count), "Text.\n")
    }),
    check("missing attachments", 40, |site, count| {
        site.odd(
            &format!(
                "attachments:\n{}",
                each(count, |n| format!("  - map-{n}.pdf\n"))
            ),
            "Text.\n",
        )
    }),
    check("wrong values in a list", 40, |site, count| {
        site.odd(
            &format!("topics:\n{}", each(count, |n| format!("  - {{a: {n}}}\n"))),
            "Text.\n",
        )
    }),
    check("control characters", 200, |site, count| {
        site.odd("", &"Text\u{1} and\u{b} more\u{fffe}.\n\n".repeat(count))
    }),
    check("a line with many dead links", 20, |site, count| {
        site.odd("", &each(count, |n| format!("[it](gone-{n}.md) ")))
    }),
    check(
        "a line with many faults of every kind",
        20,
        |site, count| {
            site.odd(
            "",
            &each(count, |n| {
                format!(
                    "[k](a b.pdf) [x][none-{n}] <i>i</i> [^{n}] [x]() [y](#no-{n}) ![i](no.png) "
                )
            }),
        )
        },
    ),
    check("a title of many words", 1_000, |site, count| {
        site.odd(
            &format!("title: {}\n", each(count, |n| format!("word{n} "))),
            "Text.\n",
        )
    }),
    check("a paragraph of many sentences", 2_000, |site, count| {
        site.odd(
            "",
            &"The board builds, i.e. No. 3 of org. nr. ".repeat(count),
        )
    }),
    build("records of one case", 16, |site, count| {
        many(site, count, |_| "case_number: KS 1\n".to_owned())
    }),
    build("records that want one address", 16, |site, count| {
        many(site, count, |_| "id: bridge\n".to_owned())
    }),
    build(
        "records with as many names that look alike",
        16,
        |site, count| {
            many(site, count, |n| {
                format!("body: {}\n", "board ".repeat(n % 40 + 1))
            })
        },
    ),
    build("topics of one record", 20, |site, count| {
        site.odd(
            &format!("topics: [{}]\n", each(count, |n| format!("Topic {n}, "))),
            "Text.\n",
        )
    }),
    build("proposers of one record", 20, |site, count| {
        site.record_by(&each(count, |n| format!("Person {n}, ")))
    }),
    build("former addresses", 40, |site, count| {
        site.odd(
            &format!(
                "former_addresses: [{}]\n",
                each(count, |n| format!("/old/{n}/, "))
            ),
            "Text.\n",
        )
    }),
    build("clauses", 40, |site, count| {
        site.odd(
            &format!(
                "decision:\n{}",
                each(count, |n| format!(
                    "  - Clause *{n}* is [approved](#costs).\n"
                ))
            ),
            "## Costs\n",
        )
    }),
    build("footnotes", 80, |site, count| {
        let notes = each(count, |n| format!("Text[^n{n}].\n\n"));
        site.odd(
            "",
            &(notes + &each(count, |n| format!("[^n{n}]: Note {n}.\n\n"))),
        )
    }),
    build("mentions of one footnote", 80, |site, count| {
        site.odd(
            "",
            &format!("{}\n\n[^n]: Note.\n", "Text[^n].\n\n".repeat(count)),
        )
    }),
    build("columns of a table", 80, |site, count| {
        site.odd(
            "",
            &format!(
                "|{}\n|{}\n|{}\n",
                "a|".repeat(count),
                "-|".repeat(count),
                "1|".repeat(count)
            ),
        )
    }),
    build("rows of a table", 80, |site, count| {
        site.odd("", &format!("|a|b|\n|-|-|\n{}", "|1|2|\n".repeat(count)))
    }),
    check("rows of a table that are too long", 80, |site, count| {
        site.odd("", &format!("|a|b|\n|-|-|\n{}", "|1|2|3|\n".repeat(count)))
    }),
    build("definitions of links", 80, |site, count| {
        let uses = each(count, |n| format!("[x][d{n}] "));
        site.odd(
            "",
            &format!(
                "{uses}\n\n{}",
                each(count, |n| format!("[d{n}]: https://x.example/{n}\n"))
            ),
        )
    }),
    build("words that no other record has", 800, |site, count| {
        site.odd("", &each(count, |n| format!("w{n}x{} ", n * 7919)))
    }),
    build("a word of many letters", 10_000, |site, count| {
        site.odd("", &format!("{}\n", "abcdefghij".repeat(count)))
    }),
    check("nested lists in front matter", 1_000, |site, count| {
        site.odd(&format!("extra: {{a: {}\n", "[".repeat(count)), "Text.\n")
    }),
    check(
        "nested lists in front matter, closed",
        1_000,
        |site, count| {
            site.odd(
                &format!("extra: {{a: {}{}}}\n", "[".repeat(count), "]".repeat(count)),
                "Text.\n",
            )
        },
    ),
    check("anchors that unfold in front matter", 1, |site, count| {
        let levels = each(count.min(30), |n| {
            format!("  a{}: &a{} [*a{n}, *a{n}, *a{n}]\n", n + 1, n + 1)
        });
        site.odd(&format!("extra:\n  a0: &a0 x\n{levels}"), "Text.\n")
    }),
    Odd {
        name: "addresses that are dropped",
        base: 40,
        run: Run::BuildAfterRemoval,
        input: Input::Written(|site, count| {
            for number in 0..count {
                site.record(&format!("content/gone/r-{number}.md"), "", "Text.\n")?;
            }
            Ok(())
        }),
    },
    check(
        "a sparse file of many megabytes",
        10 << 20,
        |site, count| site.hollow("content/hollow.md", count),
    ),
    check("files that are no records", 40, |site, count| {
        for number in 0..count {
            site.write(&format!("content/none-{number}.md"), "No front matter.\n")?;
        }
        Ok(())
    }),
    check("folders within folders", 4, |site, count| {
        site.record(
            &format!("content/{}odd.md", "a/".repeat(count)),
            "",
            "Text.\n",
        )
    }),
    repeated("nested quotations", 2_000, "> "),
    repeated("nested lists", 2_000, "- "),
    repeated("open brackets", 2_000, "["),
    repeated("open images", 2_000, "!["),
    repeated("open links", 2_000, "[a]("),
    repeated("open tags", 2_000, "<a "),
    repeated("open comments", 2_000, "<!-- "),
    repeated("open emphasis", 2_000, "*a **b "),
    repeated("open quotation marks in links", 2_000, "[a](b \""),
    repeated("open code", 2_000, "`a ``b "),
    repeated("brackets closed twice", 2_000, "[a]] "),
    repeated("entities", 2_000, "&amp;&#9999; "),
    repeated("open footnotes", 2_000, "[^a "),
    repeated("bare addresses", 2_000, "https://x.example/ www.x.example "),
    repeated("nested quotations, a line each", 2_000, "> \n"),
    check("lists that go deeper line by line", 10, |site, count| {
        site.odd("", &each(count, |n| format!("{}- a\n", "  ".repeat(n))))
    }),
    check("code marks of every length", 10, |site, count| {
        site.odd("", &each(count, |n| format!("{}a ", "`".repeat(n + 1))))
    }),
];

/// Writes so many records, each with further lines.
fn many(site: &Site, count: usize, more: impl Fn(usize) -> String) -> io::Result<()> {
    for number in 0..count {
        site.record(&format!("content/r-{number}.md"), &more(number), "Text.\n")?;
    }
    Ok(())
}
