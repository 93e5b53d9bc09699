"""Numbers that answer in an emergency, for the countries whose entries were read at their source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """Emergency number first; then somebody to talk to; then somebody for danger at home. `tel:` digits."""

    name: str
    emergency: str
    talk: str
    home: str


COUNTRIES = (
    Country("Australia", "000", "13 11 14", "1800 737 732"),
    Country("France", "112", "3114", "3919"),
    Country("Germany", "112", "116 123", "116 016"),
    Country("India", "112", "14416", "181"),
    Country("Ireland", "112", "116 123", "1800 341 900"),
    Country("Netherlands", "112", "0800 0113", "0800 2000"),
    Country("South Africa", "112", "0800 567 567", "0800 428 428"),
    Country("Spain", "112", "024", "016"),
    Country("United Kingdom", "999", "116 123", "0808 2000 247"),
    Country("United States", "911", "988", "1-800-799-7233"),
)
