# The words of the interface, in English. sv.ftl holds the same ids with the same arguments.

## Titles of pages
home = Home
records = All decisions and proposals
bodies = Bodies
proposers = Proposers
topics = Topics
years = Years
cases = Cases
page_not_found = Page not found
moved = This page has moved
listing_body = { $name }
listing_proposer = { $name }
listing_topic = { $name }
listing_year = Records { $year }
listing_case = Case { $number }
listing_case_titled = Case { $number }: { $title }
listing_page = { $title }, page { $number }

## The frame of every page
skip_to_content = Skip to the content
main_navigation = Main menu
breadcrumbs = Breadcrumbs
contents = Contents
table = Table
footnotes = Notes
footnote = Note { $number }
footnote_back = Back to note { $number } in the text
footnote_back_to = Back to note { $number } in the text, place { $mention }
published_by = Published by

## Home
latest_records = Latest records
all_records_counted = Show all { $count } records
all_bodies = Show all bodies
all_topics = Show all topics
all_years = Show all years
follow_and_reuse = Follow and reuse

## Listings
count_records =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
subscribe_to_list = Subscribe to this list (Atom)
no_records = No records have been published yet.
pages_of_list = Pages of the list
newest_records = Newest records
newer_records = Newer records
older_records = Older records

## Records
summary = Summary
summary_note = The summary helps the reader and is not part of the official text.
decision = Decision
decided_as_recommended = The recommendation was approved.
recommendation = Proposed decision
recommendation_note = This is what was proposed. What was decided stands under Decision.
key_facts = Facts
attachments = Attachments
same_case = In the same case
whole_case = The whole case { $number }
same_body = Before and after in the same body
previous_record = Previous
next_record = Next
cite = Cite this page
case_number_short = case
record_data = The facts as open data (JSON)

## Search
search_page = Search decisions and proposals
search = Search
search_label = Words, names or a case number
search_hint = Such as permit, "free admission" or KS 2021/123. A minus sign before a word leaves it out.
search_needs_script = The search needs JavaScript. Without it, you find the decisions here:
search_browse = Browse the register
search_by_case = A case number is found under Cases, or on the decisions of its year.
search_waits = Searching …
search_hits_one = { $count } hit for “{ $text }”
search_hits_other = { $count } hits for “{ $text }”
search_hits_all_one = { $count } decision
search_hits_all_other = { $count } decisions
search_none = No hits for “{ $text }”
search_none_all = No decisions match the filters
search_no_case = No decision has the case number “{ $text }”
search_meant = Did you mean
search_advice = Remove a filter, check the spelling or search for fewer words.
search_failed = The search could not be loaded. Browse bodies, topics or years instead.
search_try_again = Try again
search_narrow = Narrow the search
search_sort = Sort
search_by_relevance = Best hit first
search_by_date = Newest first
search_from = From
search_to = To
search_period = Period
search_body = Body
search_proposer = Proposer
search_topic = Topic
search_stage = Stage
search_outcome = Outcome
search_year = Year
search_remove = Remove the filter { $filter }
search_clear = Clear all filters
search_chosen = Chosen filters
search_more_values = Show all
search_pages = Pages of hits
search_previous = Previous page
search_next = Next page
search_page_of = Page { $page } of { $pages }

## Open data and feeds
open_data_page = Open data and feeds
feed_explained = This is a feed: a list that a feed reader fetches, so that you learn when something new has been published. Copy the address of this page and paste it into your feed reader.
open_data_subscribe = Follow new records
open_data_feed_what = A feed tells you when new records have been published. Copy the address of a feed and paste it into a feed reader, such as the one in your mail program. You need not leave any details.
open_data_feed_all = The feed of all records
open_data_feeds_of = Feeds: { $kind }
open_data_download = Download data
open_data_table = All records as a table (CSV)
open_data_semicolons = Its columns are set apart by semicolons, and the text is in UTF‑8.
open_data_commas = Its columns are set apart by commas, and the text is in UTF‑8.
open_data_years = All facts of a year’s records (JSON):
open_data_index = The list of the files (JSON)
open_data_records = The facts of each record (JSON) also stand on its own page, below how to cite it.
open_data_columns = The columns of the table
open_data_column = Column
open_data_meaning = What it holds
open_data_terms = Terms
open_data_free = You may use the data under
follow_and_reuse_how = Learn when new records are published, or download all facts:
column_id = The record’s name in its address
column_url = The address of the record’s page
column_date = The day of the document
column_title = The matter
column_stage = How far the matter has come
column_case_numbers = Case numbers
column_body = The deciding body
column_proposers = Who proposed
column_recommendation = What was proposed
column_decision = What was decided
column_decided_on = The day of the decision
column_outcome = The outcome
column_topics = Topics
column_summary = The summary
column_language = The language of the text

## Page not found
not_found_reason = The address may be mistyped, or the page may have moved.
not_found_advice = Check the address, or look further here:

## Stages
stage_preparation = In preparation
stage_proposal = Proposal
stage_decided = Decided
stage_postponed = Postponed
stage_referred_back = Referred back
stage_closed = Closed
stage_withdrawn = Withdrawn
stage_none = No stage

## Stages, as a line above the record's title
stage_line_preparation = In preparation – no decision taken
stage_line_proposal = Proposal – no decision taken
stage_line_decided = Decided
stage_line_postponed = Postponed – the matter is not settled
stage_line_referred_back = Referred back – the matter is not settled
stage_line_closed = The matter is closed
stage_line_withdrawn = Withdrawn – no decision taken

## Outcomes
outcome_approved = Approved
outcome_approved_with_changes = Approved with changes
outcome_approved_in_part = Approved in part
outcome_rejected = Rejected
outcome_answered = Answered
outcome_postponed = Postponed
outcome_referred_back = Referred back
outcome_written_off = Written off
outcome_noted = Noted
no_date = The record has no date.
column_type = The kind of document
appeal = Appeal
appeal_last_day = Last day to appeal:
appeal_legality = The decision is appealed by a legality review at the administrative court. Any member of the municipality may appeal. The grounds must be in the appeal: the court does not look at grounds that come later.
appeal_not_begun = The time to appeal has not begun: the decision is not announced.
appeal_administrative = The decision can be appealed by whom it concerns, within three weeks from the day on which that person got it. The decision says how.
appeal_special = The decision is appealed under a law of its own.
appeal_none = The decision cannot be appealed.
appeal_final = The decision is final since
appeal_appealed = The decision is appealed
appeal_annulled = The decision is annulled
column_approved_on = The day on which the minutes were approved
column_announced_on = The day on which the minutes were announced
column_document_number = The number of the document
column_decision_level = Who decides in the end
column_recommending_body = The recommending body
column_position = The position of the recommending body
column_initiated_by = Who raised the matter
column_sent_to = Who gets the decision
column_archive_reference = Where the original is kept
column_contact = The function to ask
not_accessible = Not everybody can read this file.
request_accessible = Ask for a form that you can read
withheld_file = A file
not_published = Not published.
request_file = Ask for it
step_document = Document
step_approved = Minutes approved
step_announced = Announced on the notice board
step_correction = Corrected
step_completion = Completed
step_withdrawal = Withdrawn from publication
step_done = Done: { $what }
course = The course of the matter
later_record = There is a later record in this matter:
unapproved = Minutes not yet approved
unapproved_note = The minutes have not been approved yet. The wording may change.
comparison = Proposal and decision side by side
comparison_same = The decision says the same as the proposal.
proposed = Proposed
was_decided = Decided
words_removed = not decided:
words_added = new:
withdrawn_on = Withdrawn from publication
withdrawn_note = This record has been withdrawn. Its text is no longer published here.
withdrawn_request = Ask the authority for it
source_note = Taken from { $file }.
source_scanned = A machine read the text from a picture, so some letters may be wrong.
source_incomplete = The text ends here: what it was taken from is not complete.
notice_board = Notice board
notice_last_day = Last day to appeal: { $title }
notice_official = This is the official notice board.
notice_mirror = This is a copy. The official notice board is the one that counts:
notice_mirror_alone = This is a copy of the official notice board, which is the one that counts.
notice_elsewhere = the official notice board
notice_none = No notice is up.
notice_of_minutes = Approved minutes
notice_met_on = Meeting
notice_approved_on = Approved
notice_announced_on = Put up
notice_end = Last day to appeal
notice_removed_on = Taken down at the earliest
notice_minutes = The minutes are kept at
notice_how = How to appeal
notice_how_text = Anyone who is a member of the municipality may have the legality of a decision tried by the administrative court. The appeal must reach the court no later than the last day to appeal, be in writing, and say which decision is appealed and why it is unlawful. Grounds that come in later are not tried. Some decisions are appealed in other ways; the decision says how.
notice_subscribe = Subscribe to the notice board
notice_calendar = Last days for your calendar
notice_log = All notices that were ever up (JSON)
assignments = What came of it
costs = Costs
assignment_overdue = overdue
assignment_not_reported = not reported
assignment_under_way = under way
assignment_done = done
assignment_ended = ended
assignments_what = What decisions gave somebody to do, and how far it has come.
assignment_due = By
assignment_task = Assignment
assignment_state = State
assignment_decision = Decision
assignment_of_nobody = Nobody named
ledger_more = { $count } more are in the table.
ledger_table = All as a table (CSV)
assignments_feed = Subscribe to decisions that give somebody something to do
cost_per_once = once
cost_per_year = a year
cost_per_month = a month
costs_what = What decisions and proposals say that they cost, with the words of the documents.
cost_amount = Amount
cost_for = For
cost_total = In all
cost_record = Decision or proposal
step_notice = Notice changed
