"""A reviewer's decision about a pair."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from claims.comparison import wording
from claims.filters.shared import labels
from claims.models import ClaimPair
from claims.vocabulary import Relation, ReviewState


class ReviewForm(forms.Form):
    """A person's decision about a pair; whoever rejects it or takes it for another relation says why."""

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (str(ReviewState.CONFIRMED), _("Confirm")),
            (str(ReviewState.REJECTED), _("Reject")),
            (str(ReviewState.SUGGESTED), _("Not sure")),
        ],
    )
    relation = forms.ChoiceField(label=_("Relation"), choices=labels(wording.RELATIONS), required=False)
    dimension = forms.ChoiceField(
        label=_("What differs"), choices=[("", _("nothing")), *labels(wording.DIFFERENCES)], required=False
    )
    note = forms.CharField(
        label=_("Reason, kept with the decision and shown to everybody; needed to reject or for another relation"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: QueryDict | None = None, *, pair: ClaimPair | None) -> None:
        super().__init__(data, initial={"relation": pair.relation, "dimension": pair.dimension} if pair else None)
        self.pair = pair

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        decision, note = cleaned.get("decision"), cleaned.get("note")
        if decision == ReviewState.REJECTED and not note:
            self.add_error("note", _("Say why the pair does not hold."))
        if decision == ReviewState.CONFIRMED and self.given and self.pair:
            relation, dimension = self.given
            same = ClaimPair.objects.public().of_the_same_two(self.pair).on_question(dimension).first()
            if relation.is_conflict and not dimension:
                self.add_error("dimension", _("A conflict needs what differs: choose it."))
            elif same:
                self.add_error(
                    "dimension",
                    _("These two accounts have a pair of this sort already, %(pair)s: decide on that one.")
                    % {"pair": f"p{same.pk}"},
                )
            elif not note:
                self.add_error("note", _("Say why it is another relation."))
        return cleaned

    @property
    def given(self) -> tuple[Relation, str] | None:
        """The relation that the person takes the pair for, and what differs; None: as it stands."""
        if self.pair is None or not self.cleaned_data.get("relation"):
            return None
        relation = Relation(self.cleaned_data["relation"])
        dimension = str(self.cleaned_data.get("dimension") or "") if relation.is_conflict else ""
        return None if (relation, dimension) == (self.pair.relation, self.pair.dimension) else (relation, dimension)
