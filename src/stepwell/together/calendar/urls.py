from django.urls import path

from stepwell.together.calendar.views import days, ends, feed, files, once, one, plans, rituals

app_name = "calendar"
urlpatterns = [
    path("calendar/", days.coming, name="coming"),
    path("calendar/list/<str:day>/", days.listed, name="list"),
    path("calendar/day/<str:day>/", days.day, name="day"),
    path("calendar/week/<str:day>/", days.week, name="week"),
    path("calendar/month/<str:day>/", days.month, name="month"),
    path("calendar/new/", plans.write, name="write"),
    path("calendar/new/empty/", plans.empty, name="empty"),
    path("calendar/plans/<uuid:plan>/", one.plan, name="plan"),
    path("calendar/plans/<uuid:plan>/on/<str:day>/", once.once, name="once"),
    path("calendar/plans/<uuid:plan>/change/", plans.change, name="change"),
    path("calendar/plans/<uuid:plan>/show/", one.show, name="show"),
    path("calendar/plans/<uuid:plan>/stop/", one.stop, name="stop"),
    path("calendar/plans/<uuid:plan>/call-off/", ends.call_off, name="call-off"),
    path("calendar/plans/<uuid:plan>/delete/", ends.delete, name="delete"),
    path("calendar/plans/<uuid:plan>/let-go/", ends.let_go, name="let-go"),
    path("calendar/plans/<uuid:plan>/plan.ics", files.one_file, name="file"),
    path("calendar/shown/<uuid:shown>/", one.shown, name="shown"),
    path("calendar/both/", rituals.rituals, name="rituals"),
    path("calendar/both/suggest/", rituals.suggest, name="ritual-suggest"),
    path("calendar/both/take-back/", rituals.take_all_back, name="ritual-take-all-back"),
    path("calendar/both/<uuid:ritual>/yes/", rituals.accept, name="ritual-yes"),
    path("calendar/both/<uuid:ritual>/take-back/", rituals.take_back, name="ritual-take-back"),
    path("calendar/both/<uuid:ritual>/put-aside/", rituals.put_aside, name="ritual-put-aside"),
    path("calendar/both/<uuid:ritual>/not/<str:day>/", rituals.not_this_time, name="ritual-not"),
    path("calendar/files/", files.bring, name="bring"),
    path("calendar/files/look/", files.look, name="look"),
    path("calendar/files/put-away/", files.put_away, name="put-away"),
    path("calendar/files/<uuid:brought>/undo/", files.undo, name="undo"),
    path("calendar/files/all.ics", files.everything, name="everything"),
    path("calendar/address/", feed.address, name="address"),
    path("calendar/address/end/", feed.end, name="address-end"),
]
