"""Whose a response is: the pair by the keys of its form, or by the addresses of both; else the pairs it may be of."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain.pairs import has_begun
from mentordesk.domain.people import first_name
from mentordesk.domain.responses import PairChoice
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.text import fold
from mentordesk.domain.wording import brief
from mentordesk.exchange.reading.cells import as_text
from mentordesk.exchange.responses.answers import Answer, Sender
from mentordesk.exchange.responses.form_book import FormPair

_MOST_CHOICES = 8
_ALIKE = 70.0
_GOING_ON = (PairStatus.ACTIVE, PairStatus.ENDURING, PairStatus.PAUSED)


@dataclass(frozen=True, slots=True)
class Whose:
    """The pair of a response and the side that answered, or why it is not known. `known` says that the people are,
    and only the pair is not; `note` what was taken for granted."""

    pair: Pair | None = None
    side: Side | None = None
    problem: str = ""
    known: bool = False
    note: str = ""
    choices: tuple[PairChoice, ...] = ()


class PairBook:
    """All pairs of the desk with their people: read once for any number of responses, and held so that no service
    has to read them again."""

    def __init__(self, session: Session) -> None:
        self._people = {it.id: it for it in session.scalars(select(Person))}
        self.pairs = {it.id: it for it in session.scalars(select(Pair).order_by(Pair.id))}
        self._cohorts = {it.id: it.name for it in session.scalars(select(Cohort))}
        self._by_email = {it.email.casefold(): it for it in self._people.values() if it.email}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self._people.values():
            self._by_name[fold(person.name)].append(person)
        self._of_person: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs.values():
            for person_id in (pair.left_id, pair.right_id):
                self._of_person[person_id].append(pair)

    def names(self, pair: Pair) -> tuple[str, str]:
        return self._people[pair.left_id].name, self._people[pair.right_id].name

    def title(self, pair: Pair) -> str:
        return " & ".join(self.names(pair))

    def choice(self, pair: Pair, side: Side) -> PairChoice:
        """A pair as it is offered, with its cohort: two people may have been a pair twice."""
        own, other = self.names(pair)[:: 1 if side is Side.LEFT else -1]
        cohort = self._cohorts.get(pair.cohort_id or 0, "")
        return PairChoice(pair.id, side, f"{own}, with {other}{f' ({cohort})' if cohort else ''}")

    def every_choice(self) -> tuple[PairChoice, ...]:
        """Both sides of all pairs that have started, by name."""
        begun = [pair for pair in self.pairs.values() if has_begun(pair.status, pair.started_on)]
        found = [self.choice(pair, side) for pair in begun for side in Side]
        return tuple(sorted(found, key=lambda it: fold(it.name)))

    def whose(self, answer: Answer) -> Whose:
        """The pair of a response, and the side that answered."""
        if answer.sender is not None:
            return self._of_sender(answer.sender)
        if answer.pair is not None:
            return self._of_form(answer.pair, answer.side)
        label = as_text(answer.values.get("pair"))
        if not label:
            return Whose(problem="The row has no pair.", choices=(), known=True)
        return Whose(problem=f"“{label}” is no pair of this form.", choices=self._near(label, None))

    # Forms

    def _of_form(self, asked: FormPair, side: Side | None) -> Whose:
        """The pair by its number, if it still is of these two; else by the names: the form may be of a copy."""
        pair = self.pairs.get(asked.pair_id)
        if pair is not None and self._is(pair, asked):
            return Whose(pair, side)
        same = [it for it in self.pairs.values() if tuple(map(fold, self.names(it))) == _folded(asked)]
        if len(same) == 1:
            return Whose(same[0], side)
        sentence = f"The form was written for {asked.label}, who are no pair of this desk."
        return Whose(problem=sentence, choices=self._near(asked.label, side))

    def _is(self, pair: Pair, asked: FormPair) -> bool:
        """Each side by number or by name, and at least one by name: numbers alone say nothing in another desk."""
        ids = ((pair.left_id, asked.left_id), (pair.right_id, asked.right_id))
        named = [_plain(name) == form for name, form in zip(self.names(pair), _folded(asked), strict=True)]
        return any(named) and all(same or one == other for same, (one, other) in zip(named, ids, strict=True))

    # Form services

    def _of_sender(self, sender: Sender) -> Whose:
        own, other = self._person(sender.email, sender.name), self._person(sender.partner_email, sender.partner)
        if own is None:
            return self._unknown(sender, other)
        if not (sender.partner_email or sender.partner):
            return self._only_pair(own)
        if other is None and not sender.partner_email and (pair := self._by_first_name(own, sender.partner)):
            return Whose(pair, self._side(pair, own))
        if other is None:
            what = "address" if sender.partner_email else "name"
            said = f"Nobody here has the {what} “{sender.partner_email or sender.partner}”."
            return Whose(problem=said, choices=self._choices_of(own))
        return self._pair_of_both(own, other)

    def _by_first_name(self, own: Person, text: str) -> Pair | None:
        """The one pair of somebody with a partner whose first or last name was written alone."""
        found = []
        for pair in self._begun(own):
            partner = self.names(pair)[list(Side).index(self._side(pair, own).other)]
            if _plain(text) in fold(partner).split():
                found.append(pair)
        going_on = [pair for pair in found if pair.status in _GOING_ON] or found
        return going_on[0] if len(going_on) == 1 else None

    def _person(self, email: str, name: str) -> Person | None:
        """By address; by name only where nobody else has it, and where there is no address that is somebody else's."""
        if email and (found := self._by_email.get(email.casefold())):
            return found
        for text in (name, email):
            named = self._by_name.get(_plain(text), []) if text else []
            if len(named) == 1:
                return named[0]
        return None

    def _unknown(self, sender: Sender, other: Person | None) -> Whose:
        if not sender.own:
            sentence = "The answer does not say whose it is."
        else:
            what = "address" if sender.email else "name"
            sentence = f"Nobody here has the {what} “{brief(sender.email or sender.name)}”."
        if other is not None:
            beside = [self.choice(pair, self._side(pair, other).other) for pair in self._begun(other)]
            return Whose(problem=sentence, choices=tuple(beside[:_MOST_CHOICES]))
        return Whose(problem=sentence, choices=self._near(sender.name or sender.email.partition("@")[0], None))

    def _only_pair(self, own: Person) -> Whose:
        begun = self._begun(own)
        going_on = [pair for pair in begun if pair.status in _GOING_ON] or begun
        if len(going_on) == 1:
            pair = going_on[0]
            side = self._side(pair, own)
            partner = self.names(pair)[list(Side).index(side.other)]
            note = f"Taken as of the pair with {partner}: {first_name(own.name)} has no other"
            return Whose(pair, side, note=note)
        if not begun:
            return Whose(problem=f"{own.name} is in no pair that has started.", known=True)
        sentence = f"{own.name} has {len(going_on)} pairs, and the answer does not say which one."
        return Whose(problem=sentence, known=True, choices=self._choices_of(own))

    def _pair_of_both(self, own: Person, other: Person) -> Whose:
        both = [pair for pair in self._of_person[own.id] if other.id in (pair.left_id, pair.right_id)]
        begun = [pair for pair in both if has_begun(pair.status, pair.started_on)]
        going_on = [pair for pair in begun if pair.status in _GOING_ON]
        for found in (going_on, begun, both):
            if len(found) == 1:
                return Whose(found[0], self._side(found[0], own))
        if both:
            sentence = f"{own.name} and {other.name} are a pair {len(begun)} times."
            return Whose(
                problem=sentence, known=True, choices=tuple(self.choice(it, self._side(it, own)) for it in begun)
            )
        sentence = f"{own.name} and {other.name} are no pair."
        return Whose(problem=sentence, known=True, choices=self._choices_of(own))

    def _begun(self, person: Person) -> list[Pair]:
        """The started pairs of a person, those that go on first, the newest first."""
        found = [pair for pair in self._of_person[person.id] if has_begun(pair.status, pair.started_on)]
        return sorted(found, key=lambda pair: (pair.status not in _GOING_ON, -pair.id))

    def _choices_of(self, person: Person) -> tuple[PairChoice, ...]:
        return tuple(self.choice(pair, self._side(pair, person)) for pair in self._begun(person)[:_MOST_CHOICES])

    def _side(self, pair: Pair, person: Person) -> Side:
        return Side.LEFT if pair.left_id == person.id else Side.RIGHT

    def _near(self, text: str, side: Side | None) -> tuple[PairChoice, ...]:
        """The pairs whose people are called nearly so."""
        from rapidfuzz import fuzz, process

        every = [it for it in self.every_choice() if side is None or it.side is side]
        names = [fold(it.name.partition(" (")[0]) for it in every]
        wanted = _plain(text.replace(".", " ").replace("_", " "))
        near = process.extract(wanted, names, scorer=fuzz.partial_token_ratio, limit=40, score_cutoff=_ALIKE)
        # Likeness of parts finds them, that of the first name and the whole puts the nearest first.
        ranked = sorted(near, key=lambda it: -fuzz.ratio(wanted, it[0].partition(",")[0]))
        return tuple(every[at] for _name, _score, at in ranked[:_MOST_CHOICES])


def _folded(asked: FormPair) -> tuple[str, str]:
    return _plain(asked.left), _plain(asked.right)


def _plain(name: str) -> str:
    """A name without the role that forms add where both are called alike."""
    return " ".join(fold(name).removesuffix(" (mentor)").removesuffix(" (mentee)").split())
