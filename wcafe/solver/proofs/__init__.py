"""What no plan can do: bounds of its worth, and rules that cannot hold together."""
