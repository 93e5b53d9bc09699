from django.urls import path

from stepwell.ground.notices import views

app_name = "notices"
urlpatterns = [
    path("settings/reminders/", views.reminders, name="reminders"),
    path("settings/reminders/address/", views.address, name="address"),
    path("settings/reminders/quiet/", views.quiet, name="quiet"),
    path("settings/reminders/on/", views.on, name="on"),
    path("settings/reminders/off/", views.off, name="off"),
    path("settings/reminders/forget/", views.forget, name="forget"),
    path("settings/reminders/calendar/", views.calendar, name="calendar"),
    path("settings/reminders/calendar/end/", views.calendar_end, name="calendar-end"),
    path("notes/yes/<str:token>/", views.confirm, name="confirm"),
    path("notes/end/<str:token>/", views.stop, name="stop"),
    path("feed/<str:token>.ics", views.feed, name="feed"),
]
