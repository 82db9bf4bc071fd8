"""Pure values and rules of Archivist; no input or output."""
