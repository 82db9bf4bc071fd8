"""Text in, suggestions out; pure functions over code points."""
