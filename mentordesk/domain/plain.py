"""Rows as plain values that JSON takes, and back again by the types of their fields. Knows no particular row."""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A frozen row as dictionaries, lists, text and numbers. Raises TypeError for what has no such form."""
    if value is None or isinstance(value, bool | int | float) or type(value) is str:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")


def built(kind: type[T], value: Any) -> T:
    """The row of this type that `plain` took apart. Raises TypeError, ValueError or KeyError where it does not fit."""
    build: Callable[[Any], T] = _builder(typing.cast("Any", kind))
    return build(value)


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _optional(_builder(next(each for each in inner if each is not types.NoneType)))
    if origin is tuple:
        each = _builder(inner[0])
        return lambda value: tuple([each(one) for one in value])
    if origin is dict:
        named = _builder(inner[1])
        return lambda value: {key: named(one) for key, one in value.items()}
    if dataclasses.is_dataclass(kind):
        return _row(kind)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, float, bool):
        return lambda value: _checked(kind, value)
    raise TypeError(f"{kind} has no plain form")


def _optional(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else build(value)


def _checked(kind: type, value: Any) -> Any:
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _row(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    parts = {field.name: _builder(hints[field.name]) for field in dataclasses.fields(kind)}

    def build(value: Any) -> Any:
        if value.keys() != parts.keys():
            raise TypeError(f"{kind.__name__} has other fields")
        return kind(**{name: part(value[name]) for name, part in parts.items()})

    return build
