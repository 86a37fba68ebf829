"""Words that answers are written in, in English, German, French and Spanish, and what they mean. Knows no cell.

All are compared folded: lower case, without accents.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from mentordesk.domain.check_ins import Fit
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.text import fold

Meaning = TypeVar("Meaning")


def _by_word(lines: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """Each line has its words between slashes."""
    return {fold(word.strip()): meaning for meaning, words in lines.items() for word in words.split("/")}


AGREEMENT = _by_word(
    {
        5: "strongly agree/fully agree/completely agree/totally agree/agree strongly/fully/completely/very satisfied/"
        "extremely satisfied/excellent/very good/always/a great deal/very much/definitely/stimme voll zu/"
        "stimme voll und ganz zu/trifft voll zu/trifft voll und ganz zu/sehr zufrieden/sehr gut/immer/"
        "tout a fait d'accord/tout à fait/très satisfait/très bien/toujours/totalmente de acuerdo/"
        "muy de acuerdo/muy satisfecho/muy satisfecha/muy bien/siempre",
        4: "agree/somewhat agree/rather agree/mostly agree/mostly/satisfied/good/often/quite a lot/a lot/stimme zu/"
        "stimme eher zu/trifft zu/trifft eher zu/zufrieden/gut/oft/d'accord/plutôt d'accord/satisfait/bien/souvent/"
        "de acuerdo/algo de acuerdo/satisfecho/satisfecha/a menudo",
        3: "neutral/neither agree nor disagree/neither/undecided/somewhat/partly/moderately/sometimes/okay/ok/average/"
        "fair/teils teils/teils, teils/teils/weder noch/unentschieden/mittel/manchmal/neutre/"
        "ni d'accord ni pas d'accord/"
        "parfois/moyen/ni de acuerdo ni en desacuerdo/regular/a veces",
        2: "disagree/somewhat disagree/rather disagree/mostly disagree/dissatisfied/poor/rarely/seldom/a little/"
        "slightly/"
        "stimme nicht zu/stimme eher nicht zu/trifft nicht zu/trifft eher nicht zu/unzufrieden/schlecht/selten/"
        "pas d'accord/plutôt pas d'accord/insatisfait/rarement/un peu/en desacuerdo/algo en desacuerdo/insatisfecho/"
        "insatisfecha/rara vez/un poco",
        1: "strongly disagree/completely disagree/totally disagree/disagree strongly/not at all/very dissatisfied/"
        "very poor/never/nothing/stimme gar nicht zu/stimme überhaupt nicht zu/trifft gar nicht zu/"
        "trifft überhaupt nicht zu/gar nicht/sehr unzufrieden/sehr schlecht/nie/nichts/pas du tout d'accord/"
        "pas du tout/"
        "très insatisfait/jamais/rien/totalmente en desacuerdo/muy en desacuerdo/para nada/muy insatisfecho/"
        "muy insatisfecha/nunca/nada",
    }
)
FITS = _by_word(
    {
        Fit.GOOD: "good/good fit/a good fit/yes/very good/great/gut/ja/passt/bien/oui/bueno/si",
        Fit.DECIDING: "still deciding/deciding/not sure/unsure/undecided/maybe/too early to tell/noch offen/unsicher/"
        "vielleicht/weiß nicht/peut-être/je ne sais pas/quizás/no estoy seguro/no estoy segura/no sé",
        Fit.NOT_A_FIT: "not a good fit/not a fit/no fit/no/nein/passt nicht/non/mauvais/no encaja",
    }
)
CHANNELS = _by_word(
    {
        Channel.MEETING: "meeting/in person/face to face/face-to-face/met in person/personal meeting/onsite/on site/"
        "treffen/persönlich/persönliches treffen/vor ort/réunion/en personne/rencontre/en présentiel/reunión/"
        "en persona/"
        "presencial",
        Channel.VIDEO: "video/video call/videocall/video conference/video meeting/teams/ms teams/microsoft teams/zoom/"
        "google meet/webex/skype/online/virtual/remote/videoanruf/videokonferenz/visio/visioconférence/appel vidéo/"
        "videollamada/videoconferencia",
        Channel.PHONE: "phone/phone call/call/telephone/by phone/telefon/telefonat/anruf/téléphone/appel/"
        "appel téléphonique/teléfono/llamada/por teléfono",
        Channel.TEXT: "text/text message/texts/sms/chat/message/whatsapp/slack/signal/nachricht/textnachricht/textos/"
        "message texte/mensaje/mensaje de texto",
        Channel.EMAIL: "e-mail/email/mail/e mail/courriel/correo/correo electrónico",
        Channel.COFFEE: "coffee/coffee chat/lunch/breakfast/dinner/walk/coffee or lunch/kaffee/mittagessen/café/"
        "déjeuner/almuerzo/comida",
        Channel.EVENT: "event/conference/workshop/networking event/veranstaltung/konferenz/événement/conférence/"
        "atelier/"
        "evento/conferencia/taller",
    }
)
KINDS = _by_word(
    {
        ExchangeKind.ADVICE: "advice/counsel/guidance/rat/ratschlag/beratung/conseil/conseils/consejo/consejos",
        ExchangeKind.FEEDBACK: "feedback/honest feedback/rückmeldung/retour/retours/retroalimentación/comentarios",
        ExchangeKind.KNOWLEDGE: "knowledge/information/insight/insights/wissen/information/connaissances/savoir/"
        "conocimiento/conocimientos",
        ExchangeKind.INTRODUCTION: "introduction/introductions/a contact/network/networking/contacts/kontakt/kontakte/"
        "vorstellung/netzwerk/mise en relation/réseau/contacto/contactos/presentación",
        ExchangeKind.OPPORTUNITY: "opportunity/opportunities/an opportunity/chance/gelegenheit/möglichkeit/opportunité/"
        "occasion/oportunidad/oportunidades",
        ExchangeKind.SUPPORT: "support/encouragement/help/moral support/unterstützung/hilfe/zuspruch/soutien/aide/"
        "encouragement/apoyo/ayuda",
        ExchangeKind.ADVOCACY: "advocacy/sponsorship/recommendation/spoke up for me/fürsprache/empfehlung/"
        "recommandation/"
        "plaidoyer/recomendación/defensa",
        ExchangeKind.SKILL: "skill/skills/training/a skill/fähigkeit/können/schulung/compétence/compétences/formation/"
        "habilidad/habilidades/formación",
    }
)
POINT_WORDS = _by_word(
    {
        1: "small/a moment of help/little/a little/minor/klein/wenig/petit/un peu/pequeño/poco",
        2: "solid/an hour or real effort/medium/some/real effort/mittel/moyen/medio/mediano",
        3: "big/opens a door/large/a lot/great/major/groß/viel/grand/beaucoup/grande/mucho",
    }
)
SELF = frozenset(map(fold, ("me", "i", "myself", "i gave", "i did", "ich", "ich selbst", "moi", "je", "yo", "a mi")))
OTHER = frozenset(
    map(
        fold,
        (
            *("my partner", "partner", "the other", "they", "he", "she", "other", "my match", "match", "my buddy"),
            *("mein partner", "meine partnerin", "mon partenaire", "ma partenaire", "mi pareja", "el otro", "la otra"),
        ),
    )
)
LEFT_ROLE = frozenset(map(fold, ("mentor", "my mentor", "the mentor", "mein mentor", "meine mentorin", "mon mentor")))
RIGHT_ROLE = frozenset(map(fold, ("mentee", "my mentee", "the mentee", "mein mentee", "mon mentoré", "mi mentee")))


def nearest(word: str, words: Iterable[str], least: float = 72.0) -> str | None:
    """The known word that is nearly this one; None if none is."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(fold(word), _list(tuple(words)), scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None


@cache
def _list(words: tuple[str, ...]) -> tuple[str, ...]:
    return words
