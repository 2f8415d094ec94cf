"""Workspaces in windows of their own, beside the main one, on the same café."""
