"""ReportLab without what it would run from a person's home. To be imported before it.

It looks for modules of these names, and for files `~/.reportlab_mods` and
`~/.reportlab_settings`, and runs what it finds: without a home that is a folder `~` in the
current one. A file in the place of the home would end it. And paper is to be the same for all.
"""

import sys
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
