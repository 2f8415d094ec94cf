"""Files that come in: lists of people, lists of notes. Nothing in them is trusted."""
