"""Pages of HTML from the shipped templates; each text in them is escaped by itself."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wcafe.paths import resource_dir


def html_templates() -> Environment:
    """Return a new way to the templates, to which whoever asks may add tests and filters."""
    return Environment(
        loader=FileSystemLoader(resource_dir("html")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
