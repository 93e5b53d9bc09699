"""What stands beside a number, by the keys of lines.toml, so that it can be read in any language."""

from django.utils.translation import gettext_lazy as _

COUNTRIES = {
    "AU": _("Australia"),
    "CA": _("Canada"),
    "FR": _("France"),
    "DE": _("Germany"),
    "IN": _("India"),
    "IE": _("Ireland"),
    "IT": _("Italy"),
    "NL": _("Netherlands"),
    "NZ": _("New Zealand"),
    "ZA": _("South Africa"),
    "ES": _("Spain"),
    "GB": _("United Kingdom"),
    "US": _("United States"),
    "EU": _("Somewhere else"),
}
KINDS = {
    "emergency": _("In danger now"),
    "talk": _("When it is too much"),
    "home": _("If you are afraid of someone at home"),
    "assault": _("After sexual violence"),
    "stop": _("If you are afraid of what you might do"),
}
HOURS = {"": "", "always": _("Day and night.")}
WHOM = {
    "": "",
    "all_services": _("Police, ambulance, fire."),
    "ambulance_fire": _("Ambulance, fire."),
    "police": _("Police."),
    "everyone": _("For everyone."),
    "women": _("For women."),
    "men": _("For men."),
    "indigenous": _("For Indigenous people."),
}
NOTES = {
    "": "",
    "silent_55": _(
        "If you cannot speak on a mobile phone, stay on the line and press 55 when you are asked to."
    ),
    "silent_text": _("For when you cannot speak or hear."),
    "or_999": _("999 reaches the same people."),
    "from_mobile": _("From a mobile phone."),
    "star_120": _("Or dial *120*7867# from a mobile phone, and they call you back."),
    "england": _("England. Other parts of the country below."),
    "scotland": _("Scotland."),
    "wales": _("Wales."),
    "northern_ireland": _("Northern Ireland."),
    "england_wales": _("England and Wales."),
    "map": _("There is no one number. The site has a map of houses that answer."),
    "list": _("There is no one number. The site has a list."),
    "chat_app": _("They have a chat and an app too."),
    "from_morning": _("From the morning until midnight."),
    "either_side": _("They listen to people who hurt somebody and want to stop, too."),
    "most_of_europe": _("In most of Europe, and from a mobile phone in many other countries."),
    "the_americas": _("In North America, and in some other countries."),
    "some_of_europe": _("In some countries of Europe, not in all."),
    "every_country": _("A list of lines in many countries."),
}
BILL = {"": "", "no": _("The call is not on the phone bill."), "yes": _("The call is on the phone bill.")}
