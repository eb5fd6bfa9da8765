"""What a person types, and MkDocs' way in."""
