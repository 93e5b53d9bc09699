"""The questions. HARK in its own words; then ours, which are not scored.

HARK: Sohal H, Eldridge S, Feder G. The sensitivity and specificity of four questions (HARK) to identify
intimate partner violence. BMC Family Practice 2007;8:49. Creative Commons Attribution. LOINC panel 76499-3.
A translation may be used only where one was published; the English words are never changed.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

Texts = dict[str, Any]  # each text is lazy, so that it comes in the language of who reads

HUMILIATED, OWN_VIOLENCE = "h", "hurt"
ATTRIBUTION = "HARK: Sohal, Eldridge, Feder. BMC Family Practice 2007;8:49. CC BY."
LOINC = {"panel": "76499-3", "h": "76500-8", "a": "76501-6", "r": "76502-4", "k": "76503-2"}
STEM = _("Within the last year, have you been…")
HARK: Texts = {
    "h": _("humiliated or emotionally abused in other ways by your partner or your ex-partner?"),
    "a": _("afraid of your partner or ex-partner?"),
    "r": _("raped or forced to have any kind of sexual activity by your partner or ex-partner?"),
    "k": _("kicked, hit, slapped, or otherwise physically hurt by your partner or ex-partner?"),
}
OWN: Texts = {
    "disagree": _("Are you afraid to disagree with your partner?"),
    "checks": _("Does your partner check your phone, or where you are, against your wishes?"),
    "controls": _("Does your partner control your money, or whom you see?"),
    "make_up": _("Does your partner press you into sex to make up for what happened?"),
    "threats": _(
        "Has your partner threatened to expose you, to harm themselves, or to take children from you?"
    ),
    "made_to": _("Are you made to use this place, or to show what you write here?"),
}
APART: Texts = {
    "put_down": _("Apart from the betrayal, has your partner put you down or made you feel worthless?"),
    "disagree": _("Apart from the betrayal, are you afraid to disagree with your partner?"),
    "checks": _(
        "Apart from what you both agreed after the betrayal, does your partner check your phone, or where "
        "you are, against your wishes?"
    ),
    "controls": _("Apart from the betrayal, does your partner control your money, or whom you see?"),
    "make_up": _("Apart from the betrayal, does your partner press you into sex you do not want?"),
    "threats": OWN["threats"],
    "made_to": OWN["made_to"],
}
MINE: Texts = {
    OWN_VIOLENCE: _(
        "Have you yourself hit, forced, threatened or frightened your partner, before or since the betrayal?"
    ),
}


def asked(*, apart: bool) -> Texts:
    """Every question of one filling-in, by key, in order."""
    return {**HARK, **(APART if apart else OWN), **MINE}
