"""Files in one ZIP, which is the same bytes whenever the same files are put into it."""

import io
import zipfile
from collections.abc import Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16  # whoever unpacks it can read what is in it


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """Return `files`, by their names in the ZIP, in the order in which they are given."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, content)
    return whole.getvalue()
