"""The addresses of the API, version 1."""

from django.urls import path, re_path

from claims.api import dumps, hooks, index, submitting, views
from claims.api.resources import ARTICLES, FIGURES, RESOURCES
from claims.api.trying import Schema, TryIt

urlpatterns = [
    path("v1/", index.Index.as_view(), name="api-index"),
    path("v1/problems/", index.Problems.as_view(), name="api-problems"),
    path("v1/ceasefires/<slug:slug>/days/", views.DayList.as_view(), name="api-days"),
    path("v1/ceasefires/<slug:slug>/days/<day:day>/", views.DayDetail.as_view(), name="api-day"),
    path("v1/changes/", views.ChangeList.as_view(), name="api-changes"),
    path("v1/figures/<id:claim_id>-<int:position>/", views.record_detail(FIGURES).as_view()),
    path("v1/submissions/", submitting.Submissions.as_view(), name="api-submissions"),
    path("v1/submissions/<id:pk>/", submitting.SubmissionDetail.as_view()),
    path("v1/webhooks/", hooks.Webhooks.as_view(), name="api-webhooks"),
    path("v1/webhooks/<id:pk>/", hooks.WebhookDetail.as_view()),
    path("v1/dumps/latest/", dumps.LatestDump.as_view(), name="api-dump"),
    path("v1/dumps/<day:day>/<str:name>", dumps.DumpFile.as_view()),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", TryIt.as_view(), name="api-docs"),
]
for resource in RESOURCES:
    urlpatterns.append(path(f"v1/{resource.name}/", views.record_list(resource).as_view(), name=f"api-{resource.name}"))
    urlpatterns.append(path(f"v1/{resource.name}/export/", views.record_export(resource).as_view()))
    if resource is not FIGURES:
        key = "<slug:slug>" if resource.lookup == "slug" else "<id:pk>"
        detail = views.ArticleDetail if resource is ARTICLES else views.record_detail(resource)
        urlpatterns.append(path(f"v1/{resource.name}/{key}/", detail.as_view()))
urlpatterns.append(re_path(r"^", views.Nothing.as_view()))
