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


# Where the desk runs. Everything that differs between a developer's machine and production hangs
# on PRODUCTION and HTTPS; `make demo` runs as production without TLS.
BASE = Path(__file__).resolve().parent.parent
VAR = Path(env("DESK_VAR", str(BASE / "var")))
WHERE = env("DESK_ENV", "development")
DEBUG = env_bool("DJANGO_DEBUG", default=WHERE == "development")
PRODUCTION = not DEBUG
HTTPS = env_bool("DESK_HTTPS", default=PRODUCTION)
RELEASE = env("DESK_RELEASE", "0.1.0")
if WHERE not in {"development", "production"} or (WHERE == "production" and DEBUG):
    raise ImproperlyConfigured("DESK_ENV is development, or production without DJANGO_DEBUG.")

# Secrets and host names. A fallback key keeps people signed in while the key is changed.
SECRET_KEY = env("DJANGO_SECRET_KEY", None if PRODUCTION else "development-and-tests-only")
SECRET_KEY_FALLBACKS = env_list("DJANGO_SECRET_KEY_FALLBACKS", "")
ALLOWED_HOSTS = env_list("DJANGO_ALLOWED_HOSTS", None if PRODUCTION else "localhost,127.0.0.1")

# Apps. Ours is first: of two commands or static files with one name, the first app's is taken.
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

# Middleware, from the browser inwards. Ours stand where they need what is outside them: signing in
# asks for the user, a refusal becomes a page after the rule has spoken.
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

# Templates and forms. Templates are laid out for people; the loader sends them without indentation.
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "loaders": [
                (
                    "factcheck.web.template_loader.TemplateLoader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "factcheck.web.pages.FormRenderer"
FORMS_URLFIELD_ASSUME_HTTPS = True

# Database. SQLite takes its lock when a transaction begins, so that two writers wait for each other
# instead of failing; triggers keep the trail from being changed, also from within triggers.
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(env("DATABASE_URL", f"sqlite:///{VAR / 'desk.sqlite3'}"))
}
DATABASE = DATABASES["default"]
TEST_DATABASE = env("TEST_DB", "desk")  # a name for each of several test runs at the same time
if DATABASE["ENGINE"] == "django.db.backends.sqlite3":
    for folder in (BASE / ".test", Path(DATABASE["NAME"]).parent):
        folder.mkdir(parents=True, exist_ok=True)
    DATABASE["TEST"] = {"NAME": BASE / f".test/{TEST_DATABASE}.sqlite3"}
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA recursive_triggers=ON;"
        ),
    }
else:
    DATABASE["TEST"] = {"NAME": f"test_{TEST_DATABASE}"}
    DATABASE["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 12, "timeout": 10}}

# Cache and background work. Rate limits are counted in the cache, so that every process must see
# the same figures: it is a table, and so is the queue of tasks. Neither needs another server.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "factcheck_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# People and sign-in. Administrators make the accounts, so nobody signs up or confirms an address.
AUTH_USER_MODEL = "factcheck.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
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
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Fact-check desk"
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("DESK_PROXIES", "0"))  # they report the address

# Language and time. Every time on a page is shown in the desk's own time zone.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env("DESK_TIME_ZONE", "UTC")

# Static files and captures. In production static files have a hash in their names, so that browsers
# may keep them. Captures have no URL: a view serves them to those who may see them.
STATIC_URL = "/static/"
STATIC_ROOT = Path(env("DESK_STATIC", str(VAR / "static")))
MEDIA_ROOT = Path(env("DESK_CAPTURES", str(VAR / "captures")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
# A paste of 2 MB in the widest encoding still reaches its form, which refuses it and keeps it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

# Mail. Where there is no TLS there is usually no mail server either: letters are printed instead.
MAIL_BACKEND = env("DESK_MAIL", "smtp" if HTTPS else "console")
EMAIL_BACKEND = f"django.core.mail.backends.{MAIL_BACKEND}.EmailBackend"
EMAIL_HOST = env("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env("EMAIL_PORT", "25"))
EMAIL_HOST_USER = env("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DESK_MAIL_FROM", "desk@localhost")

# Security. Cookies and pages go over TLS alone where there is TLS. Behind a proxy the desk believes
# what the proxy says of it. A page loads and sends to nothing but the desk, and stands in no frame.
CSRF_FAILURE_VIEW = "factcheck.web.errors.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# Ours. Readers must know who speaks and where to write: without both, production publishes nothing.
DESK_NAME_REQUIRED = PRODUCTION

# Logs. Words typed at the desk never reach a log: lines carry the path and the kind of error only.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "factcheck.web.lines.Lines",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
