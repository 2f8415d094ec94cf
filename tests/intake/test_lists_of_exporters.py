"""Lists as programs for events write them: the formats are theirs, the people are ours.

Made from what is written about each format and from what writes it, and from no list seen here
before; so they say how lists fare that nobody tried.
"""

import pytest

from tests.cafes import write_list
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet

# Open Event Server: a row an attendee, with the order's facts before those of the form
OPEN_EVENT = """\
Order#,Order Date,Status,Payment Type,Payment Mode,Ticket Name,Ticket ID,Ticket Price,\
Ticket Type,Tax ID,Address,Company,Country,State,City,Zipcode,Email,First Name,Last Name,\
Company,Dietary Needs,virtual_event_checkin_times
#O1760000001-11,"October 9, 2026 08:53 +0000",completed,free,,Standard,a1b2,0,free,,,,,,,,\
awa@example.org,Awa,Kermarrec,Médiathèque,,[]
#O1760000002-12,"October 9, 2026 09:10 +0000",cancelled,free,,Standard,a1b3,0,free,,,,,,,,\
octave@example.org,Octave,Ringuet,,vegan,[]
#O1760000003-13,"October 10, 2026 18:02 +0000",completed,stripe,card,Supporter,a1b4,12.0,paid,,\
"3, rue Haute",,France,Bretagne,Lanvélec,29000,maelys@example.org,Maëlys,Duvigneau,École,,[]
#O1760000004-14,"October 11, 2026 07:00 +0000",placed,bank,,Supporter,a1b5,12.0,paid,,,,,,,,\
tilio@example.org,Tilio,Bréhat,,,[]
"""

# Google Groups, "Export members": a line about the group stands above the headings
GOOGLE_GROUPS = """\
Members for group voisins-de-lanvelec
Email address,Nickname,Group status,Email status,Email preference,Posting permissions,\
Join year,Join month,Join day,Join hour,Join minute,Join second,Time zone
awa@example.org,Awa Kermarrec,owner,,email,allowed,2024,3,12,10,2,11,Europe/Paris
tilio@example.org,Tilio Bréhat,member,,email,allowed,2024,5,1,8,40,59,Europe/Paris
maelys@example.org,Maëlys Duvigneau,member,bouncing,no email,allowed,2025,1,9,17,5,0,Europe/Paris
"""

# Mailman, `list_members --fullnames`: RFC 5322, one a line, brackets in names escaped
MAILMAN = """\
"Kermarrec, Awa" <awa@example.org>
Tilio Br\u00e9hat \\(Mairie\\) <tilio@example.org>
Ma\u00eblys Duvigneau <maelys@example.org>
selene.abgrall@example.org
"""

# Zuluru, registrations of an event: addresses and telephones between names and payment
ZULURU = """\
"User ID","First Name","Last Name","Email Address",Address,City,Province,"Postal Code",\
"Home Phone","Work Phone","Work Ext","Mobile Phone",Gender,Birthdate,Height,"Skill Level",\
"Shirt Size","Order ID","Created Date","Modified Date",Payment,Notes
101,Awa,Kermarrec,awa@example.org,"3, rue Haute",Lanvélec,QC,"H2X 1Y4","514 555-0101",,,,F,,,,\
"Womens Small",R000101,"2026-09-01 10:00","2026-09-01 10:05",Paid,
102,Tilio,Bréhat,tilio@example.org,"5, quai Nord",Lanvélec,QC,"H2X 1Y4",,,,"514 555-0102",M,,,,\
"Mens Large",R000102,"2026-09-02 11:00","2026-09-03 08:30",Unpaid,"Paiera sur place"
103,Sélène,Abgrall,selene@example.org,,,,,,,,,,,,,,R000103,"2026-09-02 12:00",\
"2026-09-02 12:00",Paid,
"""

# CiviCRM, "Participants" search export
CIVICRM = """\
"Participant Name","Event","Fee level","Amount","Registered","Start Date - End Date","Status","Role"
"Kermarrec, Awa","Café","Plein","5.00","2026-09-01 10:00:00","21/10","Registered","Attendee"
"Bréhat, Tilio","Café","Plein","5.00","2026-09-01 11:00:00","21/10","Cancelled","Attendee"
"Duvigneau, Maëlys","Café","Réduit","2.00","2026-09-04 09:00:00","21/10","Registered","Attendee"
"Abgrall, Sélène","Café","Réduit","2.00","2026-09-04 09:30:00","21/10","On waitlist","Attendee"
"""

# Elgg's event manager: semicolons, all headings those of the profile
ELGG = """\
guid;name;username;email;registration date
412;Awa Kermarrec;awak;awa@example.org;2026-09-01 10:00:00
413;Tilio Bréhat;tilio;tilio@example.org;2026-09-02 17:31:10
"""

AWA, TILIO, MAELYS = "Awa Kermarrec", "Tilio Bréhat", "Maëlys Duvigneau"


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        pytest.param(OPEN_EVENT, {AWA, MAELYS, TILIO}, id="Open Event Server"),
        pytest.param(GOOGLE_GROUPS, {AWA, TILIO, MAELYS}, id="Google Groups"),
        pytest.param(MAILMAN, {AWA, TILIO, MAELYS, "selene.abgrall@example.org"}, id="Mailman"),
        pytest.param(ZULURU, {AWA, TILIO, "Sélène Abgrall"}, id="Zuluru"),
        pytest.param(CIVICRM, {AWA, MAELYS}, id="CiviCRM"),
        pytest.param(ELGG, {AWA, TILIO}, id="Elgg"),
    ],
)
def test_everybody_who_comes_is_found_and_nobody_else(tmp_path, text, seated):
    found = read_people(read_sheet(write_list(tmp_path, text)))

    assert {person.name for person in found.people} == seated
    told = len(found.duplicates) + len(found.set_aside) + len(found.rejected)
    assert found.read == len(found.people) + told
    emails = {person.email for person in found.people if person.email}
    assert all(email.startswith(tuple("atms")) and "@" in email for email in emails)
