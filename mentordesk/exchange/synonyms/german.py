"""What columns of people are called in German. Knows no file."""

from collections.abc import Mapping

HEADINGS: Mapping[str, str] = {
    "name": "vollständiger name/mitarbeiter/mitarbeiterin/teilnehmer/teilnehmerin/anzeigename/mitarbeitername/"
    "name vorname/vor und nachname/vorname und nachname/vorname nachname/nachname vorname/teilnehmende/person name/"
    "vor und zuname/name der person",
    "first_name": "vorname/rufname/vornamen",
    "last_name": "nachname/familienname/zuname",
    "email": "emailadresse/e mail adresse/mailadresse/e mail dienstlich/dienstliche e mail/dienstliche e mail adresse/"
    "geschäftliche e mail",
    "employee_number": "personalnummer/pers nr/personalnr/personal nr/mitarbeiternummer/mitarbeiter id/mitarbeiternr/"
    "mitarbeiter nr/stammnummer/personal id/persnr/ma nr",
    "title": "titel/stelle/stellenbezeichnung/berufsbezeichnung/funktion/tätigkeit/jobtitel/position im unternehmen/"
    "aktuelle position/planstelle/beruf bezeichnung",
    "department": "abteilung/bereich/organisationseinheit/fachbereich/geschäftsbereich/ressort/org einheit/oe/sparte/"
    "abteilungsname/fachabteilung",
    "location": "standort/ort/arbeitsort/dienstort/stadt/büro/niederlassung/dienstsitz/land/werk/einsatzort",
    "company": "firma/unternehmen/gesellschaft/arbeitgeber",
    "level": "stufe/ebene/karrierestufe/hierarchieebene/seniorität/karrierelevel/tarifgruppe/gehaltsstufe/besoldung/"
    "entgeltgruppe/führungsebene",
    "manager": "vorgesetzter/vorgesetzte/führungskraft/disziplinarischer vorgesetzter/chef/chefin/teamleiter/"
    "teamleitung/leitung/direkter vorgesetzter/direkte führungskraft/disziplinarische führungskraft/"
    "vorgesetzter e mail/e mail vorgesetzter/vorgesetzten nr/vorgesetzter personalnummer/"
    "personalnummer vorgesetzter/personalnummer führungskraft/berichtet an",
    "languages": "sprachen/sprache/sprachkenntnisse",
    "offers": "bietet/kompetenzen/fähigkeiten/stärken/kenntnisse/kann weitergeben/ich biete/biete/angebotene themen/"
    "expertise themen/ich kann weitergeben",
    "wants": "möchte lernen/will lernen/sucht/lernziele/ziele/entwicklungsfelder/ich möchte lernen/ich suche/suche/"
    "wünsche/thema/themen/interessen/gewünschte themen/themenwünsche/wunschthemen/interesse",
    "avoids": "unerwünschte themen/themen die ich nicht möchte/keine themen/tabuthemen/nicht gewünschte themen/"
    "ausgeschlossene themen",
    "experience": "lebenserfahrung/erfahrung/erfahrungen/lebenserfahrungen/hintergrund",
    "role": "rolle/rolle im programm/mentor oder mentee/teilnahme als/rolle im mentoring/ich möchte teilnehmen als/"
    "ich nehme teil als",
    "capacity": "kapazität/plätze/anzahl mentees/max anzahl mentees/anzahl der mentees/maximale anzahl mentees",
    "external": "extern/externer/externe person",
    "status": "beschäftigungsstatus/mitarbeiterstatus/personalstatus/anstellungsstatus/beschäftigungsverhältnis",
    "hired_on": "eintritt/eintrittsdatum/einstellungsdatum/eingestellt am/im unternehmen seit/eintritt am/"
    "betriebszugehörigkeit seit/datum eintritt",
    "last_promotion": "letzte beförderung/beförderung/beförderungsdatum/datum der letzten beförderung/befördert am/"
    "letzte beförderung am",
    "left_on": "austritt/austrittsdatum/ausgetreten am/letzter arbeitstag/ausscheiden/ausgeschieden am/austritt am/"
    "vertragsende durch kündigung",
    "notes": "bemerkungen/bemerkung/notizen/notiz/kommentar/kommentare/anmerkung/anmerkungen",
    "cohort": "kohorte/jahrgang/durchgang/programm/staffel/runde/mentoring programm/programmname/programmrunde",
    "started_on": "programmstart/programmbeginn/begonnen am/start des programms/beginn des programms",
    "completed_on": "programmende/abgeschlossen am/beendet am/ende des programms",
    "completion": "abschluss/abgeschlossen/programm abgeschlossen/teilnahmestatus/abschlussstatus",
    "partner": "partnerin/tandempartner/tandempartnerin/gematcht mit/mentoring partner in/zugeordnet",
    "rank": "rang/priorität/reihenfolge/wichtigkeit/rangfolge/präferenz",
}
WORDS: Mapping[str, str] = {
    "manager": "vorgesetzte/vorgesetzter/vorgesetzten/führungskraft",
    "capacity": "kapazität/wie viele mentees/anzahl mentees",
    "wants": "lernen/möchte/gewünschte",
    "offers": "bieten/weitergeben/anbieten",
    "first_name": "vorname",
    "last_name": "nachname/familienname",
    "email": "emailadresse/mailadresse",
    "employee_number": "personalnummer/mitarbeiternummer",
    "languages": "sprachen",
    "role": "rolle im",
    "last_promotion": "letzte beförderung/letzten beförderung/beförderungsdatum",
    "left_on": "austrittsdatum/letzter arbeitstag",
    "hired_on": "eintrittsdatum/eintritt",
    "status": "beschäftigungsstatus",
    "experience": "lebenserfahrung",
    "title": "stellenbezeichnung/berufsbezeichnung",
    "department": "abteilung/bereich",
    "location": "standort/arbeitsort",
    "company": "firma/unternehmen",
    "level": "stufe/karrierestufe",
    "notes": "bemerkungen/anmerkungen",
    "external": "extern/externe",
    "name": "vollständiger name/ihr name/dein name",
}
NO_FIELD = (
    "telefon/telefonnummer/handy/mobil/gehalt/geschlecht/alter/geburtsdatum/geburtstag/staatsangehörigkeit/größe/"
    "anrede/"
    "kostenstelle/adresse/straße/plz/bundesland/zeitstempel/startzeit/fertigstellungszeit/datum/nummer/nr/"
    "zeitpunkt der letzten änderung/arbeitszeit/stunden/wochenstunden/betriebszugehörigkeit/familienstand/foto"
)
IN_HISTORY: Mapping[str, str] = {
    "started_on": "von/beginn/anfang/startdatum/seit",
    "completed_on": "bis/ende/enddatum",
    "completion": "ergebnis",
}
TOPICS = "thema/themen/welche themen/mentoring themen/themenbereiche"
