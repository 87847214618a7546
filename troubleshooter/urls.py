"""The site's addresses: those of the API, and the portal has all others."""

from django.urls import include, path

urlpatterns = [path("api/", include("troubleshooter.api.urls")), path("", include("troubleshooter.portal.urls"))]

handler400 = "troubleshooter.refusing.bad_request"
handler403 = "troubleshooter.portal.errors.forbidden"
handler404 = "troubleshooter.refusing.not_found"
handler500 = "troubleshooter.refusing.server_error"
