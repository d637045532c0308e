"""Sources, places, ceasefires and their days."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers.shape import Shown
from claims.models.ceasefire import CeasefireStatement
from claims.vocabulary import PartyRole, Precision, SourceKind


def words(enumeration: Any) -> list[str]:
    return [member.value for member in enumeration]


@extend_schema_field({"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}})
class WordsByLanguage(serializers.Field[Any, Any, Any, Any]):
    """Lists of words, each under the tag of its language."""


class ReferenceSerializer(Shown):
    address = serializers.CharField(help_text="Where it can be looked up.")
    title = serializers.CharField(help_text="Title of what stands there.")


class PersonSerializer(Shown):
    name = serializers.CharField(help_text="Name of the person.")
    office = serializers.CharField(help_text="The office in which the person speaks for the source.")
    since = serializers.DateField(allow_null=True, help_text="First day in office; null if not known.")
    until = serializers.DateField(allow_null=True, help_text="Last day in office; null if still in it or not known.")


class SourceSerializer(Shown):
    """Anyone who speaks, relays or publishes."""

    slug = serializers.CharField(help_text="Stable key; never used again for another source.")
    url = serializers.CharField(help_text="Page of the source on this site.")
    name = serializers.CharField(help_text="Name in English.")
    kind = serializers.ChoiceField(words(SourceKind), help_text="What sort of body it is.")
    side = serializers.CharField(help_text="Key of the side that it is counted to.")
    parent = serializers.CharField(  # type: ignore[assignment]
        allow_null=True, help_text="Slug of the body that it belongs to, or null."
    )
    aliases = WordsByLanguage(help_text="Words that name it as a speaker, by language.")
    deeds = WordsByLanguage(help_text="Words by which its acts are told, by language.")
    persons = PersonSerializer(many=True, help_text="People who speak for it.")
    references = ReferenceSerializer(many=True, help_text="What this entry rests on.")
    updated_at = serializers.DateTimeField(help_text="Time of the last change (UTC).")


class PlaceSerializer(Shown):
    """A place of the gazetteer."""

    slug = serializers.CharField(help_text="Stable key.")
    name = serializers.CharField(help_text="Name in English.")
    kind = serializers.CharField(help_text="Town, region, country and so on.")
    within = serializers.CharField(allow_null=True, help_text="Slug of the larger place that it lies in, or null.")
    latitude = serializers.FloatField(allow_null=True, help_text="Degrees north (WGS 84), or null.")
    longitude = serializers.FloatField(allow_null=True, help_text="Degrees east (WGS 84), or null.")
    aliases = WordsByLanguage(help_text="Words that name it, by language.")
    references = ReferenceSerializer(many=True, help_text="What this entry rests on.")
    updated_at = serializers.DateTimeField(help_text="Time of the last change (UTC).")


class PartySerializer(Shown):
    source = serializers.CharField(help_text="Slug of the party.")  # type: ignore[assignment]
    role = serializers.ChoiceField(words(PartyRole), help_text="The party's place in the truce, by this account.")
    stated_by = serializers.CharField(help_text="Slug of the source that says so.")
    reference = ReferenceSerializer(help_text="Where it says so.")


class StatementSerializer(Shown):
    kind = serializers.ChoiceField(CeasefireStatement.Kind.values, help_text="Start, end, term, or listing as a truce.")
    text = serializers.CharField(allow_blank=True, help_text="The term or listing; empty for a start or end.")
    day = serializers.DateField(allow_null=True, help_text="The day of a start or end, else null.")
    clock = serializers.CharField(allow_blank=True, help_text="Time of day HH:MM in the truce's zone, or empty.")
    stated_by = serializers.CharField(help_text="Slug of the source that states it.")
    reference = ReferenceSerializer(help_text="Where it states it.")


class CeasefireSerializer(Shown):
    """A ceasefire, with each party's own account of its start, end and terms."""

    slug = serializers.CharField(help_text="Stable key.")
    url = serializers.CharField(help_text="Page of the ceasefire on this site.")
    name = serializers.CharField(help_text="Name in English.")
    summary = serializers.CharField(help_text="What it was, in a sentence or two.")
    announced = serializers.DateField(allow_null=True, help_text="Day of the announcement, or null.")
    begins = serializers.DateField(help_text="The day by which claims are placed; parties may state others.")
    begins_clock = serializers.CharField(allow_blank=True, help_text="Time of day HH:MM in the zone, or empty.")
    begins_precision = serializers.ChoiceField(words(Precision), help_text="How exactly the beginning is known.")
    zone = serializers.CharField(help_text="Time zone (IANA).")
    ended = serializers.DateField(allow_null=True, help_text="Last day, or null.")
    area = serializers.ListField(child=serializers.CharField(), help_text="Slugs of the places it covers.")
    parties = PartySerializer(many=True, help_text="Who is party to it, by whose account.")
    statements = StatementSerializer(many=True, help_text="What each source stated of it.")
    references = ReferenceSerializer(many=True, help_text="What this entry rests on.")
    updated_at = serializers.DateTimeField(help_text="Time of the last change (UTC).")


class CountsSerializer(Shown):
    """A day of a ceasefire with its counts."""

    ceasefire = serializers.CharField(help_text="Slug of the ceasefire.")
    day = serializers.DateField(help_text="The day (ISO 8601).")
    url = serializers.CharField(help_text="Page of the day on this site.")
    claims = serializers.IntegerField(help_text="Number of claims listed on the day.")
    undated = serializers.IntegerField(help_text="Those of them that name no day and are listed by their report.")
    contradicts = serializers.IntegerField(help_text="Number of contradicting pairs.")
    competes = serializers.IntegerField(help_text="Number of competing pairs.")
    corroborates = serializers.IntegerField(help_text="Number of corroborating pairs.")
    updated_at = serializers.DateTimeField(help_text="Time of the last count (UTC).")
