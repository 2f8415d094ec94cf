"""What pages are built of: widgets that know nothing of cafés, and how they look."""
