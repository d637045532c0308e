"""Who is the same source as whom, who speaks through whom, and whose deed is meant: questions that every kind asks."""

from __future__ import annotations

from claims.judging.gist import Gist
from claims.judging.records import Body


def same_source(a: Gist, b: Gist) -> bool:
    """One speaker in common, or nobody on one side who is not a body or parent of somebody on the other.

    An unresolved speaker is another than one whom the directory knows; of two unresolved ones nobody can tell.
    """
    if a.slugs & b.slugs:
        return True
    if bool(a.slugs) != bool(b.slugs):
        return False
    return all(_nested(x, y) for x in a.account.sources for y in b.account.sources)


def independent(a: Gist, b: Gist) -> bool:
    """Some speaker of each is neither of one body with, nor the voice of, a speaker of the other."""
    return any(
        not _nested(x, y) and not _through(x, b.account.relays) and not _through(y, a.account.relays)
        for x in a.account.sources
        for y in b.account.sources
    )


def _nested(x: Body, y: Body) -> bool:
    return x.slug in y.family or y.slug in x.family


def _through(body: Body, relays: tuple[Body, ...]) -> bool:
    return any(body.slug == relay.slug for relay in relays)


def blames(charge: Gist, other: Gist) -> bool:
    """Whether the first account accuses a source of the second, its parent or its part."""
    return bool(charge.accused_slugs & other.families or charge.accused_families & other.slugs)


def same_accused(a: Gist, b: Gist) -> bool:
    """Both blame somebody, and some of them are of one body or one camp."""
    if not a.accused_slugs or not b.accused_slugs:
        return False
    return bool(
        a.accused_slugs & b.accused_families
        or a.accused_families & b.accused_slugs
        or a.accused_camps & b.accused_camps
    )


def other_accused(a: Gist, b: Gist) -> bool:
    """Both blame somebody, and nobody of one camp."""
    return bool(a.accused_slugs and b.accused_slugs) and not a.accused_camps & b.accused_camps
