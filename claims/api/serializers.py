"""What each record looks like to a machine; every field says what it holds."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims import comparison
from claims.comparison.cards import clocks
from claims.models import Ceasefire, Claim, ClaimLink, ClaimPair, Figure, Source
from claims.models.ceasefire import CeasefireParty, CeasefireStatement
from claims.vocabulary import Dimension, Form, LinkRole, Polarity, Precision, Relation, ReviewState, Stance


class SourceSerializer(serializers.ModelSerializer[Source]):
    """Anyone who speaks, relays or publishes."""

    side = serializers.CharField(source="side_id", help_text="Key of the side.")
    parent = serializers.SlugRelatedField("slug", read_only=True, help_text="Slug of the body it belongs to, or null.")
    aliases = serializers.SerializerMethodField(help_text="The words that name it, by language.")

    class Meta:
        model = Source
        fields = ("slug", "name", "kind", "side", "parent", "aliases", "references")

    def get_aliases(self, source: Source) -> dict[str, list[str]]:
        return {language: list(words) for language, words in source.entry().aliases.items()}


class PartySerializer(serializers.ModelSerializer[CeasefireParty]):
    source = serializers.SlugRelatedField("slug", read_only=True)
    stated_by = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = CeasefireParty
        fields = ("source", "role", "stated_by", "reference_address", "reference_title")


class StatementSerializer(serializers.ModelSerializer[CeasefireStatement]):
    stated_by = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = CeasefireStatement
        fields = ("kind", "text", "day", "clock", "stated_by", "reference_address", "reference_title")


class CeasefireSerializer(serializers.ModelSerializer[Ceasefire]):
    """A ceasefire, with each party's own account of its start, end and terms."""

    parties = PartySerializer(many=True, read_only=True)
    statements = StatementSerializer(many=True, read_only=True)
    area = serializers.SlugRelatedField("slug", many=True, read_only=True, help_text="Slugs of the places it covers.")

    class Meta:
        model = Ceasefire
        fields = (
            "slug",
            "name",
            "summary",
            "announced",
            "begins",
            "begins_clock",
            "begins_precision",
            "zone",
            "ended",
            "area",
            "parties",
            "statements",
            "references",
        )


class LinkSerializer(serializers.ModelSerializer[ClaimLink]):
    """One place in the chain. `source` is null for words that no source of the directory answers to."""

    role = serializers.ChoiceField([role.value for role in LinkRole], read_only=True)
    source = serializers.SlugRelatedField("slug", read_only=True)
    name = serializers.CharField(source="source.name", default=None, read_only=True)
    side = serializers.CharField(source="source.side_id", default=None, read_only=True)

    class Meta:
        model = ClaimLink
        fields = ("role", "source", "name", "side", "words")


class FigureSerializer(serializers.ModelSerializer[Figure]):
    """A number of the claim: the verbatim words and how they are read; an open end is null."""

    place = serializers.SlugRelatedField("slug", read_only=True)

    class Meta:
        model = Figure
        fields = ("what", "words", "low", "high", "place", "is_part")


class ClockSerializer(serializers.Serializer[Any]):
    """One of the three times of a claim; both ends null: not stated."""

    first = serializers.DateField(allow_null=True, help_text="First day (ISO 8601), or null.")
    last = serializers.DateField(allow_null=True, help_text="Last day, the same as the first for one day.")
    precision = serializers.ChoiceField([precision.value for precision in Precision])
    words = serializers.CharField(help_text="The words of the article it came from; empty where it was inherited.")
    note = serializers.CharField(help_text="What it was inherited from; empty where it has words of its own.")


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    """An attributed statement: who said it, through whom, where it was printed, when, and about which day."""

    url = serializers.CharField(source="get_absolute_url", read_only=True, help_text="Permalink of the page.")
    article = serializers.IntegerField(source="article_id", read_only=True, help_text="Id of the article.")
    form = serializers.ChoiceField([form.value for form in Form], read_only=True)
    polarity = serializers.ChoiceField([polarity.value for polarity in Polarity], read_only=True)
    stance = serializers.ChoiceField([stance.value for stance in Stance], read_only=True, allow_blank=True)
    chain = LinkSerializer(source="links", many=True, read_only=True)
    clocks = serializers.SerializerMethodField(help_text="said, about and reported.")
    accused = serializers.SerializerMethodField(help_text="Slugs of those blamed, in the order named.")
    figures = FigureSerializer(many=True, read_only=True)
    places = serializers.SlugRelatedField("slug", many=True, read_only=True)
    ceasefire = serializers.SlugRelatedField("slug", read_only=True)
    rule = serializers.CharField(read_only=True, help_text="Name of the rule of reading that found it.")
    review_state = serializers.ChoiceField([state.value for state in ReviewState], read_only=True)

    class Meta:
        model = Claim
        fields = (
            "id",
            "url",
            "article",
            "text",
            "start",
            "end",
            "prefix",
            "suffix",
            "language",
            "form",
            "polarity",
            "rule",
            "chain",
            "clocks",
            "topics",
            "stance",
            "events",
            "accused",
            "figures",
            "places",
            "ceasefire",
            "review_state",
        )

    @extend_schema_field(serializers.DictField(child=ClockSerializer()))
    def get_clocks(self, claim: Claim) -> dict[str, Any]:
        return {clock.key: ClockSerializer(clock).data for clock in clocks(claim)}

    def get_accused(self, claim: Claim) -> list[str]:
        return [accusation.source.slug for accusation in claim.accusations.all()]


class ClaimPairSerializer(serializers.ModelSerializer[ClaimPair]):
    """Two claims and the relation between them, with the sentence that says why."""

    url = serializers.CharField(source="get_absolute_url", read_only=True, help_text="Permalink of the page.")
    relation = serializers.ChoiceField([relation.value for relation in Relation], read_only=True)
    dimension = serializers.ChoiceField(
        [dimension.value for dimension in Dimension],
        read_only=True,
        allow_blank=True,
        help_text="What differs; empty for corroborates and repeats.",
    )
    ceasefire = serializers.SlugRelatedField("slug", read_only=True)
    detector = serializers.SerializerMethodField(help_text="Key and version of the kind that found it.")
    left = ClaimSerializer(read_only=True)
    right = ClaimSerializer(read_only=True)
    review_state = serializers.ChoiceField([state.value for state in ReviewState], read_only=True)

    class Meta:
        model = ClaimPair
        fields = (
            "id",
            "url",
            "relation",
            "dimension",
            "reason",
            "ceasefire",
            "day_first",
            "day_last",
            "detector",
            "left",
            "right",
            "left_marks",
            "right_marks",
            "review_state",
            "is_found",
            "created_at",
            "updated_at",
        )

    def get_detector(self, pair: ClaimPair) -> dict[str, Any]:
        return {"key": pair.kind, "version": pair.kind_version}


class DisputeSerializer(serializers.Serializer[Any]):
    number = serializers.IntegerField(help_text="Its number on the day's page.")
    pair = ClaimPairSerializer()


class QuestionSerializer(serializers.Serializer[Any]):
    """The disputes of one dimension under the question that it asks."""

    dimension = serializers.ChoiceField([dimension.value for dimension in Dimension])
    question = serializers.CharField(source="label.label")
    disputes = DisputeSerializer(many=True)


class DaySerializer(serializers.Serializer[Any]):
    """One day: its disputes by question, and every account of it."""

    ceasefire = serializers.SlugRelatedField("slug", read_only=True)
    day = serializers.DateField()
    previous = serializers.DateField(allow_null=True)
    next = serializers.DateField(allow_null=True)
    questions = QuestionSerializer(many=True)
    claims = serializers.SerializerMethodField()

    @extend_schema_field(ClaimSerializer(many=True))
    def get_claims(self, view: comparison.DayView) -> Any:
        return ClaimSerializer([card.claim for card in view.cards], many=True).data
