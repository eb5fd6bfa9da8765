"""First drafts for editors; nothing rests on them."""
