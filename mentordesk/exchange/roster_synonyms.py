"""What columns of HR exports are called, in English, German, French and Spanish. Knows no file."""

from collections.abc import Mapping
from types import MappingProxyType

# Folded: lower case, no accents, only letters and digits between single spaces. The whole heading must be one of these.
HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": (
            *("name", "full name", "fullname", "display name", "employee name", "person", "participant"),
            *("participant name", "employee", "worker", "worker name", "preferred name", "legal name"),
            *("vollstandiger name", "mitarbeiter", "mitarbeiterin", "teilnehmer", "teilnehmerin", "anzeigename"),
            *("nom complet", "nom et prenom", "prenom et nom", "nom prenom", "collaborateur", "salarie", "participants"),
            *("nombre completo", "nombre y apellido", "nombre y apellidos", "apellidos y nombre", "empleado"),
            *("empleada", "persona", "colaborador", "mitarbeitername", "name vorname", "vor und nachname", "personne"),
        ),
        "first_name": (
            *("first name", "firstname", "given name", "given names", "forename", "first", "vorname", "rufname"),
            *("prenom", "nombre", "nombres", "nombre de pila", "primer nombre"),
        ),
        "last_name": (
            *("last name", "lastname", "surname", "family name", "last", "nachname", "familienname", "zuname"),
            *("nom de famille", "apellido", "apellidos", "primer apellido", "nom"),
        ),
        "email": (
            *("email", "e mail", "mail", "email address", "e mail address", "mail address", "work email", "work e mail"),
            *("business email", "company email", "emailadresse", "e mail adresse", "mailadresse", "primary email"),
            *("courriel", "adresse mail", "adresse email", "adresse e mail", "adresse electronique", "mel"),
            *("correo", "correo electronico", "direccion de correo", "upn", "user principal name", "username mail"),
        ),
        "employee_number": (
            *("employee number", "employee no", "employee id", "emp id", "emp no", "employeeid", "staff id"),
            *("staff number", "personnel number", "personnel no", "worker id", "person id", "personal id", "id", "badge"),
            *("payroll number", "payroll id", "hr id", "user id", "associate id", "colleague id", "employee code"),
            *("personalnummer", "pers nr", "personalnr", "mitarbeiternummer", "mitarbeiter id", "mitarbeiternr"),
            *("matricule", "numero matricule", "numero d employe", "numero employe", "n matricule", "id employe"),
            *("numero de empleado", "no de empleado", "n de empleado", "id de empleado", "id empleado", "legajo"),
        ),
        "title": (
            *("title", "job title", "position", "job", "position title", "business title", "current position", "role title"),
            *("designation", "occupation", "profession", "job name", "function", "current role", "job role"),
            *("titel", "stelle", "stellenbezeichnung", "berufsbezeichnung", "funktion", "tatigkeit", "jobtitel"),
            *("poste", "intitule de poste", "intitule du poste", "fonction", "titre", "emploi", "metier"),
            *("puesto", "cargo", "puesto de trabajo", "titulo", "titulo del puesto", "funcion", "posicion"),
        ),
        "department": (
            *("department", "dept", "dep", "division", "business unit", "unit", "org unit", "organization unit"),
            *("organisation unit", "organizational unit", "organisational unit", "function area", "area", "team"),
            *("cost center name", "department name", "supervisory organization", "org", "bu", "section"),
            *("abteilung", "bereich", "organisationseinheit", "fachbereich", "geschaftsbereich", "ressort"),
            *("departement", "service", "direction", "unite", "equipe", "pole"),
            *("departamento", "dpto", "depto", "unidad", "equipo", "division"),
        ),
        "location": (
            *("location", "site", "office", "city", "town", "work location", "workplace", "office location", "base"),
            *("country", "location name", "duty station", "branch", "place of work", "building"),
            *("standort", "ort", "arbeitsort", "dienstort", "stadt", "buro", "niederlassung", "dienstsitz"),
            *("lieu", "lieu de travail", "ville", "bureau", "etablissement", "implantation"),
            *("ubicacion", "ciudad", "oficina", "lugar de trabajo", "sede", "localidad", "centro de trabajo"),
        ),
        "company": (
            *("company", "organization", "organisation", "employer", "company name", "legal entity", "entity", "firm"),
            *("firma", "unternehmen", "gesellschaft", "arbeitgeber", "entreprise", "societe", "employeur"),
            *("empresa", "compania", "organizacion", "sociedad", "entidad"),
        ),
        "level": (
            *("level", "job level", "seniority", "seniority level", "career level", "management level", "grade", "band"),
            *("job grade", "pay grade", "hierarchy level", "stufe", "ebene", "karrierestufe", "hierarchieebene"),
            *("senioritat", "niveau", "niveau hierarchique", "echelon", "anciennete", "nivel", "nivel jerarquico"),
            *("categoria", "antiguedad"),
        ),
        "manager": (
            *("manager", "line manager", "supervisor", "reports to", "boss", "manager name", "managers name", "lead"),
            *("manager email", "manager e mail", "manager mail", "line manager name", "line manager email", "team lead"),
            *("direct manager", "reporting manager", "supervisor name", "manager id", "people manager", "reporting to"),
            *("vorgesetzter", "vorgesetzte", "fuhrungskraft", "vorgesetzte r", "disziplinarischer vorgesetzter", "chef"),
            *("chefin", "teamleiter", "teamleitung", "leitung", "responsable", "superieur", "superieur hierarchique"),
            *("n 1", "manageur", "responsable hierarchique", "jefe", "jefa", "jefe directo", "gerente", "supervisora"),
            *("superior", "jefe inmediato", "responsable directo"),
        ),
        "languages": (
            *("languages", "language", "languages spoken", "spoken languages", "language skills", "speaks"),
            *("sprachen", "sprache", "sprachkenntnisse", "langues", "langue", "langues parlees", "idiomas", "idioma"),
            *("lenguas", "lengua"),
        ),
        "offers": (
            *("offers", "skills offered", "offer", "can share", "can offer", "can teach", "skills to share", "expertise"),
            *("strengths", "skills", "areas of expertise", "can help with", "i can share", "i can help with", "i offer"),
            *("skills i can share", "teaches", "mentoring topics", "competencies", "competences", "know how", "gives"),
            *("bietet", "kompetenzen", "fahigkeiten", "starken", "kenntnisse", "kann weitergeben", "ich biete"),
            *("biete", "offre", "propose", "competences offertes", "savoir faire", "points forts", "je propose"),
            *("expertises", "ofrece", "habilidades", "competencias", "puede compartir", "puede ensenar", "fortalezas"),
        ),
        "wants": (
            *("wants", "skills wanted", "want", "would like to learn", "wants to learn", "learning goals", "goals"),
            *("development areas", "areas of development", "needs", "interests", "skills to develop", "topics wanted"),
            *("development goals", "skills to learn", "i want to learn", "i would like to learn", "learning needs"),
            *("seeks", "looking for", "i want", "mochte lernen", "will lernen", "sucht", "lernziele", "ziele"),
            *("entwicklungsfelder", "ich mochte lernen", "ich suche", "suche", "wunsche", "souhaite apprendre"),
            *("souhaits", "recherche", "objectifs", "veut apprendre", "axes de developpement", "besoins"),
            *("competences recherchees", "competences souhaitees", "quiere aprender", "busca", "desea aprender"),
            *("objetivos", "areas de desarrollo", "intereses", "le gustaria aprender"),
        ),
        "experience": (
            *("life experience", "experience", "life experiences", "experiences", "background", "lived experience"),
            *("lebenserfahrung", "erfahrung", "erfahrungen", "lebenserfahrungen", "hintergrund", "experience de vie"),
            *("parcours", "parcours de vie", "experiencia", "experiencia de vida", "experiencias", "trayectoria"),
        ),
        "role": (
            *("role", "role in program", "role in programme", "program role", "programme role", "mentoring role"),
            *("mentor or mentee", "mentor mentee", "participates as", "participation", "takes part as", "i want to be"),
            *("rolle", "rolle im programm", "mentor oder mentee", "teilnahme als", "role dans le programme"),
            *("mentor ou mentore", "participe comme", "rol", "rol en el programa", "mentor o mentee", "participa como"),
            *("papel", "role in the program", "role in mentoring"),
        ),
        "capacity": (
            *("capacity", "places", "number of mentees", "max mentees", "slots", "maximum mentees", "mentees max"),
            *("max pairs", "number of pairs", "how many mentees", "mentoring capacity", "spots", "places as mentor"),
            *("kapazitat", "platze", "anzahl mentees", "max anzahl mentees", "capacite", "nombre de mentores"),
            *("nombre de places", "nombre de mentees", "capacidad", "plazas", "numero de mentees", "cupo", "cupos"),
        ),
        "external": (
            *("external", "is external", "external person", "outside the company", "contractor", "external yes no"),
            *("extern", "externe", "externer", "externe person", "externo", "externa", "es externo"),
        ),
        "hired_on": (
            *("hired on", "hire date", "start date", "date of hire", "hired", "joined", "joining date", "date joined"),
            *("employed since", "entry date", "original hire date", "in company since", "with us since", "join date"),
            *("continuous service date", "service date", "eintritt", "eintrittsdatum", "einstellungsdatum"),
            *("eingestellt am", "im unternehmen seit", "date d embauche", "date d entree", "embauche", "embauche le"),
            *("fecha de ingreso", "fecha de contratacion", "fecha de alta", "fecha de incorporacion", "ingreso"),
        ),
        "notes": (
            *("notes", "note", "comments", "comment", "remarks", "remark", "anything else", "bemerkungen", "bemerkung"),
            *("notizen", "notiz", "kommentar", "kommentare", "anmerkung", "anmerkungen", "remarques", "remarque"),
            *("commentaire", "commentaires", "notas", "nota", "comentarios", "comentario", "observaciones"),
        ),
    }
)

# One of these words (or pairs of words) inside a longer heading says what it is. Earlier ones win over later ones: "Line
# manager's e-mail" is about the manager, "Places as mentor" about places.
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("manager", ("manager", "managers", "supervisor", "vorgesetzte", "vorgesetzter", "superieur", "jefe", "reports to")),
    ("capacity", ("capacity", "kapazitat", "capacite", "capacidad", "how many mentees", "number of mentees", "places")),
    ("wants", ("learn", "wanted", "improve", "develop", "lernen", "apprendre", "aprender", "souhaite", "mochte")),
    ("offers", ("share", "offer", "offers", "offered", "teach", "pass on", "bieten", "partager", "compartir", "ensenar")),
    ("first_name", ("first name", "given name", "forename", "vorname", "prenom")),
    ("last_name", ("last name", "surname", "family name", "nachname", "familienname", "apellido", "apellidos")),
    ("email", ("email", "e mail", "mail", "courriel", "correo", "emailadresse")),
    ("employee_number", ("employee number", "employee id", "staff id", "personnel number", "personalnummer", "matricule")),
    ("languages", ("languages", "language", "sprachen", "langues", "idiomas")),
    ("role", ("mentor or mentee", "role in", "rolle im", "role dans", "rol en", "mentoring role", "program role")),
    ("hired_on", ("hire date", "hired", "hire", "eintrittsdatum", "embauche", "contratacion", "ingreso")),
    ("experience", ("life experience", "lebenserfahrung", "experience de vie", "experiencia de vida", "background")),
    ("title", ("job title", "position", "stellenbezeichnung", "intitule", "poste", "puesto", "cargo")),
    ("department", ("department", "dept", "division", "abteilung", "departement", "departamento", "bereich")),
    ("location", ("location", "office", "site", "city", "standort", "lieu", "ville", "ciudad", "ubicacion", "sede")),
    ("company", ("company", "employer", "firma", "unternehmen", "entreprise", "societe", "empresa")),
    ("level", ("level", "seniority", "stufe", "niveau", "nivel")),
    ("notes", ("comment", "comments", "notes", "remarks", "bemerkungen", "remarques", "observaciones")),
    ("external", ("external", "extern", "externe", "externo")),
    ("name", ("full name", "employee name", "participant name", "complete name", "nom complet", "nombre completo")),
)
