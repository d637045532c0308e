"""Numbers the utterances of an article: claims of one utterance share speaker and day of saying."""

from __future__ import annotations

from claims.reading.attribution.walk import Located
from claims.reading.records import Mention

GOES_ON = ("added", "adds", "adding", "continued")


class Utterances:
    """Numbers the utterances: what goes on in a quotation, a participle or "he added" is one with what came before."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = 0
        self.last: Located | None = None
        self.who: tuple[str, ...] = ()

    def number(self, located: Located, who: tuple[Mention, ...]) -> int:
        names = tuple(mention.full for mention in who)
        if not (located.continues or (self.last is not None and names == self.who and self._goes_on(located, who))):
            self.count += 1
        self.last, self.who = located, names
        return self.count

    def _goes_on(self, located: Located, who: tuple[Mention, ...]) -> bool:
        if self.last is None or located.paragraph.index - self.last.paragraph.index > 1:
            return False
        if located.sentence == self.last.sentence or any(mention.words != mention.full for mention in who):
            return True
        return located.found.cue.of(self.text).lower().split()[-1] in GOES_ON
