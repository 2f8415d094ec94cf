"""Notes as cards: how they are filed, drawn, edited and sorted into themes, in any workspace."""
