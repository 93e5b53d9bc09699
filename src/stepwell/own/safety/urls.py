from django.urls import path

from stepwell.own.safety.views import device, ground, plan, questions

app_name = "safety"
# The addresses stand in a browser's history: none of them says what it is about.
urlpatterns = [
    path("mine/questions/", questions.before, name="questions"),
    path("mine/questions/later/", questions.later, name="later"),
    path("mine/questions/all/", questions.ask, name="ask"),
    path("mine/ground/", ground.ground, name="ground"),
    path("mine/ground/alone/", ground.alone, name="alone"),
    path("mine/ground/some/", ground.some, name="some"),
    path("mine/ground/open/", ground.knowingly, name="knowingly"),
    path("mine/ground/close/", ground.close, name="close"),
    path("mine/plan/", plan.plan, name="plan"),
    path("mine/plan/paper/", plan.paper, name="paper"),
    path("mine/phone/", device.check, name="device"),
]
