"""The phrases of the page on phones: an English phrase is the key of its translation.

The page is plain files that know no gettext, so all it says is listed here, where it is found for
the catalogues. Where a number stands in a phrase there is one for a single thing and one for more.
"""

from wcafe.i18n import N_, words_for

PHRASES = (
    N_("Add"),
    N_("All notes are saved by the computer. Forget them here?"),
    N_("All notes of this phone"),
    N_("Already noted at this table"),
    N_("came in after the round"),
    N_("Choose all of the text and copy it."),
    N_("Close"),
    N_("Code that you were given"),
    N_("Come in"),
    N_("Copied."),
    N_("Copy all my notes"),
    N_("Copy the text"),
    N_("Ctrl+Enter adds the note, Alt+↑ and Alt+↓ change the table, Alt+1 to Alt+7 the kind."),
    N_("Delete"),
    N_("Edit"),
    N_("Forget"),
    N_("Forget this phone"),
    N_("Go on writing"),
    N_("How should it be said?"),
    N_("in this page only"),
    N_("Is this what you said?"),
    N_("Keep all"),
    N_("Keep the change"),
    N_("kept on this phone"),
    N_("Kind of note"),
    N_("Leave as it was"),
    N_("needs you"),
    N_("No connection to the computer. You can go on writing."),
    N_("No connection: {number} note leaves as soon as the computer answers."),
    N_("No connection: {number} notes leave as soon as the computer answers."),
    N_("not added yet"),
    N_("Not ours"),
    N_("Notes of your table"),
    N_("Nothing yet."),
    N_("Of another café, {number} note waits on this phone."),
    N_("Of another café, {number} notes wait on this phone."),
    N_("On photos please the tablecloth, not the people."),
    N_("Photo"),
    N_("Photo of the tablecloth"),
    N_("Prompt of this note"),
    N_("Prompts"),
    N_("Prompts: {prompts}"),
    N_("Put the message aside"),
    N_("Round of this note"),
    N_("Round {number}"),
    N_("Round {number} of {rounds}"),
    N_("saved by the computer"),
    N_("Scan the code again"),
    N_("Scan the code on your table, or type the code that the facilitator gives you."),
    N_("Send"),
    N_("Somebody else changed this note at the same time: both versions are kept."),
    N_("Table"),
    N_("Table {number}"),
    N_("The café is over and all is saved. This phone has forgotten its notes. Thank you!"),
    N_("The code has eight letters and digits."),
    N_("The computer cannot take this note as it is."),
    N_("The computer cannot take this photo."),
    N_("The computer does not answer yet. This page goes on trying."),
    N_("The computer does not answer. Try again in a moment."),
    N_(
        "The computer does not know this phone any more. All you wrote is kept here and"
        " leaves once you have scanned the code of your table."
    ),
    N_("The note is deleted."),
    N_("There are no notes on this phone."),
    N_("This phone keeps nothing itself: leave this page open until all is saved."),
    N_("This phone has no room for the photo."),
    N_("This picture cannot be read. Take it with the camera as JPEG."),
    N_("time left"),
    N_("To amend…"),
    N_("Try again"),
    N_("typing…"),
    N_("Under no prompt"),
    N_("Undo"),
    N_("What was said"),
    N_("Write a note first."),
    N_("{number} note saved"),
    N_("{number} note is not saved by the computer and would be lost. Forget it?"),
    N_("{number} notes are not saved by the computer and would be lost. Forget them?"),
    N_("{number} notes saved"),
    N_("{round} (over)"),
    N_("✔ Yes, that is it"),
)


def phone_phrases(language: str) -> dict[str, str]:
    """Return all that the page says in `language`, by the English of it."""
    words = words_for(language)
    return {phrase: words.gettext(phrase) for phrase in PHRASES}
