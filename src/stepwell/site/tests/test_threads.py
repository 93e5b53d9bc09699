"""However many sign in at once, some threads are left for every other page."""

from pathlib import Path

from django.conf import settings

from stepwell.ground.people.testing import PLACES_IN_LINE


def test_a_third_of_the_threads_never_waits_for_a_password():
    # WhiteNoise warns where files were not gathered yet, which no test needs.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    from stepwell.site.asgi import THREADS

    assert PLACES_IN_LINE * 3 <= THREADS * 2
