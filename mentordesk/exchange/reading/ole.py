"""The container of old workbooks (.xls) and of encrypted ones: streams in sectors. Knows nothing of their content."""

import struct
from itertools import islice

_SECTORS_IN_HEADER = 109
_NO_SECTOR = 0xFFFFFFFA
_FREE, _END, _ALLOCATION = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALL = 4096
_ENTRY = struct.Struct("<64sHBBIII36xIQ")
_HEADER = struct.Struct("<8s16xHHHHH6xIIIIIIIII")
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM, _ROOT = 2, 5


class BrokenError(Exception):
    """The container is torn, or its sectors run in a circle."""


def streams(data: bytes) -> dict[str, bytes]:
    """The streams of a container by their names. BrokenError if it is torn anywhere."""
    try:
        return _Container(data).streams()
    except (struct.error, IndexError, UnicodeDecodeError) as reason:
        raise BrokenError(str(reason)) from reason


class _Container:
    def __init__(self, data: bytes) -> None:
        fields = _HEADER.unpack_from(data)
        shift, small_shift = fields[4], fields[5]
        if shift not in (9, 12) or small_shift != 6:
            raise BrokenError("sectors of an unknown size")
        self._data = data
        self._size = 1 << shift
        self._directory = fields[8]
        self._table = self._allocation(first=fields[13], tables=fields[14])
        self._small_table = _words(self._chain(fields[11])) if fields[12] else []

    def streams(self) -> dict[str, bytes]:
        directory = self._chain(self._directory)
        entries = [_ENTRY.unpack_from(directory, at) for at in range(0, len(directory) - 127, 128)]
        small = next((self._chain(entry[7]) for entry in entries if entry[2] == _ROOT and entry[7] < _NO_SECTOR), b"")
        return {_name(entry): self._content(entry[7], entry[8], small) for entry in entries if entry[2] == _STREAM}

    def _content(self, start: int, size: int, small: bytes) -> bytes:
        # The upper half of the size is rubbish in files of old programs.
        size &= 0xFFFFFFFF
        if size == 0:
            return b""
        if size >= _SMALL:
            return self._chain(start)[:size]
        return _joined(small, 64, 0, self._small_table, start)[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if number >= _NO_SECTOR or start >= len(self._data):
            raise BrokenError("a sector lies behind the end")
        return self._data[start : start + self._size]

    def _chain(self, start: int) -> bytes:
        return _joined(self._data, self._size, self._size, self._table, start)

    def _allocation(self, first: int, tables: int) -> list[int]:
        """Which sector follows which, from the sectors named in the header and in the tables behind it."""
        named = list(struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", self._data, 76))
        for _table in range(min(tables, len(self._data) // self._size)):
            words = _words(self._sector(first))
            named += words[:-1]
            first = words[-1]
        return _words(b"".join(self._sector(number) for number in named if number < _NO_SECTOR))


def _joined(data: bytes, size: int, offset: int, table: list[int], start: int) -> bytes:
    """The sectors of one chain. No chain is longer than its table, so a circle is found."""
    pieces: list[bytes] = []
    while start < _NO_SECTOR:
        if len(pieces) >= len(table) or start >= len(table):
            raise BrokenError("a chain of sectors has no end")
        pieces.append(data[offset + start * size : offset + (start + 1) * size])
        start = table[start]
    return b"".join(pieces)


def _words(data: bytes) -> list[int]:
    return [word for (word,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4])]


def _name(entry: tuple[bytes, int, int, int, int, int, int, int, int]) -> str:
    return entry[0][: max(0, min(entry[1], 64) - 2)].decode("utf-16-le")


def container(name: str, content: bytes) -> bytes:
    """A container with this one stream, in sectors of 4,096 bytes: room for 400 MB."""
    size = 4096
    content = content.ljust(_SMALL, b"\0")
    content_sectors = -(-len(content) // size)
    allocation_sectors = -(-(content_sectors + 2) // (size // 4 - 1))
    chain = [*range(1, content_sectors), _END, _END, *([_ALLOCATION] * allocation_sectors)]
    named = list(islice(range(content_sectors + 1, content_sectors + 1 + allocation_sectors), _SECTORS_IN_HEADER))
    header = _HEADER.pack(
        _MAGIC, 0x3E, 4, 0xFFFE, 12, 6, 1, allocation_sectors, content_sectors, 0, _SMALL, _END, 0, _END, 0
    ) + struct.pack(f"<{_SECTORS_IN_HEADER}I", *named, *[_FREE] * (_SECTORS_IN_HEADER - len(named)))
    directory = _entry("Root Entry", _ROOT, 0, 0, child=1) + _entry(name, _STREAM, 0, len(content), child=_FREE)
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(allocation_sectors * size, b"\xff")
    return (
        header.ljust(size, b"\0") + content.ljust(content_sectors * size, b"\0") + directory.ljust(size, b"\0") + table
    )


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return _ENTRY.pack(raw, len(raw), kind, 1, _FREE, _FREE, child, start, size)
