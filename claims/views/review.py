"""The reviewer's desk: pairs that nobody has looked at, and the decision about one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from claims import comparison
from claims.forms import ReviewForm
from claims.models import ClaimPair
from claims.services import pairs as pair_service
from claims.views.numbers import number
from claims.vocabulary import ReviewState


@login_required(login_url="admin:login")
@permission_required("claims.change_claimpair", raise_exception=True)
def review(request: HttpRequest) -> HttpResponse:
    """GET shows the queue with one of its pairs open; POST records a decision about the pair that it names."""
    pk = number(request, "pair")
    form = None
    if request.method == "POST":
        pair = get_object_or_404(ClaimPair, pk=pk)
        form = ReviewForm(request.POST, pair=pair)
        if form.is_valid():
            decision, note = ReviewState(form.cleaned_data["decision"]), form.cleaned_data["note"]
            assert request.user.is_authenticated
            pair_service.review(pair, decision, by=request.user, note=note, given=form.given)
            return HttpResponseRedirect(_next(request, pair))
    view = comparison.review_view(pk, decided=number(request, "decided"))
    shown = form or ReviewForm(pair=view.open.pair if view.open else None)
    return render(request, "claims/review.html", {"view": view, "review_form": shown, "section": "review"})


def _next(request: HttpRequest, pair: ClaimPair) -> str:
    """Where the form came from, or the queue, which offers to take the decision back."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if is_ours else f"{reverse('claims:review')}?decided={pair.pk}"
