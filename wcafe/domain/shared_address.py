"""The address of a café on a server: which server, which database, which café of it."""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from wcafe.errors.sharing import BadAddress, BadKey, BadOption

SCHEMES = ("postgresql", "postgres")
_KNOWN = ("host", "port", "user", "cafe", "sslmode", "sslrootcert")
_HOMES = ("", "localhost", "127.0.0.1", "::1")
_LONGEST = 40  # letters of the key of a café
_KEY = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{_LONGEST + 4}}}")
_ANY_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|postgres(ql)?:")


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAddress:
    """Where a café is that several laptops share.

    Attributes:
        host: name or number of the server, or the folder of its socket; empty for the usual one.
        port: None for the usual one.
        database: its name; empty for the one called as the user is.
        user: the role; empty for the one called as who runs this.
        cafe: the key of one café of that database; empty where none was told.
        sslmode, sslrootcert: how the server proves who it is, as PostgreSQL calls them.
        password: as it was given in an address: it is used, never kept and never told.
    """

    host: str = ""
    port: int | None = None
    database: str = ""
    user: str = ""
    cafe: str = ""
    sslmode: str = ""
    sslrootcert: str = ""
    password: str = field(default="", repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address that is written `postgresql://USER@HOST:PORT/DATABASE?cafe=CAFE`.

        Raises BadAddress, BadOption, BadKey.

        >>> SharedAddress.parse("postgresql://ana@hall/wcafe?cafe=congres").cafe
        'congres'
        """
        try:
            parts = urlsplit(text.strip())
            told = dict(parse_qsl(parts.query, keep_blank_values=True))
            (parts.hostname or "").encode("idna")
            port = parts.port or (int(told["port"]) if told.get("port") else None)
        except ValueError:
            raise BadAddress(text=without_password(text)) from None
        is_parted_wrong = parts.fragment or not text.strip()[len(parts.scheme) :].startswith("://")
        is_unknown = parts.scheme not in SCHEMES
        if is_unknown or is_parted_wrong or re.search("[@/]", parts.path[1:]):
            raise BadAddress(text=without_password(text))
        for option in told:
            if option not in _KNOWN:
                raise BadOption(name=option, known=", ".join(_KNOWN))
        if told.get("cafe") and not _KEY.fullmatch(told["cafe"]):
            raise BadKey(name=told["cafe"], longest=_LONGEST)
        return cls(
            host=unquote(parts.hostname or "") or told.get("host", ""),
            port=port,
            database=unquote(parts.path.removeprefix("/")),
            user=unquote(parts.username or "") or told.get("user", ""),
            cafe=told.get("cafe", ""),
            sslmode=told.get("sslmode", ""),
            sslrootcert=told.get("sslrootcert", ""),
            password=unquote(parts.password or ""),
        )

    def __str__(self) -> str:
        """Return it as it is written, without its password."""
        is_socket = self.host.startswith("/")
        told = {
            "host": self.host if is_socket else "",
            "port": str(self.port) if is_socket and self.port else "",
            "cafe": self.cafe,
            "sslmode": self.sslmode,
            "sslrootcert": self.sslrootcert,
        }
        query = urlencode({name: value for name, value in told.items() if value}, safe="/")
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        host = "" if is_socket else f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port and not is_socket else ""
        where = f"postgresql://{user}{host}{port}/{quote(self.database, safe='')}"
        return f"{where}?{query}" if query else where

    @property
    def is_here(self) -> bool:
        """Is the server this computer, so that nothing goes over a network?"""
        return self.host.startswith("/") or self.host in _HOMES

    def of(self, cafe: str) -> "SharedAddress":
        """Return the same of the café of that key."""
        return replace(self, cafe=cafe)

    @property
    def server(self) -> "SharedAddress":
        """The same without a café."""
        return replace(self, cafe="")

    @property
    def name(self) -> PurePath:
        """What people are told it is called, like the path of a file: server, database, café."""
        home = "localhost" if self.is_here else self.host
        where = f"{home}:{self.port}" if self.port else home
        return PurePath(where, *filter(None, [self.database, self.cafe]))


def place_of(text: str) -> "Path | SharedAddress":
    """Return what `text` names: an address of a server, or else a file. Raises BadAddress."""
    return SharedAddress.parse(text) if is_address(text) else Path(text)


def is_address(text: str) -> bool:
    """Return whether `text` is meant as an address, right or wrong, and not as the name of a file.

    >>> is_address("postgresql://hall/wcafe"), is_address("summer.wcafe")
    (True, False)
    """
    return _ANY_ADDRESS.match(text.strip().lower()) is not None


def key_of(title: str) -> str:
    """Return what a café of that title is called in addresses.

    >>> key_of("Quartier 2030 : l’été"), key_of("会議")
    ('quartier-2030-l-ete', 'cafe')
    """
    apart = re.sub("[’']", "-", title)
    plain = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return plain[:_LONGEST].rstrip("-") or "cafe"


def without_password(text: str) -> str:
    """Return `text` without what stands in it where an address has its password.

    >>> without_password("postgresql://ana:top secret@hall/wcafe")
    'postgresql://ana@hall/wcafe'
    >>> without_password("“mysql://x” is none: write postgresql://USER@HOST")
    '“mysql://x” is none: write postgresql://USER@HOST'
    """
    text = re.sub(r"(//[^:/@\s]*):.*@", r"\1@", text)
    text = re.sub(r"(//[^:/@\[]+):(?![0-9]*(?:[/?#\s]|$))[^/?#]*", r"\1", text)
    return re.sub(r"([?&]\w*password=)[^&\s]*", r"\1…", text)
