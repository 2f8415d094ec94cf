"""The search for fewer meetings and better mixing: seats are exchanged while that pays."""
