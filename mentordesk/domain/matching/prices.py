"""Prices to begin with where everybody wants the same few mentors: the assignment is then found several times sooner.

Prices only shift what a mentor's places cost for everyone alike, so they change nothing in the answer as long as every
priced place is taken: that is checked afterwards. They come from a soft assignment that hardens step by step.
"""

from typing import Any

import numpy as np

from mentordesk.domain.matching.scores import NEVER

Matrix = np.ndarray[Any, np.dtype[Any]]

_CROWDED = 0.8
"""The share of mentees who cannot all have their first choice, from which on prices pay."""
_FEWEST = 150
_SAMPLE = 1500
_STEPS = ((0.1, 50), (0.01, 200), (0.003, 200), (0.001, 100), (0.0003, 100))
"""How soft the assignment is, as a part of the spread of the fits, and how often each side is evened out."""
_TINY = 1e-30


def opening(fits: Matrix, rows: Matrix, places: Matrix) -> Matrix:
    """A price of 0 or more for each column, in the fits' own whole numbers; all 0 where prices do not pay.

    `rows` are the rows of `fits` to be assigned, a row a place; `places` is how often each column can be taken.
    """
    nothing = np.zeros(fits.shape[1], dtype=np.int64)
    if len(rows) < _FEWEST:
        return nothing
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    wanted = fits[sample]
    allowed = (wanted != NEVER) & (places > 0)[None, :]
    held = allowed.any(axis=1)
    wanted, allowed = wanted[held], allowed[held]
    if not len(wanted):
        return nothing
    share = places * (len(wanted) / len(rows))
    first = np.bincount(np.where(allowed, wanted, NEVER).argmax(axis=1), minlength=fits.shape[1])
    if np.maximum(first - share, 0).sum() < _CROWDED * len(wanted):
        return nothing
    return _evened(wanted, allowed, share)


def _evened(wanted: Matrix, allowed: Matrix, share: Matrix) -> Matrix:
    low, high = int(wanted[allowed].min()), int(wanted[allowed].max())
    spread = max(1, high - low)
    found = np.zeros(wanted.shape[1])
    gains = np.where(allowed, wanted, low).astype(np.float32)
    for soft, times in _STEPS:
        step = soft * spread
        net = gains - found.astype(np.float32)
        net -= np.where(allowed, net, -np.inf).max(axis=1)[:, None]
        pull = np.where(allowed, np.exp(np.minimum(net, 0) / np.float32(step)), 0).astype(np.float32)
        most, ease = np.exp(np.minimum(found / step, 80)), np.ones(len(found))
        for _ in range(times):
            load = (1 / np.maximum(pull @ ease.astype(np.float32), _TINY)) @ pull
            ease = np.minimum(most, share / np.maximum(load, _TINY))
        found = np.clip(found - step * np.log(np.maximum(ease, _TINY)), 0, 2 * spread)
    margin = _STEPS[-1][0] * spread
    return np.maximum(np.floor(found - margin), 0).astype(np.int64)
