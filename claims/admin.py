"""The administration: reference data to edit, work and records to look at."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from claims.models import Article, Ceasefire, Feed, Person, Place, PlaceAlias, Side, Source, SourceAlias
from claims.models.ceasefire import CeasefireParty, CeasefireStatement
from claims.services import reference_changes


class ReferenceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Reviewed data that records show: an edit is told to the feed of changes, and a slug stays what it is."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        with reference_changes.told() if request.method == "POST" else nullcontext():
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        return ("slug",) if obj else ()


class AliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = SourceAlias
    extra = 0


class PersonInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Person
    extra = 0


@admin.register(Source)
class SourceAdmin(ReferenceAdmin):
    list_display = ("name", "slug", "kind", "side", "parent")
    list_filter = ("side", "kind")
    search_fields = ("name", "slug", "aliases__words", "persons__name")
    list_select_related = ("side", "parent")
    inlines = (AliasInline, PersonInline)


class PlaceAliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = PlaceAlias
    extra = 0


@admin.register(Place)
class PlaceAdmin(ReferenceAdmin):
    list_display = ("name", "slug", "kind", "within")
    list_filter = ("kind",)
    search_fields = ("name", "slug", "aliases__words")
    list_select_related = ("within",)
    inlines = (PlaceAliasInline,)


class PartyInline(admin.TabularInline):  # type: ignore[type-arg]
    model = CeasefireParty
    extra = 0


class StatementInline(admin.StackedInline):  # type: ignore[type-arg]
    model = CeasefireStatement
    extra = 0


@admin.register(Ceasefire)
class CeasefireAdmin(ReferenceAdmin):
    list_display = ("name", "slug", "begins", "ended")
    filter_horizontal = ("area",)
    inlines = (PartyInline, StatementInline)


@admin.register(Feed)
class FeedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("__str__", "kind", "is_enabled", "polled_at", "succeeded_at", "state", "error")
    list_filter = ("kind", "is_enabled", "state")
    filter_horizontal = ("covers",)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Articles are evidence: looked at here, never edited."""

    list_display = ("__str__", "outlet", "published", "state", "error")
    list_filter = ("state", "language")
    search_fields = ("title", "name", "address")
    list_select_related = ("outlet",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False


admin.site.register(Side)
