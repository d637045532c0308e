"""The frames: each a way in which a sentence attributes, with a name that a claim shows as its rule."""

from claims.reading.attribution.found import PhraseFrame, VerbFrame
from claims.reading.attribution.frames.as_said import AsSaid, WhatWasSaid
from claims.reading.attribution.frames.content_first import Inverted, Postposed
from claims.reading.attribution.frames.fronted import Fronted
from claims.reading.attribution.frames.inherited import Coordinated, Participle
from claims.reading.attribution.frames.phrases import AccordingTo, AccusedBy, Feeling, NounCue, ReportedBy
from claims.reading.attribution.frames.quoting import QuotedAs
from claims.reading.attribution.frames.speaker_first import Preposed, PutAt

VERB_FRAMES: tuple[VerbFrame, ...] = (
    QuotedAs(),
    Fronted(),
    Participle(),
    Inverted(),
    PutAt(),
    Coordinated(),
    AsSaid(),
    WhatWasSaid(),
    Postposed(),
    Preposed(),
)
PHRASE_FRAMES: tuple[PhraseFrame, ...] = (AccordingTo(), ReportedBy(), AccusedBy(), NounCue(), Feeling())
FRAMES = (*VERB_FRAMES, *PHRASE_FRAMES)

__all__ = ["FRAMES", "PHRASE_FRAMES", "VERB_FRAMES"]
