"""The desk's settings, from the environment.

Development, tests and type checks need no variable. In production (`DESK_ENV=production`, or
`DJANGO_DEBUG=false`) the desk refuses to start without a secret key and its host names.
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

django_stubs_ext.monkeypatch()


def env(name: str, default: str | None = None) -> str:
    """The variable, or the default; without either the desk does not start."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Production needs it: set it in the environment of the service, "
            "or leave DESK_ENV unset to work on your own machine."
        )
    return value


def env_bool(name: str, *, default: bool) -> bool:
    """True or false, and nothing that merely looks like it."""
    value = env(name, "true" if default else "false")
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be true or false.")
    return value == "true"


def env_list(name: str, default: str | None = None) -> list[str]:
    """Words between commas."""
    return [word.strip() for word in env(name, default).split(",") if word.strip()]


# Paths, and where we run
BASE = Path(__file__).resolve().parent.parent
VAR = Path(env("DESK_VAR", str(BASE / "var")))
WHERE = env("DESK_ENV", "development")
DEBUG = env_bool("DJANGO_DEBUG", default=WHERE == "development")
PRODUCTION = not DEBUG
HTTPS = env_bool("DESK_HTTPS", default=PRODUCTION)
RELEASE = env("DESK_RELEASE", "0.1.0")
if WHERE not in {"development", "production"} or (WHERE == "production" and DEBUG):
    raise ImproperlyConfigured("DESK_ENV is development, or production without DJANGO_DEBUG.")

SECRET_KEY = env("DJANGO_SECRET_KEY", None if PRODUCTION else "development-and-tests-only")
SECRET_KEY_FALLBACKS = env_list("DJANGO_SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env_list("DJANGO_ALLOWED_HOSTS", None if PRODUCTION else "localhost,127.0.0.1")

# Apps
INSTALLED_APPS = [
    "factcheck.apps.FactcheckConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    *(["whitenoise.middleware.WhiteNoiseMiddleware"] if PRODUCTION else []),
    "factcheck.web.middleware.StaffPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "factcheck.web.middleware.HtmxMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "factcheck.web.middleware.SignInMiddleware",
    "factcheck.web.middleware.RefusalMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "factcheck.urls"

# Templates and forms
CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
DJANGO = "django.template.backends.django.DjangoTemplates"
LOADERS = [
    (
        "factcheck.web.template_loader.TemplateLoader",
        [
            "django.template.loaders.filesystem.Loader",
            "django.template.loaders.app_directories.Loader",
        ],
    )
]
OPTIONS = {"context_processors": CONTEXT, "loaders": LOADERS}
TEMPLATES: list[dict[str, Any]] = [
    {"BACKEND": DJANGO, "DIRS": [BASE / "templates"], "OPTIONS": OPTIONS}
]
FORM_RENDERER = "factcheck.web.pages.FormRenderer"
FORMS_URLFIELD_ASSUME_HTTPS = True

# Database, cache, background work
URL = env("DATABASE_URL", f"sqlite:///{VAR / 'desk.sqlite3'}")
DATABASES: dict[str, Any] = {"default": dj_database_url.parse(URL)}
DATABASE = DATABASES["default"]
TEST_DB = env("TEST_DB", "desk")  # apart for each of several runs at once
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    for folder in (BASE / ".test", Path(DATABASE["NAME"]).parent):
        folder.mkdir(parents=True, exist_ok=True)
    DATABASE["TEST"] = {"NAME": BASE / f".test/{TEST_DB}.sqlite3"}
    PRAGMAS = ["journal_mode=WAL", "synchronous=NORMAL", "recursive_triggers=ON"]
    START = "".join(f"PRAGMA {pragma};" for pragma in PRAGMAS)
    DATABASE["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": START}
else:
    DATABASE["TEST"] = {"NAME": f"test_{TEST_DB}"}
    DATABASE["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 12, "timeout": 10}}
# Rate limits are counted here, so every process must see the same figures.
CACHE = "django.core.cache.backends.db.DatabaseCache"
CACHES = {"default": {"BACKEND": CACHE, "LOCATION": "factcheck_cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# People and sign-in
AUTH_USER_MODEL = "factcheck.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORDS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": PASSWORDS + "UserAttributeSimilarityValidator"},
    {"NAME": PASSWORDS + "CommonPasswordValidator"},
    {"NAME": PASSWORDS + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "factcheck.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators make the accounts; nobody confirms an address
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Fact-check desk"
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("DESK_PROXIES", "0"))

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env("DESK_TIME_ZONE", "UTC")

# Static files and captures
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("DESK_STATIC", str(VAR / "static")))
MEDIA_ROOT = Path(env("DESK_CAPTURES", str(VAR / "captures")))  # no URL: a view serves them
COLLECTED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
FILES, STATIC = "django.core.files.storage.FileSystemStorage", COLLECTED if PRODUCTION else PLAIN
STORAGES = {"default": {"BACKEND": FILES}, "staticfiles": {"BACKEND": STATIC}}
FILE_UPLOAD_PERMISSIONS = 0o600
# A paste of 2 MB in the widest encoding still reaches its form, which refuses it and keeps it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

MAIL = env("DESK_MAIL", "smtp" if HTTPS else "console")
EMAIL_BACKEND = f"django.core.mail.backends.{MAIL}.EmailBackend"
EMAIL_HOST = env("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env("EMAIL_PORT", "25"))
EMAIL_HOST_USER = env("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DESK_MAIL_FROM", "desk@localhost")

# Security
CSRF_FAILURE_VIEW = "factcheck.web.errors.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
FORWARDED = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_PROXY_SSL_HEADER = FORWARDED if ALLAUTH_TRUSTED_PROXY_COUNT else None
OURS, NOBODYS = ("default-src", "form-action"), ("base-uri", "frame-ancestors", "object-src")
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {k: [SELF] for k in OURS} | {k: [NONE] for k in NOBODYS}}
# Readers must know who speaks and where to write: without both, production publishes nothing.
DESK_NAME_REQUIRED = PRODUCTION

# Words typed at the desk never reach a log: lines carry the path and the kind of error only.
LINE = "{asctime} {levelname} {name}: {message}"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "factcheck.web.lines.Lines", "format": LINE, "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
