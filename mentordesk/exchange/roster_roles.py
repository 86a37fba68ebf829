"""Roles as people write them, in English, German, French and Spanish. Knows no column."""

import re
from difflib import get_close_matches

from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold

BOTH = (Role.MENTOR, Role.MENTEE)
_WORDS: dict[str, tuple[Role, ...]] = {
    **dict.fromkeys(("mentor", "mentors", "mentorin", "mentora", "mentores", "mentorinnen"), (Role.MENTOR,)),
    **dict.fromkeys(("mentee", "mentees", "menti", "protege", "protegee", "protegido", "protegida"), (Role.MENTEE,)),
    **dict.fromkeys(("mentoree", "mentorees", "mentorado", "mentorada", "mentorand", "mentorandin"), (Role.MENTEE,)),
    **dict.fromkeys(("mentorizado", "mentorizada", "aprendiz", "learner"), (Role.MENTEE,)),
    **dict.fromkeys(
        ("peer", "peers", "tandem", "tandempartner", "tandempartnerin", "pair", "par", "buddy"), (Role.PEER,)
    ),
    **dict.fromkeys(("both", "beide", "beides", "ambos", "ambas", "deux"), BOTH),
}
# French writes the mentee as "mentoré", and folding takes the accent that makes the difference to no other word.
_WORDS["mentore"] = (Role.MENTEE,)
_PROPOSALS = {"mentor": "mentor", "mentee": "mentee", "peer": "peer", "both": "both", "mentorin": "mentor"}
_AROUND = frozenset(
    ("and", "und", "et", "y", "e", "or", "in", "les", "los", "las", "dos", "als", "as", "a", "roles", "role")
)
_NO_WORD = re.compile(r"[\W_]+")


def roles_of_text(text: str) -> tuple[Role, ...]:
    """The roles the text names: "Mentor:in", "les deux", "mentor & mentee". None if a word is not understood."""
    words = [word for word in _NO_WORD.sub(" ", fold(text)).split() if word not in _AROUND]
    meant = [_WORDS.get(word, ()) for word in words]
    if not words or not all(meant):
        return ()
    named = {role for roles in meant for role in roles}
    return tuple(role for role in Role if role in named)


def nearest_role(text: str) -> str:
    """The role that was probably meant by a text with a typing error: "metor" is "mentor". "" if none is near."""
    near = get_close_matches(fold(text).strip(), _PROPOSALS, n=1, cutoff=0.6)
    return _PROPOSALS[near[0]] if near else ""
