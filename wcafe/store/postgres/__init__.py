"""The second dialect: a café that several laptops share, on a PostgreSQL server."""
