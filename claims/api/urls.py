"""The addresses of the API, version 1."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from rest_framework.routers import DefaultRouter

from claims.api import views

router = DefaultRouter()
router.register("ceasefires", views.CeasefireViewSet)
router.register("sources", views.SourceViewSet)
router.register("claims", views.ClaimViewSet)
router.register("claim-pairs", views.ClaimPairViewSet)

urlpatterns = [
    path("v1/", include(router.urls)),
    path("v1/ceasefires/<slug:slug>/days/<day:day>/", views.DayView.as_view(), name="api-day"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="claims:schema"), name="api-docs"),
]
