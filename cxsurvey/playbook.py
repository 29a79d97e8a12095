"""The playbook: warning signs of a poor experience, to check for the pillars a team decides to work on."""

from cxsurvey.resources import read_json


def warning_signs(pillar_key: str, language: str = "en") -> tuple[str, ...]:
    """The signs that belong to a pillar, in that language or in English; none for a pillar of one's own."""
    signs = read_json("playbook.json")["warning_signs"]
    return tuple(
        sign["texts"].get(language) or sign["texts"]["en"] for sign in signs if pillar_key in sign["pillars"]
    )
