"""The revisions of the schema, one file each; `header.SCHEMA` is the number of the newest."""
