"""Claims with their parts, and pairs of claims."""

from __future__ import annotations

from rest_framework import serializers

from claims.api.serializers.reference import words
from claims.api.serializers.shape import Shown
from claims.vocabulary import (
    Dimension,
    Event,
    Form,
    LinkRole,
    Polarity,
    Precision,
    Relation,
    ReviewState,
    Stance,
    Topic,
)


class ClockSerializer(Shown):
    """One of the three times of a claim; both ends null: not stated."""

    first = serializers.DateField(allow_null=True, help_text="First day (ISO 8601), or null.")
    last = serializers.DateField(allow_null=True, help_text="Last day; the same as the first for one day.")
    precision = serializers.ChoiceField(words(Precision), help_text="How exactly it is known.")
    words = serializers.CharField(allow_blank=True, help_text="The article's words it came from; empty if inherited.")
    inherited = serializers.CharField(allow_blank=True, help_text="What it was inherited from; empty for own words.")


class DaysSerializer(Shown):
    """The days on whose pages a record stands."""

    first = serializers.DateField(allow_null=True, help_text="First day, or null for no page.")
    last = serializers.DateField(allow_null=True, help_text="Last day, or null.")


class LinkSerializer(Shown):
    """One place in the chain. `source` is null for words that no source of the directory answers to."""

    role = serializers.ChoiceField(words(LinkRole), help_text="Who said it, through whom, where it was printed.")
    source = serializers.CharField(  # type: ignore[assignment]
        allow_null=True, help_text="Slug of the source, or null."
    )
    name = serializers.CharField(allow_null=True, help_text="Name of the source, or null.")
    side = serializers.CharField(allow_null=True, help_text="Key of the source's side, or null.")
    words = serializers.CharField(allow_blank=True, help_text="The words of the article that name it.")


class ClaimFigureSerializer(Shown):
    """A number of the claim: the verbatim words and how they are read; an open end is null."""

    what = serializers.CharField(help_text="What is counted.")
    words = serializers.CharField(help_text="The number's words in the claim.")
    low = serializers.IntegerField(allow_null=True, help_text="At least this many, or null.")
    high = serializers.IntegerField(allow_null=True, help_text="At most this many, or null.")
    place = serializers.CharField(allow_null=True, help_text="Slug of the place it holds for, or null.")
    is_part = serializers.BooleanField(help_text="Whether it counts a part of a larger total.")


class ClaimArticleSerializer(Shown):
    """The article that a claim stands in."""

    id = serializers.IntegerField(help_text="Id of the article.")
    url = serializers.CharField(help_text="Page of the article on this site.")
    title = serializers.CharField(allow_blank=True, help_text="Its headline.")
    address = serializers.CharField(allow_blank=True, help_text="Where it was obtained; empty for a file.")
    name = serializers.CharField(allow_blank=True, help_text="Name of the file, for an article that came as one.")
    outlet = serializers.CharField(allow_null=True, help_text="Slug of the outlet; null if the directory has none.")
    outlet_words = serializers.CharField(allow_blank=True, help_text="The outlet as it was named.")
    published = serializers.DateField(allow_null=True, help_text="Day of publication, or null.")
    origin = serializers.IntegerField(allow_null=True, help_text="Number shared by all copies of one text.")


class ClaimSerializer(Shown):
    """An attributed statement: who said it, through whom, where it was printed, when, and about which day."""

    id = serializers.IntegerField(help_text="Stable id; never used again for another claim.")
    url = serializers.CharField(help_text="Permalink of the claim's page.")
    text = serializers.CharField(help_text="The article's exact words.")
    speaker = serializers.CharField(
        allow_blank=True,
        help_text="The article's words for the speakers: “the ministry”, “it”. To name them, `source_names`.",
    )
    sources = serializers.ListField(child=serializers.CharField(), help_text="Slugs of the speakers that are known.")
    source_names = serializers.ListField(child=serializers.CharField(), help_text="Names of the same, for print.")
    sides = serializers.ListField(child=serializers.CharField(), help_text="Keys of the speakers' sides, each once.")
    form = serializers.ChoiceField(words(Form), help_text="In the speaker's words, in the outlet's, or both.")
    polarity = serializers.ChoiceField(
        words(Polarity), help_text="`denial`: the text is what is denied, not what is said."
    )
    said = ClockSerializer(help_text="When it was said.")
    about = ClockSerializer(help_text="Which days it speaks of.")
    reported = ClockSerializer(help_text="When the article was published.")
    listed = DaysSerializer(help_text="Days on whose pages it stands.")
    ceasefire = serializers.CharField(allow_null=True, help_text="Slug of the ceasefire it is placed in, or null.")
    topics = serializers.ListField(child=serializers.ChoiceField(words(Topic)), help_text="What it touches.")
    stance = serializers.ChoiceField(words(Stance), allow_null=True, help_text="What it says of the truce, or null.")
    events = serializers.ListField(child=serializers.ChoiceField(words(Event)), help_text="What it tells of.")
    accused = serializers.ListField(child=serializers.CharField(), help_text="Slugs of those blamed, as named.")
    figures = ClaimFigureSerializer(many=True, help_text="Its numbers, in order.")
    places = serializers.ListField(child=serializers.CharField(), help_text="Slugs of the places it names.")
    chain = LinkSerializer(many=True, help_text="Speakers, relays, outlet, in this order.")
    article = ClaimArticleSerializer(help_text="The article it stands in.")
    start = serializers.IntegerField(help_text="Offset of its first character in the article's clean text.")
    end = serializers.IntegerField(help_text="Offset behind its last character.")
    prefix = serializers.CharField(allow_blank=True, help_text="Words before it, to anchor it anew.")
    suffix = serializers.CharField(allow_blank=True, help_text="Words after it.")
    language = serializers.CharField(help_text="Language of the text (BCP 47).")
    rule = serializers.CharField(help_text="Name of the rule of reading that found it.")
    is_headline = serializers.BooleanField(help_text="Whether it stands in a headline.")
    review_state = serializers.ChoiceField(words(ReviewState), help_text="Whether a person has looked at it.")
    created_at = serializers.DateTimeField(help_text="Time it was found (UTC).")
    updated_at = serializers.DateTimeField(help_text="Time of the last change (UTC).")


def marks(end: str) -> serializers.ListField:
    """A field is one place of one record: each end has its own."""
    return serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text=f"[start, end] offsets in the {end} claim's text of the words that show it.",
    )


class ClaimPairSerializer(Shown):
    """Two claims and the relation between them, with the sentence that says why."""

    id = serializers.IntegerField(help_text="Stable id; never used again for another pair.")
    url = serializers.CharField(help_text="Permalink of the pair's page.")
    relation = serializers.ChoiceField(words(Relation), help_text="How the two stand to each other.")
    dimension = serializers.ChoiceField(
        words(Dimension), allow_null=True, help_text="What differs; null for corroborates and repeats."
    )
    kind = serializers.CharField(help_text="Key of the rule of judging that found it.")
    kind_version = serializers.IntegerField(help_text="Version of that rule.")
    reason = serializers.CharField(help_text="One sentence that says why.")
    ceasefire = serializers.CharField(help_text="Slug of the ceasefire.")
    listed = DaysSerializer(help_text="Days on whose pages it stands.")
    left = ClaimSerializer(help_text="The claim with the lower id.")
    right = ClaimSerializer(help_text="The claim with the higher id.")
    left_marks = marks("left")
    right_marks = marks("right")
    is_found = serializers.BooleanField(help_text="False if newer rules no longer find it but a person confirmed it.")
    review_state = serializers.ChoiceField(words(ReviewState), help_text="Whether a person has looked at it.")
    created_at = serializers.DateTimeField(help_text="Time it was found (UTC).")
    updated_at = serializers.DateTimeField(help_text="Time of the last change (UTC).")
