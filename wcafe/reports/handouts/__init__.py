"""What is printed before and during a café, one module for each handout."""
