"""Articles, figures, changes and the read model of a day."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from claims.api.serializers.claims import ClaimPairSerializer, ClaimSerializer
from claims.api.serializers.reference import words
from claims.api.serializers.shape import Shown
from claims.models import Change
from claims.vocabulary import ChangeKind, DateOrigin, Dimension, Precision


class ArticleSerializer(Shown):
    """An article as it was found; its full text is the outlet's and is not given to anonymous readers."""

    id = serializers.IntegerField(help_text="Stable id.")
    url = serializers.CharField(help_text="Page of the article on this site, with its claims.")
    title = serializers.CharField(allow_blank=True, help_text="Its headline.")
    address = serializers.CharField(allow_blank=True, help_text="Where it was obtained; empty for a file.")
    canonical = serializers.CharField(allow_blank=True, help_text="The article's one address, without tracking.")
    archived = serializers.CharField(allow_blank=True, help_text="Address of a copy in an archive, or empty.")
    name = serializers.CharField(allow_blank=True, help_text="Name of the file, for an article that came as one.")
    outlet = serializers.CharField(allow_null=True, help_text="Slug of the outlet; null if the directory has none.")
    outlet_words = serializers.CharField(allow_blank=True, help_text="The outlet as it was named.")
    credit = serializers.CharField(allow_blank=True, help_text="Whom the text is credited to, such as an agency.")
    language = serializers.CharField(allow_blank=True, help_text="Language (BCP 47).")
    published = serializers.DateField(allow_null=True, help_text="Day of publication, or null.")
    published_precision = serializers.ChoiceField(words(Precision), help_text="How exactly that day is known.")
    published_origin = serializers.ChoiceField(words(DateOrigin), help_text="Where that day was obtained.")
    retrieved_at = serializers.DateTimeField(allow_null=True, help_text="Time it was taken in (UTC), or null.")
    origin = serializers.IntegerField(allow_null=True, help_text="Number shared by all copies of one text.")
    text_hash = serializers.CharField(help_text="SHA-256 of the clean text that all offsets refer to.")
    flags = serializers.ListField(child=serializers.CharField(), help_text="What a person should look at.")
    reading_version = serializers.IntegerField(help_text="Version of the rules that read it.")
    accepted_at = serializers.DateTimeField(help_text="Time it was accepted (UTC).")


class ArticleTextSerializer(ArticleSerializer):
    """An article with its text, for holders of a token with the scope `text`."""

    text = serializers.CharField(
        required=False, help_text="The clean text; only with a token of the scope `text`, else the field is left out."
    )


class FigureSerializer(Shown):
    """A number that a claim gives."""

    id = serializers.CharField(help_text="Id of the claim and the figure's place in it: 12-0.")
    claim = serializers.IntegerField(help_text="Id of the claim.")
    position = serializers.IntegerField(help_text="Its place among the claim's figures, from 0.")
    what = serializers.CharField(help_text="What is counted.")
    words = serializers.CharField(help_text="The number's words in the claim.")
    low = serializers.IntegerField(allow_null=True, help_text="At least this many, or null.")
    high = serializers.IntegerField(allow_null=True, help_text="At most this many, or null.")
    start = serializers.IntegerField(help_text="Offset of the words in the claim's text.")
    end = serializers.IntegerField(help_text="Offset behind them.")
    place = serializers.CharField(allow_null=True, help_text="Slug of the place it holds for, or null.")
    is_part = serializers.BooleanField(help_text="Whether it counts a part of a larger total.")


class ChangeSerializer(Shown):
    """One change of a public record."""

    id = serializers.IntegerField(help_text="Number of the change; the order is (transaction, id).")
    transaction = serializers.IntegerField(help_text="Number of the database transaction that made it.")
    at = serializers.DateTimeField(help_text="Time of the change (UTC).")
    kind = serializers.ChoiceField(words(ChangeKind), help_text="What happened.")
    record = serializers.ChoiceField(Change.Record.values, help_text="What sort of record changed.")
    record_id = serializers.IntegerField(help_text="Id of the record.")
    address = serializers.CharField(help_text="Where the record is found in the API.")
    into = serializers.IntegerField(allow_null=True, help_text="Id of the record that it was merged into, or null.")
    into_address = serializers.CharField(allow_null=True, help_text="Where that is found in the API, or null.")
    note = serializers.CharField(allow_blank=True, help_text="Why, where there is more to say.")


@extend_schema_serializer(component_name="Change")
class ChangeWithRecordSerializer(ChangeSerializer):
    """One change, with `expand=current` with the record that it is about."""

    current = serializers.DictField(
        required=False,
        allow_null=True,
        help_text="With `expand=current`: the record as it is now, in the form of its own list; null if it is public "
        "no longer (merged, withdrawn or rejected). Left out otherwise.",
    )


class DisputeSerializer(Shown):
    """What two speakers differ on, however many of their sentences meet."""

    number = serializers.IntegerField(help_text="Its number on the day's page.")
    pair = ClaimPairSerializer(help_text="The strictest of its pairs.")
    pair_ids = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of all its pairs.")


class QuestionSerializer(Shown):
    """The disputes of one dimension under the question that it asks."""

    dimension = serializers.ChoiceField(words(Dimension), help_text="What differs.")
    question = serializers.CharField(help_text="The question, in the words of the page.")
    total = serializers.IntegerField(help_text="Number of its disputes, those that the page has no room for too.")
    pairs = serializers.IntegerField(help_text="Number of the pairs behind them.")
    disputes = DisputeSerializer(many=True, help_text="The disputes that the page shows, strictest first.")


class DayCountsSerializer(Shown):
    claims = serializers.IntegerField(help_text="Number of claims listed on the day.")
    dated = serializers.IntegerField(help_text="Those that state the day.")
    undated = serializers.IntegerField(help_text="Those that state none and are listed by their report.")
    unresolved = serializers.IntegerField(help_text="Those whose speaker the directory does not know.")
    disputes = serializers.IntegerField(help_text="Number of disputes.")


class DaySerializer(Shown):
    """One day: its disputes by question, and its accounts. The very read model of the day page."""

    ceasefire = serializers.CharField(help_text="Slug of the ceasefire.")
    day = serializers.DateField(help_text="The day (ISO 8601).")
    truce_day = serializers.IntegerField(help_text="1 on the day the truce begins; 0 or less before it.")
    previous = serializers.DateField(allow_null=True, help_text="The day before it that has claims, or null.")
    next = serializers.DateField(allow_null=True, help_text="The day after it that has claims, or null.")
    counts = DayCountsSerializer(help_text="Counts of the whole day, as the page gives them.")
    questions = QuestionSerializer(many=True, help_text="What is disputed.")
    claims = ClaimSerializer(many=True, help_text="The accounts that the page shows; `all_claims` leads to all.")
    all_claims = serializers.CharField(help_text="Address of the list of all claims of the day.")
    all_pairs = serializers.CharField(help_text="Address of the list of all pairs of the day.")
