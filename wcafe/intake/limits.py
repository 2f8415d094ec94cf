"""How large a list may be, and what comes of one that is larger: nothing that anybody waits for."""

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_CHARACTERS = MOST_BYTES  # in all cells together
HEADINGS = 1  # rows beside those of people or notes
LONGEST_CELL = 20_000  # characters: no name, text or list of answers has more
