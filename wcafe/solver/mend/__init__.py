"""The search for the hard rules alone, where the other search leaves some of them broken."""
