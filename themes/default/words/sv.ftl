# The words of the interface, in Swedish. en.ftl holds the same ids with the same arguments.

## Titles of pages
home = Startsida
records = Alla beslut och förslag
bodies = Beslutande organ
proposers = Föredragande
topics = Ämnen
years = År
cases = Ärenden
page_not_found = Sidan finns inte
moved = Sidan har flyttats
listing_body = { $name }
listing_proposer = { $name }
listing_topic = { $name }
listing_year = Handlingar { $year }
listing_case = Ärende { $number }
listing_case_titled = Ärende { $number }: { $title }
listing_page = { $title }, sida { $number }

## The frame of every page
skip_to_content = Hoppa till innehållet
main_navigation = Huvudmeny
breadcrumbs = Du är här
contents = Innehåll
table = Tabell
footnotes = Noter
footnote = Not { $number }
footnote_back = Tillbaka till not { $number } i texten
footnote_back_to = Tillbaka till not { $number } i texten, ställe { $mention }
published_by = Publiceras av

## Home
latest_records = Senaste handlingarna
all_records_counted = Visa alla { $count } handlingar
all_bodies = Visa alla beslutande organ
all_topics = Visa alla ämnen
all_years = Visa alla år
follow_and_reuse = Prenumerera och hämta data

## Listings
count_records =
    { $count ->
        [one] { $count } handling
       *[other] { $count } handlingar
    }
subscribe_to_list = Prenumerera på den här listan (Atom-flöde)
no_records = Inga handlingar är publicerade ännu.
pages_of_list = Sidor i listan
newest_records = Nyaste handlingarna
newer_records = Nyare handlingar
older_records = Äldre handlingar

## Records
summary = Sammanfattning
summary_note = Sammanfattningen är ett stöd för läsaren och ingår inte i den officiella texten.
decision = Beslut
decided_as_recommended = Förslaget bifölls.
recommendation = Förslag till beslut
recommendation_note = Så löd förslaget. Vad som beslutades står under Beslut.
key_facts = Om handlingen
attachments = Bilagor
same_case = I samma ärende
whole_case = Hela ärendet { $number }
same_body = Föregående och nästa i samma organ
previous_record = Föregående
next_record = Nästa
cite = Så hänvisar du till handlingen
case_number_short = dnr
record_data = Hämta uppgifterna som öppna data (JSON)

## Search
search_page = Sök beslut och förslag
search = Sök
search_label = Ord, namn eller diarienummer
search_hint = Till exempel bygglov, "fri entré" eller KS 2021/123. Ett minustecken före ett ord utesluter det.
search_needs_script = Sökningen kräver JavaScript. Du hittar handlingarna även här:
search_browse = Bläddra i registret
search_by_case = Har du ett diarienummer? Titta under Ärenden, eller bland årets handlingar.
search_waits = Söker …
search_hits_one = { $count } träff på ”{ $text }”
search_hits_other = { $count } träffar på ”{ $text }”
search_hits_all_one = { $count } handling
search_hits_all_other = { $count } handlingar
search_none = Inga träffar på ”{ $text }”
search_none_all = Inga handlingar stämmer med urvalet
search_no_case = Ingen handling har diarienumret ”{ $text }”. Kontrollera siffrorna.
search_meant = Menade du
search_advice = Ta bort ett filter, kontrollera stavningen eller sök på färre ord.
search_failed = Det gick inte att läsa in sökningen. Bläddra bland beslutande organ, ämnen eller år i stället.
search_try_again = Försök igen
search_narrow = Avgränsa sökningen
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

## Open data and feeds
open_data_page = Öppna data och prenumeration
feed_explained = Det här är ett flöde: en lista som ett läsprogram hämtar, så att du får veta när något nytt har publicerats. Kopiera adressen till sidan och klistra in den i ditt läsprogram.
open_data_subscribe = Prenumerera på nya handlingar
open_data_feed_what = Ett flöde talar om för dig när nya handlingar har publicerats. Kopiera adressen till ett flöde och klistra in den i ett läsprogram, till exempel i din e-postklient. Du behöver inte lämna några uppgifter.
open_data_feed_all = Flödet med alla handlingar
open_data_feeds_of = Flöden: { $kind }
open_data_download = Hämta data
open_data_table = Alla handlingar som tabell (CSV)
open_data_semicolons = Tabellen öppnas direkt i svenska kalkylprogram: kolumnerna skiljs åt av semikolon och texten är i UTF‑8.
open_data_commas = Kolumnerna skiljs åt av komma och texten är i UTF‑8.
open_data_years = Alla uppgifter om ett års handlingar (JSON):
open_data_index = Förteckning över filerna (JSON)
open_data_records = Varje handlings uppgifter (JSON) finns också på dess egen sida, under rubriken om hur du hänvisar till den.
open_data_columns = Tabellens kolumner
open_data_column = Kolumn
open_data_meaning = Innehåll
open_data_terms = Villkor
open_data_free = Du får använda uppgifterna enligt
follow_and_reuse_how = Få veta när nya handlingar publiceras, eller hämta alla uppgifter:
column_id = Handlingens beteckning i adressen
column_url = Adressen till handlingens sida
column_date = Handlingens datum
column_title = Rubrik
column_stage = Skede
column_case_numbers = Diarienummer
column_body = Beslutande organ
column_proposers = Föredragande
column_recommendation = Förslag till beslut
column_decision = Beslut
column_decided_on = Beslutsdatum
column_outcome = Utfall
column_topics = Ämnen
column_summary = Sammanfattning
column_language = Textens språk

## Page not found
not_found_reason = Adressen kan vara felskriven eller sidan flyttad.
not_found_advice = Kontrollera adressen, eller leta vidare här:

## Stages
stage_preparation = Under beredning
stage_proposal = Förslag
stage_decided = Beslutat
stage_postponed = Bordlagt
stage_referred_back = Återremitterat
stage_closed = Avslutat
stage_withdrawn = Återkallat
stage_none = Utan skede

## Stages, as a line above the record's title
stage_line_preparation = Under beredning – inget beslut är fattat
stage_line_proposal = Förslag – inget beslut är fattat
stage_line_decided = Beslutat
stage_line_postponed = Bordlagt – ärendet är inte avgjort
stage_line_referred_back = Återremitterat – ärendet är inte avgjort
stage_line_closed = Ärendet är avslutat
stage_line_withdrawn = Återkallat – inget beslut är fattat

## Outcomes
outcome_approved = Bifallet
outcome_approved_with_changes = Bifallet med ändringar
outcome_approved_in_part = Delvis bifallet
outcome_rejected = Avslaget
outcome_answered = Anses besvarat
outcome_postponed = Bordlagt
outcome_referred_back = Återremitterat
outcome_written_off = Avskrivet
outcome_noted = Lagt till handlingarna
no_date = Handlingen har inget datum.
column_type = Handlingstyp
appeal = Överklagande
appeal_last_day = Sista dag att överklaga:
appeal_legality = Beslutet överklagas genom laglighetsprövning hos förvaltningsrätten. Den som är medlem i kommunen får överklaga. Skälen ska anges i överklagandet: rätten prövar inte skäl som kommer in efter den sista dagen att överklaga.
appeal_not_begun = Tiden för att överklaga har inte börjat: beslutet är inte anslaget.
appeal_administrative = Beslutet kan överklagas av den som det gäller, inom tre veckor från den dag då den personen fick del av det. Hur man gör står i beslutet.
appeal_special = Beslutet överklagas enligt särskild lag.
appeal_none = Beslutet kan inte överklagas.
appeal_final = Beslutet har vunnit laga kraft
appeal_appealed = Beslutet är överklagat
appeal_annulled = Beslutet är upphävt
column_unapproved = true så länge protokollet inte är justerat
column_approved_on = Dagen då protokollet justerades
column_announced_on = Dagen då protokollet anslogs
column_document_number = Handlingens nummer
column_decision_level = Beslutsnivå
column_recommending_body = Organet som berett ärendet
column_position = Det beredande organets ställningstagande
column_initiated_by = Vem som väckt ärendet
column_sent_to = Vilka som får beslutet
column_archive_reference = Arkivreferens
column_contact = Kontakt
not_accessible = Alla kan inte läsa den här filen.
request_accessible = Begär en form som du kan läsa
withheld_file = En handling
not_published = Publiceras inte.
request_file = Begär ut den
step_document = Handling
step_approved = Protokollet justerat
step_announced = Anslaget på anslagstavlan
step_correction = Rättat
step_completion = Kompletterat
step_withdrawal = Avpublicerat
step_done = Utfört: { $what }
course = Ärendets gång
later_record = Det finns en senare handling i ärendet:
unapproved = Ojusterat protokoll
unapproved_note = Protokollet är inte justerat än. Ordalydelsen kan ändras.
comparison = Förslag och beslut bredvid varandra
comparison_same = Beslutet säger detsamma som förslaget.
proposed = Föreslaget
was_decided = Beslutat
words_removed = inte beslutat:
words_added = nytt:
withdrawn_on = Avpublicerad
withdrawn_note = Handlingen är avpublicerad. Texten finns inte längre här.
withdrawn_request = Begär ut den
source_note = Hämtad ur { $file }.
source_scanned = Texten är maskinläst från en bild, så enstaka bokstäver kan vara fel.
source_incomplete = Texten slutar här: det den är hämtad ur är inte fullständigt.
notice_board = Anslagstavla
notice_last_day = Sista dag att överklaga: { $title }
notice_official = Detta är den officiella anslagstavlan.
notice_mirror = Detta är en kopia. Det är den officiella anslagstavlan som gäller:
notice_mirror_alone = Detta är en kopia av den officiella anslagstavlan, som är den som gäller.
notice_elsewhere = den officiella anslagstavlan
notice_none = Inget anslag sitter uppe.
notices_of_minutes = Justerade protokoll
notices_of_delegation = Delegationsbeslut
notice_of_minutes = Justerat protokoll
notice_met_on = Sammanträde
notice_approved_on = Justerat
notice_announced_on = Anslaget sattes upp
notice_end = Sista dag att överklaga
notice_removed_on = Tas ned tidigast
notice_minutes = Protokollet finns hos
notice_how = Så överklagar du
notice_how_text = Den som är medlem i kommunen får begära att förvaltningsrätten prövar om ett beslut är lagligt. Överklagandet ska ha kommit in till rätten senast den sista dagen, vara skriftligt och ange vilket beslut det gäller och varför det strider mot lagen. Skäl som kommer in senare prövas inte. En del beslut överklagas på annat sätt; det står då i beslutet.
notice_subscribe = Prenumerera på anslagstavlan
notice_calendar = Sista dagar till din kalender
notice_log = Alla anslag som har suttit uppe (JSON)
assignments = Vad det blev av det
costs = Kostnader
assignment_overdue = försenat
assignment_not_reported = inte redovisat
assignment_under_way = pågår
assignment_done = utfört
assignment_ended = avslutat
assignments_what = Uppdrag som har getts i beslut, och hur långt de har kommit.
assignment_due = Senast
assignment_task = Uppdrag
assignment_state = Läge
assignment_decision = Beslut
assignment_of_nobody = Ingen namngiven
ledger_more = { $count } till finns i tabellen.
ledger_table = Alla som tabell (CSV)
assignments_feed = Prenumerera på beslut som ger uppdrag
cost_per_once = en gång
cost_per_year = per år
cost_per_month = per månad
costs_what = Vad beslut och förslag anger att det kostar, med handlingarnas egna ord.
cost_amount = Belopp
cost_for = Till
cost_total = Totalt
cost_record = Beslut eller förslag
step_notice = Anslaget ändrat
relation_precedes = Föregår
relation_precedes_inverse = Föregås av
relation_follows = Följer på
relation_follows_inverse = Följs av
relation_amends = Ändrar
relation_amends_inverse = Ändras av
relation_repeals = Upphäver
relation_repeals_inverse = Upphävs av
relation_carries_out = Verkställer
relation_carries_out_inverse = Verkställs av
relation_answers = Besvarar
relation_answers_inverse = Besvaras av
relatives = Handlingar som hör ihop
meetings = Sammanträden
meetings_of_year = Sammanträden { $year }
meetings_coming = Kommande sammanträden
meetings_none_coming = Inget sammanträde är utsatt.
meetings_all = Alla sammanträden
meetings_calendar = Sammanträden till din kalender
meetings_same_body = Fler sammanträden med samma organ
meeting_titled = { $body }, sammanträde { $day }
meeting_of = Sammanträde: { $body }
meeting_agenda = Ärenden
meeting_no_agenda = Inget ärende är publicerat.
meeting_body = Organ
meeting_day = Dag
meeting_cancelled = Inställt
meeting_begins = kl. { $time }
meeting_open = öppet för allmänheten
meeting_closed = inte öppet för allmänheten
previous_meeting = Föregående sammanträde
next_meeting = Nästa sammanträde
statements_of_body = Yttranden
statement_matter = Ärende
statement_stance = Inställning
statement_text = I korthet
bodies_asked = Har tillfrågats
count_statements = { $count ->
    [one] { $count } yttrande
   *[other] { $count } yttranden
}
meeting_facts = Om sammanträdet
part_participant_left_for = lämnade ärende
part_participant_replaces = ersätter
status_decided = Beslutat { $day }
notice_of_delegation = Delegationsbeslut
money = { $currency ->
    [SEK] { $amount } kr
   *[other] { $amount } { $currency }
}
costs_sum = Summa: { $sum }
notice_decided_on = Beslutat
term_of_office = Mandatperiod
glossary = Ordlista
glossary_what = Ord som ofta används i beslut, och vad de betyder.
glossary_letters = Bokstäver
show_anchors = Visa styckenas länkmärken
show_anchors_how = Skriv märket sist i adressen för att länka till ett stycke.
