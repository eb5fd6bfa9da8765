"""What was read: the records, their words placed in their sources, the pages."""
