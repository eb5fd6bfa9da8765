"""A news explainer that anyone can check: facts tied to the exact words of their sources, turned
into pages."""
