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
    form = ReviewForm(request.POST or None)
    pk = number(request, "pair")
    if request.method == "POST" and form.is_valid():
        pair = get_object_or_404(ClaimPair.objects.all(), pk=pk)
        decision = ReviewState(form.cleaned_data["decision"])
        assert request.user.is_authenticated
        pair_service.review(pair, decision, by=request.user, note=form.cleaned_data["note"])
        return HttpResponseRedirect(_next(request, pair))
    view = comparison.review_view(pk, decided=number(request, "decided"))
    return render(request, "claims/review.html", {"view": view, "review_form": form, "section": "review"})


def _next(request: HttpRequest, pair: ClaimPair) -> str:
    """Where the form came from, or the queue, which offers to take the decision back."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if is_ours else f"{reverse('claims:review')}?decided={pair.pk}"
