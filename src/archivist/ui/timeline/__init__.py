"""The right pane: the time axis and what stands on it."""
