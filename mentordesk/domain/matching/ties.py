"""A small amount for each pair from the stable keys of its two people: equal totals are told apart by it, whoever else
takes part and in whatever order. It never outweighs the smallest part of a point. Knows no fit."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from mentordesk.domain.matching.people import Candidate

Words = np.ndarray[Any, np.dtype[np.uint32]]


def marks(people: Sequence[Candidate], salt: str) -> Words:
    """A number for each person that depends on the person alone. Namesakes without an employee number share it."""
    digests = (blake2b(f"{salt}\0{each.key[0]}\0{each.key[1]}".encode(), digest_size=4) for each in people)
    return np.array([int.from_bytes(digest.digest(), "big") for digest in digests], dtype=np.uint32)


def amounts(rows: Words, columns: Words, most: int) -> Any:
    """From 1 to `most` for each row with each column, spread evenly."""
    mixed = rows[:, None] ^ columns[None, :]
    mixed *= np.uint32(0x9E3779B1)
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0x85EBCA77)
    mixed ^= mixed >> np.uint32(13)
    return mixed % np.uint32(most) + np.uint32(1)
