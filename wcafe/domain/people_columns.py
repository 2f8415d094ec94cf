"""The columns in which people leave for a spreadsheet and come back as they were.

Both ways read this page: what is written in words is understood in words.
"""

from wcafe.domain.fields import FIELDS
from wcafe.i18n import N_

PEOPLE_COLUMNS = {field.key: field.heading for field in FIELDS if field.heading}
"""Each field with its heading, in the order of the columns; the user's own columns follow."""

SURE_SIGNS = ("rounds", "room_role")
"""A list with both of these columns was written here."""

COMES, STAYS_AWAY = N_("comes"), N_("does not come")
ALL_ROUNDS, NO_ROUND = N_("all rounds"), N_("no round")
