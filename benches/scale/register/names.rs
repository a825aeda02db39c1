//! The proper names of the register: bodies, proposers, topics, places and the kinds of matters.

/// The bodies that decide, each with the letters of its case numbers, the busiest first.
pub(crate) const BODIES: [(&str, &str); 25] = [
    ("KS", "Kommunstyrelsen"),
    ("SBN", "Stadsbyggnadsnämnden"),
    ("KF", "Kommunfullmäktige"),
    ("UN", "Utbildningsnämnden"),
    ("SN", "Socialnämnden"),
    ("TN", "Trafiknämnden"),
    ("MHN", "Miljö- och hälsoskyddsnämnden"),
    ("EN", "Exploateringsnämnden"),
    ("FN", "Fastighetsnämnden"),
    ("KUN", "Kulturnämnden"),
    ("IN", "Idrottsnämnden"),
    ("ÄN", "Äldrenämnden"),
    ("AN", "Arbetsmarknadsnämnden"),
    ("RN", "Renhållningsnämnden"),
    ("SVN", "Servicenämnden"),
    ("KYN", "Kyrkogårdsnämnden"),
    ("VN", "Valnämnden"),
    ("ÖFN", "Överförmyndarnämnden"),
    ("RSB", "Räddningsnämnden"),
    ("BSN", "Bromma stadsdelsnämnd"),
    ("FSN", "Farsta stadsdelsnämnd"),
    ("HSN", "Hägersten-Älvsjö stadsdelsnämnd"),
    ("JSN", "Järva stadsdelsnämnd"),
    ("NSN", "Norrmalms stadsdelsnämnd"),
    ("SSN", "Södermalms stadsdelsnämnd"),
];

const FIRST_NAMES: [&str; 12] = [
    "Anna", "Björn", "Cecilia", "Daniel", "Åsa", "Fredrik", "Gunilla", "Håkan", "Ingrid", "Jörgen",
    "Karin", "Örjan",
];

const LAST_NAMES: [&str; 5] = ["Lindqvist", "Åkerström", "Bergman", "Sjöberg", "Nyström"];

/// How many proposers there are.
pub(crate) const PROPOSERS: usize = 60;

/// The name of a proposer, by number.
pub(crate) fn proposer(number: usize) -> String {
    let first = FIRST_NAMES[number % FIRST_NAMES.len()];
    let last = LAST_NAMES[number / FIRST_NAMES.len() % LAST_NAMES.len()];
    format!("{first} {last}")
}

/// The topics, the commonest first.
pub(crate) const TOPICS: [&str; 40] = [
    "bostäder",
    "skola",
    "budget",
    "trafik",
    "detaljplaner",
    "miljö",
    "äldreomsorg",
    "förskola",
    "upphandling",
    "kultur",
    "klimat",
    "socialtjänst",
    "cykling",
    "avfall",
    "idrott",
    "parker",
    "säkerhet",
    "personal",
    "näringsliv",
    "digitalisering",
    "kollektivtrafik",
    "vatten och avlopp",
    "energi",
    "fastigheter",
    "funktionshinder",
    "integration",
    "jämställdhet",
    "bibliotek",
    "demokrati",
    "folkhälsa",
    "föreningsliv",
    "gymnasium",
    "markanvisning",
    "kommunala bolag",
    "internationellt",
    "räddningstjänst",
    "taxor och avgifter",
    "tillgänglighet",
    "turism",
    "val",
];

/// What a matter is, as titles begin.
pub(crate) const KINDS: [&str; 20] = [
    "Detaljplan för",
    "Ansökan om",
    "Yttrande över",
    "Motion om",
    "Svar på motion om",
    "Antagande av",
    "Revidering av",
    "Budget för",
    "Upphandling av",
    "Avtal om",
    "Riktlinjer för",
    "Remiss om",
    "Bygglov för",
    "Försäljning av",
    "Inrättande av",
    "Medborgarförslag om",
    "Redovisning av",
    "Handlingsplan för",
    "Taxa för",
    "Granskning av",
];

/// Places that titles name.
pub(crate) const PLACES: [&str; 16] = [
    "Järva",
    "Rinkeby",
    "Norra hamnen",
    "Södra staden",
    "Älvsjö",
    "Åkeshov",
    "Östra ängen",
    "Centrum",
    "Västerby",
    "Kvarnbacken",
    "Sjöstaden",
    "Lillån",
    "Storängen",
    "Björkhagen",
    "Gamla torget",
    "Hammarby",
];

/// What a body does with a matter, as clauses begin.
pub(crate) const ACTS: [&str; 8] = [
    "godkänner förslaget till",
    "antar",
    "avslår ansökan om",
    "överlämnar till kommunfullmäktige ärendet om",
    "uppdrar åt förvaltningen att återkomma om",
    "beviljar medel till",
    "noterar redovisningen av",
    "återremitterar ärendet om",
];

/// The months, as dates in words have them.
pub(crate) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
