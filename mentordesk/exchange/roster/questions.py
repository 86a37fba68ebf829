"""Questions of forms as headings: what is asked, without numbers in front and small print behind. Knows no cell."""

import re

from mentordesk.exchange.synonyms.spelling import words_of

# A longer heading is a text in which words of fields stand by chance.
_LONGEST = 80
_LONGEST_WORDS = 14
_NUMBERED = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d{1,3}(?:[a-z]\b)?\s*[.):_-]\s*(?=\D)", re.IGNORECASE)
_SENTENCE = re.compile(r"^(.{4,}?[?？])|^(.{12,}?[.!。])(?=\s|$)|^(.{4,}?)(?:\n\s*\n)", re.DOTALL)
_MINE = re.compile(
    r"^(?:(?:please |bitte )?(?:enter|provide|state|give|type|indicate|tell us|select|choose|name|nennen sie) )?"
    r"(?:what is |what are |what s |which is |which are |wie lautet |was ist |welche ist |quel est |quelle est |"
    r"quels sont |quelles sont |cual es |cuales son |qual e )?"
    r"(?:your|my|the|ihr|ihre|dein|deine|mein|meine|votre|vos|ton|ta|tes|mon|ma|mes|su|sus|tu|tus|mi|mis|il tuo|"
    r"la tua|"
    r"seu|sua|uw|je|jouw|l|le|la|el)?\b ?(?:own |official |correct )?(?:work |business |professional )?"
)
_ROLE_IN_FRONT = re.compile(r"^(?:the )?(mentor|mentee|mentors|mentees|mentorin)(?: s)? (?=\S)")
_ROLE_BEHIND = re.compile(r" (?:of|der|des|du|de la|del) (?:the |le |la |el )?(mentor|mentee)(?:s|in)?$")
_ROLES = {"mentor": "mentor", "mentors": "mentor", "mentorin": "mentor", "mentee": "mentee", "mentees": "mentee"}

_GIVE = (
    r"(?:support|share|teach|offer|help|give|advise|coach|contribute|pass|mentor|provide|guide|weitergeben|"
    r"unterstutzen|"
    r"anbieten|helfen|beitragen|vermitteln|aider|partager|proposer|apporter|transmettre|accompagner|soutenir|ayudar|"
    r"apoyar|compartir|ofrecer|ensenar|aportar)"
)
# The first that is found says it: what is refused before what is wished, what is taken before what is given.
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (
            "",
            r"\b(?:(?:you|we) prefer|preferences? (?:for|about|regarding)|agree|consent|privacy|data protection|"
            r"gdpr|terms|einverstanden|einwilligung|datenschutz|j accepte|"
            r"acepto|consentimiento|newsletter|may we|can we|hear about|how satisfied|how likely|recommend|years|days|"
            r"attend|photo|dietary|approved?|approval|signature|why|warum|pourquoi|por que)\b",
        ),
        (
            "",
            r"\b(?:not|avoid|no|nicht|ne|rather not)\b.*\b(?:matched|paired|partner|person|people|who|whom|colleague|"
            r"contacted?)\b",
        ),
        (
            "avoids",
            r"\b(?:topics?|subjects?|areas?|themes?|themen|thema|sujets?|temas?|anything|things?|what)\b.*"
            r"\b(?:not|don t|avoid|no go|off limits|nicht|vermeiden|tabu|eviter|pas|evitar|no (?:quier\w+|dese\w+))\b"
            r"|\b(?:avoid|not|don t|no go|tabu)\b.*\b(?:topics?|subjects?|themen|thema|sujets?|temas?|talk|discuss)\b",
        ),
        (
            "role",
            r"\b(?:take part|participate|participating|sign(?:ing)? up|join|register|registering|apply|applying|"
            r"enroll|"
            r"involved|teilnehmen|mitmachen|anmelden|participer|inscrire|participar|inscribir\w*)\b.*\b(?:as|als|"
            r"comme|"
            r"como|en tant que|role|rolle)\b"
            r"|\b(?:be|become|sein|werden|etre|devenir|ser)\b.*\b(?:mentors?|mentees?|mentore)\b"
            r"|\b(?:which|what|preferred|welche|quel|que) (?:role|rolle|rol)\b(?! do you (?:have|hold|work))"
            r"|\bmentor\w* (?:or|oder|ou|o|and|und|et|y|and or) (?:a |an |as a )?(?:mentee|mentore|both)",
        ),
        (
            "capacity",
            r"\b(?:how many|number of|no of|maximum|max|wie viele|anzahl|combien de?|nombre de|cuant[oa]s|"
            r"numero de|quanti)"
            r"\b(?!.*\b(?:manage|lead|report|reports|team|language|hours)\b).*\b(?:mentees?|people|persons?|"
            r"colleagues?|"
            r"pairs?|participants?|mentors?|personen|kolleg\w*|personnes|mentores?|personas|pairings?|matches)\b",
        ),
        (
            "languages",
            r"\b(?:languages?|sprachen?|langues?|idiomas?|lingue)\b",
        ),
        (
            "wants",
            r"\b(?:support|help|guide|advise|assist|teach|unterstutzen|helfen|aider|ayudar) (?:you|me|dich|sie|dir|"
            r"ihnen)\b"
            r"|\b(?:dich|dir|ihnen) (?:unterstutzen|helfen)\b",
        ),
        (
            "offers",
            rf"\b(?:like|love|want|happy|willing|ready|able|prepared|wish|prefer) to {_GIVE}\b(?!.* \bfrom\b)"
            rf"|\b(?:can|could|may|will|kannst|konnen|konnten|mochten?|mochtest|pouvez|pourriez|peux|souhaitez|"
            rf"puedes?|"
            rf"puede|podria|quieres?)\b(?: \w+){{0,6}}? {_GIVE}\b"
            rf"|\b(?:i|ich|je) (?:offer|biete|propose)\b|\b(?:expertise|strengths|good at|experienced in|expert)\b"
            rf"|\b(?:topics?|skills?|areas?)\b.*\b(?:you|i|to) {_GIVE}\b",
        ),
        (
            "wants",
            r"\b(?:learn|develop|improve|grow|better at|work on|gain|achieve|strengthen|deepen|receive|lernen|"
            r"entwickeln|"
            r"verbessern|erreichen|apprendre|developper|ameliorer|aprender|desarrollar|mejorar)\b"
            r"|\b(?:need|want|like|looking for|seek|seeking|brauchst|brauchen|wunschen?|besoin|necesitas?|"
            r"busca)\b.*\b(?:help|"
            r"support|advice|guidance|mentoring|topics?|hilfe|unterstutzung|rat|themen|aide|conseils?|ayuda|apoyo)\b"
            r"|\b(?:help|support|advice|guidance|topics?|areas?|skills?|themen|sujets|temas)\b.*\b(?:need|want|"
            r"wish|interest|"
            r"interests?|interested|looking for|important|importance|prioritise|prioritize|priority|rank|"
            r"interessieren|"
            r"wichtig|wunschen|interessent|interesan|focus)\b"
            r"|\b(?:rank|order|prioriti[sz]e|sort|ordnen|classez|ordene)\b.*\b(?:topics?|areas?|skills?|themen|"
            r"sujets|temas)\b"
            r"|\b(?:goals?|expectations?|expect|hope|ziele|erwart\w*|objectifs|attentes|objetivos|expectativas)\b",
        ),
        (
            "first_name",
            r"\b(?:first|given) name\b(?!.*\b(?:last|family|sur)\b)|\bvorname(?!.*nachname)|\bprenom\b(?!.*\bnom\b)",
        ),
        (
            "last_name",
            r"(?<!first and )\b(?:last|family) name\b(?!.*\bfirst\b)|\bsurname\b|"
            r"(?<!vorname und )\bnachname\b",
        ),
        (
            "name",
            r"^(?:what is |what s )?(?:your|ihr|dein|votre|su|tu)? ?(?:full |complete |first and last |"
            r"preferred )?name$"
            r"|\byour (?:full |complete |first and last )?name\b|\bwho are you\b|\bwie (?:heisst du|heissen sie)\b"
            r"|\b(?:ihr|dein) (?:voller |vollstandiger )?name\b|\bvotre nom\b|\b(?:su|tu) nombre\b"
            r"|\bcomment vous appelez\b|\bcomo (?:se llama|te llamas)\b",
        ),
        (
            "location",
            r"\bwhere (?:are you (?:based|located)|do you work|is your office)\b|\bwo (?:arbeiten|arbeitest) |"
            r"\bou travaillez\b|"
            r"\bdonde trabaja\b|\b(?:based|located) in\b",
        ),
        ("hired_on", r"\bwhen did you (?:join|start)\b|\bseit wann\b|\bdepuis quand\b|\bdesde cuando\b"),
        (
            "notes",
            r"\b(?:anything|something) (?:else|more)\b|\bis there anything\b|\bsonst noch\b|\bautre chose\b|"
            r"\balgo mas\b|"
            r"\b(?:further|other|additional|any) (?:comments?|remarks?|information|notes?)\b",
        ),
    )
)


def core(heading: str) -> str:
    """What a heading asks: its first sentence, at most 80 letters of it, without the number of the question."""
    first = _first_sentence(heading)
    if len(first) > _LONGEST:
        first = first[:_LONGEST].rsplit(" ", 1)[0]
    return " ".join(first.split())


def is_long(heading: str) -> bool:
    """Whether the first sentence of a heading is so long that single words in it say nothing."""
    return len(words_of(_first_sentence(heading)).split()) > _LONGEST_WORDS


def _first_sentence(heading: str) -> str:
    text = _NUMBERED.sub("", heading).strip() or heading.strip()
    match = _SENTENCE.match(text)
    return next((found for found in match.groups() if found), text) if match else text


def asked(words: str) -> str | None:
    """The field that a question asks for, by its words. "" if it surely asks for none, None if that cannot be told."""
    return next((field for field, pattern in _ASKS if pattern.search(words)), None)


def without_mine(words: str) -> str:
    """The words without "What is your", "Please enter your work" and the like in front."""
    return _MINE.sub("", words, count=1).strip() or words


def role_in(words: str) -> tuple[str, str]:
    """The role that a heading speaks of, and the words without it: "mentor name" is ("mentor", "name")."""
    for pattern in (_ROLE_IN_FRONT, _ROLE_BEHIND):
        match = pattern.search(words)
        if match:
            return _ROLES[match[1]], pattern.sub("", words, count=1).strip()
    return (_ROLES[words], "") if words in _ROLES else ("", words)
