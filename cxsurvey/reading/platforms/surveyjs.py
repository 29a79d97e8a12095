"""SurveyJS: answers as JSON, laid out as a table with the names of the questions above."""

from dataclasses import replace

from cxsurvey.reading.layout import Layout, Top
from cxsurvey.reading.platforms.plain import plain_layout
from cxsurvey.reading.values import Role

NAME = "surveyjs"
FIRST_HEADING = "Response"  # which of the answers, or the file it came in
_TYPED_BESIDE = "-Comment"  # what was typed beside "other"


def json_layout(top: Top) -> Layout:
    """The layout of a table that was made of JSON; its rankings begin with the most important."""
    layout = plain_layout(top)
    heads = tuple(
        replace(head, role=Role.OTHER_TEXT) if head.header.endswith(_TYPED_BESIDE)
        else replace(head, role=Role.RESPONDENT_ID) if not place else head
        for place, head in enumerate(layout.heads)
    )  # fmt: skip
    return replace(layout, platform=NAME, confidence="certain", heads=heads)
