"""What a phone's camera takes for the way into a network."""

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in '\\;,:"'})


def wifi_code(name: str, password: str) -> str:
    r"""Return the text of a code that joins a network; empty without a name.

    >>> wifi_code("Café; été", "a:b")
    'WIFI:T:WPA;S:Café\\; été;P:a\\:b;;'
    >>> wifi_code("Ouvert", "")
    'WIFI:T:nopass;S:Ouvert;;'
    """
    if not name:
        return ""
    said = name.translate(_SPECIAL)
    if not password:
        return f"WIFI:T:nopass;S:{said};;"
    return f"WIFI:T:WPA;S:{said};P:{password.translate(_SPECIAL)};;"
