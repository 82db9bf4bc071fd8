"""Forms for events, actors, citations and documents."""
