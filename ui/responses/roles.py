"""What a column may be read as, in words. A role without words of its own shows its key, so none is ever missing."""

from PySide6.QtCore import QObject

from cxsurvey.reading.values import ColumnRole, Role

LIKE = 100  # a score from which a match is certain


class RoleWords(QObject):
    """``RoleWords()``: ``all()`` roles in words, ``text(column_role, names)``, ``place(role, place)``."""

    def all(self) -> dict[Role, str]:
        """Every role in words, in the order in which they are offered."""
        words = self._own()
        return {role: words.get(role) or str(role).replace("_", " ").capitalize() for role in Role}

    def text(self, value: ColumnRole, names: dict[str, str]) -> str:
        """What a column is read as, with its pillar or place, and how sure that is; ``names`` of pillars by key."""
        name = names.get(value.pillar, value.pillar)
        words = {
            Role.RANK_OF_PILLAR: self.tr("Rank of {0}").format(name),
            Role.PILLAR_AT_PLACE: self.tr("Who stands at place {0}").format(value.place),
            Role.PILLAR_AT_STEP: self.tr("Guided sort: {0}").format(self.place(Role.PILLAR_AT_STEP, value.place)),
            Role.BEST: self.tr("Most important of set {0}").format(value.place),
            Role.WORST: self.tr("Least important of set {0}").format(value.place),
            Role.POINTS: self.tr("Points of {0}").format(name),
            Role.IMPORTANCE: self.tr("Importance of {0}").format(name),
            Role.PERFORMANCE: self.tr("How well we do: {0}").format(name),
        }.get(value.role) or self.all()[value.role]
        if not value.pillar or value.score >= LIKE:
            return words
        return self.tr("{0}, {1} % alike").format(words, round(value.score))

    def place(self, role: Role, place: int) -> str:
        """A place in words: those of a guided sort count from both ends."""
        if role is Role.PILLAR_AT_STEP:
            return self.tr("place {0}").format(place) if place > 0 else self.tr("place {0} from the end").format(-place)
        return str(place)

    def _own(self) -> dict[Role, str]:
        return {
            Role.RANK_OF_PILLAR: self.tr("Rank of a pillar"),
            Role.PILLAR_AT_PLACE: self.tr("Who stands at a place"),
            Role.RANKED_LIST: self.tr("Pillars in order, in one cell"),
            Role.PILLAR_AT_STEP: self.tr("A step of the guided sort"),
            Role.BEST: self.tr("Most important of a set"),
            Role.WORST: self.tr("Least important of a set"),
            Role.VERSION: self.tr("Version of the sets shown"),
            Role.POINTS: self.tr("Points of a pillar, of 100"),
            Role.IMPORTANCE: self.tr("Importance, 1 to 5"),
            Role.PERFORMANCE: self.tr("How well we do, 1 to 5"),
            Role.BIRTH_YEAR: self.tr("Birth year"),
            Role.AGE: self.tr("Age"),
            Role.AGE_BAND: self.tr("Age band"),
            Role.GENERATION: self.tr("Generation"),
            Role.SEGMENT: self.tr("Group to compare"),
            Role.SEVERAL: self.tr("Several answers to choose"),
            Role.OTHER_TEXT: self.tr("Typed beside “other”"),
            Role.SATISFACTION: self.tr("Satisfaction, overall"),
            Role.IMAGE: self.tr("Impression of the brand"),
            Role.ATTENTION: self.tr("Attention check"),
            Role.COMMENT: self.tr("Comment"),
            Role.RESPONDENT_ID: self.tr("Respondent’s number"),
            Role.STARTED: self.tr("Started"),
            Role.ENDED: self.tr("Ended"),
            Role.SUBMITTED: self.tr("Sent"),
            Role.DURATION: self.tr("Duration"),
            Role.COMPLETE: self.tr("Whether complete"),
            Role.LANGUAGE: self.tr("Language"),
            Role.TEST_ROW: self.tr("Whether a test"),
            Role.PERSONAL: self.tr("Personal, left out"),
            Role.PERSONAL_KEPT: self.tr("Personal, kept in the study"),
            Role.IGNORED: self.tr("Not used"),
        }
