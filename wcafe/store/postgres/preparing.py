"""What whoever looks after a server does once, so that a role without great rights suffices."""

from wcafe.domain.shared_address import SharedAddress

ROLE = "wcafe"
DATABASE = "wcafe"


def prepare(address: SharedAddress) -> tuple[str, ...]:
    r"""Return the commands for `psql` that make the role and the database of `address`.

    >>> print(prepare(SharedAddress())[-1])
    \password "wcafe"
    """
    role, database = _quoted(address.user or ROLE), _quoted(address.database or DATABASE)
    return (
        f"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;",
        f"CREATE DATABASE {database} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';",
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC;",
        f"GRANT CONNECT, CREATE ON DATABASE {database} TO {role};",
        f"\\password {role}",
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
