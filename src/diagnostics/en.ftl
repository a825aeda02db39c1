# The words of the diagnostics and of the program, in English. sv.ftl holds the same ids with the same arguments.

severity-error = error
severity-warning = warning
help = help
also-here = also at { $place }

address-dropped = { $reason ->
    [moved] the address `{ $address }` was published; this record now has another
    [unpublished] the address `{ $address }` was published; its record is now a draft or withheld
   *[gone] the address `{ $address }` was published and is published no more
}
    .help = { $reason ->
        [moved] keep the address working with `former_addresses: [{ $address }]` in this record
        [unpublished] if readers should not lose the page, publish the record again
       *[gone] write `former_addresses: [{ $address }]` in the record that takes its place
    }
address-taken = two pages want the address `{ $address }`
    .help = give one of them another `id` or name; addresses are the same without regard to capitals, accents and blanks
asset-foreign = the style sheet asks another website for `{ $address }`
    .help = browsers do not fetch it, since pages ask nothing of other websites; put the file into the theme's `static` folder
asset-missing = { $reason ->
    [circle] the style sheet `{ $file }` leads back to this one
   *[other] the theme has no static file `{ $file }`
}
    .help = { $nearest ->
        [none] { $reason ->
            [circle] take one of the two `@import` away
           *[other] put it into the theme's `static` folder, or correct its name
        }
       *[other] did you mean `{ $nearest }`?
    }
attachment-missing = there is no file `{ $file }` beside this record
    .help = { $nearest ->
        [none] put the file in the record's folder, or correct its name
       *[other] did you mean `{ $nearest }`?
    }
attachment-path = { $reason ->
    [nameless] nothing of the name `{ $file }` can stand in an address
   *[place] `{ $file }` cannot be published as an attachment
}
    .help = { $reason ->
        [nameless] call the file something with letters a to z or digits, such as `{ $cure }`
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
        [misspelt] begin it with `<!--` and end it with `-->`, with common hyphens and without blanks within the signs; if it shall be shown, write `\` before it
       *[text] take it away; a comment for the staff may stand on a line of its own that begins with #
    }
control-character = the character { $character } cannot be published and is left out
    .help = delete it; it cannot be seen, so delete what stands here and type it again
date-invalid = `{ $text }` is no day
    .help = { $time ->
        [yes] write the day as 2021-04-14 or 14 April 2021, with a time if need be: 2021-04-14 08:00
       *[no] write the day as 2021-04-14 or 14 April 2021
    }
dates-out-of-order = { $of ->
    [decision] the decision of { $earlier } is dated before its document of { $later }
   *[publication] publication ends at { $earlier }, before it begins at { $later }
}
    .help = check which of the two is right
dead-anchor = there is no heading `#{ $anchor }` there
    .help = { $nearest ->
        [none] the anchor is the heading's words in small letters, with hyphens for blanks
       *[other] did you mean `#{ $nearest }`?
    }
dead-link = { $reason ->
    [unlisted] the link `{ $destination }` leads to a file that is not published
    [elsewhere] the link `{ $destination }` leads to a file that is not published
    [no-record] the link `{ $destination }` leads to a file that is not published
    [empty] the link `{ $destination }` names nothing to lead to
   *[nothing] the link `{ $destination }` leads nowhere
}
    .help = { $reason ->
        [unlisted] list the file under `attachments` in this record
        [elsewhere] put the file in this record's folder and list it under `attachments`
        [no-record] files are published with records: list it under `attachments` in one, and link to that record
        [empty] write the file or the address between the parentheses, or take the brackets away
       *[nothing] { $nearest ->
            [none] name a record's file by its path from this one, a file listed under `attachments`, or an address of the site
           *[other] did you mean `{ $nearest }`?
        }
    }
decided-without-decision = the record is at the stage decided, but has no decision
    .help = write what was decided under `decision`, or what became of it under `outcome`, or correct the stage
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
       *[link] to show it as text, write `\` before the first bracket; else take it away
    }
duplicate-key = the key `{ $key }` stands twice
    .help = keep one of them; the Swedish and the English name of a key are the same key
external-image = the image `{ $destination }` stands on another site and is not shown
    .help = put the image in the record's folder, list it under `attachments` and name that file, or write a link in its place
forbidden-scheme = links to `{ $destination }` are not let through
    .help = link with http, https, mailto or tel, or within the site
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
front-matter-missing = the file has no front matter
    .help = begin the file with a line `---`, then `key: value` lines, then a line `---`
front-matter-syntax = { $reason ->
    [blank] behind `{ $key }:` stands a character that looks like a blank and is none
    [tight] a blank is missing behind the colon of `{ $key }`
    [wrapped] this line goes on with `{ $key }` and is not indented
    [colon] the text of `{ $key }` holds a colon with a blank behind it
    [deep] lists and maps stand in one another too deeply
    [escape] an escape (`\`) stands for a character that no text holds
    [repeated] what the anchors repeat is too much
    [no-map] these are no `key: value` lines
   *[other] this cannot be read as `key: value` lines: { $fault }
}
    .help = { $reason ->
        [blank] delete it and type a plain blank: { $cure }
        [tight] write { $cure }
        [wrapped] indent the line with two blanks, or write all on one line in quotes: { $cure }
        [colon] put the text in quotes: { $cure }
        [deep] write it plainly; front matter holds facts
        [escape] delete the escape, or write the backslash twice
        [repeated] write it without anchors (& and *)
       *[other] put text that holds a colon, a quote or a # in quotes, and indent with blanks, not tabs
    }
front-matter-unclosed = the front matter is not closed
    .help = write a line `---` behind its last line, before the prose begins
guarding-key-unclear = { $of ->
    [page] an ordinary page has no key `{ $key }`, so it would not be kept from the public
    [comment] the key `{ $key }` is empty, since a # begins a comment, and so keeps nothing from the public
    [text] the line `{ $key }: …` stands here as text, and so keeps nothing from the public
   *[record] the key `{ $key }` is not known, and may be meant to keep the record from the public
}
    .help = { $of ->
        [page] keep the page back with `draft: true`
        [comment] delete the # if the value stands behind it; else delete the line
        [text] write it between the `---` lines, at the beginning of a line of its own; if it is meant as text, put it in other words
       *[record] did you mean `{ $guard }`? What is meant for the theme stands under `extra`
    }
id-invalid = the id `{ $text }` cannot stand in an address
    .help = use small letters a to z, digits and hyphens, at most 120 of them: `{ $slug }`
language-invalid = `{ $text }` is no language code
    .help = write a BCP 47 code, such as sv, en or en-GB
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
        [telephone] write the number without blanks: `{ $cure }`
        [undefined] write a line `[{ $label }]: …` with the file or the address
       *[blank] put what it leads to within < and >: `{ $cure }`
    }
link-to-unpublished = the link `{ $destination }` leads to a record that is not published
    .help = publish that record too, or take the link away
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
merge-marks = `{ $text }` is the mark of a merge: both versions of the text would be published
    .help = choose one of the versions between `<<<<<<<` and `>>>>>>>`, and take the other and all marks away
missing-key = the key `{ $key }` is missing
    .help = write a line `{ $key }: …` in the front matter
name-letter-case = `{ $name }` is spelt `{ $shown }` elsewhere
    .help = they are taken for one name and shown as `{ $shown }`; spell it so here too
name-without-address = nothing of `{ $name }` can stand in an address
    .help = give the record an `id`, or use a name with letters a to z or digits
nested-too-deep = this is nested more than { $deepest } levels deep
    .help = take away some of the marks before it: quotations, lists, brackets or stars within each other
not-text = the file is not UTF-8 text
    .help = save it as UTF-8 in your editor
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
        [merge-marks] never merge the output: take the folder away and build again
        [manifest] take the folder away and build again
        [link] take the link away
        [folder] move the folder away
        [stranger] take away what should not be public, then `{ $note }`, and build again
        [file] move the file away
       *[other] choose a folder of its own with --output
    }
proposal-with-decision = { $of ->
    [outcome] the record is at the stage `{ $stage }`, but its `{ $key }` is `{ $text }`
   *[proposal] the record is at the stage `{ $stage }`, but holds `{ $key }`
}
    .help = { $of ->
        [outcome] only one of them can be right: correct `{ $stage_key }` or `{ $key }`
       *[proposal] a proposal is never shown as decided: correct `{ $stage_key }`, or take `{ $key }` away
    }
raw-html = { $of ->
    [comment] what stands on a line with a comment at its beginning is shown as it is written, marks and links too
   *[html] HTML is not let through; it is shown as text
}
    .help = { $of ->
        [comment] put the comment on a line of its own, with a blank line below it
       *[html] write it in Markdown instead
    }
record-file-name = this file begins like a record, but is none by its name
    .help = { $name ->
        [none] delete the file if it is a copy; else give it a name of its own that ends in .md
       *[other] give it a name that ends with .md, so that it is published: { $name }
    }
setting-invalid = { $form ->
    [address] the setting `{ $key }` must be a whole address
    [address-user] the address holds a user name or a password, which every page would show
    [address-query] the address has a part after `?` or `#`, where no page of the site could stand
    [address-path] the path of the address has an empty part or one of dots alone, so links would lead elsewhere
    [time-zone] this is no time zone
    [ending] this is no ending of a file's name
    [words] the setting `{ $key }` must be a list of single words
    [synonyms] the setting `{ $key }` must be a list of lists of single words
    [guarding-name] `{ $key }` keeps records from the public, and cannot be given another meaning
   *[fixed-severity] the code `{ $key }` guards safety or secrecy and stays an error
}
    .help = { $form ->
        [address] write it as https://decisions.example.org/ or https://example.org/a/b/
        [address-user] write { $cure }
        [address-query] write { $cure }
        [address-path] write { $cure }
        [time-zone] write an IANA name, such as Europe/Stockholm
        [ending] write [pdf, odt]
        [words] write [word, word]
        [synonyms] write [[word, word], [word, word, word]]
        [guarding-name] take the name away here
       *[fixed-severity] take the line away and mend what it reports
    }
settings-missing = the site has no settings
    .help = make the file with at least `title` and `base_url`; `diarium init DIR` makes a whole site
source-changed = the file changed while the site was being built
    .help = build again
source-too-large = the file is larger than { $most } MB, so it is not read
    .help = divide the text, or publish it as an attachment
source-unreadable = `{ $path }` cannot be read: { $fault }
    .help = check the name and the permissions, and build again
special-file = this is a pipe, a socket or a device, not a file
    .help = take it away; it is never opened
summary-too-long = the summary has { $length } characters, more than { $longest }
    .help = shorten it; the full text is in the record
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
    .help = mend the template; nothing was written
template-invalid = { $fault }
    .help = mend the template; the views are described in the documentation
text-cut-short = the text ends before `{ $rest }`: a # behind a blank begins a comment
    .help = if it belongs to the text, put it all in quotes: { $cure }
theme-missing = { $reason ->
    [cycle] the theme `{ $theme }` builds on itself
   *[missing] there is no theme `{ $theme }`
}
    .help = { $reason ->
        [cycle] name another parent here, one that does not lead back to this theme, or take the line away
       *[missing] make themes/{ $theme }/theme.yaml, or name another theme; the theme `default` is always there
    }
unknown-key = the key `{ $key }` is not known
    .help = { $nearest ->
        [none] put what is meant for the theme under `extra`
       *[other] did you mean `{ $nearest }`?
    }
unknown-value = `{ $text }` is not known as { $key }
    .help = { $nearest ->
        [none] choose one of: { $choices }
       *[other] did you mean `{ $nearest }`? Choose one of: { $choices }
    }
unknown-variable = { $of ->
    [template] templates see no `{ $name }`
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
    [proposer] `{ $key }` must be a name, or a name with role and party
    [attachment] `{ $key }` must name files
    [outcome] `{ $key }` says more than its word, and beside a decision the rest would not be shown
    [number] `{ $key }` must be a whole number from { $least } to { $most }
   *[map] `{ $key }` must be `key: value` lines
}
    .help = { $form ->
        [text] write it on one line, in quotes if it holds a colon
        [proposer] write a name, or {"{"}name: …, role: …, party: …{"}"}
        [attachment] write a file's name, or {"{"}file: …, title: …{"}"}
        [outcome] put the words into the decision, and leave only the word here, such as approved in part
        [number] write the number in digits
       *[map] indent the lines below `{ $key }:`
    }
words-invalid = the theme's words cannot be read: { $fault }
    .help = mend the line; words are written in the Fluent form `id = text`
write-failed = `{ $path }` could not be written: { $fault }
    .help = { $stands ->
        [old] new files were added, but nothing that was published was changed or taken away; build again when the disk has room and the folder may be written to
        [some] some pages are new and some are as they were; build again when the disk has room and the folder may be written to
        [new] all new pages stand, but not all that was withdrawn is taken away: it may still be public; build again when the folder may be written to
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
next-change = the next change by itself: { $moment }
building = pages
created = created { $path }
kept = kept { $path }, which was already there
init-done = done: now run `diarium --root { $path } build`
ask-title = Title
ask-date = Date (2021-04-14 or 14 April 2021)
ask-proposer = Proposer
ask-recommendation = Recommendation
ask-body = Deciding body (may be left empty)
ask-again = That is not right: { $fault }
as-of-invalid = --as-of must be a day, such as 2021-04-14, with a time if need be
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
standing-published = Published, or will be by the next build
standing-missing = Does not exist

preview-bar = Preview
preview-close = Close
preview-desk = Staff desk
preview-edit = Edit
preview-faults = This needs mending
preview-faults-here = On this page
preview-faults-elsewhere = Elsewhere
preview-follow = Follow what is edited
preview-kept = While there are errors, pages are shown as they last were without.
preview-stopped = The preview has stopped. The page catches up when it is running again.
preview-back = The preview is running again
preview-mended = The errors are mended
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
desk-as-of-invalid = That is no day. Write for example 2021-04-14.
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
desk-note-stops = Nothing is published until these records are mended.
desk-group-mend = Should be mended
desk-note-mend = Published as they are, but something is not right.
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
