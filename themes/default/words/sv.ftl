# The words of the interface, in Swedish. en.ftl holds the same ids with the same arguments.

## Titles of pages
home = Startsida
records = Alla beslut
bodies = Beslutande organ
proposers = Föredragande
topics = Ämnen
years = År
cases = Ärenden
page_not_found = Sidan finns inte
moved = Sidan har flyttat
listing_body = { $name }
listing_proposer = { $name }
listing_topic = { $name }
listing_year = Beslut { $year }
listing_case = Ärende { $number }
listing_page = { $title }, sida { $number }

## The frame of every page
skip_to_content = Hoppa till innehållet
main_navigation = Huvudmeny
breadcrumbs = Brödsmulor
contents = Innehåll
table = Tabell
footnotes = Noter
footnote = Not { $number }
footnote_back = Tillbaka till not { $number } i texten
footnote_back_to = Tillbaka till not { $number } i texten, ställe { $mention }
published_by = Publiceras av
subscribe = Prenumerera på nya beslut (Atom)
open_data = Öppna data

## Home
latest_records = Senaste besluten
all_records_counted = Visa alla { $count } beslut
all_bodies = Visa alla beslutande organ
all_topics = Visa alla ämnen
all_years = Visa alla år
follow_and_reuse = Följ och återanvänd

## Listings
count_records = { $count } beslut
subscribe_to_list = Prenumerera på den här listan (Atom)
no_records = Inga beslut är publicerade ännu.
pages_of_list = Sidor i listan
newest_records = Nyaste besluten
newer_records = Nyare beslut
older_records = Äldre beslut

## Records
summary = Sammanfattning
summary_note = Sammanfattningen är ett stöd för läsaren och ingår inte i den officiella texten.
decision = Beslut
decided_as_recommended = Förslaget bifölls.
recommendation = Förslag till beslut
recommendation_note = Så löd förslaget. Vad som beslutades står under Beslut.
key_facts = Uppgifter
attachments = Bilagor
same_case = I samma ärende
whole_case = Hela ärendet { $number }
same_body = Före och efter i samma organ
previous_record = Föregående
next_record = Nästa
cite = Så hänvisar du hit
case_number_short = dnr
record_data = Uppgifterna som öppna data (JSON)

## Search
search_page = Sök beslut
search = Sök
search_label = Ord, namn eller diarienummer
search_hint = Till exempel bygglov, "fri entré" eller KS 2021/123. Ett minustecken före ett ord utesluter det.
search_needs_script = Sökningen behöver JavaScript. Utan det hittar du besluten här:
search_browse = Bläddra i registret
search_by_case = Ett diarienummer hittar du under Ärenden, eller på beslutens sidor under varje år.
search_waits = Söker …
search_hits_one = { $count } träff på ”{ $text }”
search_hits_other = { $count } träffar på ”{ $text }”
search_hits_all_one = { $count } beslut
search_hits_all_other = { $count } beslut
search_none = Inga träffar på ”{ $text }”
search_none_all = Inga beslut passar urvalet
search_no_case = Inget beslut har diarienumret ”{ $text }”
search_meant = Menade du
search_advice = Ta bort ett filter, kontrollera stavningen eller sök på färre ord.
search_failed = Sökningen kunde inte laddas. Bläddra bland beslutande organ, ämnen eller år i stället.
search_try_again = Försök igen
search_narrow = Begränsa sökningen
search_sort = Sortera
search_by_relevance = Bäst träff först
search_by_date = Nyast först
search_from = Från och med
search_to = Till och med
search_period = Period
search_body = Beslutande organ
search_proposer = Föredragande
search_topic = Ämne
search_stage = Skede
search_outcome = Utfall
search_year = År
search_remove = Ta bort filtret { $filter }
search_clear = Rensa alla filter
search_chosen = Valda filter
search_more_values = Visa alla
search_pages = Sidor med träffar
search_previous = Föregående sida
search_next = Nästa sida
search_page_of = Sida { $page } av { $pages }

## Page not found
not_found_reason = Adressen kan vara felskriven eller sidan flyttad.
not_found_advice = Kontrollera adressen, eller leta vidare här:

## Stages
stage_preparation = Beredning
stage_proposal = Förslag
stage_decided = Beslutat
stage_postponed = Bordlagt
stage_referred_back = Återremitterat
stage_closed = Avslutat
stage_withdrawn = Återkallat

## Stages, as a line above the record's title
stage_line_preparation = Under beredning – inget beslut är fattat
stage_line_proposal = Förslag – inget beslut är fattat
stage_line_decided = Beslutat
stage_line_postponed = Bordlagt – ärendet är inte avgjort
stage_line_referred_back = Återremitterat – ärendet är inte avgjort
stage_line_closed = Ärendet är avslutat
stage_line_withdrawn = Återkallat – inget beslut är fattat

## Outcomes
outcome_approved = Bifall
outcome_approved_with_changes = Bifall med ändringar
outcome_approved_in_part = Delvis bifall
outcome_rejected = Avslag
outcome_answered = Besvarat
outcome_postponed = Bordläggning
outcome_referred_back = Återremiss
outcome_written_off = Avskrivning
outcome_noted = Lagt till handlingarna
