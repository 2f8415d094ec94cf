"""Changes that touch people, tables and the plan together, from any workspace, with undo."""
