"""The revisions of the schema, one file each; `engine.SCHEMA` is the number of the newest."""
