"""What can go wrong where a café is kept on a server."""

from wcafe.errors.base import WcafeError
from wcafe.errors.files import CannotWrite, NewerCafe
from wcafe.i18n import N_


class BadAddress(WcafeError):
    """A text that is no address of a server."""

    template = N_(
        "“{text}” is no address of a server. Write it as "
        "postgresql://USER@HOST/DATABASE, with ?cafe=NAME behind it for one café."
    )


class BadKey(BadAddress):
    """A name for a café that no server is asked for."""

    template = N_(
        "“{name}” cannot be the name of a café on a server: it has small letters from a to z, "
        "digits and hyphens, {longest} at most."
    )


class BadOption(BadAddress):
    """An address that asks for something by a name that nobody knows."""

    template = N_("“{name}” is not known in an address of a server. Known there are: {known}.")


class NotSecure(WcafeError):
    """A way to a server on which anybody could listen, or play the server."""

    template = N_(
        "{server} is another computer, and sslmode={mode} does not prove that it is the right "
        "one. Leave sslmode out, and give sslrootcert=FILE where the server has a certificate "
        "of its own."
    )


class NoDriver(WcafeError):
    """The extra that speaks with PostgreSQL is not installed."""

    template = N_("This wcafe cannot speak with a server yet. Install it with: pip install {extra}")


class ServerGone(CannotWrite):
    """The server does not answer."""

    template = N_(
        "{path} does not answer ({reason}). Look whether this computer is in the network and the "
        "server runs; what was saved before is kept there."
    )


class ServerRefuses(CannotWrite):
    """The server answers, and says no."""

    template = N_(
        "{path} refuses ({reason}). Ask whoever looks after the server; nothing was changed."
    )


class NoCertificate(ServerRefuses):
    """The file that is to prove the server is not on this computer, or is none."""

    template = N_(
        "The certificate {file} cannot be read on this computer, and so nothing proves that "
        "{path} is the right server. Say behind sslrootcert= where it lies here, with all folders; "
        "nothing was changed."
    )


class PasswordWanted(ServerRefuses):
    """The server asks for a password, and none was given."""

    template = N_("{path} asks for the password of the role {user}, and none was given.")


class WrongPassword(PasswordWanted):
    """The role and its password do not fit."""

    template = N_("{path} does not let in the role {user} with this password.")


class NoRights(ServerRefuses):
    """The role may not make a café there."""

    template = N_(
        "The role {user} may not make a café on {path}. Whoever looks after the server can allow "
        "it, once; nothing was changed."
    )


class AnothersCafe(ServerRefuses):
    """The café was shared by another role, which alone may use it."""

    template = N_("{path} belongs to the role {owner}. Open it as that role.")


class TooOldServer(WcafeError):
    """A PostgreSQL that lacks what is needed."""

    template = N_(
        "{path} runs PostgreSQL {version}; wcafe needs {needed} or newer. Nothing was changed."
    )


class NoSuchCafe(WcafeError):
    """There is no café of that name on the server."""

    template = N_("There is no café {name} on {path}.")


class NoCafeYet(WcafeError):
    """A server without any café that the role may open."""

    template = N_("There is no café on {path} yet that this role may open.")


class WhichCafe(WcafeError):
    """An address without a café, where there are several or none."""

    template = N_(
        "Say which café of {path} is meant, by its name in the address. There are: {names}."
    )


class NotOurs(WcafeError):
    """A schema with the name of a café that wcafe did not make."""

    template = N_(
        "{path} is not a café made by wcafe, though it has such a name. Nothing in it was changed."
    )


class HalfShared(WcafeError):
    """A café whose way to the server was cut."""

    template = N_(
        "{path} is not wholly there yet: sharing it was cut short. Share its file once more, from "
        "where it lies; nothing of it is lost."
    )


class NewerSharedCafe(NewerCafe):
    """A shared café that a laptop with a later wcafe brought up to date."""

    template = N_(
        "{path} is of a newer wcafe than this laptop has. Update wcafe here to open it; nothing in "
        "it was changed."
    )


class OlderSharedCafe(WcafeError):
    """A shared café of an earlier wcafe, which is only to be read."""

    template = N_(
        "{path} was made by an older wcafe. Open it once in the window, or change something in it "
        "by a command, and it is brought up to date."
    )


class OpenElsewhere(CannotWrite):
    """A shared café of an earlier wcafe that other laptops have open."""

    template = N_(
        "{path} was made by an older wcafe, and other laptops have it open. Close it there; then "
        "open it here, and it is brought up to date. Nothing was changed."
    )


class SharedElsewhere(CannotWrite):
    """A file whose café went to a server: it is a keepsake."""

    template = N_(
        "The café of {path} is on a server now: open {address}. The file stays as it was when it "
        "was shared, for reading."
    )


class AlreadyShared(WcafeError):
    """A café of that name is on the server, and is another one."""

    template = N_(
        "There is another café named {name} on {path} already. Choose another name for it; "
        "nothing was changed."
    )


class SharedJustNow(CannotWrite):
    """Somebody else shares a copy of the same café at this moment."""

    template = N_(
        "Another laptop shares a copy of this café on {path} at this moment. Wait until it has "
        "done so, then open the café there; this file is as it was."
    )


class AnotherCopyShared(AlreadyShared):
    """A copy of the same café is on the server."""

    template = N_(
        "Another copy of this café is on {path} already, as {name}: open that one. This file is "
        "as it was, and a café of its own."
    )


class Cancelled(WcafeError):
    """Somebody stopped what was being copied before it counted."""

    template = N_("It was cancelled; everything is as it was before.")


class NotTheSame(CannotWrite):
    """The copy on the other side does not hold what was copied."""

    template = N_("What {path} holds would not have stayed the same ({what}). Nothing was changed.")
