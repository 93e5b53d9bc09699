"""Pages that belong to nobody: they are the same for every caller and hold nothing personal."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.ui.colours import papers
from stepwell.ground.ui.errors import form_went_stale
from stepwell.ground.ui.frame import Frame
from stepwell.ground.ui.kept import files, pages

__all__ = ["blank", "components", "form_went_stale", "manifest", "offline", "service_worker"]

WORKER = Path(__file__).parent / "static" / "ui" / "sw.js"
KEPT_OFFLINE = (
    "ui/tokens.css",
    "ui/fonts.css",
    "ui/components.css",
    "ui/leave.js",
    "ui/drafts.js",
    "ui/offline.js",
    "ui/fonts/literata-core.woff2",
    "ui/fonts/work-core.woff2",
    "ui/icons/mark.svg",
)


@require_safe
def blank(_request: HttpRequest) -> HttpResponse:
    """Where leaving leads: an empty page with no name and no sign of ours."""
    return HttpResponse(render_to_string("ui/blank.html", {"frame": Frame(None)}))


@require_safe
def offline(_request: HttpRequest) -> HttpResponse:
    """Drawn without the person, because the browser keeps it."""
    return HttpResponse(render_to_string("ui/offline.html", {"frame": Frame(None)}))


@cache
def _worker() -> str:
    drawn = pages()
    kept = ["/offline/", "/blank/", *drawn, *(static(name) for name in (*KEPT_OFFLINE, *files()))]
    words = [
        render_to_string("ui/offline.html", {"frame": Frame(None)}),
        *(draw() for draw in drawn.values()),
    ]
    version = hashlib.sha256("\n".join([*kept, *words]).encode()).hexdigest()[:12]
    text = WORKER.read_text("utf-8").replace("/* the list is put here */", json.dumps(kept)[1:-1])
    return text.replace("/* the version is put here */", version)


@require_safe
def service_worker(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response.headers["Service-Worker-Allowed"] = "/"
    response.headers["Cache-Control"] = "no-cache"
    return response


@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """What a phone shows once the page is installed: a plain name, a plain drawing, no purpose."""
    paper = papers()[0]
    icons = [
        {"src": static("ui/icons/mark-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static("ui/icons/mark-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static("ui/icons/mark-maskable.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    content = {
        "name": "Stepwell",
        "short_name": "Stepwell",
        "description": _("Notes"),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    }
    response = HttpResponse(json.dumps(content), content_type="application/manifest+json")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every part in every state, for whoever builds pages. Only in development."""
    if not settings.DEBUG:
        raise Http404
    from stepwell.ground.ui.showcase import showcase

    return HttpResponse(render_to_string("ui/components.html", showcase(request.GET), request))
