# The words of the diagnostics and of the program, in English. sv.ftl holds the same ids with the same arguments.

severity-error = error
severity-warning = warning
help = help
also-here = also at { $place }

address-dropped = { $reason ->
    [moved] the address `{ $address }` was published; this record now has another
    [unpublished] the address `{ $address }` was published; its record is now a draft or withheld
    [list] the list `{ $address }` was published; no record is left to show there
   *[gone] the address `{ $address }` was published and is no longer published
}
    .help = { $reason ->
        [moved] keep the address working with `former_addresses: [{ $address }]` in this record
        [unpublished] if readers should not lose the page, publish the record again
        [list] if that is right, nothing is to be done; else look at the name, and at the records that are gone
       *[gone] write `former_addresses: [{ $address }]` in the record that takes its place
    }
address-taken = two pages get the same address, `{ $address }`
    .help = give one of them another file name, `id` or name; capitals, marks and spaces make no difference in an address
asset-foreign = the style sheet asks another website for `{ $address }`
    .help = browsers do not fetch it, since pages ask nothing of other websites; put the file into the theme's `static` folder
asset-missing = { $reason ->
    [circle] the style sheet `{ $file }` leads back to this one
   *[other] the theme has no static file `{ $file }`
}
    .help = { $nearest ->
        [none] { $reason ->
            [circle] remove one of the two `@import`
           *[other] put it into the theme's `static` folder, or correct its name
        }
       *[other] did you mean `{ $nearest }`?
    }
assignment-missing = the decision gives somebody something to do (“{ $text }”), and the record has no `assignments`
    .help = write it there too, so that it can be followed: `assignments: [{"{"}what: …, to: …, due: …{"}"}]`
attachment-missing = there is no file `{ $file }` beside this record
    .help = { $nearest ->
        [none] put the file in the record's folder, correct its name, or remove the line
       *[other] did you mean `{ $nearest }`?
    }
attachment-path = { $reason ->
    [nameless] nothing of the name `{ $file }` can stand in an address
    [withheld] `{ $file }` is withheld by a record, so it is not published here either
   *[place] `{ $file }` cannot be published as an attachment
}
    .help = { $reason ->
        [nameless] call the file something with letters a to z or digits, such as `{ $cure }`
        [withheld] name another file, or take `public: no` away there
       *[place] name a file that stands beside the record or in a folder below it, and is no Markdown source
    }
attachment-type = { $reason ->
    [content] `{ $file }` begins like { $kind ->
        [html] a web page
        [svg] an SVG picture, which may hold scripts
        [xml] XML, which may turn itself into a web page
       *[php] a program
    }, whatever its name says
    [nameless] the name `{ $file }` has no ending that tells what kind of file it is
   *[ending] files that end in `.{ $ending }`, such as `{ $file }`, are not published as they are
}
    .help = { $reason ->
        [nameless] give it the ending of its kind, such as `.pdf` or `.txt`
       *[other] publish it in another form, such as PDF; only if readers must have it as it is and you trust it, write `allow_attachment_types: [{ $cure }]` in content/site.yaml
    }
case-number-not-text = the case number `{ $text }` would be read as the number { $read_as }
    .help = put it in quotes, so that every digit is kept: "{ $text }"
clause-form = `{ $key }` must be one text for each clause
    .help = write each clause as its own point, on a line of its own below `{ $key }:` that begins with `- `; the page numbers them from 1
code-block-unclear = { $reason ->
    [words] `{ $text }` stands behind the sign of a block of code and is not shown
   *[unclosed] this begins a block of code that does not end, so all that follows is shown as code
}
    .help = { $reason ->
        [words] write the words on a line of their own; no more than one word, the code's language, may stand behind `{ $fence }`
       *[unclosed] end it with a line `{ $fence }`; if it is no code, write `\` before the first sign
    }
comment-not-hidden = { $reason ->
    [unclosed] this begins a comment that does not end
    [misspelt] `{ $text }` looks like a comment, but is none and would be shown
   *[text] a comment here would be shown, as this is no Markdown text
}
    .help = { $reason ->
        [unclosed] end the comment with `-->` in the same paragraph; to show the signs themselves, write `\<!--`
        [misspelt] begin it with `<!--` and end it with `-->`, with common hyphens and without spaces within the signs; if it shall be shown, write `\` before it
       *[text] remove it; a comment for the staff may stand on a line of its own that begins with #
    }
control-character = the character { $character } cannot be published and is left out
    .help = delete it; it cannot be seen, so delete what stands here and type it again
date-invalid = { $reason ->
    [missing] there is no day `{ $text }`
    [several] `{ $text }` could mean several days
    [clock] the time of `{ $text }` cannot be read
   *[form] `{ $text }` is not a date that can be read
}
    .help = { $reason ->
        [missing] check the day; write it as in 2021-04-14
        [one] write { $readings }
        [several] write the one that is meant: { $readings }
        [clock] write it from 00:00 to 23:59, as in { $readings } 08:00
       *[form] { $time ->
            [yes] write the date as 2021-04-14 or 14 April 2021, with a time if needed: 2021-04-14 08:00
           *[no] write the date as 2021-04-14 or 14 April 2021
        }
    }
dates-out-of-order = { $of ->
    [decision] the decision date { $earlier } is before the date of the document, { $later }
    [future] the date { $later } has not come yet
    [approval] the approval on { $earlier } is before the decision on { $later }
    [announcement] the announcement on { $earlier } is before the approval on { $later }
    [announced-early] the announcement on { $earlier } is before the decision on { $later }
    [approved-early] the approval on { $earlier } is before the meeting on { $later }
    [final-early] `final` on { $earlier } is before the last day to appeal, { $later }
    [in-list] the date { $later } has not come yet
    [hours] the meeting ends at { $earlier }, before it begins at { $later }
    [withdrawal] the withdrawal on { $later } has not come yet, and holds already
    [appeal] `last_day` is { $later }, but is counted to { $earlier }
   *[publication] publication ends on { $earlier }, before it begins on { $later }
}
    .help = { $of ->
        [appeal] write why under `reason`, or remove `last_day`
        [in-list] look at the year
        [withdrawal] look at the year; if the record is to stay until then, write `publish_until: { $later }` in its place
        [future] look at the year; if the record is to wait until then, write `publish_from: { $later }`
       *[other] correct the date that is wrong
    }
dead-anchor = { $reason ->
    [section] the text has no heading “{ $anchor }”
    [withdrawn] the record is withdrawn, and the heading `#{ $anchor }` is there no longer
   *[missing] there is no heading `#{ $anchor }` there
}
    .help = { $reason ->
        [withdrawn] take `#{ $anchor }` out of the link, or the link away
        [section] { $nearest ->
            [none] write the heading as it stands in the text
           *[other] did you mean “{ $nearest }”?
        }
       *[missing] { $nearest ->
            [none] the anchor is the heading's words in lowercase letters, with hyphens for spaces
           *[other] did you mean `#{ $nearest }`?
        }
    }
dead-link = { $reason ->
    [kind] the link `{ $destination }` leads to a file of a kind that is not published
    [unlisted] the link `{ $destination }` leads to a file that is not published
    [elsewhere] the link `{ $destination }` leads to a file that is not published
    [withheld] the link `{ $destination }` leads to a file that a record withholds
    [no-record] the link `{ $destination }` leads to a file that is not published
    [excluded] the link `{ $destination }` leads to a file that the settings leave out
    [empty] the link `{ $destination }` names nothing to lead to
    [web] the link `{ $destination }` lacks its https://
    [mail] the link `{ $destination }` lacks its mailto:
   *[nothing] the link `{ $destination }` leads nowhere
}
    .help = { $reason ->
        [kind] name the ending in the setting `allow_attachment_types`, or remove the link
        [unlisted] list the file under `attachments` in this record
        [elsewhere] put the file in this record's folder and list it under `attachments`
        [withheld] take the link away; the page itself tells how to ask for the file
        [no-record] files are published with records: list it under `attachments` in one, and link to that record
        [excluded] remove the link, or change `include` and `exclude` in content/site.yaml
        [empty] write the file or the address between the parentheses, or remove the brackets
        [web] write { $cure }
        [mail] write { $cure }
       *[nothing] { $nearest ->
            [none] name a record's file by its path from this one, a file listed under `attachments`, or an address of the site
           *[other] did you mean `{ $nearest }`?
        }
    }
decided-without-day = the record holds a decision, but not the day of it
    .help = add a line `decided_on: …`
decided-without-decision = { $of ->
    [stage] the record is marked as decided, but does not say what was decided
   *[minutes] the record has `{ $key }`, which only a decision has, but does not say what was decided
}
    .help = write what was decided under `decision`, or how it went under `outcome`, or correct the stage
definition-unused = { $of ->
    [note] nothing mentions the note `{ $text }`
    [note-again] `{ $text }` gives a label that another note has
    [link-again] `{ $text }` gives a label that stands further up, so it is not used and not shown
   *[link] no link uses `{ $text }`, so it is not shown
}
    .help = { $of ->
        [note] write its mark, such as `[^1]`, where the text refers to it; until then it stands last among the notes
        [note-again] give each note a label of its own; until then it stands last among the notes
        [link-again] keep one of them, or give each a label of its own
       *[link] to show it as text, write `\` before the first bracket; else remove it
    }
duplicate-key = the field `{ $key }` appears twice
    .help = remove one of them; the Swedish and the English name are the same field
external-image = the image `{ $destination }` stands on another site and is not shown
    .help = put the image in the record's folder, list it under `attachments` and name that file, or write a link in its place
forbidden-scheme = { $reason ->
    [file] the link `{ $destination }` leads to a file on a computer or file server, which readers cannot reach
   *[scheme] links of this kind, `{ $destination }`, are not allowed
}
    .help = { $reason ->
        [file] put the file beside the record, list it under `attachments`, and link to the name of the file
       *[scheme] link with https, http, mailto or tel, or within the site
    }
former-address-invalid = { $reason ->
    [whole] `{ $text }` is a whole address, not a path of the site
    [anchor] `{ $text }` has an anchor, which browsers never tell the server
    [long] the former address is longer than 1,000 characters
    [letters] `{ $text }` holds something that no path may hold: a control character, a backslash, an encoded slash, or letters in an old encoding
   *[part] `{ $text }` has a part that is empty or begins with a dot
}
    .help = { $reason ->
        [anchor] write the path alone, without `#` and what follows
       *[other] write the path as it was, from the root: /decisions/2019/old-name/
    }
front-matter-missing = { $reason ->
    [dashes] the first line must be three hyphens, `---`; this is `{ $text }`, perhaps changed by a word processor
    [blank] the first line must be three hyphens, `---`; this is an empty line before them
    [no-start] the line `---` is missing before the fields
    [foreign] the file does not begin with a line `---` alone, but with what may be fields in another form: `{ $text }`
   *[none] the file has no fields at its top
}
    .help = { $reason ->
        [dashes] write `---` with plain hyphens and no spaces
        [blank] remove the empty line
        [no-start] write a line `---` at the top of the file, and another after the last field
        [foreign] begin the file with a line `---`, then the fields, one on each line: `title: …`, then a line `---`
       *[none] begin the file with a line `---`, then the fields, one on each line: `title: …`, then a line `---`
    }
front-matter-syntax = { $reason ->
    [blank] after `{ $key }:` stands an invisible character that is not a space
    [no-colon] the colon after `{ $key }` is missing
    [tight] the space after the colon of `{ $key }` is missing
    [wrapped] the line belongs to `{ $key }` but is not indented
    [colon] the text of `{ $key }` holds a colon, which has a meaning of its own here
    [quote-open] the text of `{ $key }` begins with a quotation mark but does not end with one
    [quote-over] the text of `{ $key }` begins with words in quotation marks but goes on after them
    [mark] the text begins with `{ $key }`, which has a meaning of its own here
    [tab] the line is indented with a tab
    [bullet] the point begins with a character that does not make it a point
    [deep] lists and fields are nested too deeply
    [escape] a backslash (`\`) means a character here that no text holds
    [repeated] what the anchors repeat is too much
    [toml] what stands between the lines `+++` cannot be read as TOML from here on
    [no-map] here fields are expected, one on each line: `name: text`
   *[other] the line cannot be read as a field
}
    .help = { $reason ->
        [blank] delete it and type an ordinary space: { $cure }
        [no-colon] write { $cure }
        [tight] write { $cure }
        [wrapped] indent the line by two spaces, or write it all on one line: { $cure }
        [colon] put the text in straight quotation marks: { $cure }
        [quote-open] write { $cure }
        [quote-over] put the whole text in quotation marks: { $cure }
        [mark] put the text in straight quotation marks: { $cure }
        [tab] indent it by two spaces: { $cure }
        [bullet] begin the point with a hyphen: { $cure }
        [deep] write it plainly; the top of the file holds fields
        [escape] delete it with the characters after it, or write the backslash twice
        [repeated] write it without anchors (& and *)
        [toml] write `key = "text"`, one on each line
       *[other] write `name: text`; put text with a colon, quotation marks or # in straight quotation marks, and indent with spaces
    }
front-matter-unclosed = { $reason ->
    [dashes] the line after the fields must be three hyphens, `---`; this is `{ $text }`, perhaps changed by a word processor
   *[none] the line `{ $mark }` after the fields is missing
}
    .help = { $reason ->
        [dashes] write `---` with plain hyphens and no spaces
       *[none] write a line `{ $mark }` after line { $line }, before the text begins
    }
guarding-key-unclear = { $of ->
    [page] an ordinary page has no key `{ $key }`, so it would not be kept from the public
    [comment] the key `{ $key }` is empty, since a # begins a comment, and so keeps nothing from the public
    [text] the line `{ $key }: …` stands here as text, and so keeps nothing from the public
    [within] `{ $key }` stands within another field, and so keeps nothing from the public
    [name] the name `{ $key }` says that this is a draft, and the file does not
    [line] the line `{ $key }` says that this is a draft, and nothing guards it
   *[record] the key `{ $key }` is not known, and may be meant to keep the record from the public
}
    .help = { $of ->
        [page] keep the page back with `draft: true`
        [comment] delete the # if the value stands behind it; else delete the line
        [text] write it between the `---` lines, at the beginning of a line of its own; if it is meant as text, put it in other words
        [within] write `{ $guard }: …` at the beginning of a line of its own, or let `keys` in the settings name it; if it means something else, call it something else
        [name] write `draft: true`, or `draft: false` if it may be published
        [line] write fields at the top of the file: a line `---`, `draft: true`, or `draft: no` if it may be published, and a line `---`
       *[record] did you mean `{ $guard }`? What is meant for the theme stands under `extra`
    }
id-invalid = `{ $text }` cannot be used in an address
    .help = `id` may hold only a–z, digits and hyphens, at most 120 characters: write `{ $slug }`
image-without-text = the image `{ $destination }` has no text for those who cannot see it
    .help = write between the brackets what it shows: `![Map of the river]({ $destination })`
language-invalid = `{ $text }` is not a language code
    .help = write `en` for English or `sv` for Swedish; other languages have codes by BCP 47, such as `fi`
language-without-words = the theme has no words in the language `{ $language }`, so the words of the pages themselves are English
    .help = translate the words in a file themes/overrides/words/{ $language }.ftl; `diarium help views` shows how
link-not-read = { $reason ->
    [note] there is no note `{ $text }`, so it stands as text
    [open] `{ $text }` is not read as a link, since no parenthesis ends it
    [telephone] `{ $text }` is not read as a link, so it stands as text
    [undefined] nothing says where `{ $text }` leads, so it stands as text
   *[blank] `{ $text }` is not read as a link, so it stands as text
}
    .help = { $reason ->
        [note] write the note on a line of its own: `{ $text }: …`
        [open] write it with its parenthesis: `{ $cure }`
        [telephone] write the number without spaces: `{ $cure }`
        [undefined] write a line `[{ $label }]: …` with the file or the address
       *[blank] put what it leads to within < and >: `{ $cure }`
    }
link-to-unpublished = the link `{ $destination }` leads to a record that is not published
    .help = publish that record too, or remove the link
manifest-unreadable = { $reason ->
    [missing] there is no file `{ $path }`
    [merge-marks] `{ $path }` holds the marks of a merge (`<<<<<<<`)
    [drafts] `{ $path }` is the manifest of a site with drafts
   *[manifest] `{ $path }` is no manifest of a site that this program made
}
    .help = { $reason ->
        [missing] give the path of the published site's `manifest.json`
       *[other] fetch `manifest.json` from the published site again
    }
markup-not-read = { $of ->
    [heading] `{ $text }` looks like a heading, but is shown as text
    [table] this looks like a table, but is shown as text
   *[list] `{ $text }` looks like a point of a list, but is shown as running text
}
    .help = { $of ->
        [heading] put a space after the #: `{ $cure }`
        [table] add a line below the first: `{ $cure }`
       *[list] begin the line with a hyphen: `{ $cure }`
    }
merge-marks = `{ $text }` is the mark of a merge: both versions of the text would be published
    .help = choose one of the versions between `<<<<<<<` and `>>>>>>>`, and remove the other and all marks
minutes-late = { $of ->
    [approval] the minutes were approved { $days } days after the decision; the law says at most { $most }
   *[announcement] the minutes were announced { $days } days after their approval; the law says at most { $most }
}
    .help = look at the days (kommunallagen 5:69, 6:35 and 8:12)
missing-key = { $reason ->
    [empty] the field `{ $key }` is empty
   *[missing] the field `{ $key }` is missing
}
    .help = { $reason ->
        [empty] write it after the colon: `{ $key }: …`
       *[missing] add a line `{ $key }: …` to the fields at the top
    }
name-letter-case = `{ $name }` is spelt `{ $shown }` elsewhere
    .help = they are taken for one name and shown as `{ $shown }`; spell it so here too
name-unknown = { $reason ->
    [twice] `{ $name }` is described twice, or is a former name too
    [word] the glossary has no word `{ $name }` to leave out
   *[unknown] the { $kind ->
        [body] body
        [topic] topic
       *[proposer] person
    } `{ $name }` has no description{ $count ->
        [0] {""}
        [1] ; one more record names it
       *[other] ; { $count } more records name it
    }
}
    .help = { $reason ->
        [twice] keep one of them; a name that was used before stands among the `former_names` of one file alone
        [word] { $nearest ->
            [none] otherwise write what the word means, behind the colon
           *[other] did you mean `{ $nearest }`? Otherwise write what the word means, behind the colon
        }
       *[unknown] { $nearest ->
            [none] describe it in { $kind ->
                [body] a file in content/bodies
                [topic] content/topics.yaml
               *[proposer] a file in content/people
            }, or mend the name
           *[other] did you mean `{ $nearest }`? If it was called so, write the name under `former_names` in its description
        }
    }
name-without-address = nothing of `{ $name }` can stand in an address
    .help = use a name with letters a to z or digits; the file of a record may have an `id` instead
nested-too-deep = this is nested more than { $deepest } levels deep
    .help = remove some of the marks before it: quotations, lists, brackets or stars within each other
not-text = the file is saved in an encoding that cannot be read
    .help = save it again as UTF-8: in Notepad, choose File > Save as and the encoding UTF-8
notice-dropped = { $reason ->
    [moved] the notice “{ $title }” is up at the address `{ $address }` { $last_day ->
        [none] until it is known for how long
       *[other] until { $last_day }
    }, and would move
    [altered] the notice “{ $title }” is up { $last_day ->
        [none] until it is known for how long
       *[other] until { $last_day }
    }, and would say something else or be taken down
    [day] the notice “{ $title }” is up until { $last_day }, and { $now ->
        [none] no last day would be known
       *[other] would be up until { $now }
    }
    [off] the notice “{ $title }” is up { $last_day ->
        [none] until it is known for how long
       *[other] until { $last_day }
    }, and the notice board is switched off
    [withheld] the notice “{ $title }” is up { $last_day ->
        [none] until it is known for how long
       *[other] until { $last_day }
    }, and its record is a draft or outside its time of publication
   *[gone] the notice “{ $title }” is up at the address `{ $address }` { $last_day ->
        [none] until it is known for how long
       *[other] until { $last_day }
    }, and its record would be gone
}
    .help = { $reason ->
        [day] put back what gave the day: `country` in content/site.yaml, or the days in the record. If the law allows it, say why under `changes` in the record: `{"{"}date: …, kind: notice, note: …{"}"}`
        [off] take `notice_board: off` away until then: the time for appeal runs out only if the notice is up all the while
        [withheld] publish the record until then: the time for appeal runs out only if the notice is up all the while. If the law allows it, publish it with the reason under `changes`: `{"{"}date: …, kind: withdrawal, note: …{"}"}`
        [gone] publish the record again as it was: the time for appeal runs out only if the notice is up all the while. If the law allows it, let the record stay and say why under `changes`: `{"{"}date: …, kind: withdrawal, note: …{"}"}`
       *[altered] let it stay as it was until then: the time for appeal runs out only if the notice is up all the while. If the law allows it, say why under `changes` in the record, on a new line each time: `{"{"}date: …, kind: notice, note: …{"}"}`
    }
output-not-ours = { $reason ->
    [guarded] `{ $path }` cannot be the output folder: it is the site's own folder, holds sources or version control, or is the home folder or the root of the disk
    [foreign] `{ $path }` is not empty and was not made by this program
    [busy] another build is writing to `{ $path }`: process { $process }, since { $since }
    [drafts] `{ $path }` is the site's own output, and drafts are never written there
    [with-drafts] `{ $path }` was made with drafts, and the public site is never written there
    [public] `{ $path }` was made without drafts, and drafts are never written there
    [merge-marks] the manifest in `{ $path }` holds the marks of a merge (`<<<<<<<`), so it is not known what was published
    [manifest] the manifest in `{ $path }` cannot be read, so it is not known what was published
    [link] `{ $path }` is a link, which is never followed
    [folder] `{ $path }` is a folder that somebody else put there, where a file should be
    [stranger] a build broke off, its note cannot be read, and nobody knows if it wrote `{ $path }`
   *[file] `{ $path }` was put there by somebody else
}
    .help = { $reason ->
        [busy] wait until it is done
        [merge-marks] never merge the output: remove the folder and build again
        [manifest] remove the folder and build again
        [link] remove the link
        [folder] move the folder away
        [stranger] remove what should not be public, then `{ $note }`, and build again
        [file] move the file away
       *[other] choose a folder of its own with --output
    }
proposal-with-decision = { $of ->
    [outcome] the stage of the record is `{ $stage }`, but `{ $key }` is `{ $text }`
   *[proposal] the stage of the record is `{ $stage }`, but it has `{ $key }`
}
    .help = { $of ->
        [outcome] only one can be right: correct `{ $stage_key }` or `{ $key }`
       *[proposal] write `{ $stage_key }: decided` if it is decided; otherwise remove `{ $key }`
    }
raw-html = { $of ->
    [comment] what stands on a line that begins with a comment is shown as it is written, marks and links too
   *[html] HTML is not allowed and is shown as text
}
    .help = { $of ->
        [comment] put the comment on a line of its own, with an empty line below
       *[html] write it in Markdown instead: an empty line begins a new paragraph, **bold** and *italics* are written with stars, tables with | between the columns
    }
record-file-name = this file begins like a record, but is none by its name
    .help = { $name ->
        [none] delete the file if it is a copy; else give it a name of its own that ends in .md
       *[other] give it a name that ends with .md, so that it is published: { $name }
    }
relation-unclear = { $reason ->
    [unpublished] the record `{ $to }` is not published, so readers are not told of it
    [early] this record says that it { $kind ->
        [amends] amends
        [repeals] repeals
       *[carries-out] carries out
    } `{ $to }`, in which nothing is decided
    [several] several records are called `{ $to }`
    [itself] the record is said to belong to itself
    [contrary] this record and `{ $to }` say the same of each other, which cannot be
   *[unknown] there is no record `{ $to }`
}
    .help = { $reason ->
        [unpublished] nothing is to be done if it will be published; it is then shown by itself
        [early] look at the `stage` of both, and at the id
        [several] write the year before it, as in the address: { $cure }
        [itself] write the id of the other record
        [contrary] keep the line in one of them; it is shown on the pages of both
       *[unknown] write the id of a record: the last part of its address{ $nearest ->
            [none] {""}
           *[other] ; did you mean `{ $nearest }`?
        }
    }
setting-invalid = { $form ->
    [address] the setting `{ $key }` must be a whole address
    [address-user] the address holds a user name or a password, which every page would show
    [address-query] the address has a part after `?` or `#`, where no page of the site could stand
    [address-path] the path of the address has an empty part or one of dots alone, so links would lead elsewhere
    [email] the setting `{ $key }` is the authority's address of e-mail
    [board] the setting `{ $key }` is the address of the official notice board (https://…)
    [license] the setting `{ $key }` is the address of the terms (https://…)
    [pattern] this is no pattern of files in content/
    [date-pattern] this pattern does not tell the year, the month and the day
    [joined-keys] the brace holds no key, or is not closed
    [origin] `{ $cure }` is nothing that `{ $key }` can be taken from
    [values] words cannot be exchanged for `{ $key }` here
    [time-zone] this is no time zone
    [ending] this is no ending of a file's name
    [term] a term of office has a first and a last day, in that order
    [overlap] the term of office begins before another has ended
    [words] the setting `{ $key }` must be a list of single words
    [synonyms] the setting `{ $key }` must be a list of lists of words, or of several words together
    [guarding-name] `{ $key }` keeps records from the public, and cannot be given another meaning
   *[fixed-severity] the code `{ $key }` guards safety or secrecy and stays an error
}
    .help = { $form ->
        [address] write it as https://decisions.example.org/ or https://example.org/a/b/
        [address-user] write { $cure }
        [address-query] write { $cure }
        [address-path] write { $cure }
        [email] write for instance registrar@example.org
        [board] write its whole address
        [license] write for instance https://creativecommons.org/publicdomain/zero/1.0/
        [date-pattern] write for instance "%d/%m/%Y": `%d` is the day, `%m` the month, `%Y` the year
        [joined-keys] write for instance "{"{"}number{"}"} {"{"}title{"}"}"
        [origin] write heading for a title; path, text, git or a pattern such as "%Y/%m-%d" for a day; path for an id; file or folder for a name
        [values] write a word on each line: `accepted: decided`
        [pattern] write for instance [**/README.md, templates/**]: `*` stands for what is between two slashes, `**` for folders too
        [time-zone] write an IANA name, such as Europe/Stockholm
        [ending] write [pdf, odt]
        [term] write {"{"}since: 2022-10-15, until: 2026-10-14{"}"}
        [overlap] mend the days, so that the terms follow each other
        [words] write [word, word]
        [synonyms] write [[word, word], [word, word, word]]
        [guarding-name] remove the name here
       *[fixed-severity] remove the line and correct what it reports
    }
settings-missing = the site has no settings
    .help = make the file with at least `title` and `base_url`; `diarium init DIR` makes a whole site
several-names = `{ $text }` is taken for a single name
    .help = if there are several, write them as a list: { $cure }
source-changed = the file changed while the site was being built
    .help = build again
source-too-large = the file is larger than { $most } MB, so it is not read
    .help = divide the text, or publish it as an attachment
source-unreadable = `{ $path }` cannot be read: { $fault }
    .help = check the name and the permissions, and build again
special-file = this is a pipe, a socket or a device, not a file
    .help = remove it; it is never opened
summary-too-long = the summary has { $length } characters; at most { $longest } fit
    .help = shorten it by at least { $excess } characters
symbolic-link = this is a symbolic link, which is never followed
    .help = put the file itself here
table-cell-lost = the row has more cells than the table has columns, so `{ $text }` would be lost
    .help = the table has { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }: give its head and the line below it one more, or write `\|` for a | that is part of a cell
table-not-read = the line `{ $text }` makes no table of the lines around it, so they stand as text with their bars
    .help = give it as many columns as the head above it, and leave an empty line before the head
template-failed = a template failed at `{ $page }`: { $fault }
    .help = correct the template; nothing was written
template-invalid = { $fault }
    .help = correct the template; the views are described in the documentation
text-cut-short = the text ends before `{ $rest }`: a # behind a space begins a comment
    .help = if it belongs to the text, put it all in quotes: { $cure }
theme-missing = { $reason ->
    [cycle] the theme `{ $theme }` builds on itself
   *[missing] there is no theme `{ $theme }`
}
    .help = { $reason ->
        [cycle] name another parent here, one that does not lead back to this theme, or remove the line
       *[missing] make themes/{ $theme }/theme.yaml, or name another theme; the theme `default` is always there
    }
unknown-key = there is no field `{ $key }`
    .help = { $nearest ->
        [none] there are: { $known }{ $extra ->
            [yes] ; what is meant for the theme belongs under `extra`
           *[no] {""}
        }
       *[other] did you mean `{ $nearest }`?
    }
unknown-value = `{ $text }` cannot be the { $key }
    .help = { $nearest ->
        [none] choose one of: { $choices }
       *[other] did you mean `{ $nearest }`? Choose one of: { $choices }
    }
unknown-variable = { $of ->
    [template] templates have no `{ $name }`
    [static] the theme has no static file `{ $name }`
   *[other] `{ $of }` has no `{ $name }`
}
    .help = { $nearest ->
        [none] the views are described in the documentation
       *[other] did you mean `{ $nearest }`?
    }
unknown-word = the theme has no word `{ $word }`
    .help = { $nearest ->
        [none] add it to the theme's words
       *[other] did you mean `{ $nearest }`?
    }
value-form = { $form ->
    [text] `{ $key }` must be a text
    [part] there is no `{ $part }` under `{ $key }`
    [part-missing] a value of `{ $key }` has no `{ $first }`
    [outcome] `{ $key }` says more than its word, and beside a decision the rest would not be shown
    [time] `{ $key }` must be a time of day
    [explanation] `{ $key }` needs an explanation
    [currency] the currency `{ $text }` under `{ $key }` is no currency code
    [number] `{ $key }` must be a whole number from { $least } to { $most }
   *[map] `{ $key }` must be `key: value` lines
}
    .help = { $form ->
        [text] write it on one line, in quotes if it holds a colon
        [part] { $is_alone ->
            [yes] if the words belong to the text before the comma, put all of it in quotes; else there are: { $known }
           *[no] { $nearest ->
                [none] there are: { $known }
               *[other] did you mean `{ $nearest }`? There are: { $known }
            }
        }
        [part-missing] write `{ $first }: …` in it; it may hold: { $known }
        [outcome] put the words into the decision, and leave only the word here, such as approved in part
        [time] write it with hour and minute: 17:00
        [explanation] write `{ $key }: …`, or {"{"}text: …, forms: [other forms]{"}"}; leave it empty to take the word out
        [currency] write the code of three capitals: EUR, SEK, NOK
        [number] write digits alone, such as 700 000; no currency, full stop or decimals
       *[map] indent the lines below `{ $key }:`
    }
votes-differ = { $of ->
    [party-twice] the party `{ $name }` stands twice in a vote
    [member-twice] `{ $name }` votes twice in a vote
    [secret] the vote is said to be secret, but it is told how the members voted
    [party] the parties’ { $part ->
        [yes] votes for yes
        [no] votes for no
        [abstained] abstentions
       *[absent] absent members
    } add up to { $counted }, but { $told } are told
   *[member] of the members, { $counted } { $part ->
        [yes] voted yes
        [no] voted no
        [abstained] abstained
       *[absent] were absent
    }, but { $told } are told
}
    .help = { $of ->
        [party-twice] make one line of the two
        [member-twice] take one away, or write the party if they are two persons
        [secret] take `by_member` away, or `secret: yes`
       *[party] count again, or take away what is not known
    }
words-invalid = the theme's words cannot be read: { $fault }
    .help = correct the line; words are written in the Fluent form `id = text`
write-failed = `{ $path }` could not be written: { $fault }
    .help = { $stands ->
        [old] new files were added, but nothing that was published was changed or removed; build again when the disk has room and the folder may be written to
        [some] some pages are new and some are as they were; build again when the disk has room and the folder may be written to
        [new] all new pages stand, but not all that was withdrawn is removed: it may still be public; build again when the folder may be written to
        [done] the new site stands as a whole, but its manifest does not; build again when the folder may be written to
       *[all] see that the disk has room and the folder may be written to; what was published before still stands
    }

found-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
found-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
more-of-code = and { $count } more `{ $code }`; `--all` shows them
left-as-it-was = { $output } was left as it was
all-well = nothing is wrong
built = { $output }: { $records ->
    [one] 1 record
   *[other] { $records } records
}; { $written ->
    [one] 1 file
   *[other] { $written } files
} written, { $unchanged } unchanged, { $removed } removed; { $seconds } s
checked = { $records ->
    [one] 1 record
   *[other] { $records } records
} checked
search-found = { $count ->
    [one] 1 hit
   *[other] { $count } hits
} for “{ $text }”
search-day-invalid = --{ $option } must be a day, such as 2021-04-14
search-value-invalid = --{ $option } can be: { $choices }
search-replaced = no record has the word “{ $asked }”; showing hits for “{ $shown }”
search-meant = did you mean “{ $text }”?
search-hit =
    { $title }
    { $facts }
    { $address }
    { $excerpt }
withheld = not published: { $source } ({ $reason })
reason-draft = draft
reason-waits = waits until { $moment }
reason-expired = its time ended { $moment }
next-change = the next scheduled change: { $moment }
building = pages
created = created { $path }
kept = kept { $path }, which was already there
init-done = done: now run `diarium --root { $path } build`
ask-title = Title
ask-date = Date, such as 2021-04-14 (empty for today)
ask-proposer = Proposer
ask-recommendation = Recommendation
ask-body = Deciding body (may be left empty)
ask-case-number = Case number (may be left empty)
ask-needed = this needs an answer
ask-again = That is not right: { $fault }
ask-as-of = Build the site as of { $day } into { $path }, which readers see? (yes or no; --output takes another folder)
as-of-left = nothing was built
as-of-invalid = --as-of must be a day, such as 2021-04-14, with a time if need be
no-site = there is no site in `{ $path }`: the file content/site.yaml is missing; name the folder of the site with --root, or make one with `diarium init DIR`
file-exists = { $path } is already there; nothing was changed
name-with-meaning = a file { $name } has a meaning of its own: give another name with --id
title-without-name = nothing of this title can stand in a file name: give --id
new-facts-missing = without a terminal, the title, --proposer and --recommendation must be given

serving = preview: { $address } (stop with Ctrl+C)
polling = the system does not tell of changes here; the folders are looked through every half second
watch-failed = the folders cannot be watched: { $fault }
token-failed = no secret could be made: { $fault }
port-taken = port { $port } cannot be used: { $fault }; choose another with --port
browser-missing = no browser could be opened; open the address yourself

standing-draft = Draft – not published
standing-waits = Published from { $moment }
standing-expired = Was published until { $moment }
standing-published = Published – readers see it like this
standing-next = Published by the next build
standing-changed = Readers see an earlier version – the next build publishes this one
standing-held = Held by errors – not published until they are mended
standing-missing = Does not exist

preview-bar = Preview
preview-close = Close
preview-desk = Staff desk
preview-edit = Edit
preview-faults = This needs to be corrected
preview-faults-here = On this page
preview-faults-elsewhere = Elsewhere
preview-follow = Follow what is edited
preview-kept = While there are errors, pages are shown as they last were without.
preview-stopped = The preview has stopped. The page catches up when it is running again.
preview-back = The preview is running again
preview-mended = The errors are corrected
preview-show-faults = Show what is wrong
preview-more = and { $count } more

desk-title = Staff desk
desk-intro = Every record, and what is to be done about it.
desk-filter = Search by title or file
desk-nothing = No records match.
desk-page = Page
desk-next-build = The next build
desk-held = The next build is stopped by the errors and changes nothing.
desk-added = to be added
desk-changed = to be changed
desk-removed = to be removed
desk-more = and { $count } more; search to find them
desk-other-faults = Settings and theme
desk-as-of = Show the site as it is on the day
desk-as-of-set = Show
desk-as-of-clear = Show it as it is now
desk-as-of-invalid = That is not a date that can be read. Write for example 2021-04-14.
desk-inspect = Inspect
desk-view = Inspect a page
desk-view-width = Width
desk-narrow = 360 pixels
desk-wide = Full width
desk-look = Appearance
desk-light = Light
desk-dark = Dark
desk-print = Print
desk-scripts = With scripts
desk-no-scripts = Without scripts
desk-home = The site
desk-group-stops = Stops publishing
desk-note-stops = Nothing is published until these records are corrected.
desk-group-mend = Should be corrected
desk-note-mend = Published as they are, but something is not right.
desk-group-overdue = Motions waiting for more than a year
desk-overdue = to be decided by { $day }
desk-note-overdue = A motion or a citizens' proposal is to be decided within a year (in Sweden: kommunallagen 5:35).
desk-group-waits = Waits for its day
desk-note-waits = Nobody else sees them before the day has come.
desk-group-drafts = Drafts
desk-note-drafts = Seen here only.
desk-group-expired = No longer shown
desk-note-expired = Their time is over.
desk-group-ready = Ready
desk-note-ready = New or changed; the next build publishes them.
desk-group-unchanged = Unchanged
desk-note-unchanged = Published as they are.
adopt-summary = Of { $files } Markdown files { $records } become records with these settings. No file was changed.
adopt-check = Guessed: correct it if it is wrong.
adopt-address = Write the site's address.
adopt-time-zone = Write the time zone, such as Europe/Stockholm.
adopt-keys = The collection's own names for what is known:
adopt-values = The collection's own words for how far a matter has come:
adopt-derive = What front matter does not say is taken from here:
adopt-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
adopt-places = { $count ->
    [one] 1 place
   *[other] { $count } places
}
adopt-hides = { $count ->
    [one] 1 file
   *[other] { $count } files
} may be drafts: take away the # at the beginning, and their lines under exclude, only if they may be published.
adopt-word = { $count ->
    [one] 1 file
   *[other] { $count } files
}: nobody but you knows the word. Choose a stage and take away the # at the beginning, and their lines under exclude.
adopt-ids = Names repeat, so the address has the whole path.
adopt-date-forms = How days are written.
adopt-no-stages = No file says how far a matter has come, so no stage is shown.
adopt-some-stages = What does not say how far it has come is shown without a stage.
adopt-dated = Every file has a day.
adopt-undated = { $count ->
    [one] 1 file has no day: it stands last and says so. With `derive: {"{"}date: git{"}"}` the day of the first commit counts.
   *[other] { $count } files have no day: they stand last and say so. With `derive: {"{"}date: git{"}"}` the day of the first commit counts.
}
adopt-include = { $count ->
    [one] 1 file lies in a folder for bodies, people or meetings
   *[other] { $count } files lie in folders for bodies, people or meetings
}, and is a record all the same.
adopt-exclude = No records, or files that cannot be read as they are (with line and reason):
adopt-unknown = All other keys go into the open data.
adopt-anchors = { $count ->
    [one] So 1 link within a page is right that otherwise is not.
   *[other] So { $count } links within pages are right that otherwise are not.
}
adopt-html = Harmless HTML is let through ({ $count ->
    [one] 1 place
   *[other] { $count } places
}).
adopt-linked = Files that records link to are published ({ $count ->
    [one] 1 link
   *[other] { $count } links
}).
adopt-severity = This does not hold the build, but is told:
adopt-passed-over = Not read: links, pipes and names that are no text. The build stops until they are gone:
adopt-nothing = there are no Markdown files in { $path }
edit-form = Edit
edit-new = New record
edit-new-title = New record
edit-new-help = The file is named after the title, or the field Id. Nothing is written until you save.
edit-save = Save
edit-saved = Saved.
edit-unsaved = The changes are not saved.
edit-sound = Nothing to mend.
edit-discard = Discard the changes
edit-leave = The changes are not saved. Discard them?
edit-conflict = The file was changed elsewhere since you opened it. Nothing was overwritten. Copy what you want to keep, and load the file again.
edit-refused = This cannot be changed here without a change to something else in the file, such as a comment. Nothing was written. Change it in the file itself.
edit-protected = The file is write-protected. Nothing was written.
edit-encoding = The file is not saved as UTF-8, so it cannot be changed here. Save it as UTF-8 in a text editor first.
edit-unseen = A field holds a character that cannot be seen and that no file can hold, perhaps pasted from a PDF. Delete the text of the field and type it.
edit-exists = There is a file of that name. Give the record another id.
edit-missing = There is no such file.
edit-title = Write a title: the file is named after it.
edit-date = Write the day of the document: the file is put into the folder of its year.
edit-optional = optional
edit-optional-more = More facts
edit-none = (none)
edit-yes = yes
edit-no = no
edit-add = Add
edit-remove = Remove
edit-lines = Write one on each line.
edit-clauses = Leave an empty line between the clauses.
edit-fixed = This is written in a way that can be changed in the file alone.
edit-prose = Text
edit-prose-help = Write in Markdown: an empty line begins a new paragraph, ## a heading, - a point of a list.
edit-raw = The whole file
edit-raw-help = The facts cannot be read, so the file is shown as it is. Correct them here.
edit-show = Show the page
help-title = What the matter is about, so that an outsider understands.
help-date = The day that stands on the document.
help-proposer = Who laid the matter before the body.
help-recommendation = What the body is asked to decide.
help-id = The last part of the address; else the name of the file. Do not change it once the page is published.
help-case-number = The authority's own number for the matter.
help-body = The body that decides.
help-stage = How far the matter has come.
help-decision = What was decided.
help-decided-on = The day of the decision.
help-outcome = What became of the recommendation.
help-topics = What the matter is about.
help-summary = The matter in one or two sentences, at most 300 characters.
help-language = The language of the text, if it is not the site's: sv, en.
help-draft = A draft is never published.
help-publish-from = From when the page is shown: a day, or a day with a time.
help-publish-until = Until when the page is shown.
help-attachments = Files beside the record that are published with it.
help-former-addresses = Old addresses that lead here.
help-type = What kind of document it is.
preview-as-of = The site as of { $moment }
help-approved-on = The day on which the minutes were approved.
help-announced-on = The day on which the approved minutes were announced on the notice board.
help-minutes-location = Where the minutes can be read.
help-appeal = How the decision is appealed: legality review, administrative appeal, special law or none.
help-document-number = The number of the document, where it is another than that of the case.
help-decision-level = Where the matter is decided in the end, such as the council.
help-recommending-body = The organ that prepared the matter and recommends a decision.
help-position = What the recommending organ says of the matter.
help-initiated-by = Who raised the matter, where it was not the proposer.
help-sent-to = Who gets the decision when it is made.
help-archive-reference = Where the authority's archive keeps the original.
help-meeting = When, where and as which item the matter was decided.
help-immediately-approved = Tick it if the paragraph was approved at the meeting itself.
help-motions = What was put forward at the meeting, by whom, and what became of it.
help-votes = The question and how many voted for and against it.
help-dissents = Who did not agree, in what form, and what they wrote.
help-statements = Who was asked, what they said of the proposal, and when. Those who did not answer too.
help-costs = The amount as a whole number, the currency, how often, and the words of the document.
help-assignments = What is to be done, by whom and until when; later on, what became of it.
help-relations = The id of another record, and what this one does to it.
help-changes = What was corrected, completed or withdrawn, when and why.
help-source = The document that the text was taken from, and whether it is all of it.
help-contact = The function to ask about the matter; not a person.
help-name = What the body or the person is called.
help-former-names = What it was called before; records that use such a name are listed with the others.
help-role = The office.
help-party = The party.
help-portfolio = What the person answers for.
help-remit = What it decides, or is about, in a sentence.
help-since = The first day.
help-until = The last day.
help-successor = Who or what came after.
help-place = Where the meeting is held.
help-begins = When it is to begin, such as 17:00.
help-ends = When it is to end.
help-began = When it began.
help-ended = When it ended.
help-open-to-public = Whether anybody may listen.
help-state = Whether it is held as planned or cancelled.
help-agenda = The items of the agenda. One with a number is shown together with the record of the same number.
help-attendance = Who took part, and who left the meeting for which item.
