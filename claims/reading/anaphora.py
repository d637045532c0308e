"""Who "he", "the ministry", "the statement" or a bare surname is: the fullest name known for each speaker mentioned."""

from __future__ import annotations

from claims.reading.records import Mention, Span


class Antecedents:
    """Walks through a text's speakers in order and remembers who was named."""

    def __init__(self, text: str) -> None:
        self.text = text

    def resolve(self, speaker: Span | None, cue: Span, paragraph: int) -> tuple[Mention, ...]:
        if speaker is None:
            return ()
        words = speaker.of(self.text)
        return (Mention(words, speaker, words),)
