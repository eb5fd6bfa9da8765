"""What readers get; never imports the rules."""
