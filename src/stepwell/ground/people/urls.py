from django.urls import path

from stepwell.ground.people.views import account, arriving, devices, entering, factors, leaving, recovering

app_name = "people"
urlpatterns = [
    path("sign-up/", entering.sign_up, name="sign-up"),
    path("sign-in/", entering.sign_in, name="sign-in"),
    path("sign-in/code/", entering.factor, name="factor"),
    path("sign-out/", leaving.sign_out, name="sign-out"),
    path("unlock/", entering.unlock, name="unlock"),
    path("leave/", leaving.leave, name="leave"),
    path("drafts/open/", leaving.open_draft, name="open-draft"),
    path("recover/", recovering.recover, name="recover"),
    path("settings/", account.overview, name="settings"),
    path("settings/code/", arriving.code, name="code"),
    path("settings/place/", account.place, name="place"),
    path("settings/password/", account.password, name="password"),
    path("settings/known-password/", account.known_password, name="known-password"),
    path("settings/factor/", factors.factor, name="second-factor"),
    path("settings/factor/end/", factors.end_factor, name="end-factor"),
    path("settings/passkey/", factors.add_passkey, name="add-passkey"),
    path("settings/lock/", factors.lock, name="lock"),
    path("settings/lock/end/", factors.end_lock, name="end-lock"),
    path("settings/devices/", devices.devices, name="devices"),
    path("settings/devices/end/", devices.end_device, name="end-device"),
    path("settings/recovery/end/", account.end_recovery, name="end-recovery"),
    path("settings/export/", account.export, name="export"),
    path("settings/delete/", account.delete, name="delete"),
]
