"""Django behind its files: WhiteNoise answers for what is in the static folder, Django for the rest."""

from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from stepwell.ground.ui.api import security_headers

# The storage puts a part of the file's own hash into its name, so such a file never changes.
NEVER_CHANGES = r"^.+\.[0-9a-f]{12}\..+$"


def files_before(django: WSGIApplication) -> WSGIApplication:
    headers = security_headers()

    def add(given, _path: str, _url: str) -> None:  # type: ignore[no-untyped-def]  # WhiteNoise has no types
        for name, value in headers.items():
            given[name] = value

    return WhiteNoise(  # type: ignore[no-any-return]  # the same
        django,
        root=settings.STATIC_ROOT,
        prefix="static/",
        immutable_file_test=NEVER_CHANGES,
        add_headers_function=add,
        allow_all_origins=False,
    )


application = files_before(get_wsgi_application())
