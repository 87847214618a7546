"""The addresses of the API; its page, /api/, is one of the portal's."""

from django.urls import path, re_path

from troubleshooter.api import views

urlpatterns = [
    path("v1/diagnose", views.diagnosis, name="api-diagnose"),
    path("v1/causes", views.causes, name="api-causes"),
    path("v1/causes/<slug:slug>", views.cause, name="api-cause"),
    path("v1/search", views.search, name="api-search"),
    path("v1/openapi.json", views.openapi, name="openapi"),
    re_path(r"[\s\S]", views.missing),
]
