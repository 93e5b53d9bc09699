"""What every answer says to the browser. The first middleware, so it covers refusals and errors too."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from stepwell.ground.ui import errors

CLOSED = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
]
PERMISSIONS = ", ".join(
    [f"{name}=()" for name in CLOSED]
    + ["publickey-credentials-get=(self)", "publickey-credentials-create=(self)"]
)
YEAR = 365 * 24 * 3600


def policy(leave_to: str = "") -> str:
    """The content policy. Leaving may lead to a page elsewhere; browsers count that as a form target."""
    parts = urlsplit(leave_to)
    elsewhere = f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            f"form-action 'self'{elsewhere}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types stepwell",
        ]
    )


def security_headers() -> dict[str, str]:
    """The same for pages and for files, so whoever serves the files can set them too."""
    headers = {
        "Content-Security-Policy": policy(str(getattr(settings, "LEAVE_TO", ""))),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    if getattr(settings, "ON_TLS", False):
        headers["Strict-Transport-Security"] = f"max-age={YEAR}"
    return headers


class Headers:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.headers = security_headers()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = errors.not_allowed(request, response)
        for name, value in self.headers.items():
            response.headers[name] = value
        return response
