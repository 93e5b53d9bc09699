"""Help is an address of the whole house: it has no room in its name."""

from django.urls import path

from stepwell.own.safety.views.help import help_page

urlpatterns = [path("help/", help_page, name="help")]
