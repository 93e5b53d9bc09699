"""Settings, read once from the environment. Refuses to guess: see environment.py."""

from pathlib import Path
from urllib.parse import urlsplit

from stepwell.site import databases, environment
from stepwell.site.keyfiles import key_file, make_home

environment.refuse_unknown()
HOME = environment.home()
make_home(HOME)
ORIGIN = environment.origin()
OPERATOR = environment.text("STEPWELL_OPERATOR", "the person who started it on this computer")
DEBUG = environment.flag("STEPWELL_DEVELOPMENT", default=False)
SIGN_UP_OPEN = environment.flag("STEPWELL_SIGN_UP", default=True)
LEAVE_TO = environment.leave_to()

SECRET_KEY = key_file(HOME / "secret-key").hex()
PEPPER = key_file(HOME / "pepper", beside=HOME / "stepwell.sqlite3")
ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or "", "127.0.0.1", "localhost"]
ON_TLS = ORIGIN.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "stepwell.ground.privacy",
    "stepwell.ground.vault",
    "stepwell.ground.ui",
    "stepwell.ground.people",
    "stepwell.ground.spaces",
    "stepwell.ground.record",
    "stepwell.ground.live",
    "stepwell.ground.notices",
    "stepwell.own.understanding",
    "stepwell.own.safety",
    "stepwell.own.selfcare",
    "stepwell.own.learning",
    "stepwell.own.journal",
    "stepwell.own.pace",
    "stepwell.together.between",
    "stepwell.together.calendar",
    "stepwell.together.checkins",
    "stepwell.together.pathway",
    "stepwell.together.agreements",
    "stepwell.together.promises",
    "stepwell.together.questions",
    "stepwell.together.dialogue",
    "stepwell.together.letters",
    "stepwell.together.repair",
    "stepwell.together.menu",
    "stepwell.together.openness",
    "stepwell.together.affection",
    "stepwell.together.touch",
    "stepwell.together.consent",
    "stepwell.site",
]
MIDDLEWARE = [
    "stepwell.ground.ui.headers.Headers",
    "stepwell.site.faults.Limits",
    "stepwell.site.rls.Wall",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "stepwell.ground.people.left.Left",
    "stepwell.ground.people.visitors.Visitors",
]
ROOT_URLCONF = "stepwell.site.urls"
WSGI_APPLICATION = "stepwell.site.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["stepwell.ground.ui.context.frame"]},
    }
]

WAL_IS_SAFE = databases.newest_sqlite()
DATABASES = {
    "default": databases.database(
        environment.text("STEPWELL_DATABASE"), "STEPWELL_DATABASE", HOME / "stepwell.sqlite3", wal=WAL_IS_SAFE
    ),
    "sessions": databases.database(
        environment.text("STEPWELL_SESSIONS"), "STEPWELL_SESSIONS", HOME / "sessions.sqlite3", wal=WAL_IS_SAFE
    ),
}
DATABASE_ROUTERS = ["stepwell.site.databases.Stores"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "stepwell.site.files.Static"},
}

CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "stepwell.ground.ui.views.form_went_stale"
CSRF_TRUSTED_ORIGINS = [ORIGIN]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ON_TLS else None

DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

EMAIL_SUBJECT_PREFIX = ""
SMTP = environment.smtp()
# In development mail is written into a folder, to be read there; without a server there is none.
MAIL_TO_FILES = environment.text("STEPWELL_SMTP", "file" if DEBUG else "") == "file"
MAIL_IS_SENT = SMTP is not None or MAIL_TO_FILES
DEFAULT_FROM_EMAIL = environment.mail_from(f"Stepwell <notes@{urlsplit(ORIGIN).hostname}>")
EMAIL_BACKEND = (
    f"django.core.mail.backends.{'smtp' if SMTP else 'filebased' if MAIL_TO_FILES else 'dummy'}.EmailBackend"
)
EMAIL_FILE_PATH = HOME / "mail"
# One slow mail server must not hold the clock for everybody else.
EMAIL_TIMEOUT = 15
if SMTP:
    EMAIL_HOST, EMAIL_PORT = SMTP.host, SMTP.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SMTP.user, SMTP.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = SMTP.tls, SMTP.starttls

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "stepwell.site.logs.PlainLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django would mail errors, and print requests in development: neither keeps what people wrote out.
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
