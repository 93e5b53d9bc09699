"""The door of the surface: what other rooms may import."""

from stepwell.ground.ui.back import page_of_ours
from stepwell.ground.ui.charts import draw_days, draw_weeks
from stepwell.ground.ui.dates import clock, date_words, in_words, short_date, stamp
from stepwell.ground.ui.errors import (
    NEVER_ECHOED,
    bad_request,
    broken,
    forbidden,
    from_our_own_page,
    not_found,
    too_many,
)
from stepwell.ground.ui.forms import OnceForm, PlainForm, Rating
from stepwell.ground.ui.frame import Area, Frame, Slip, add_area
from stepwell.ground.ui.gone import Gone, Typed, gives_words_back, gone, typed_as, typed_in
from stepwell.ground.ui.headers import security_headers
from stepwell.ground.ui.kept import keep_offline
from stepwell.ground.ui.offers import Offer, add_offer, offers
from stepwell.ground.ui.options import Chips, Choices, ManyChoices, Pick, Stairs
from stepwell.ground.ui.paper import typeset
from stepwell.ground.ui.pictures import Picture
from stepwell.ground.ui.ratings import Rated, Week, weeks_of
from stepwell.ground.ui.rows import ALONE, RESTING, TWO, Row, add_row, rows
from stepwell.ground.ui.slots import fill_slot
from stepwell.ground.ui.widgets import Code, Day, Hidden, Line, Secret, Short, Tick, TimeOfDay, Words
from stepwell.ground.ui.wordlists import (
    LONGEST_WORD,
    OWN_MARK,
    ChosenWords,
    WordList,
    is_own,
    label_of,
    labelled,
    new_words,
)

__all__ = [
    "ALONE",
    "LONGEST_WORD",
    "NEVER_ECHOED",
    "OWN_MARK",
    "RESTING",
    "TWO",
    "Area",
    "Chips",
    "Choices",
    "ChosenWords",
    "Code",
    "Day",
    "Frame",
    "Gone",
    "Hidden",
    "Line",
    "ManyChoices",
    "Offer",
    "OnceForm",
    "Pick",
    "Picture",
    "PlainForm",
    "Rated",
    "Rating",
    "Row",
    "Secret",
    "Short",
    "Slip",
    "Stairs",
    "Tick",
    "TimeOfDay",
    "Typed",
    "Week",
    "WordList",
    "Words",
    "add_area",
    "add_offer",
    "add_row",
    "bad_request",
    "broken",
    "clock",
    "date_words",
    "draw_days",
    "draw_weeks",
    "fill_slot",
    "forbidden",
    "from_our_own_page",
    "gives_words_back",
    "gone",
    "in_words",
    "is_own",
    "keep_offline",
    "label_of",
    "labelled",
    "new_words",
    "not_found",
    "offers",
    "page_of_ours",
    "rows",
    "security_headers",
    "short_date",
    "stamp",
    "too_many",
    "typed_as",
    "typed_in",
    "typeset",
    "weeks_of",
]
