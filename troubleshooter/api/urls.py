"""The addresses of the API; its page, /api/, is one of the portal's."""

from django.urls import path, re_path

from troubleshooter.api import views

urlpatterns = [
    path("v1/diagnose", views.diagnosis, name="api-diagnose"),
    re_path(r"[\s\S]", views.missing),
]
