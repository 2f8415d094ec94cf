"""The dialect: the only package that knows that a café is kept by SQLite."""
