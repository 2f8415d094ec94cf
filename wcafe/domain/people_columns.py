"""The columns in which people leave for a spreadsheet and come back as they were.

Both ways read this page: what is written in words is understood in words.
"""

from wcafe.domain.people import Role
from wcafe.i18n import N_

PEOPLE_COLUMNS = {
    "person": "id",
    "given": N_("given name"),
    "family": N_("family name"),
    "email": "email",
    "organisation": N_("organisation"),
    "group": N_("group"),
    "language": N_("languages"),
    "needs": N_("needs"),
    "host_wish": N_("willing as host"),
    "status": N_("status"),
    "rounds": N_("comes in rounds"),
    "room_role": N_("role in the room"),
    "host_of": N_("hosts table"),
    "stays_at": N_("stays at table"),
    "note": "note",
    "id": N_("code"),
}
"""Each field with its heading, in the order of the columns; the user's own columns follow."""

SURE_SIGNS = ("rounds", "room_role")
"""A list with both of these columns was written here."""

ROLE_NAMES = {
    Role.PARTICIPANT: N_("participant"),
    Role.FACILITATOR: N_("facilitator"),
    Role.CREW: N_("crew"),
    Role.OBSERVER: N_("observer"),
}
"""What somebody does in the room, in words."""

COMES, STAYS_AWAY = N_("comes"), N_("does not come")
ALL_ROUNDS, NO_ROUND = N_("all rounds"), N_("no round")
