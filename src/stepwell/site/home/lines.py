"""Numbers that answer in an emergency, for the countries whose entries were read at their source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """Emergency number first; then somebody to talk to; then somebody for danger at home. `tel:` digits.

    zones: where a clock is set to one of these, this country is shown first and open.
    """

    name: str
    emergency: str
    talk: str
    home: str
    zones: tuple[str, ...]


COUNTRIES = (
    Country("Australia", "000", "13 11 14", "1800 737 732", ("Australia/",)),
    Country("France", "112", "3114", "3919", ("Europe/Paris",)),
    Country("Germany", "112", "116 123", "116 016", ("Europe/Berlin", "Europe/Busingen")),
    Country("India", "112", "14416", "181", ("Asia/Kolkata", "Asia/Calcutta")),
    Country("Ireland", "112", "116 123", "1800 341 900", ("Europe/Dublin",)),
    Country("Netherlands", "112", "0800 0113", "0800 2000", ("Europe/Amsterdam",)),
    Country("South Africa", "112", "0800 567 567", "0800 428 428", ("Africa/Johannesburg",)),
    Country("Spain", "112", "024", "016", ("Europe/Madrid", "Africa/Ceuta", "Atlantic/Canary")),
    Country("United Kingdom", "999", "116 123", "0808 2000 247", ("Europe/London", "Europe/Belfast")),
    Country(
        "United States",
        "911",
        "988",
        "1-800-799-7233",
        ("US/", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    ),
)


def nearest_first(zone: str) -> list[dict[str, object]]:
    """Every country as the page shows it; the one of this time zone first, with `here` true."""
    shown = [
        {
            "name": country.name,
            "emergency": country.emergency,
            "talk": country.talk,
            "home": country.home,
            "here": bool(zone) and zone.startswith(country.zones),
        }
        for country in COUNTRIES
    ]
    return sorted(shown, key=lambda country: not country["here"])
