"""What a column of a form service's export may be, and the words in its heading that say so. Knows no cell.

Words are looked for in order: the first field that fits has the column. In English, German, French and Spanish.
"""

import re
from collections.abc import Mapping

from mentordesk.domain.text import fold

FIELDS: Mapping[str, str] = {
    "email": "Own e-mail",
    "name": "Own name",
    "partner_email": "Partner's e-mail",
    "partner": "Partner's name",
    "response_id": "Number of the answer",
    "started": "Began answering",
    "answered": "Answered on",
    "trust": "Trust, 1 to 5",
    "value": "Value, 1 to 5",
    "balance": "Balance, 1 to 5",
    "progress": "Progress, 1 to 5",
    "got": "Got, 1 to 5",
    "gave": "Gave, 1 to 5",
    "recommend": "Would recommend, 0 to 10",
    "fit": "Are the two a good fit",
    "comment": "Comment (confidential)",
    "contact_on": "Day of the contact",
    "channel": "How they were in touch",
    "minutes": "Minutes",
    "note": "What the contact was about",
    "giver": "Who gave",
    "kind": "What was given",
    "points": "How much, 1 to 3",
    "what": "The gift in a few words",
}
"""Every field and how it is called on screen; questions of a program come in addition, as "own:1"."""

_PARTNER = (
    r"partner(?:s|in)?|mentors?|mentees?|mentorin|match(?:es)?|budd(?:y|ies)|tandem|pair(?:ing)?|paired|"
    r"counterpart|other person|"
    r"gegenüber|mentore?|mentorees?|binome|mentorado|mentorada|pareja|compañer[oa]"
)
_ADDRESS = r"e ?mails?|mail|address|adresse|courriel|correo|username|benutzername"
_NAME = r"names?|vorname|nachname|nom|prenom|nombre|apellidos?|full name"
_ABOUT_NAME = r"who (?:is|was|are)|wer ist|qui est|quien es"

_RULES = (
    (
        "response_id",
        r"^(?:id|nr|no|number|response (?:id|number|no)|respondent id|submission id|antwort id|numero|token)$",
    ),
    ("started", r"^(?:start (?:time|date)|startzeit|date started|heure de debut|hora de inicio|begonnen(?: am)?)"),
    (
        "answered",
        r"^(?:completion time|end date|recorded ?date|date submitted|submit(?:ted)?(?: date)?(?: at|"
        r" on)?(?: utc)?|timestamp|"
        r"zeitstempel|fertigstellungszeit|heure de fin|hora de finalizacion|marca temporal|horodateur|answered on|"
        r"date(?: of| de)? (?:response|answer|reponse)|submitted|date created|abgesendet)",
    ),
    ("email", rf"^(?:your|my)? ?own\b.*\b(?:{_ADDRESS})\b"),
    ("partner_email", rf"(?=.*\b(?:{_PARTNER})\b)(?=.*\b(?:{_ADDRESS})\b)"),
    ("email", rf"\b(?:{_ADDRESS})\b"),
    (
        "contact_on",
        r"(?=.*\b(?:when|date|day|wann|tag|datum|quand|jour|cuando|fecha)\b)"
        r"(?=.*\b(?:meet|met|meeting|contact|talk|talked|session|touch|spoke|treffen|getroffen|kontakt|gesprach|"
        r"rencontre|"
        r"rencontres|reunion|reunieron|contacto)\b)|^(?:date|day|datum|tag|jour|fecha)$",
    ),
    ("minutes", r"\b(?:minutes?|minuten|minutos?|how long|duration|dauer|wie lange|duree|combien de temps|duracion)\b"),
    (
        "channel",
        r"\b(?:channel|kanal|canal|how did you (?:meet|talk|connect|get in touch|speak)|how you met|"
        r"type of (?:contact|meeting)|"
        r"contact type|meeting type|in person or|form of contact|art des (?:kontakts|treffens)|wie habt ihr|"
        r"wie haben sie|"
        r"type de contact|tipo de contacto|how)\b(?!.*\b(?:much|likely|well|satisfied|often|many)\b)",
    ),
    ("giver", r"\b(?:who gave|who helped|giver|wer hat gegeben|wer gab|qui a donne|quien dio)\b"),
    ("points", r"\b(?:how much|how big|points|weight|punkte|gewicht|wie viel|combien|points|cuanto|puntos)\b"),
    (
        "balance",
        r"\b(?:balance[d]?|give and (?:get|take|receive)|get and give|take and give|giving and taking|"
        r"gleichgewicht|geben und nehmen|ausgeglichen|"
        r"equilibre|equilibrio)\b",
    ),
    (
        "got",
        r"\b(?:(?:did|do|have) (?:i|you) (?:get|got|receive|received)|(?:i|you) (?:got|received)|i get from|"
        r"erhalten|bekommen|recu|recibi|recibido)\b",
    ),
    ("gave", r"\b(?:(?:did|do|have) (?:i|you) (?:give|given)|(?:i|you) gave|gegeben|donne|di|dado)\b"),
    (
        "recommend",
        r"\b(?:recommend|recommendation|how likely|nps|net promoter|empfehlen|weiterempfehlen|recommander\w*|"
        r"recomendar\w*)\b",
    ),
    ("fit", r"\b(?:good fit|a fit|good match|fit together|passen|bien assortis|encaj\w+|right match)\b"),
    (
        "kind",
        r"\b(?:what (?:was|did|have) .*\b(?:give|given|gave|exchange|exchanged|share|shared)|kind of (?:help|"
        r"exchange|gift)|"
        r"what was given|type of (?:help|exchange|support)|was wurde gegeben|art der hilfe|type d aide|"
        r"tipo de ayuda)\b",
    ),
    (
        "trust",
        r"\b(?:trust|openly|say what i think|open with|vertrauen|offen|confiance|ouvertement|confianza|abiertamente)\b",
    ),
    (
        "progress",
        r"\b(?:progress|goals?|closer to|move on|moving|fortschritt|ziele?n?|progres|objectifs?|progreso|"
        r"objetivos?|metas?)\b",
    ),
    (
        "value",
        r"\b(?:value|valuable|worth|useful|worthwhile|wert|nutzlich|lohnt|utile|valeur|vaut|valioso|util|"
        r"vale la pena|valor)\b",
    ),
    (
        "comment",
        r"\b(?:comments?|anything else|feedback|remarks?|tell us|something to add|thoughts|kommentar\w*|"
        r"anmerkung\w*|sonst noch|"
        r"commentaires?|remarques?|comentarios?|observaciones|algo mas)\b",
    ),
    (
        "note",
        r"\b(?:about|topics?|discuss(?:ed)?|notes?|talked about|themen?|besprochen|sujets?|discute|temas?|"
        r"hablado|notas?)\b",
    ),
    ("what", r"\b(?:describe|description|details|in a few words|beschreib\w*|decri\w*|describ\w*)\b"),
    ("partner", rf"(?=.*\b(?:{_PARTNER})\b)(?=.*\b(?:{_NAME}|{_ABOUT_NAME})\b)|^(?:my |your |the )?(?:{_PARTNER})$"),
    ("name", rf"\b(?:{_NAME})\b"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _RULES)
_NO_WORD = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_LINE = 90
_HINT = re.compile(r"[(\[].*?[)\]]")
_SENTENCE_END = re.compile(r"(?<=[.?!:])\s")


def words_of(heading: str) -> str:
    """The first line of a heading, lower case and without accents, between single spaces: small print is cut off."""
    line = next((part for part in heading.splitlines() if part.strip()), "")
    without_hint = _HINT.sub(" ", line)
    line = without_hint if any(letter.isalnum() for letter in without_hint) else line
    if len(line) > _LONGEST_LINE:
        line = _SENTENCE_END.split(line, maxsplit=1)[0]
    return _NO_WORD.sub(" ", fold(_CAMEL.sub(" ", line))).strip()


def by_words(heading: str) -> str | None:
    """The field that the words of a heading say; None if none do."""
    words = words_of(heading)
    return next((name for name, pattern in _COMPILED if pattern.search(words)), None)
