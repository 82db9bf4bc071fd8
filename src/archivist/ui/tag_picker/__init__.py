"""The tag picker: a few letters and Enter tag a passage."""

from archivist.ui.tag_picker.model import PickerModel
from archivist.ui.tag_picker.popup import TagPicker

__all__ = ["PickerModel", "TagPicker"]
