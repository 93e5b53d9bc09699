"""Something cold."""

from django.utils.translation import gettext_lazy as _

from stepwell.own.selfcare.practice import Practice

PRACTICE = Practice(
    key="cold-water",
    group="room",
    minutes=2,
    title=_("Cold water"),
    why=_("Cold on the skin is hard to overlook. It can bring you back quickly."),
    note=_("Cool is enough. With a heart condition, or if you are unsure, keep to the hands and wrists."),
    steps=(
        _("Let cool water run over your hands and wrists. Count to twenty, slowly."),
        _("Or hold something cold: a glass, a bottle, a stone, a wet cloth."),
        _("If it is good, put a wet hand on the cheeks or the back of the neck."),
        _("Dry your hands. Feel the cloth."),
    ),
)
