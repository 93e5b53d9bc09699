"""Places on a page that another room fills, where neither may know the other."""

_templates: dict[str, tuple[str, ...]] = {}


def fill_slot(slot: str, template: str) -> None:
    """Called from a room's `apps.py`: `template` is drawn wherever a page names the slot, with what it is
    given there and nothing else of the page. A reload changes nothing."""
    known = _templates.get(slot, ())
    if template not in known:
        _templates[slot] = (*known, template)


def templates(slot: str) -> tuple[str, ...]:
    return _templates.get(slot, ())
