"""The pane as it stands in a window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from archivist.domain.timeline import TimelineModel
from archivist.ui.timeline import Timeline

Shown = Callable[[TimelineModel], Timeline]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Gives a function that shows a model in a pane of a usual size."""

    def show(model: TimelineModel) -> Timeline:
        timeline = Timeline()
        qtbot.addWidget(timeline)
        timeline.resize(420, 720)
        timeline.set_model(model)
        timeline.show()
        qtbot.waitExposed(timeline)
        qtbot.wait(10)
        return timeline

    return show
