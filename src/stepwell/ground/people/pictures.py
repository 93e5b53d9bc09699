"""A QR code as a drawing in the page: no request, no style attribute."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(text: str) -> SafeString:
    drawn = segno.make(text, error="m").svg_inline(svgclass="code", lineclass="ink", omitsize=True, border=2)
    # segno draws from the modules alone; the text itself never reaches the markup
    return mark_safe(drawn)  # noqa: S308
