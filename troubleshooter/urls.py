"""The site's addresses: the portal has them all."""

from django.urls import include, path

urlpatterns = [path("", include("troubleshooter.portal.urls"))]

handler400 = "troubleshooter.portal.errors.bad_request"
handler403 = "troubleshooter.portal.errors.forbidden"
handler404 = "troubleshooter.portal.errors.not_found"
handler500 = "troubleshooter.portal.errors.server_error"
