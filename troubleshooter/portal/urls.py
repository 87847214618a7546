"""The addresses of the pages."""

from django.urls import path, re_path

from troubleshooter.portal import documents, texts, views
from troubleshooter.portal.api import api
from troubleshooter.portal.changes import ChangesFeed, changes
from troubleshooter.portal.sources import report, source

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
    re_path(r"^source/(?P<room>content|snippets)/(?P<path>[\w./-]+)$", source, name="source"),
    path("report/", report, name="report"),
    path("api/", api, name="api"),
    path("verified/", views.verified, name="verified"),
    path("causes/<slug:slug>.md", texts.cause, name="cause-md"),
    path("guide/<slug:slug>.md", texts.chapter, name="chapter-md"),
    path("pitfalls.md", texts.pitfalls, name="pitfalls-md"),
    path("faq.md", texts.faq, name="faq-md"),
    path("truth.md", texts.truth, name="truth-md"),
    path("llms.txt", texts.llms, name="llms"),
    path("sitemap.xml", texts.sitemap, name="sitemap"),
    path("robots.txt", texts.robots, name="robots"),
    path("tree/", views.tree, name="tree"),
    path("tree/<slug:slug>/", views.question, name="question"),
]
