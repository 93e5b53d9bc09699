from django.urls import path

from stepwell.together.repair.views import mine, plan, settling, storm

app_name = "repair"
urlpatterns = [
    path("repair/", plan.plan, name="plan"),
    path("repair/mine/", mine.mine, name="mine"),
    path("repair/mine/delete/", mine.delete, name="delete"),
    path("repair/forward/", settling.forward, name="forward"),
    path("repair/back/", settling.back, name="back"),
    path("repair/sign/", settling.sign, name="sign"),
    path("repair/unsign/", settling.unsign, name="unsign"),
    path("repair/withdraw/", settling.withdraw, name="withdraw"),
    path("repair/storm/", storm.storm, name="storm"),
]
