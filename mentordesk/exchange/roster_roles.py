"""Roles as people write them, in English, German, French, Spanish and their neighbors. Knows no column."""

import re
from difflib import get_close_matches

from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold

BOTH = (Role.MENTOR, Role.MENTEE)
_WORDS: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(
        ("mentor", "mentors", "mentorin", "mentora", "mentores", "mentorinnen", "mentoren"), (Role.MENTOR,)
    ),
    **dict.fromkeys(("mentrice", "mentori", "mentorka", "mentorzy", "ментор", "наставник", "メンター"), (Role.MENTOR,)),
    **dict.fromkeys(("mentee", "mentees", "menti", "protege", "protegee", "protegido", "protegida"), (Role.MENTEE,)),
    **dict.fromkeys(("mentoree", "mentorees", "mentorado", "mentorada", "mentorand", "mentorandin"), (Role.MENTEE,)),
    **dict.fromkeys(("mentorizado", "mentorizada", "aprendiz", "learner", "mentored"), (Role.MENTEE,)),
    **dict.fromkeys(("ментии", "менти", "подопечный", "メンティー"), (Role.MENTEE,)),
    **dict.fromkeys(
        ("peer", "peers", "tandem", "tandempartner", "tandempartnerin", "pair", "par", "buddy"), (Role.PEER,)
    ),
    **dict.fromkeys(("both", "beide", "beides", "ambos", "ambas", "deux", "either", "entrambi", "allebei"), BOTH),
    **dict.fromkeys(
        ("entrambe", "ambedue", "beiden", "obie", "oboje", "oba", "båda", "begge", "molemmat", "両方"), BOTH
    ),
}
_WORDS = {fold(word): roles for word, roles in _WORDS.items()}
# French writes the mentee as "mentoré", and folding takes the accent that makes the difference to no other word.
_WORDS["mentore"] = (Role.MENTEE,)
_BOTH_PHRASES = ("los dos", "las dos", "les deux", "os dois", "alle beide", "either role", "both roles", "tutti e due")
_PROPOSALS = {"mentor": "mentor", "mentee": "mentee", "peer": "peer", "both": "both", "mentorin": "mentor"}
_AROUND = frozenset(
    (
        *(
            "and",
            "und",
            "et",
            "y",
            "e",
            "or",
            "in",
            "les",
            "los",
            "las",
            "dos",
            "als",
            "as",
            "a",
            "an",
            "roles",
            "role",
        ),
        *(
            "the",
            "i",
            "to",
            "be",
            "become",
            "want",
            "would",
            "like",
            "am",
            "m",
            "ll",
            "d",
            "will",
            "can",
            "could",
            "wish",
        ),
        *("happy", "willing", "interested", "ready", "open", "being", "participate", "take", "part", "join", "apply"),
        *("oder", "ou", "o", "ich", "mochte", "will", "werden", "sein", "ein", "eine", "einen", "gern", "gerne"),
        *("bin", "je", "suis", "veux", "voudrais", "souhaite", "etre", "devenir", "un", "une", "quiero", "ser", "una"),
        *(
            "me",
            "gustaria",
            "como",
            "comme",
            "tous",
            "toutes",
            "alle",
            "voglio",
            "vorrei",
            "essere",
            "come",
            "il",
            "la",
        ),
        *("le", "de", "quero", "wil", "zijn", "een", "en", "och", "og", "i", "only", "nur", "program", "programme"),
        *("possibly", "maybe", "also", "auch", "aussi", "tambien", "anche", "preferably", "choice", "first", "second"),
        *("st", "nd", "1st", "2nd", "1", "2", "for", "of", "this", "year", "again", "yes", "ja", "oui", "si", "please"),
    )
)
# Who looks for one is the other: "I am looking for a mentor" writes a mentee.
_SEEKS = re.compile(
    r"\b(?:look\w*|seek\w*|search\w*|find\w*|need\w*|get|have|receive|request\w*|such\w*|brauch\w*|"
    r"benotig\w*|cherch\w*|"
    r"recherch\w*|besoin|trouver|avoir|busc\w*|necesit\w*|encontrar|tener|cerc\w*|trovare|procur\w*|"
    r"zoek\w*|szuka\w*|"
    r"would like|want)\b(?:(?!\b(?:be|become|being|act\w*|serve|as|als|sein|werden|etre|devenir|ser|"
    r"essere|comme|como|"
    r"come|zijn|and|und|or|oder)\b).)*?\b(mentor\w*|mentee\w*)\b"
)
_NEGATION = re.compile(
    r"\b(?:no|not|neither|nor|none|never|former|ex|kein\w*|nicht|weder|pas|ni|aucun\w*|nunca|non|geen|"
    r"niet|nie)\b|n't\b"
)
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_NO_WORD = re.compile(r"[\W_]+")


def roles_of_text(text: str) -> tuple[Role, ...]:
    """The roles the text names: "Mentor:in", "les deux", "Mentor (1st choice) or Mentee", "I want to be a mentor".

    None if a word is not understood: then it is better asked than guessed.
    """
    plain = " ".join(fold(text).split())
    if _NEGATION.search(plain):
        return ()
    plain = _IN_BRACKETS.sub("", plain) or plain
    if sought := _sought(plain):
        return sought
    for phrase in _BOTH_PHRASES:
        plain = plain.replace(phrase, "both")
    words = [word for word in _NO_WORD.sub(" ", plain).split() if word not in _AROUND]
    meant = [_WORDS.get(word, ()) for word in words]
    if not words or not all(meant):
        return ()
    named = {role for roles in meant for role in roles}
    return tuple(role for role in Role if role in named)


def _sought(plain: str) -> tuple[Role, ...]:
    """The role of somebody who looks for the other one."""
    found = _SEEKS.search(plain)
    if found is None:
        return ()
    sought = _WORDS.get(found[1], ())
    other: dict[tuple[Role, ...], tuple[Role, ...]] = {(Role.MENTOR,): (Role.MENTEE,), (Role.MENTEE,): (Role.MENTOR,)}
    return other.get(sought, ())


def nearest_role(text: str) -> str:
    """The role that was probably meant by a text with a typing error: "metor" is "mentor". "" if none is near."""
    plain = fold(text).strip()
    if _NEGATION.search(plain):
        return ""
    near = get_close_matches(plain, _PROPOSALS, n=1, cutoff=0.6)
    if near:
        return _PROPOSALS[near[0]]
    named = {role for word in _NO_WORD.sub(" ", plain).split() for role in _WORDS.get(word, ())}
    return next(iter(named)).value if len(named) == 1 else ""
