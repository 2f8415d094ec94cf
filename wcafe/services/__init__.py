"""What one can do: one method = one wish of a person = one commit = one notice."""
