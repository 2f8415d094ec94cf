"""A list on its way in, of people or of notes: what is shown of it whatever it is about."""
