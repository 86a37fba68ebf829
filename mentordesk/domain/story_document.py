"""A story as it is printed: plain words in their order, for every kind of file. Knows no file and no table."""

from dataclasses import dataclass

from mentordesk.domain.file_names import file_name
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.standing import Side


@dataclass(frozen=True, slots=True)
class Portrait:
    """One of the two under the title: role, job title and place as far as they are known."""

    side: Side
    name: str
    role: str
    title: str = ""
    place: str = ""

    @property
    def words(self) -> str:
        """ "Mentor. Director Logistics, Rotterdam"."""
        about = ", ".join(part for part in (self.title, self.place) if part)
        return f"{self.role}. {about}" if about else self.role


@dataclass(frozen=True, slots=True)
class Said:
    """What one said, by first name; `side` None where both said it together."""

    side: Side | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A question with its answers."""

    question: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """The page from top to bottom. `kicker` stands above the title, `facts` say since when and by whom the two know
    each other, `footer` who agreed when. Nothing confidential is in it: no check-in, no balance, no note."""

    kicker: str
    title: str
    left: Portrait
    right: Portrait
    facts: str
    quote: str
    passages: tuple[Passage, ...]
    footer: str

    @property
    def names(self) -> str:
        return pair_name(self.left.name, self.right.name)

    @property
    def heading(self) -> str:
        """The title, or the names where nobody has found one yet."""
        return self.title or self.names

    @property
    def letters(self) -> int:
        """How long the questions and answers are."""
        return sum(len(it.question) + sum(len(said.text) for said in it.said) for it in self.passages)

    @property
    def file_name(self) -> str:
        """A name for the file without its ending."""
        return file_name(f"Story {self.names}")
