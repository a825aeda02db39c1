//! A Swedish-like vocabulary: some 60,000 forms of simple and compound words, met as often as words of a real text.
//!
//! What search and rendering cost depends on how many words there are and how they repeat, not on what they mean.

use std::collections::BTreeSet;

use super::chance::{Chance, Zipf};

/// How many forms the vocabulary has.
const FORMS: usize = 60_000;

/// Words of grammar, the commonest first.
const GRAMMAR: &str = "och att i som för av på till en den det är med ska de om har inte ett kan vid från även eller \
    samt inom så enligt men sig detta under efter man blir där mot genom denna vara har mellan kommer utan nu sin alla \
    över bör dessa sedan också få var när än dess ha sitt bli upp mycket mer två utifrån andra vi vilket hos ut då \
    endast varit måste varje något någon ännu gör vad redan skulle tre per därför sina följande dock samtliga minst \
    före vilka bland finns gäller cirka bara jag hur kring ingen olika således oss utöver dels vidare därmed flera hela";

/// Nouns by the endings they take. A plus sign marks those that are linked with -s- when another word follows.
const NOUNS: [(&str, &[&str]); 6] = [
    (
        "nämnd plan stad tjänst rätt produkt trafik kultur miljö park lokal fastighet+ verksamhet+ myndighet+ möjlighet+ \
        säkerhet+ enhet+ kvalitet+ tillgänglighet+ region+ station+ organisation+ konsekvens+ resurs process+ ekonomi \
        period händelse metod strategi policy kompetens kostnad+ byggnad+ marknad+ månad+ son rapport granskning+ insats+ \
        effekt funktion+ natur struktur person kontakt princip artikel aspekt instans+ minut profil text idrott hamn bygd",
        &["", "en", "er", "erna", "ens", "ernas"],
    ),
    (
        "budget bil väg båt buss tid+ del dag stol tal utredning+ prövning+ planering+ utbildning+ försäljning+ \
        redovisning+ ansökning+ samverkan+ bedömning+ hantering+ upphandling+ finansiering+ anläggning+ förvaltning+ \
        beredning+ utveckling+ ersättning+ stiftning+ överenskommelse avgift+ uppgift+ inriktning+ handling+ revidering+ \
        kommun bostad+ storlek+ gång skatt bro hall skog dom ring sjukdom+ ungdom+ fond bank grund form nivå tur ort eld",
        &["", "en", "ar", "arna", "ens", "arnas"],
    ),
    (
        "skol förskol gymnasieskol grundskol flick käll tax kvinn res stadg fråg not häls gat sid lag mat \
        hyr mass scen brygg lamp båg pump trapp vill kyrk stug krok ros skog trad form flagg vag kant stråk ram",
        &["a", "an", "or", "orna", "ans", "ornas"],
    ),
    (
        "område ärende yttrande utlåtande företagande boende utförande möte arbete behov+ syfte läge ställe ansvar+ \
        löfte beroende medgivande avseende förhållande åtagande innehållande tillstånd+ genomförande välbefinnande rike",
        &["", "t", "n", "na", "ts", "nas"],
    ),
    (
        "förslag+ beslut+ avtal+ barn hus vatten torg centrum bygg program mål råd stöd kapital bolag+ uppdrag+ samråd+ \
        underlag+ tillägg+ bidrag+ kontor+ bibliotek+ sjukhus hem land+ nät verk system projekt kvarter+ fall värde ljud \
        krav resultat alternativ dokument protokoll avfall+ buller skydd+ liv+ folk val namn skäl tak golv fält djur brand \
        sammanträde papper belopp perspektiv initiativ lån överskott+ underskott+ ägande landskap+ instrument intresse",
        &["", "et", "en", "ets", "ens"],
    ),
    (
        "handläggare ledare lärare medarbetare brukare invånare ägare hyrestagare löntagare arbetsgivare granskare \
        utredare samordnare uppdragstagare företagare köpare väljare läsare byggare besökare förskollärare vårdtagare",
        &["", "n", "na", "ns", "nas"],
    ),
];

/// Verbs and adjectives by the endings they take.
const OTHERS: [(&str, &[&str]); 3] = [
    (
        "bevilj avslut redovis hanter planer finansier godkänn samverk utred bered anslut förvalt omfatt ansvar anmäl \
        begär behandl besvar betal bidrag fastställ fördel förvänt garanter gransk informer initier innehåll jobb kall \
        komplettera konstater kontroller lämn motiver notera omarbet ordn organiser placer prioriter prognostiser \
        projekter publicer rapporter rekommender remitter reservera revider samordn samråd sammanfatt skapa startar \
        tillämp uppdater upphandl uppskatt utarbet utvärder verk yrk ändr återremitter överklag överlåt öppn",
        &["a", "ar", "ade", "at", "as", "ades", "ande"],
    ),
    (
        "följ bygg kräv behöv höj sänk stärk åtgärd minsk använd beröv hänvis styrk främj söv utöv pröv upplev medför \
        bedöm godtag tillstyrk avstyrk genomför tillför utför säkerställ köp sälj hyr leverer inköp",
        &["a", "er", "de", "t", "as", "s"],
    ),
    (
        "kommunal ekonomisk social lokal regional central offentlig allmän särskild ny gammal stor liten god viktig möjlig \
        nödvändig rimlig långsiktig kortsiktig hållbar tillgänglig trygg säker öppen digital teknisk juridisk politisk \
        demokratisk årlig månatlig gemensam enskild privat tillfällig fast rörlig total samlad aktuell tidig sen låg hög \
        stark svag positiv negativ befintlig framtida kommande föreslagen beslutad planerad bristfällig omfattande tydlig \
        statlig kulturell historisk geografisk internationell europeisk ytterligare övrig berörd utsatt äldre yngre",
        &["", "t", "a"],
    ),
];

/// The words of the register.
pub(crate) struct Vocabulary {
    /// The forms, the commonest first.
    forms: Vec<String>,
    /// How often each is drawn.
    law: Zipf,
    /// What compounds are made of.
    parts: Parts,
}

/// What compounds are made of.
struct Parts {
    /// Words as they stand before another, with their linking letter.
    first: Vec<String>,
    /// Words as they stand last, in each of their forms.
    last: Vec<Vec<String>>,
}

impl Vocabulary {
    /// Makes the vocabulary, always the same.
    pub(crate) fn new() -> Self {
        let parts = Parts::new();
        let mut chance = Chance::of(1, 0);
        let mut met: BTreeSet<String> = BTreeSet::new();
        let mut forms = Vec::with_capacity(FORMS);
        let mut keep = |form: String, forms: &mut Vec<String>| {
            if met.insert(form.clone()) {
                forms.push(form);
            }
        };
        for word in GRAMMAR.split_whitespace() {
            keep(word.to_owned(), &mut forms);
        }
        let mut simple: Vec<String> = parts
            .last
            .iter()
            .flatten()
            .cloned()
            .chain(other_forms())
            .collect();
        chance.shuffle(&mut simple);
        for form in simple {
            keep(form, &mut forms);
        }
        while forms.len() < FORMS {
            keep(parts.compound(1, &mut chance), &mut forms);
        }
        Self {
            forms,
            law: Zipf::over(FORMS),
            parts,
        }
    }

    /// A word as running text has them: mostly common, now and then one that no other record holds.
    pub(crate) fn word(&self, chance: &mut Chance) -> String {
        match chance.below(128) {
            0 => self.parts.compound(2, chance),
            1 => format!("{}", chance.between(2, 900)),
            2..128 => self.forms[self.law.draw(chance)].clone(),
            128.. => unreachable!("a number below 128 was drawn"),
        }
    }

    /// A compound noun, as titles have them.
    pub(crate) fn noun(&self, chance: &mut Chance) -> String {
        self.parts.compound(1, chance)
    }

    /// A sentence of about so many words.
    pub(crate) fn sentence(&self, words: usize, chance: &mut Chance) -> String {
        let mut sentence = capitalised(&self.forms[self.law.draw(chance)]);
        for place in 1..words.max(3) {
            if place > 3 && chance.below(12) == 0 {
                sentence.push(',');
            }
            sentence.push(' ');
            sentence.push_str(&self.word(chance));
        }
        sentence.push('.');
        sentence
    }
}

impl Parts {
    fn new() -> Self {
        let (mut first, mut last) = (Vec::new(), Vec::new());
        for (stems, endings) in NOUNS {
            for stem in stems.split_whitespace() {
                let bare: String = stem.chars().filter(|letter| *letter != '+').collect();
                first.push(stem.replace('+', "s"));
                last.push(
                    endings
                        .iter()
                        .map(|ending| format!("{bare}{ending}"))
                        .collect(),
                );
            }
        }
        Self { first, last }
    }

    /// A compound of so many first parts and a last one.
    fn compound(&self, first_parts: usize, chance: &mut Chance) -> String {
        let mut word: String = (0..first_parts)
            .map(|_| chance.pick(&self.first).as_str())
            .collect();
        let forms = &self.last[chance.below(self.last.len())];
        word.push_str(&forms[chance.below(forms.len())]);
        word
    }
}

/// A text with its first letter large.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn other_forms() -> impl Iterator<Item = String> {
    OTHERS.iter().flat_map(|(stems, endings)| {
        stems
            .split_whitespace()
            .flat_map(|stem| endings.iter().map(move |ending| format!("{stem}{ending}")))
    })
}
