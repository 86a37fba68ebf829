"""Words that mean yes, no, a number, nothing, or how somebody stands, in the languages of Europe and some of Asia.

Knows no field. All are compared folded: lower case and without accents.
"""

from collections.abc import Iterable, Mapping

from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.text import fold


def _folded(*lines: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


# en de fr es it pt nl pl cs sv da no fi tr hu ro el ru uk ja zh ko ar he
YES = _folded(
    "yes y true 1 x ✓ ✔ ☑ ja j wahr oui o vrai si s verdadero verdad sì vero sim verdadeiro tak prawda ano pravda jo",
    "kyllä joo tosi evet doğru igen igaz da adevărat ναι да истина так правда はい 是 是的 有 对 예 네 نعم כן yep yeah",
)
NO = _folded(
    "no n false 0 - ✗ ✘ ☐ nein falsch non faux falso não nao nee onwaar nie fałsz ne nepravda nej nei falsk ei",
    "epätosi hayır yanlış nem hamis nu fals όχι οχι нет ложь ні いいえ いえ 否 不是 不 没有 아니요 아니오 لا לא nope",
)
# What may follow a "no" that is meant as one: "no preference" and "no idea" are none.
POLITE = _folded(
    "thanks thank please danke bitte leider gerne merci gracias grazie obrigado obrigada bedankt dank tack tak takk",
    "sorry not nicht pas kiitos teşekkürler dziękuję děkuji",
)
NOTHING = frozenset(
    (
        *("-", "--", "---", "–", "—", ".", "..", "...", "?", "/", "n/a", "n.a.", "n. a.", "#n/a", "k. a.", "k.a."),
        *("null", "(null)", "(blank)", "(leer)", "blank", "leer", "tbd", "tba", "unknown", "unbekannt", "none given"),
        *(
            "not applicable",
            "not available",
            "not specified",
            "keine angabe",
            "non renseigne",
            "non renseigné",
            "sin datos",
            "s/o",
        ),
    )
)

_NUMBERS_BY_LANGUAGE: Mapping[str, str] = {
    "en": "zero/none/nobody one/single two/couple/pair three four five six seven eight nine ten",
    "de": "null/keine/keinen/kein/niemand ein/eine/einen/eins zwei drei vier fünf sechs sieben acht neun zehn",
    "fr": "zéro/aucun/aucune un/une deux trois quatre cinq six sept huit neuf dix",
    "es": "cero/ninguno/ninguna/ningún uno/una dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "zero/nessuno/nessuna uno/una due tre quattro cinque sei sette otto nove dieci",
    "pt": "zero/nenhum/nenhuma um/uma dois/duas três quatro cinco seis sete oito nove dez",
    "nl": "nul/geen een/één twee drie vier vijf zes zeven acht negen tien",
    "pl": "zero/żaden jeden/jedna/jedną dwa/dwie/dwóch trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "cs": "nula/žádný jeden/jedna/jednoho dva/dvě tři čtyři pět šest sedm osm devět deset",
    "sv": "noll/ingen/inga en/ett två tre fyra fem sex sju åtta nio tio",
    "da": "nul/ingen en/et to tre fire fem seks syv otte ni ti",
    "fi": "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen",
    "tr": "sıfır/hiç bir iki üç dört beş altı yedi sekiz dokuz on",
    "hu": "nulla egy kettő/két három négy öt hat hét nyolc kilenc tíz",
    "ru": "ноль/никого один/одного два/двух три четыре пять шесть семь восемь девять десять",
}
_SIGNS = "〇一二三四五六七八九十"


def _numbers() -> dict[str, int]:
    """Where languages disagree the first one counts: "sei" is six in Italian alone, "six" in two."""
    found: dict[str, int] = {}
    for line in _NUMBERS_BY_LANGUAGE.values():
        for number, words in enumerate(line.split()):
            for word in words.split("/"):
                found.setdefault(fold(word), number)
    # English "to", "on" and "hat" stand between numbers far more often than as two, ten and six.
    for word in ("to", "on", "hat", "et", "single", "pair"):
        found.pop(word, None)
    return found | {sign: number for number, sign in enumerate(_SIGNS)}


NUMBERS: Mapping[str, int] = _numbers()

# "keine", "no e-mail", "sin correo": what people write where an address is asked for and there is none. A sign or a
# letter alone is none of them: "Ana - HR" is a wrong address.
NO_ADDRESS = frozenset(
    word
    for word in (*NO, *NUMBERS, *_folded("without ohne sans sin senza sem zonder bez"))
    if len(word) > 1 and NUMBERS.get(word, 0) == 0
)


def _meanings(*lines: tuple[object, str]) -> dict[str, object]:
    return {fold(word.strip()): meaning for meaning, words in lines for word in words.split("/")}


_STATUSES = _meanings(
    (
        PersonStatus.ACTIVE,
        "active/activ/a/current/currently employed/employed/employee/working/in service/regular/permanent/aktiv/"
        "beschäftigt/angestellt/tätig/im dienst/actif/active/en poste/en activité/présent/activo/activa/en activo/"
        "empleado/attivo/attiva/in forza/in servizio/ativo/ativa/actief/in dienst/aktywny/aktywna/zatrudniony/"
        "aktivní/anställd/ansat/ansatt/aktiivinen/aktif/çalışıyor/aktív/работает/активен/активный/在职/在職/在籍/재직",
    ),
    (
        PersonStatus.LEAVE,
        "leave/on leave/loa/leave of absence/absent/absence/parental leave/parental/maternity/maternity leave/"
        "paternity/paternity leave/family leave/fmla/medical leave/sick leave/long-term sick/long term leave/"
        "unpaid leave/paid leave/leave with pay/leave without pay/sabbatical/suspended/inactive - leave/elternzeit/"
        "mutterschutz/beurlaubt/freigestellt/ruhend/langzeitkrank/sabbatical/in elternzeit/congé/en congé/"
        "congé parental/"
        "congé maternité/congé maternite/arrêt maladie/en arrêt/baja/de baja/excedencia/licencia/de licencia/"
        "permiso/"
        "baja maternal/baja por maternidad/aspettativa/in aspettativa/maternità/congedo/in congedo/licença/"
        "de licença/"
        "afastado/afastada/licença maternidade/verlof/met verlof/ouderschapsverlof/zwangerschapsverlof/ziek/urlop/"
        "na urlopie/urlop macierzyński/urlop wychowawczy/mateřská/rodičovská/föräldraledig/tjänstledig/"
        "barsel/orlov/"
        "på barsel/permisjon/perhevapaa/vapaalla/izinli/szabadságon/в отпуске/декрет/休職/休职/休職中/産休/育休/휴직",
    ),
    (
        PersonStatus.LEFT,
        "left/leaver/left company/left the company/terminated/termination/term/t/inactive/former/"
        "former employee/ex/"
        "resigned/retired/dismissed/separated/deceased/not active/no longer employed/contract ended/"
        "discharged/quit/"
        "ausgeschieden/ausgetreten/gekündigt/entlassen/inaktiv/ehemalig/pensioniert/rentner/im ruhestand/beendet/"
        "parti/partie/sorti/sortie/inactif/inactive/démissionnaire/démissionné/licencié/licenciée/retraité/"
        "retraitée/"
        "ancien/terminado/terminada/inactivo/inactiva/cesado/cesada/despedido/jubilado/jubilada/dado de baja/"
        "baja definitiva/cessato/cessata/dimesso/dimessa/licenziato/inattivo/pensionato/desligado/desligada/"
        "demitido/"
        "inativo/inativa/aposentado/rescindido/uit dienst/vertrokken/ontslagen/inactief/gepensioneerd/zwolniony/"
        "nieaktywny/były/odszedł/neaktivní/ukončen/slutat/avslutad/fratrådt/sluttet/lähtenyt/ayrıldı/pasif/"
        "kilépett/"
        "уволен/уволена/离职/退職/退職済/퇴사/퇴직",
    ),
)
_COMPLETIONS = _meanings(
    (
        EnrollmentStatus.COMPLETED,
        "completed/complete/finished/done/graduated/passed/full/abgeschlossen/beendet/fertig/absolviert/terminé/"
        "terminée/achevé/complété/completado/completada/terminado/finalizado/completato/completata/concluso/"
        "terminato/"
        "concluído/concluída/completo/voltooid/afgerond/ukończony/ukończone/zakończony/dokončeno/slutförd/avslutad/"
        "gennemført/fullført/suoritettu/tamamlandı/befejezve/завершено/завершен/завершена/完了/完成/완료",
    ),
    (
        EnrollmentStatus.WITHDRAWN,
        "withdrawn/withdrew/dropped out/dropped/drop out/dropout/left/left early/ended early/ended/stopped/"
        "cancelled/"
        "canceled/incomplete/not completed/did not complete/did not finish/discontinued/abgebrochen/ausgestiegen/"
        "zurückgezogen/abbruch/nicht abgeschlossen/abandonné/abandonnée/abandon/retiré/retirée/arrêté/abandonó/"
        "abandonado/retirado/retirada/baja/ritirato/ritirata/abbandonato/desistiu/desistente/teruggetrokken/"
        "gestopt/"
        "zrezygnował/zrezygnowała/rezygnacja/odstoupil/hoppade av/avbruten/trukket/afbrudt/keskeytti/bıraktı/"
        "прекратил/прекращено/中断/辞退/退出/중단",
    ),
    (
        EnrollmentStatus.ACCEPTED,
        "matched/paired/confirmed/"
        "active/ongoing/in progress/running/current/started/accepted/enrolled/laufend/aktiv/aktuell/en cours/actif/"
        "en curso/activo/in corso/em andamento/lopend/actief/w toku/probíhá/pågående/igangværende/käynnissä/"
        "devam ediyor/folyamatban/в процессе/進行中/进行中/진행중",
    ),
    (EnrollmentStatus.WAITLISTED, "waitlisted/waiting list/wait list/on waiting list/warteliste/liste d'attente"),
    (EnrollmentStatus.APPLIED, "applied/applicant/pending/proposed/suggested/beworben/candidat/solicitado/requested"),
)

PAUSED = "paused"
"""What is said of a pair that rests: its people keep their places, so this is no status of theirs."""
_PAUSED = _meanings(
    (
        PAUSED,
        "paused/on hold/hold/on pause/pause/on break/suspended/pausiert/pausierend/ruht/ruhend/in pause/en pause/"
        "suspendu/en pausa/pausado/pausada/in pausa/sospeso/sospesa/em pausa/gepauzeerd/wstrzymane/pozastaveno/"
        "pausad/pausat/sat på pause/tauolla/askıda/szünetel/на паузе/приостановлено/一時停止/暂停/보류",
    )
)


def status_of(text: str) -> PersonStatus | None:
    """Active, on leave or left, by the whole text or by its part before or behind a dash: "Terminated - voluntary"."""
    return next((found for part in _parts(text) if isinstance(found := _STATUSES.get(part), PersonStatus)), None)


def completion_of(text: str) -> EnrollmentStatus | None:
    """How a past enrollment ended, by words, or by yes and no for a column such as "Completed?"."""
    for part in _parts(text):
        found = _COMPLETIONS.get(part)
        if isinstance(found, EnrollmentStatus):
            return found
    word = fold(text).strip()
    return EnrollmentStatus.COMPLETED if word in YES else EnrollmentStatus.WITHDRAWN if word in NO else None


def is_paused(text: str) -> bool:
    """Whether a pair rests: "On hold", "Paused - parental leave"."""
    return any(part in _PAUSED for part in _parts(text))


def _parts(text: str) -> Iterable[str]:
    whole = " ".join(fold(text).split()).strip(" .!")
    yield whole
    for sign in ("(", " - ", " – ", ",", ":", ";", "/"):
        if sign in whole:
            yield from (part.strip(" ).") for part in whole.split(sign))
