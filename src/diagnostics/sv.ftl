# Orden i diagnoserna och programmet, på svenska. en.ftl har samma id:n med samma argument.

severity-error = fel
severity-warning = varning
help = gör så här
also-here = se även { $place }

address-dropped = { $reason ->
    [moved] adressen `{ $address }` har varit publicerad; handlingen har nu en annan
    [unpublished] adressen `{ $address }` har varit publicerad; handlingen är nu ett utkast eller väntar på publicering
    [list] listan `{ $address }` har varit publicerad; nu finns inga handlingar att visa där
   *[gone] adressen `{ $address }` har varit publicerad och publiceras inte längre
}
    .help = { $reason ->
        [moved] låt adressen leda hit med `tidigare_adresser: [{ $address }]` i den här handlingen
        [unpublished] publicera handlingen igen om läsarna inte ska förlora sidan
        [list] stämmer det, behöver inget göras; annars, kontrollera namnet och de handlingar som försvann
       *[gone] skriv `tidigare_adresser: [{ $address }]` i den handling som ersätter den
    }
address-taken = två sidor får samma webbadress, `{ $address }`
    .help = ge den ena ett annat filnamn, `id` eller namn; stora och små bokstäver, prickar och mellanslag gör ingen skillnad i en adress
asset-foreign = stilmallen hämtar `{ $address }` från en annan webbplats
    .help = webbläsare hämtar den inte, för sidorna frågar inget av andra webbplatser; lägg filen i temats mapp `static`
asset-missing = { $reason ->
    [circle] stilmallen `{ $file }` leder tillbaka till den här
   *[other] temat har ingen statisk fil `{ $file }`
}
    .help = { $nearest ->
        [none] { $reason ->
            [circle] ta bort den ena av de två `@import`
           *[other] lägg den i temats mapp `static`, eller rätta dess namn
        }
       *[other] menade du `{ $nearest }`?
    }
assignment-missing = beslutet ger någon ett uppdrag (”{ $text }”), men handlingen har inga `uppdrag`
    .help = skriv det även där, så att det går att följa upp: `uppdrag: [{"{"}vad: …, till: …, senast: …{"}"}]`
attachment-missing = filen `{ $file }` finns inte i handlingens mapp
    .help = { $nearest ->
        [none] lägg filen i samma mapp som handlingen, rätta namnet eller ta bort raden
       *[other] menade du `{ $nearest }`?
    }
attachment-path = { $reason ->
    [nameless] namnet `{ $file }` innehåller inget som kan användas i en webbadress
    [withheld] `{ $file }` hålls inne av en handling, och publiceras därför inte här heller
   *[place] `{ $file }` kan inte publiceras som bilaga
}
    .help = { $reason ->
        [nameless] ge filen ett namn med bokstäver a till z eller siffror, till exempel `{ $cure }`
        [withheld] ange en annan fil, eller ta bort `offentlig: nej` där
       *[place] ange en fil som ligger bredvid handlingen eller i en mapp under den, och som inte är en Markdown-källa
    }
attachment-type = { $reason ->
    [content] `{ $file }` börjar som { $kind ->
        [html] en webbsida
        [svg] en SVG-bild, som kan innehålla skript
        [xml] XML, som kan göra sig själv till en webbsida
       *[php] ett program
    }, vad namnet än säger
    [nameless] namnet `{ $file }` har ingen ändelse som visar vad det är för slags fil
   *[ending] filer som slutar på `.{ $ending }`, som `{ $file }`, publiceras inte som de är
}
    .help = { $reason ->
        [nameless] ge den ändelsen för sitt slag, till exempel `.pdf` eller `.txt`
       *[other] publicera den i en annan form, till exempel PDF; bara om läsarna måste få den som den är, och du litar på den, skriv `allow_attachment_types: [{ $cure }]` i content/site.yaml
    }
case-number-not-text = diarienumret `{ $text }` skulle läsas som talet { $read_as }
    .help = sätt det inom citattecken så att varje siffra bevaras: "{ $text }"
clause-form = `{ $key }` ska vara en text för varje punkt
    .help = skriv varje punkt för sig, på en egen rad under `{ $key }:` som börjar med `- `; sidan numrerar dem från 1
code-block-unclear = { $reason ->
    [words] `{ $text }` står efter tecknet för ett kodblock och visas inte
   *[unclosed] här börjar ett kodblock som inte slutar, så allt som följer visas som kod
}
    .help = { $reason ->
        [words] skriv orden på en egen rad; bara ett ord, kodens språk, får stå efter `{ $fence }`
       *[unclosed] avsluta det med en rad `{ $fence }`; skriv `\` före det första tecknet om det inte är kod
    }
comment-not-hidden = { $reason ->
    [unclosed] här börjar en kommentar som inte slutar
    [misspelt] `{ $text }` liknar en kommentar, men är ingen och skulle visas
   *[text] en kommentar här skulle visas, eftersom detta inte är Markdown-text
}
    .help = { $reason ->
        [unclosed] avsluta kommentaren med `-->` i samma stycke; skriv `\<!--` om själva tecknen ska visas
        [misspelt] börja den med `<!--` och avsluta den med `-->`, med vanliga bindestreck och utan mellanslag mellan tecknen; skriv `\` före den om den ska visas
       *[text] ta bort den; en kommentar till kolleger kan stå på en egen rad som börjar med #
    }
control-character = tecknet { $character } kan inte publiceras och utelämnas
    .help = ta bort det; det syns inte, så ta bort det som står här och skriv det på nytt
date-invalid = { $reason ->
    [missing] dagen `{ $text }` finns inte
    [several] `{ $text }` kan betyda flera dagar
    [clock] klockslaget i `{ $text }` går inte att läsa
   *[form] `{ $text }` är inget datum som kan läsas
}
    .help = { $reason ->
        [missing] kontrollera dagen; skriv den till exempel som 2021-04-14
        [one] skriv { $readings }
        [several] skriv den som menas: { $readings }
        [clock] skriv det från 00:00 till 23:59, som i { $readings } 08:00
       *[form] { $time ->
            [yes] skriv datumet som 2021-04-14 eller 14 april 2021, vid behov med klockslag: 2021-04-14 08:00
           *[no] skriv datumet som 2021-04-14 eller 14 april 2021
        }
    }
dates-out-of-order = { $of ->
    [decision] beslutsdatumet { $earlier } ligger före handlingens datum { $later }
    [future] datumet { $later } har inte kommit än
    [approval] justeringen { $earlier } ligger före beslutet { $later }
    [announcement] anslaget { $earlier } ligger före justeringen { $later }
    [announced-early] anslaget { $earlier } ligger före beslutet { $later }
    [approved-early] justeringen { $earlier } ligger före sammanträdet { $later }
    [final-early] `laga kraft` { $earlier } ligger före sista dagen att överklaga, { $later }
    [in-list] datumet { $later } har inte kommit än
    [hours] mötet slutar { $earlier }, innan det börjar { $later }
    [withdrawal] avpubliceringen { $later } har inte kommit än, men gäller redan
    [appeal] `sista dag` är { $later }, men räknas till { $earlier }
   *[publication] publiceringen slutar { $earlier }, innan den börjar { $later }
}
    .help = { $of ->
        [appeal] skriv varför under `skäl`, eller ta bort `sista dag`
        [in-list] kontrollera året
        [withdrawal] kontrollera året; ska handlingen vara kvar till dess, skriv `publiceras_till: { $later }` i stället
        [future] kontrollera året; ska handlingen vänta till dess, skriv `publiceras_från: { $later }`
       *[other] rätta det datum som är fel
    }
dead-anchor = { $reason ->
    [section] texten har ingen rubrik ”{ $anchor }”
    [withdrawn] handlingen är avpublicerad, och rubriken `#{ $anchor }` finns inte kvar
   *[missing] det finns ingen rubrik `#{ $anchor }` där
}
    .help = { $reason ->
        [withdrawn] ta bort `#{ $anchor }` ur länken, eller hela länken
        [section] { $nearest ->
            [none] skriv rubriken som den står i texten
           *[other] menade du ”{ $nearest }”?
        }
       *[missing] { $nearest ->
            [none] ankaret är rubrikens ord med små bokstäver och bindestreck i stället för mellanslag
           *[other] menade du `#{ $nearest }`?
        }
    }
dead-link = { $reason ->
    [kind] länken `{ $destination }` leder till en fil av ett slag som inte publiceras
    [unlisted] länken `{ $destination }` leder till en fil som inte publiceras
    [elsewhere] länken `{ $destination }` leder till en fil som inte publiceras
    [withheld] länken `{ $destination }` leder till en fil som en handling håller inne
    [no-record] länken `{ $destination }` leder till en fil som inte publiceras
    [excluded] länken `{ $destination }` leder till en fil som inställningarna utesluter
    [empty] länken `{ $destination }` säger inte vart den leder
    [web] länken `{ $destination }` saknar https://
    [mail] länken `{ $destination }` saknar mailto:
   *[nothing] länken `{ $destination }` leder ingenstans
}
    .help = { $reason ->
        [kind] ange filändelsen i inställningen `allow_attachment_types`, eller ta bort länken
        [unlisted] ange filen under `bilagor` i den här handlingen
        [elsewhere] lägg filen i den här handlingens mapp och ange den under `bilagor`
        [withheld] ta bort länken; sidan berättar själv hur man begär ut filen
        [no-record] filer publiceras med handlingar: ange den under `bilagor` i en handling, och länka till den handlingen
        [excluded] ta bort länken, eller ändra `include` och `exclude` i content/site.yaml
        [empty] skriv filen eller adressen mellan parenteserna, eller ta bort klamrarna
        [web] skriv { $cure }
        [mail] skriv { $cure }
       *[nothing] { $nearest ->
            [none] ange en handlings fil med sökvägen härifrån, en fil som står under `bilagor`, eller en adress på webbplatsen
           *[other] menade du `{ $nearest }`?
        }
    }
decided-without-day = handlingen innehåller ett beslut, men inte dagen då det fattades
    .help = lägg till en rad `beslutsdatum: …`
decided-without-decision = { $of ->
    [stage] handlingen är markerad som beslutad, men det står inte vad som beslutades
   *[minutes] handlingen har `{ $key }`, som bara ett beslut har, men det står inte vad som beslutades
}
    .help = skriv vad som beslutades under `beslut`, eller hur det gick under `utfall`, eller rätta skedet
definition-unused = { $of ->
    [note] ingenting hänvisar till noten `{ $text }`
    [note-again] `{ $text }` har samma märke som en annan not
    [link-again] `{ $text }` har ett märke som redan står längre upp, så det används inte och visas inte
   *[link] ingen länk använder `{ $text }`, så det visas inte
}
    .help = { $of ->
        [note] skriv dess märke, till exempel `[^1]`, där texten hänvisar till den; till dess står den sist bland noterna
        [note-again] ge varje not ett eget märke; till dess står den sist bland noterna
        [link-again] behåll en av dem, eller ge var och en ett eget märke
       *[link] skriv `\` före den första klammern om det ska visas som text; ta annars bort det
    }
duplicate-key = uppgiften `{ $key }` står två gånger
    .help = ta bort den ena; det svenska och det engelska namnet är samma uppgift
external-image = bilden `{ $destination }` ligger på en annan webbplats och visas inte
    .help = lägg bilden i handlingens mapp, ange den under `bilagor` och skriv den filens namn, eller skriv en länk i stället
forbidden-scheme = { $reason ->
    [file] länken `{ $destination }` går till en fil på en dator eller filserver, som läsarna inte når
   *[scheme] länkar av det slaget, `{ $destination }`, tillåts inte
}
    .help = { $reason ->
        [file] lägg filen intill handlingen, ange den under `bilagor`, och länka till filens namn
       *[scheme] länka med https, http, mailto eller tel, eller inom webbplatsen
    }
former-address-invalid = { $reason ->
    [whole] `{ $text }` är en hel adress, inte en sökväg på webbplatsen
    [anchor] `{ $text }` har ett ankare, som webbläsare aldrig skickar till servern
    [long] den tidigare adressen är längre än 1 000 tecken
    [letters] `{ $text }` innehåller något som ingen sökväg får innehålla: ett styrtecken, ett omvänt snedstreck, ett kodat snedstreck eller bokstäver i en gammal kodning
   *[part] `{ $text }` har en del som är tom eller börjar med en punkt
}
    .help = { $reason ->
        [anchor] skriv bara sökvägen, utan `#` och det som följer
       *[other] skriv sökvägen som den var, från roten: /beslut/2019/gammalt-namn/
    }
front-matter-missing = { $reason ->
    [dashes] första raden ska vara tre bindestreck, `---`; här står `{ $text }`, troligen ändrat av en ordbehandlare
    [blank] första raden ska vara tre bindestreck, `---`; här står en tom rad före dem
    [no-start] raden `---` saknas före uppgifterna
    [foreign] filen börjar inte med en ensam rad `---`, utan med vad som kan vara uppgifter i en annan form: `{ $text }`
   *[none] filen har inga uppgifter överst
}
    .help = { $reason ->
        [dashes] skriv `---` med vanliga bindestreck, utan mellanslag
        [blank] ta bort den tomma raden
        [no-start] skriv en rad `---` överst i filen, och en till efter den sista uppgiften
        [foreign] börja filen med en rad `---`, sedan uppgifterna, en på varje rad: `titel: …`, sedan en rad `---`
       *[none] börja filen med en rad `---`, sedan uppgifterna, en på varje rad: `titel: …`, sedan en rad `---`
    }
front-matter-syntax = { $reason ->
    [blank] efter `{ $key }:` står ett osynligt tecken som inte är ett mellanslag
    [no-colon] kolon saknas efter `{ $key }`
    [tight] ett mellanslag saknas efter kolonet i `{ $key }`
    [wrapped] raden hör ihop med `{ $key }` men är inte indragen
    [colon] texten i `{ $key }` innehåller ett kolon, som här har en egen betydelse
    [quote-open] texten i `{ $key }` börjar med citattecken men slutar utan
    [quote-over] texten i `{ $key }` börjar med citattecken men fortsätter efter dem
    [mark] texten börjar med `{ $key }`, som här har en egen betydelse
    [tab] raden är indragen med tabb
    [bullet] punkten börjar med ett tecken som inte gör den till en punkt
    [deep] listor och uppgifter ligger för djupt i varandra
    [escape] ett omvänt snedstreck (`\`) betyder här ett tecken som ingen text innehåller
    [repeated] det som ankarna upprepar blir för mycket
    [toml] det som står mellan raderna `+++` går inte att läsa som TOML från och med här
    [no-map] här ska det stå uppgifter, en på varje rad: `namn: text`
   *[other] raden går inte att läsa som en uppgift
}
    .help = { $reason ->
        [blank] ta bort det och skriv ett vanligt mellanslag: { $cure }
        [no-colon] skriv { $cure }
        [tight] skriv { $cure }
        [wrapped] dra in raden med två mellanslag, eller skriv allt på en rad: { $cure }
        [colon] sätt texten inom raka citattecken: { $cure }
        [quote-open] skriv { $cure }
        [quote-over] sätt hela texten inom citattecken: { $cure }
        [mark] sätt texten inom raka citattecken: { $cure }
        [tab] dra in den med två mellanslag: { $cure }
        [bullet] börja punkten med ett bindestreck: { $cure }
        [deep] skriv det rakt på sak; överst i filen står uppgifter
        [escape] ta bort det med tecknen efter, eller skriv det omvända snedstrecket två gånger
        [repeated] skriv det utan ankare (& och *)
        [toml] skriv `nyckel = "text"`, en uppgift på varje rad
       *[other] skriv `namn: text`; sätt text med kolon, citattecken eller # inom raka citattecken, och dra in med mellanslag
    }
front-matter-unclosed = { $reason ->
    [dashes] raden efter uppgifterna ska vara tre bindestreck, `---`; här står `{ $text }`, troligen ändrat av en ordbehandlare
   *[none] raden `{ $mark }` efter uppgifterna saknas
}
    .help = { $reason ->
        [dashes] skriv `---` med vanliga bindestreck, utan mellanslag
       *[none] skriv en rad `{ $mark }` efter rad { $line }, innan texten börjar
    }
guarding-key-unclear = { $of ->
    [page] en vanlig sida har ingen uppgift `{ $key }`, så den skulle inte hållas inne
    [comment] uppgiften `{ $key }` är tom, eftersom # inleder en kommentar, och håller därför ingenting borta från offentligheten
    [text] raden `{ $key }: …` står här som text, och håller därför ingenting borta från offentligheten
    [within] `{ $key }` står inuti en annan uppgift, och håller därför ingenting borta från offentligheten
    [name] namnet `{ $key }` säger att detta är ett utkast, men det gör inte filen
    [line] raden `{ $key }` säger att detta är ett utkast, men inget håller det inne
   *[record] uppgiften `{ $key }` finns inte, och kan vara tänkt att hålla handlingen borta från offentligheten
}
    .help = { $of ->
        [page] håll inne sidan med `utkast: true`
        [comment] ta bort # om värdet står efter det; ta annars bort raden
        [text] skriv den mellan raderna `---`, först på en egen rad; är den menad som text, uttryck det med andra ord
        [within] skriv `{ $swedish_guard }: …` först på en egen rad, eller ange det under `keys` i inställningarna; betyder det något annat, kalla det något annat
        [name] skriv `utkast: ja`, eller `utkast: nej` om det får publiceras
        [line] skriv uppgifter överst i filen: en rad `---`, `utkast: ja`, eller `utkast: nej` om det får publiceras, och en rad `---`
       *[record] menade du `{ $swedish_guard }`? Det som är avsett för temat står under `extra`
    }
id-invalid = `{ $text }` kan inte användas i en webbadress
    .help = `id` får bara innehålla a–z, siffror och bindestreck, högst 120 tecken: skriv `{ $slug }`
image-without-text = bilden `{ $destination }` har ingen text för den som inte ser den
    .help = skriv mellan klamrarna vad bilden visar: `![Karta över ån]({ $destination })`
language-invalid = `{ $text }` är ingen språkkod
    .help = skriv `sv` för svenska eller `en` för engelska; andra språk har koder enligt BCP 47, till exempel `fi`
language-without-words = temat har inga ord på språket `{ $language }`, så sidornas egna ord blir engelska
    .help = översätt orden i en fil themes/overrides/words/{ $language }.ftl; `diarium help views` visar hur
link-not-read = { $reason ->
    [note] det finns ingen not `{ $text }`, så det står som text
    [open] `{ $text }` läses inte som en länk, eftersom ingen parentes avslutar den
    [telephone] `{ $text }` läses inte som en länk, så det står som text
    [undefined] ingenting säger vart `{ $text }` leder, så det står som text
   *[blank] `{ $text }` läses inte som en länk, så det står som text
}
    .help = { $reason ->
        [note] skriv noten på en egen rad: `{ $text }: …`
        [open] skriv den med sin parentes: `{ $cure }`
        [telephone] skriv numret utan mellanslag: `{ $cure }`
        [undefined] skriv en rad `[{ $label }]: …` med filen eller adressen
       *[blank] sätt det som länken leder till inom < och >: `{ $cure }`
    }
link-to-unpublished = länken `{ $destination }` leder till en handling som inte är publicerad
    .help = publicera också den handlingen, eller ta bort länken
manifest-unreadable = { $reason ->
    [missing] det finns ingen fil `{ $path }`
    [merge-marks] `{ $path }` innehåller märken från en sammanslagning (`<<<<<<<`)
    [drafts] `{ $path }` är manifestet för en webbplats med utkast
   *[manifest] `{ $path }` är inget manifest för en webbplats som det här programmet har skapat
}
    .help = { $reason ->
        [missing] ange sökvägen till den publicerade webbplatsens `manifest.json`
       *[other] hämta `manifest.json` från den publicerade webbplatsen igen
    }
markup-not-read = { $of ->
    [heading] `{ $text }` ser ut som en rubrik, men visas som text
    [table] det här ser ut som en tabell, men visas som text
   *[list] `{ $text }` ser ut som en punkt i en lista, men visas som löpande text
}
    .help = { $of ->
        [heading] sätt ett mellanslag efter #: `{ $cure }`
        [table] lägg till en rad under den första: `{ $cure }`
       *[list] börja raden med ett bindestreck: `{ $cure }`
    }
merge-marks = `{ $text }` är ett märke från en sammanslagning: båda versionerna av texten skulle publiceras
    .help = välj en av versionerna mellan `<<<<<<<` och `>>>>>>>`, och ta bort den andra och alla märken
minutes-late = { $of ->
    [approval] protokollet justerades { $days } dagar efter beslutet; lagen säger högst { $most }
   *[announcement] protokollet anslogs { $days } dagar efter justeringen; lagen säger högst { $most }
}
    .help = kontrollera datumen (kommunallagen 5:69, 6:35 och 8:12)
missing-key = { $reason ->
    [empty] uppgiften `{ $key }` är tom
   *[missing] uppgiften `{ $swedish }` saknas
}
    .help = { $reason ->
        [empty] skriv den efter kolonet: `{ $key }: …`
       *[missing] skriv en rad `{ $swedish }: …` bland uppgifterna överst
    }
name-letter-case = `{ $name }` stavas `{ $shown }` på andra ställen
    .help = de räknas som ett namn och visas som `{ $shown }`; stava så även här
name-unknown = { $reason ->
    [twice] `{ $name }` beskrivs två gånger, eller är även ett tidigare namn
    [word] ordlistan har inget ord `{ $name }` att ta bort
   *[unknown] { $kind ->
        [body] organet
        [topic] ämnet
       *[proposer] personen
    } `{ $name }` har ingen beskrivning{ $count ->
        [0] {""}
        [1] ; det står i en handling till
       *[other] ; det står i { $count } handlingar till
    }
}
    .help = { $reason ->
        [twice] behåll en av dem; ett namn som har använts tidigare hör till `tidigare namn` i bara en fil
        [word] { $nearest ->
            [none] skriv annars vad ordet betyder, efter kolonet
           *[other] menade du `{ $nearest }`? Skriv annars vad ordet betyder, efter kolonet
        }
       *[unknown] { $nearest ->
            [none] beskriv det i { $kind ->
                [body] en fil i content/bodies
                [topic] content/topics.yaml
               *[proposer] en fil i content/people
            }, eller rätta namnet
           *[other] menade du `{ $nearest }`? Har det hetat så, skriv namnet under `tidigare namn` i beskrivningen
        }
    }
name-without-address = `{ $name }` innehåller inget som kan användas i en webbadress
    .help = använd ett namn med bokstäver a till z eller siffror; en handlings fil kan i stället ha ett `id`
nested-too-deep = det här är inkapslat i mer än { $deepest } nivåer
    .help = ta bort några av märkena före det: citat, listor, klamrar eller stjärnor inuti varandra
not-text = filen är sparad med en teckenkodning som inte kan läsas
    .help = spara den om som UTF-8: i Anteckningar, välj Arkiv > Spara som och kodningen UTF-8
notice-dropped = { $reason ->
    [moved] anslaget ”{ $title }” ska sitta uppe på adressen `{ $address }` { $last_day ->
        [none] tills det är känt hur länge
       *[other] till och med { $last_day }
    }, men skulle flyttas
    [altered] anslaget ”{ $title }” ska sitta uppe { $last_day ->
        [none] tills det är känt hur länge
       *[other] till och med { $last_day }
    }, men skulle ändras eller tas ned
    [day] anslaget ”{ $title }” ska sitta uppe till och med { $last_day }, men { $now ->
        [none] ingen sista dag skulle vara känd
       *[other] skulle sitta uppe till och med { $now }
    }
    [off] anslaget ”{ $title }” ska sitta uppe { $last_day ->
        [none] tills det är känt hur länge
       *[other] till och med { $last_day }
    }, men anslagstavlan är avstängd
    [withheld] anslaget ”{ $title }” ska sitta uppe { $last_day ->
        [none] tills det är känt hur länge
       *[other] till och med { $last_day }
    }, men handlingen är ett utkast eller utanför sin tid för publicering
   *[gone] anslaget ”{ $title }” ska sitta uppe på adressen `{ $address }` { $last_day ->
        [none] tills det är känt hur länge
       *[other] till och med { $last_day }
    }, men handlingen skulle försvinna
}
    .help = { $reason ->
        [day] sätt tillbaka det som gav dagen: `country` i content/site.yaml, eller dagarna i handlingen. Tillåter lagen det, skriv varför under `ändringar` i handlingen: `{"{"}datum: …, slag: anslag, anmärkning: …{"}"}`
        [off] ta bort `notice_board: off` till dess: tiden för att överklaga löper bara om anslaget sitter uppe hela tiden
        [withheld] publicera handlingen till dess: tiden för att överklaga löper bara om anslaget sitter uppe hela tiden. Tillåter lagen det, publicera den med skälet under `ändringar`: `{"{"}datum: …, slag: avpublicering, anmärkning: …{"}"}`
        [gone] publicera handlingen igen som den var: tiden för att överklaga löper bara om anslaget sitter uppe hela tiden. Tillåter lagen det, låt filen vara kvar och skriv varför under `ändringar`: `{"{"}datum: …, slag: avpublicering, anmärkning: …{"}"}`
       *[altered] låt det vara som det var till dess: tiden för att överklaga löper bara om anslaget sitter uppe hela tiden. Tillåter lagen det, skriv varför under `ändringar` i handlingen, med en ny rad för varje gång: `{"{"}datum: …, slag: anslag, anmärkning: …{"}"}`
    }
output-not-ours = { $reason ->
    [guarded] `{ $path }` kan inte vara mapp att bygga till: den är webbplatsens egen mapp, innehåller källfiler eller ett git-arkiv, eller är hemmappen eller diskens rot
    [foreign] `{ $path }` är inte tom och har inte skapats av det här programmet
    [busy] ett annat program bygger i `{ $path }`: process { $process }, sedan { $since }
    [drafts] `{ $path }` är webbplatsens egen mapp att bygga till, och dit skrivs aldrig utkast
    [with-drafts] `{ $path }` skapades med utkast, och dit skrivs aldrig den publika webbplatsen
    [public] `{ $path }` skapades utan utkast, och dit skrivs aldrig utkast
    [merge-marks] manifestet i `{ $path }` innehåller märken från en sammanslagning (`<<<<<<<`), så det går inte att veta vad som var publicerat
    [manifest] manifestet i `{ $path }` går inte att läsa, så det går inte att veta vad som var publicerat
    [link] `{ $path }` är en länk, och sådana följs aldrig
    [folder] `{ $path }` är en mapp som någon annan har lagt dit, där det ska vara en fil
    [stranger] ett bygge avbröts, dess anteckning går inte att läsa, och ingen vet om det skrev `{ $path }`
   *[file] `{ $path }` har lagts dit av någon annan
}
    .help = { $reason ->
        [busy] vänta tills det är klart
        [merge-marks] slå aldrig ihop den mappen: ta bort den och bygg igen
        [manifest] ta bort mappen och bygg igen
        [link] ta bort länken
        [folder] flytta undan mappen
        [stranger] ta bort det som inte ska vara publikt, därefter `{ $note }`, och bygg igen
        [file] flytta undan filen
       *[other] välj en egen mapp med --output
    }
proposal-with-decision = { $of ->
    [outcome] handlingen har skedet `{ $stage }`, men `{ $key }` är `{ $text }`
   *[proposal] handlingen är `{ $stage }`, men innehåller `{ $key }`
}
    .help = { $of ->
        [outcome] bara det ena kan stämma: rätta `{ $stage_key }` eller `{ $key }`
       *[proposal] skriv `{ $stage_key }: beslutat` om det är beslutat; ta annars bort `{ $key }`
    }
raw-html = { $of ->
    [comment] det som står på en rad som börjar med en kommentar visas som det är skrivet, även märken och länkar
   *[html] HTML-kod tillåts inte och visas som text
}
    .help = { $of ->
        [comment] sätt kommentaren på en egen rad, med en tom rad under
       *[html] skriv det med Markdown i stället: en tom rad börjar ett nytt stycke, **fetstil** och *kursiv* skrivs med stjärnor, tabeller med | mellan kolumnerna
    }
record-file-name = filen börjar som en handling, men är ingen enligt sitt namn
    .help = { $name ->
        [none] ta bort filen om den är en kopia; ge den annars ett eget namn som slutar på .md
       *[other] ge den ett namn som slutar på .md, så att den publiceras: { $name }
    }
relation-unclear = { $reason ->
    [unpublished] handlingen `{ $to }` är inte publicerad, så läsarna får inte veta något om den
    [early] den här handlingen anges { $kind ->
        [amends] ändra
        [repeals] upphäva
       *[carries-out] verkställa
    } `{ $to }`, där inget är beslutat
    [several] flera handlingar heter `{ $to }`
    [itself] handlingen anges höra ihop med sig själv
    [contrary] den här handlingen och `{ $to }` säger samma sak om varandra, och det kan inte stämma
   *[unknown] det finns ingen handling `{ $to }`
}
    .help = { $reason ->
        [unpublished] inget behöver göras om den ska publiceras; den visas då av sig själv
        [early] kontrollera `skede` i båda, och beteckningen
        [several] skriv året före, som i adressen: { $cure }
        [itself] ange den andra handlingens beteckning
        [contrary] behåll raden i en av dem; den visas på bådas sidor
       *[unknown] ange en handlings beteckning: den sista delen av dess adress{ $nearest ->
            [none] {""}
           *[other] ; menade du `{ $nearest }`?
        }
    }
setting-invalid = { $form ->
    [address] inställningen `{ $key }` ska vara en fullständig adress (https://…)
    [address-user] adressen innehåller ett användarnamn eller ett lösenord, som varje sida skulle visa
    [address-query] adressen har en del efter `?` eller `#`, och där kan ingen sida på webbplatsen ligga
    [address-path] adressens sökväg har en tom del eller en del av bara punkter, så att länkar skulle leda fel
    [email] inställningen `{ $key }` ska vara myndighetens e-postadress
    [board] inställningen `{ $key }` ska vara adressen till den officiella anslagstavlan (https://…)
    [license] inställningen `{ $key }` ska vara adressen till villkoren (https://…)
    [pattern] det här är inget mönster för filer i content/
    [date-pattern] det här mönstret ger inte både år, månad och dag
    [joined-keys] klammern har ingen nyckel i sig, eller är inte stängd
    [origin] `{ $cure }` är inget som `{ $key }` kan hämtas ur
    [values] för `{ $key }` går det inte att byta ut ord här
    [time-zone] det här är ingen tidszon
    [ending] det här är ingen filändelse
    [term] en mandatperiod ska ha en första och en sista dag, i den ordningen
    [overlap] mandatperioden börjar innan en annan är slut
    [words] inställningen `{ $key }` ska vara en lista med enstaka ord
    [synonyms] inställningen `{ $key }` ska vara en lista med listor av ord, eller av flera ord tillsammans
    [guarding-name] `{ $key }` håller handlingar borta från offentligheten och kan inte ges en annan betydelse
   *[fixed-severity] koden `{ $key }` skyddar säkerhet eller sekretess och förblir ett fel
}
    .help = { $form ->
        [address] skriv den som https://beslut.example.org/ eller https://example.org/a/b/
        [address-user] skriv { $cure }
        [address-query] skriv { $cure }
        [address-path] skriv { $cure }
        [email] skriv till exempel registrator@example.org
        [board] skriv hela adressen
        [license] skriv till exempel https://creativecommons.org/publicdomain/zero/1.0/
        [date-pattern] skriv till exempel "%d/%m/%Y": `%d` är dagen, `%m` månaden, `%Y` året
        [joined-keys] skriv till exempel "{"{"}nummer{"}"} {"{"}rubrik{"}"}"
        [origin] skriv heading för en titel, path, text, git eller ett mönster som "%Y/%m-%d" för en dag, path för ett id, och file eller folder för ett namn
        [values] skriv ett ord på varje rad: `accepted: decided`
        [pattern] skriv till exempel [**/README.md, mallar/**]: `*` står för det som är mellan två snedstreck, `**` för mappar också
        [time-zone] skriv ett IANA-namn, till exempel Europe/Stockholm
        [ending] skriv [pdf, odt]
        [term] skriv {"{"}since: 2022-10-15, until: 2026-10-14{"}"}
        [overlap] rätta dagarna, så att perioderna följer på varandra
        [words] skriv [ord, ord]
        [synonyms] skriv [[ord, ord], [ord, ord, ord]]
        [guarding-name] ta bort namnet här
       *[fixed-severity] ta bort raden och rätta det som koden påpekar
    }
settings-missing = webbplatsen har inga inställningar
    .help = skapa filen med minst `title` och `base_url`; `diarium init MAPP` skapar en hel webbplats
several-names = `{ $text }` räknas som ett enda namn
    .help = är det flera, skriv dem som en lista: { $cure }
source-changed = filen ändrades medan webbplatsen byggdes
    .help = bygg igen
source-too-large = filen är större än { $most } MB, så den läses inte
    .help = dela upp texten, eller publicera den som bilaga
source-unreadable = `{ $path }` går inte att läsa: { $fault }
    .help = kontrollera namnet och behörigheterna, och bygg igen
special-file = det här är ett rör, en socket eller en enhet, inte en fil
    .help = ta bort det; det öppnas aldrig
summary-too-long = sammanfattningen är { $length } tecken; högst { $longest } ryms
    .help = korta den med minst { $excess } tecken
symbolic-link = det här är en symbolisk länk, och sådana följs aldrig
    .help = lägg själva filen här
table-cell-lost = raden har fler celler än tabellen har kolumner, så `{ $text }` skulle gå förlorat
    .help = tabellen har { $columns ->
        [one] 1 kolumn
       *[other] { $columns } kolumner
    }: ge rubrikraden och raden under den en till, eller skriv `\|` för ett | som hör till en cell
table-not-read = raden `{ $text }` gör ingen tabell av raderna omkring, så de står som text med sina streck
    .help = ge den lika många kolumner som rubrikraden ovanför, och lämna en tom rad före rubrikraden
template-failed = mallen kunde inte användas för `{ $page }`: { $fault }
    .help = rätta mallen; inget skrevs
template-invalid = { $fault }
    .help = rätta mallen; vyerna beskrivs i dokumentationen
text-cut-short = texten slutar före `{ $rest }`: ett # efter ett mellanslag inleder en kommentar
    .help = hör det till texten, sätt alltihop inom citattecken: { $cure }
theme-missing = { $reason ->
    [cycle] temat `{ $theme }` bygger på sig självt
   *[missing] det finns inget tema `{ $theme }`
}
    .help = { $reason ->
        [cycle] ange en annan förälder här, en som inte leder tillbaka till det här temat, eller ta bort raden
       *[missing] skapa themes/{ $theme }/theme.yaml, eller ange ett annat tema; temat `default` finns alltid
    }
unknown-key = uppgiften `{ $key }` finns inte
    .help = { $nearest ->
        [none] de som finns är: { $swedish_known }{ $extra ->
            [yes] ; det som är avsett för temat står under `extra`
           *[no] {""}
        }
       *[other] menade du `{ $nearest }`?
    }
unknown-value = `{ $text }` kan inte stå som { $key }
    .help = { $nearest ->
        [none] välj något av: { $swedish_choices }
       *[other] menade du `{ $nearest }`? Välj något av: { $swedish_choices }
    }
unknown-variable = { $of ->
    [template] `{ $name }` finns inte i mallarna
    [static] temat har ingen statisk fil `{ $name }`
   *[other] `{ $of }` saknar `{ $name }`
}
    .help = { $nearest ->
        [none] vyerna beskrivs i dokumentationen
       *[other] menade du `{ $nearest }`?
    }
unknown-word = temat saknar texten `{ $word }`
    .help = { $nearest ->
        [none] lägg till den bland temats texter
       *[other] menade du `{ $nearest }`?
    }
value-form = { $form ->
    [text] `{ $key }` ska vara en enda text, inte en lista
    [part] `{ $part }` finns inte under `{ $key }`
    [part-missing] en rad under `{ $key }` saknar `{ $swedish_first }`
    [outcome] `{ $key }` säger mer än sitt ord, och bredvid ett beslut skulle resten inte visas
    [time] `{ $key }` ska vara en tid på dagen
    [explanation] `{ $key }` ska ha en förklaring
    [currency] valutan `{ $text }` under `{ $key }` är ingen valutakod
    [number] `{ $key }` ska vara ett heltal från { $least } till { $most }
   *[map] `{ $key }` ska bestå av rader `namn: text`
}
    .help = { $form ->
        [text] skriv den på en rad, inom citattecken om den innehåller kolon
        [part] { $is_alone ->
            [yes] hör orden till texten före kommat, sätt hela texten inom citattecken; annars finns: { $swedish_known }
           *[no] { $nearest ->
                [none] de som finns är: { $swedish_known }
               *[other] menade du `{ $nearest }`? De som finns är: { $swedish_known }
            }
        }
        [part-missing] skriv `{ $swedish_first }: …` i den; där kan stå: { $swedish_known }
        [outcome] skriv in orden i beslutet, och låt bara ordet stå här, till exempel delvis bifall
        [time] skriv den med timme och minut: 17.00
        [explanation] skriv `{ $key }: …`, eller {"{"}text: …, forms: [böjda former]{"}"}; lämna den tom för att ta bort ordet
        [currency] skriv koden med tre stora bokstäver: SEK, EUR, NOK
        [number] skriv bara siffror, till exempel 700 000; valuta, punkter och decimaler hör inte hit
       *[map] dra in raderna under `{ $key }:`
    }
votes-differ = { $of ->
    [party-twice] partiet `{ $name }` står två gånger i en omröstning
    [member-twice] `{ $name }` har röstat två gånger i en omröstning
    [secret] omröstningen anges vara sluten, men det står hur ledamöterna röstade
    [party] partiernas { $part ->
        [yes] ja-röster
        [no] nej-röster
        [abstained] nedlagda röster
       *[absent] frånvarande
    } blir tillsammans { $counted }, men { $told } anges
   *[member] { $counted } { $part ->
        [yes] av ledamöterna har röstat ja
        [no] av ledamöterna har röstat nej
        [abstained] av ledamöterna har avstått
       *[absent] av ledamöterna var frånvarande
    }, men { $told } anges
}
    .help = { $of ->
        [party-twice] slå ihop raderna
        [member-twice] ta bort den ena, eller skriv partiet om det är två personer
        [secret] ta bort `ledamotsvis`, eller `sluten: ja`
       *[party] räkna om, eller ta bort det som inte är känt
    }
words-invalid = temats texter går inte att läsa: { $fault }
    .help = rätta raden; texter skrivs i formen `id = text` (Fluent)
write-failed = `{ $path }` kunde inte skrivas: { $fault }
    .help = { $stands ->
        [old] nya filer har lagts till, men inget som var publicerat har ändrats eller tagits bort; bygg igen när det finns plats på disken och du får skriva i mappen
        [some] en del sidor är nya och en del är som de var; bygg igen när det finns plats på disken och du får skriva i mappen
        [new] alla nya sidor är på plats, men allt som dragits tillbaka är inte borttaget: det kan fortfarande vara publikt; bygg igen när du får skriva i mappen
        [done] hela den nya webbplatsen är på plats, men inte dess manifest; bygg igen när du får skriva i mappen
       *[all] kontrollera att det finns plats på disken och att du får skriva i mappen; det som var publicerat står kvar
    }

found-errors = { $count ->
    [one] 1 fel
   *[other] { $count } fel
}
found-warnings = { $count ->
    [one] 1 varning
   *[other] { $count } varningar
}
more-of-code = och { $count } till av `{ $code }`; `--all` visar dem
left-as-it-was = inget publicerades; { $output } är oförändrad
all-well = inga fel hittades
built = { $output }: { $records ->
    [one] 1 handling
   *[other] { $records } handlingar
}; { $written ->
    [one] 1 fil skriven
   *[other] { $written } filer skrivna
}, { $unchanged ->
    [one] 1 oförändrad
   *[other] { $unchanged } oförändrade
}, { $removed ->
    [one] 1 borttagen
   *[other] { $removed } borttagna
}; { $seconds } s
checked = { $records ->
    [one] 1 handling kontrollerad
   *[other] { $records } handlingar kontrollerade
}
search-found = { $count ->
    [one] 1 träff
   *[other] { $count } träffar
} på ”{ $text }”
search-day-invalid = --{ $option } ska vara en dag, till exempel 2021-04-14
search-value-invalid = --{ $option } kan vara: { $choices }
search-replaced = ingen handling har ordet ”{ $asked }”; visar träffar för ”{ $shown }”
search-meant = menade du ”{ $text }”?
search-hit =
    { $title }
    { $facts }
    { $address }
    { $excerpt }
withheld = publiceras inte: { $source } ({ $reason })
reason-draft = utkast
reason-waits = väntar till { $moment }
reason-expired = tiden gick ut { $moment }
next-change = nästa tidsstyrda ändring: { $moment }
building = sidor
created = skapade { $path }
kept = { $path } fanns redan och är oförändrad
init-done = klart: kör nu `diarium --root { $path } build`
ask-title = Titel
ask-date = Datum, till exempel 2021-04-14 (tomt för i dag)
ask-proposer = Föredragande
ask-recommendation = Förslag till beslut
ask-body = Beslutande organ (får lämnas tomt)
ask-case-number = Diarienummer (får lämnas tomt)
ask-needed = här behövs ett svar
ask-again = Det stämmer inte: { $fault }
ask-as-of = Bygga webbplatsen som den är { $day } i { $path }, som läsarna ser? (ja eller nej; --output väljer en annan mapp)
as-of-left = inget byggdes
as-of-invalid = --as-of ska vara en dag, till exempel 2021-04-14, vid behov med klockslag
no-site = i `{ $path }` finns ingen webbplats: filen content/site.yaml saknas; ange webbplatsens mapp med --root, eller skapa en med `diarium init MAPP`
file-exists = { $path } finns redan; inget ändrades
name-with-meaning = en fil { $name } har en egen betydelse: ange ett annat namn med --id
title-without-name = titeln innehåller inget som kan användas i ett filnamn: ange --id
new-facts-missing = utan terminal måste titeln, --proposer och --recommendation anges

serving = förhandsvisning: { $address } (avsluta med Ctrl+C)
polling = den här disken meddelar inte ändringar; mapparna kontrolleras därför två gånger i sekunden
watch-failed = mapparna går inte att bevaka: { $fault }
token-failed = det gick inte att skapa en hemlig nyckel: { $fault }
port-taken = port { $port } går inte att använda: { $fault }; välj en annan med --port
browser-missing = ingen webbläsare kunde öppnas; öppna adressen själv

standing-draft = Utkast – publiceras inte
standing-waits = Publiceras { $moment }
standing-expired = Var publicerad till { $moment }
standing-published = Publicerad – så här ser läsarna sidan
standing-next = Publiceras nästa gång
standing-changed = Läsarna ser en tidigare version – ändringen publiceras nästa gång
standing-held = Stoppas av fel – publiceras inte förrän de är rättade
standing-missing = Finns inte

preview-bar = Förhandsvisning
preview-close = Stäng
preview-desk = Översikt
preview-edit = Redigera
preview-faults = Det här behöver rättas
preview-faults-here = På den här sidan
preview-faults-elsewhere = På andra ställen
preview-follow = Visa den sida jag redigerar
preview-kept = Så länge det finns fel visas sidorna som de var senast utan fel.
preview-stopped = Förhandsvisningen har stannat. Sidan uppdateras när den är igång igen.
preview-back = Förhandsvisningen är igång igen
preview-mended = Felen är rättade
preview-show-faults = Visa vad som är fel
preview-more = och { $count } till

desk-title = Översikt
desk-intro = Alla handlingar och vad som behöver göras.
desk-filter = Sök på rubrik eller fil
desk-nothing = Inga handlingar stämmer med sökningen.
desk-page = Sida
desk-next-build = Nästa publicering
desk-held = Nästa publicering stoppas av felen och ändrar ingenting.
desk-added = tillkommer
desk-changed = ändras
desk-removed = tas bort
desk-more = och { $count } till; sök för att hitta dem
desk-other-faults = Inställningar och tema
desk-as-of = Visa webbplatsen som den ser ut den
desk-as-of-set = Visa
desk-as-of-clear = Visa dagens
desk-as-of-invalid = Det är inget datum som kan läsas. Skriv till exempel 2021-04-14.
desk-inspect = Granska
desk-view = Granska en sida
desk-view-width = Bredd
desk-narrow = 360 pixlar
desk-wide = Full bredd
desk-look = Utseende
desk-light = Ljust
desk-dark = Mörkt
desk-print = Utskrift
desk-scripts = Med skript
desk-no-scripts = Utan skript
desk-home = Webbplatsen
desk-group-stops = Stoppar publiceringen
desk-note-stops = Ingenting publiceras förrän de här handlingarna är rättade.
desk-group-mend = Bör rättas
desk-note-mend = Publiceras som de är, men något stämmer inte.
desk-group-overdue = Motioner som väntat i över ett år
desk-overdue = skulle ha avgjorts senast { $day }
desk-note-overdue = En motion eller ett medborgarförslag ska om möjligt avgöras inom ett år (kommunallagen 5:35).
desk-group-waits = Publiceras senare
desk-note-waits = Visas för andra först den angivna dagen.
desk-group-drafts = Utkast
desk-note-drafts = Syns bara här.
desk-group-expired = Visas inte längre
desk-note-expired = Tiden har gått ut.
desk-group-ready = Redo
desk-note-ready = Nya eller ändrade; de publiceras nästa gång.
desk-group-unchanged = Oförändrade
desk-note-unchanged = Publicerade och utan ändringar.
adopt-summary = Av { $files } Markdownfiler blir { $records } handlingar med de här inställningarna. Ingen fil har ändrats.
adopt-check = Gissat: rätta om det är fel.
adopt-address = Skriv webbplatsens adress.
adopt-time-zone = Skriv tidszonen, till exempel Europe/Stockholm.
adopt-keys = Samlingens egna namn på det vi känner till:
adopt-values = Samlingens egna ord för hur långt ett ärende kommit:
adopt-derive = Det som uppgifterna inte säger hämtas här:
adopt-files = { $count ->
    [one] 1 fil
   *[other] { $count } filer
}
adopt-places = { $count ->
    [one] 1 ställe
   *[other] { $count } ställen
}
adopt-hides = { $count ->
    [one] 1 fil
   *[other] { $count } filer
} kan vara utkast: ta bort # i början, och raderna under exclude, bara om de får publiceras.
adopt-word = { $count ->
    [one] 1 fil
   *[other] { $count } filer
}: bara du vet vad ordet betyder. Välj skede och ta bort # i början, och raderna under exclude.
adopt-ids = Namn återkommer, så adressen får hela sökvägen.
adopt-date-forms = Så skrivs dagarna.
adopt-no-stages = Ingen fil säger hur långt ett ärende kommit, så inget skede visas.
adopt-some-stages = Det som inte säger hur långt det kommit visas utan skede.
adopt-dated = Varje fil har en dag.
adopt-undated = { $count ->
    [one] 1 fil har ingen dag: den står sist och säger det. Med `derive: {"{"}date: git{"}"}` gäller dagen för första incheckningen.
   *[other] { $count } filer har ingen dag: de står sist och säger det. Med `derive: {"{"}date: git{"}"}` gäller dagen för första incheckningen.
}
adopt-include = { $count ->
    [one] 1 fil ligger i en mapp för organ, personer eller sammanträden
   *[other] { $count } filer ligger i mappar för organ, personer eller sammanträden
}, och är en handling ändå.
adopt-exclude = Inga handlingar, eller filer som inte går att läsa som de är (med rad och skäl):
adopt-unknown = Övriga uppgifter följer med i öppna data.
adopt-anchors = { $count ->
    [one] Så går 1 länk inom en sida rätt som annars inte gjorde det.
   *[other] Så går { $count } länkar inom sidor rätt som annars inte gjorde det.
}
adopt-html = Ofarlig HTML släpps igenom ({ $count ->
    [one] 1 ställe
   *[other] { $count } ställen
}).
adopt-linked = Filer som handlingarna länkar till publiceras ({ $count ->
    [one] 1 länk
   *[other] { $count } länkar
}).
adopt-severity = Det här stoppar inte bygget, men påpekas:
adopt-passed-over = Detta läses inte: länkar, rör och namn som inte är text. Bygget stannar tills de är borta:
adopt-nothing = det finns inga Markdownfiler i { $path }
edit-form = Redigera
edit-new = Ny handling
edit-new-title = Ny handling
edit-new-help = Filen får namn efter titeln, eller efter fältet Beteckning. Ingenting skrivs förrän du sparar.
edit-save = Spara
edit-saved = Sparat.
edit-unsaved = Ändringarna är inte sparade.
edit-sound = Ingenting att rätta.
edit-discard = Kasta ändringarna
edit-leave = Ändringarna är inte sparade. Ska de kastas?
edit-conflict = Filen har ändrats på annat håll sedan du öppnade den. Ingenting har skrivits över. Kopiera det du vill behålla och läs in filen igen.
edit-refused = Det här går inte att ändra här utan att något annat i filen ändras, till exempel en kommentar. Ingenting har skrivits. Ändra det i själva filen.
edit-protected = Filen är skrivskyddad. Ingenting har skrivits.
edit-encoding = Filen är inte sparad som UTF-8 och kan därför inte ändras här. Spara den först som UTF-8 i en textredigerare.
edit-unseen = Ett fält innehåller ett tecken som inte syns och som ingen fil kan ha, kanske inklistrat från en PDF. Ta bort fältets text och skriv in den.
edit-exists = Det finns redan en fil med det namnet. Ge handlingen en annan beteckning, eller en annan titel.
edit-missing = Det finns ingen sådan fil.
edit-title = Skriv en titel: filen får namn efter den.
edit-date = Skriv handlingens datum: filen läggs i mappen för det året.
edit-optional = valfritt
edit-optional-more = Fler uppgifter
edit-none = (inget)
edit-yes = ja
edit-no = nej
edit-add = Lägg till
edit-remove = Ta bort
edit-lines = Skriv ett på varje rad.
edit-clauses = Lämna en tom rad mellan punkterna.
edit-fixed = Det här är skrivet på ett sätt som bara kan ändras i filen.
edit-prose = Text
edit-prose-help = Skriv med Markdown: en tom rad börjar ett nytt stycke, ## en rubrik, - en punkt i en lista.
edit-raw = Hela filen
edit-raw-help = Uppgifterna går inte att läsa, så filen visas som den är. Rätta dem här.
edit-show = Visa sidan
help-title = Vad ärendet gäller, så att en utomstående förstår.
help-date = Den dag som står på handlingen.
help-proposer = Vem som lade fram ärendet.
help-recommendation = Vad organet föreslås besluta.
help-id = Sista delen av adressen; annars filens namn. Ändra den inte när sidan är publicerad.
help-case-number = Myndighetens eget nummer på ärendet.
help-body = Det organ som beslutar.
help-stage = Hur långt ärendet har kommit.
help-decision = Vad som beslutades.
help-decided-on = Dagen för beslutet.
help-outcome = Hur det gick med förslaget.
help-topics = Vad ärendet handlar om.
help-summary = Ärendet i en eller två meningar, högst 300 tecken.
help-language = Textens språk, om det inte är webbplatsens: sv, en.
help-draft = Ett utkast publiceras aldrig.
help-publish-from = Från när sidan visas: en dag, eller en dag med klockslag.
help-publish-until = Till när sidan visas.
help-attachments = Filer bredvid handlingen som publiceras med den.
help-former-addresses = Gamla adresser som ska leda hit.
help-type = Vilket slags handling det är.
preview-as-of = Så ser webbplatsen ut { $moment }
help-approved-on = Dagen då protokollet justerades.
help-announced-on = Dagen då det justerade protokollet anslogs på anslagstavlan.
help-minutes-location = Var protokollet finns att läsa.
help-appeal = Hur beslutet överklagas: laglighetsprövning, förvaltningsbesvär, särskild lag eller nej.
help-document-number = Handlingens eget nummer, om det är ett annat än diarienumret.
help-decision-level = Var ärendet avgörs till slut, till exempel kommunfullmäktige.
help-recommending-body = Det organ som berett ärendet och lämnar förslaget.
help-position = Vad det beredande organet tycker: tillstyrker, avstyrker, delvis eller inget.
help-initiated-by = Vem som väckt ärendet, om det är någon annan än den föredragande.
help-sent-to = Vilka som får beslutet.
help-archive-reference = Var originalet finns i arkivet.
help-meeting = När och som vilket ärende det beslutades, och paragrafen i protokollet.
help-immediately-approved = Kryssa i om paragrafen justerades redan vid sammanträdet.
help-motions = Vad som yrkades vid sammanträdet, av vem, och hur det gick.
help-votes = Frågan, och hur många som röstade ja och nej.
help-dissents = Vem som inte höll med, på vilket sätt, och vad de skrev.
help-statements = Vem som tillfrågades, vad de ansåg och när. Ta med även den som inte svarade.
help-costs = Beloppet i hela kronor, valutan, hur ofta, och handlingens egna ord.
help-assignments = Vad som ska göras, av vem och när; senare hur det gick.
help-relations = Den andra handlingens beteckning, och vad den här gör med den.
help-changes = Vad som rättats, kompletterats eller avpublicerats, när och varför.
help-source = Dokumentet som texten är hämtad ur, och om den är hel.
help-contact = Den funktion som svarar på frågor, inte en person.
help-name = Vad organet eller personen heter.
help-former-names = Vad det hette förut; handlingar med ett sådant namn visas tillsammans med de andra.
help-role = Uppdraget eller tjänsten.
help-party = Partiet.
help-portfolio = Vad personen ansvarar för.
help-remit = Vad det beslutar om eller handlar om, i en mening.
help-since = Den första dagen.
help-until = Den sista dagen.
help-successor = Vem eller vad som kom efter.
help-place = Var sammanträdet hålls.
help-begins = När det ska börja, till exempel 17.00.
help-ends = När det ska sluta.
help-began = När det började.
help-ended = När det slutade.
help-open-to-public = Om vem som helst får lyssna.
help-state = Om det hålls som planerat eller är inställt.
help-agenda = Dagordningens punkter. En punkt med ett ärendenummer visas tillsammans med den handling som har samma nummer.
help-attendance = Vilka som deltog, och vem som lämnade mötet för vilket ärende.
