"""Plans made by formula or from stored ones, and how they are fitted to people and rules."""
