"""Near-identical texts are one origin: MinHash bands to find the few that may be copies, containment to decide.

One hash a shingle and one bin each ("one permutation hashing", Li, Owen and Zhang 2012; empty bins borrow their
neighbour's value, Shrivastava and Li 2014), so that a text costs as much as reading it.
"""

from __future__ import annotations

import re
import zlib

SHINGLE = 3
"""Words of a shingle."""
BANDS, ROWS = 16, 4
"""Two texts of which a share s of the shingles is common meet in a band with probability 1 - (1 - s**4)**16."""
SAME = 0.5
"""Share of the shorter text's shingles that a copy has too: a cut or edited dispatch keeps more, a quotation less."""

_WORD = re.compile(r"\w+")
_MIX = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


def bands(text: str) -> list[int]:
    """The text's bands, BANDS numbers below 2**40, sorted; none for a text without words."""
    hashes = _hashes(text)
    if not hashes:
        return []
    bins: list[int | None] = [None] * (BANDS * ROWS)
    for value in hashes:
        mixed = (value * _MIX) & _MASK
        index, rest = mixed % len(bins), mixed >> 8
        held = bins[index]
        if held is None or rest < held:
            bins[index] = rest
    full = _borrowed(bins)
    return sorted(
        (band << 32) | zlib.crc32(",".join(map(str, full[band * ROWS : (band + 1) * ROWS])).encode())
        for band in range(BANDS)
    )


def _borrowed(bins: list[int | None]) -> list[int]:
    """Every empty bin takes the value of the next full one, with the distance mixed in."""
    size = len(bins)
    out = []
    for index in range(size):
        step = next(s for s in range(size) if bins[(index + s) % size] is not None)
        value = bins[(index + step) % size]
        assert value is not None
        out.append(value + step * _MIX)
    return out


def same_text(a: str, b: str) -> bool:
    """Whether two texts are one, edited or cut: the shorter one's shingles are mostly in the other."""
    ours, theirs = _hashes(a), _hashes(b)
    if not ours or not theirs:
        return False
    return len(ours & theirs) >= SAME * min(len(ours), len(theirs))


def _hashes(text: str) -> set[int]:
    words = [word.encode() for word in _WORD.findall(text.lower())]
    if not words:
        return set()
    if len(words) <= SHINGLE:
        return {zlib.crc32(b" ".join(words))}
    return {zlib.crc32(b" ".join(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}
