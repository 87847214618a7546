"""Settings, all from the environment, with defaults that are safe on a laptop."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

ROOT = Path(__file__).resolve().parent.parent
ON, OFF = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")


def switch(name: str) -> bool:
    """Reads a variable that is on or off; unset or empty is off."""
    value = os.environ.get(name, "").lower()
    if value not in (*ON, *OFF):
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in ON


def hosts(name: str, default: str) -> list[str]:
    """Reads a comma-separated list of host names."""
    found = [part.strip() for part in (os.environ.get(name) or default).split(",")]
    for host in found:
        if not host or "/" in host or " " in host:
            wanted = "host names with commas between them, such as example.org,localhost"
            raise ImproperlyConfigured(f"{name} must be {wanted}, not {host!r}.")
    return found


def origin(name: str) -> str:
    """Reads the address that the site is known by, '' when it is to be taken from each request."""
    value = (os.environ.get(name) or "").rstrip("/")
    parts = urlsplit(value)
    if value and (
        parts.scheme not in ("http", "https") or not parts.netloc or value != f"{parts.scheme}://{parts.netloc}"
    ):
        raise ImproperlyConfigured(f"{name} must be scheme and host, such as https://example.org, not {value!r}.")
    return value


def address(name: str) -> str:
    """Reads the address of a page elsewhere, '' when there is none."""
    value = (os.environ.get(name) or "").rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise ImproperlyConfigured(f"{name} must be a web address, such as https://example.org/issues, not {value!r}.")
    return value


def folder(name: str, default: Path) -> Path:
    """Reads the path of a folder that must exist."""
    path = Path(os.environ.get(name) or default).resolve()
    if not path.is_dir():
        raise ImproperlyConfigured(f"{name} must be an existing folder; {path} is none.")
    return path


def number(name: str, default: int) -> int:
    """Reads a whole number that is not negative."""
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise ImproperlyConfigured(f"{name} must be a whole number such as {default}, not {value!r}.")
    return int(value)


def header(name: str, default: str) -> str:
    """Reads the name of a header that a proxy sets, as a key of WSGI."""
    value = os.environ.get(name) or default
    if value == default:
        return default
    if not value.isascii() or not value.replace("-", "").isalnum():
        raise ImproperlyConfigured(f"{name} must be the name of a header, such as X-Real-IP, not {value!r}.")
    return f"HTTP_{value.upper().replace('-', '_')}"


def secret(name: str) -> str:
    """Reads the secret key; without one each start makes its own, since nothing signed outlives a process."""
    value = os.environ.get(name) or get_random_secret_key()
    if len(value) < 50:
        raise ImproperlyConfigured(f"{name} must have at least 50 characters; it has {len(value)}.")
    return value


VAR = ROOT / "var"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

SECRET_KEY = secret("TROUBLESHOOTER_SECRET_KEY")
DEBUG = switch("TROUBLESHOOTER_DEBUG")
ALLOWED_HOSTS = hosts("TROUBLESHOOTER_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CONTENT_DIR = folder("TROUBLESHOOTER_CONTENT_DIR", ROOT / "content")
SITE_URL = origin("TROUBLESHOOTER_SITE_URL")
SOURCE_URL = address("TROUBLESHOOTER_SOURCE_URL")
REPORT_URL = address("TROUBLESHOOTER_REPORT_URL")
SNIPPETS_DIR = folder("TROUBLESHOOTER_SNIPPETS_DIR", ROOT / "snippets")

INSTALLED_APPS = [
    "troubleshooter.apps.TroubleshooterConfig",
    "troubleshooter.portal",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "troubleshooter.portal.middleware.content_security_policy",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "troubleshooter.refusing.refuse_large_bodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "troubleshooter.urls"
WSGI_APPLICATION = "troubleshooter.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["troubleshooter.portal.templatetags.prose", "troubleshooter.portal.templatetags.cards"],
            "context_processors": ["troubleshooter.portal.site.site", "troubleshooter.portal.sources.footer"],
        },
    }
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / "troubleshooter.sqlite3"}}

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True

STATIC_URL = "/static/"
STORAGES = {"staticfiles": {"BACKEND": "troubleshooter.portal.storage.HashedWhenCollected"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# A paste is read in memory and never written to disk: no upload handler that makes files.
PASTE_LIMIT = 1024 * 1024
# A form may write one byte of text as three, and a paste may come with its file.
BODY_LIMIT = 4 * PASTE_LIMIT
DATA_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT
FILE_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# So many pastes a minute may one address send to the API, 0 is any number. Each process counts for itself.
API_LIMIT = number("TROUBLESHOOTER_API_LIMIT", 60)
# What a client sends itself is never believed: only the header that the proxy in front is known to set.
CLIENT_ADDRESS = header("TROUBLESHOOTER_CLIENT_ADDRESS", "REMOTE_ADDR")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}}}

CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "troubleshooter.portal.errors.forgery"
SECURE_REFERRER_POLICY = "same-origin"

# A proxy in front ends TLS and sets X-Forwarded-Proto; without one leave this off.
if switch("TROUBLESHOOTER_HTTPS"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    CSRF_COOKIE_SECURE = True
# Whether all subdomains speak TLS is for the domain's owner to say, not for one site on it.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "troubleshooter.portal.logs.WithoutMessages"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
