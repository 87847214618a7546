"""The addresses of the pages."""

from django.urls import path

from troubleshooter.portal import documents, views
from troubleshooter.portal.changes import ChangesFeed, changes

urlpatterns = [
    path("", views.home, name="home"),
    path("diagnose/", views.diagnosis, name="diagnose"),
    path("causes/", views.causes, name="causes"),
    path("causes/<slug:slug>/", views.cause, name="cause"),
    path("causes/<slug:slug>/<str:name>.py", views.snippet, name="snippet"),
    path("guide/", documents.guide, name="guide"),
    path("guide/<slug:slug>/", documents.chapter, name="chapter"),
    path("pitfalls/", documents.pitfall_table, name="pitfalls"),
    path("faq/", documents.faq, name="faq"),
    path("truth/", documents.truth, name="truth"),
    path("programs/<slug:folder>/<str:name>.py", documents.program, name="program"),
    path("search/", views.search, name="search"),
    path("changes/", changes, name="changes"),
    path("changes.atom", ChangesFeed(), name="feed"),
    path("verified/", views.verified, name="verified"),
    path("tree/", views.tree, name="tree"),
    path("tree/<slug:slug>/", views.question, name="question"),
]
