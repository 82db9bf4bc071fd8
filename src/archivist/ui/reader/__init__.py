"""The centre pane: text view, page view and what is drawn on them."""
