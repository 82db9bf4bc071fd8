"""The review pane: suggestions one after the other, each decided by one key."""

from archivist.ui.review.pane import ReviewPane

__all__ = ["ReviewPane"]
