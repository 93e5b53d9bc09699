"""The suite itself: rows and sign-ins are two databases, and nothing leaves the machine."""

import socket

import pytest
from django.db import connections

from tests.fixtures.network import OutsideError


@pytest.mark.django_db
def test_a_test_may_use_both_databases():
    for alias in ("default", "sessions"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchone()[0] == 1


def test_no_test_leaves_the_machine():
    with pytest.raises(OutsideError, match=r"198\.51\.100\.1"):
        socket.create_connection(("198.51.100.1", 80), timeout=1)
    with pytest.raises(OutsideError, match=r"stepwell\.example"):
        socket.create_connection(("stepwell.example", 80), timeout=1)
