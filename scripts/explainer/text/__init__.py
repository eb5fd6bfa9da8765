"""What any text is; knows no record."""
