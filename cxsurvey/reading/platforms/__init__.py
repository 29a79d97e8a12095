"""One small module per survey platform, in the order in which they are tried. A new one is a file and a line."""

from collections.abc import Callable

from cxsurvey.reading.layout import DEEPEST_HEADER, Layout, Top
from cxsurvey.reading.platforms import (
    google_forms,
    limesurvey,
    microsoft_forms,
    qualtrics,
    sawtooth,
    surveymonkey,
    typeform,
    xlsforms,
)
from cxsurvey.reading.values import Table

Recogniser = Callable[[Top], Layout | None]

RECOGNISERS: tuple[Recogniser, ...] = (
    qualtrics.recognise,
    xlsforms.recognise,
    limesurvey.recognise,
    typeform.recognise,
    surveymonkey.recognise,
    microsoft_forms.recognise,
    google_forms.recognise,
    sawtooth.recognise,
)


def recognise(table: Table) -> Layout | None:
    """The platform that wrote the sheet, also under title rows added by hand; ``None`` for any other table."""
    for skip in range(min(DEEPEST_HEADER, len(table.rows))):
        top = Top(table, skip)
        for recogniser in RECOGNISERS:
            layout = recogniser(top)
            if layout is not None:
                return layout
    return None
