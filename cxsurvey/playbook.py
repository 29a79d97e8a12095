"""The playbook: warning signs to check for a pillar, what neglect costs, myths that mislead a plan."""

from dataclasses import dataclass

from cxsurvey.resources import read_json


@dataclass(frozen=True, slots=True)
class Playbook:
    """Texts in one language. ``signs`` belong to the pillar that was asked for."""

    signs: tuple[str, ...]
    consequences: tuple[str, ...]
    myths: tuple[str, ...]


def playbook_for(pillar_key: str, language: str = "en") -> Playbook:
    """The playbook for a pillar; no warning signs for a pillar of one's own."""
    data = read_json("playbook.json")

    def texts(entries: list[dict[str, dict[str, str]]]) -> tuple[str, ...]:
        return tuple(entry["texts"].get(language) or entry["texts"]["en"] for entry in entries)

    signs = [entry for entry in data["warning_signs"] if pillar_key in entry["pillars"]]
    return Playbook(texts(signs), texts(data["consequences"]), texts(data["myths"]))
