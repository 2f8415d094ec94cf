"""Reading pages in the window: where one is, nearer and farther, what is looked for, links."""
