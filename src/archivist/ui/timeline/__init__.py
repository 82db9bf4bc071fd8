"""The timeline: events, excerpts and citations in the order of time."""

from archivist.ui.timeline.drag import EXCERPT_MIME
from archivist.ui.timeline.timeline import Timeline

__all__ = ["EXCERPT_MIME", "Timeline"]
