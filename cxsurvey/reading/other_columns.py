"""Columns that are not about pillars: what each is for, from the survey's codes, its words and its cells."""

import re
from dataclasses import replace

from cxsurvey.notices import Notice, notice
from cxsurvey.notices.formats import FormatNotice
from cxsurvey.reading.answers import is_tick
from cxsurvey.reading.asked_options import option_key, question_names
from cxsurvey.reading.brand_questions import BRAND_CODES, answer_that_passes, brand_question
from cxsurvey.reading.headers import match_key, without_number
from cxsurvey.reading.layout import ColumnHead
from cxsurvey.reading.marks import scale_of
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.places import column_letter, shown, shown_end
from cxsurvey.reading.profile import Profile
from cxsurvey.reading.values import ColumnRole, Role
from cxsurvey.reading.words import role_by_words
from cxsurvey.responses import LANGUAGE_KEY
from cxsurvey.survey import QuestionKind, Survey
from cxsurvey.survey.codes import ATTENTION_PASSES

MOST_CHOICES = 30
# What forms call the field beside "other".
_TYPED_BESIDE = re.compile(
    r"\b(?:other|sonstiges|andere[rs]?|autre|otro|inne|другое)\b[\s,:(–-]*(?:please specify|bitte angeben|"
    r"veuillez préciser|especifique|proszę określić|укажите)|\[(?:other|sonstiges|autre|otro|inne|другое)\]\Z",
    re.IGNORECASE,
)
# LimeSurvey's abbreviated headings: enough letters to know a question by.
_CUT = re.compile(r"(?P<start>.{12,200}?)(?:\.{2,3}|…)\s*\Z", re.DOTALL)
_CARDS = 0.9
_NAMING_PILLARS = 0.6
_LONGEST_NAME = 40  # of a question that says no more than what to write
# How often choices come on average; comments such as "no" or "fine" do not come so often throughout a column.
_TIMES_CHOSEN, _TIMES_CHOSEN_ONE = 10, 3  # the second where the platform says that one answer was chosen
# Bands of ages reach into old age; bands of years on the job do not.
_OLD = 50
_KIND_ROLES = {
    QuestionKind.BIRTH_YEAR: Role.BIRTH_YEAR, QuestionKind.AGE_BAND: Role.AGE_BAND,
    QuestionKind.GENERATION: Role.GENERATION, QuestionKind.SEGMENT: Role.SEGMENT, QuestionKind.COMMENT: Role.COMMENT,
    QuestionKind.SATISFACTION: Role.SATISFACTION, QuestionKind.IMAGE: Role.IMAGE,
    QuestionKind.ATTENTION: Role.ATTENTION,
}  # fmt: skip


class OtherColumns:
    """Gives each column that no question about pillars has taken its role; ``told`` is what was doubtful."""

    def __init__(
        self, heads: tuple[ColumnHead, ...], profiles: dict[int, Profile], matcher: PillarMatcher,
        survey: Survey | None, this_year: int,
    ) -> None:  # fmt: skip
        self._profiles, self._matcher, self._survey, self._this_year = profiles, matcher, survey, this_year
        self._heads, self._siblings = heads, _siblings(heads)
        self.told: list[Notice] = []

    def role_of(self, head: ColumnHead) -> ColumnRole:
        """What a column is for: by the platform, the survey, its words, then its cells."""
        cells = self._profiles[head.column]
        if head.role is Role.OTHER_TEXT or (head.role is None and _TYPED_BESIDE.search(head.header)):
            return ColumnRole(head.column, head.header, _beside_other(cells))
        if head.role is not None:
            return ColumnRole(head.column, head.header, head.role)
        known = self._by_survey(head)
        if known is not None:
            return known
        brand = self._brand(head, cells)
        if brand is not None:
            return brand
        role = self._by_words_and_cells(head, cells)
        return ColumnRole(head.column, head.header, role, key=segment_key(head.header) if role is Role.SEGMENT else "")

    @property
    def asked_by_survey(self) -> frozenset[int]:
        """Columns of the survey's own questions."""
        return frozenset(head.column for head in self._heads if self._by_survey(head) is not None)

    def _by_survey(self, head: ColumnHead) -> ColumnRole | None:
        """A column with the code or the text, maybe cut, of one of the survey's questions, and not of an option."""
        if option_key(head, self._survey):
            return None
        wanted = {match_key(head.header), match_key(without_number(head.header)), match_key(head.asked)}
        wanted |= {match_key(way.item) for way in head.wordings if not way.question}  # code and text, apart
        for question in self._survey.questions if self._survey else ():
            names = question_names(question) - {""}
            if question.kind in _KIND_ROLES and (wanted & names or _is_cut(head.header, names)):
                role = self._refined(_KIND_ROLES[question.kind], self._profiles[head.column])
                keys = {Role.SEGMENT: question.code, Role.ATTENTION: ATTENTION_PASSES}
                return ColumnRole(head.column, head.header, role, key=keys.get(role, ""))
        return None

    def _brand(self, head: ColumnHead, cells: Profile) -> ColumnRole | None:
        """Satisfaction or image on a scale that can be known, or an attention check, asked in a column of its own."""
        if head.several or head.column in self._siblings:
            return None
        passes = answer_that_passes(head.header)
        if passes:
            return ColumnRole(head.column, head.header, Role.ATTENTION, key=passes)
        question = without_number(head.asked)
        role = BRAND_CODES.get(match_key(question)) or brand_question(question)
        if role is None:
            return None
        scale = scale_of(role, head.header, list(cells.counts), False)
        if cells.n and scale is not None:
            return ColumnRole(head.column, head.header, role, key=scale.key if scale.stated else "")
        if cells.n:
            values = ", ".join(shown(text, 20) for text in list(cells.counts)[:5])
            letter = column_letter(head.column)
            self.told.append(
                notice(FormatNotice.SCALE_UNKNOWN, column=letter, header=shown_end(head.header), values=values)
            )
        return None

    def _refined(self, role: Role, cells: Profile) -> Role:
        """The role as its cells show it: an age column may hold years, bands or ages."""
        if role not in (Role.BIRTH_YEAR, Role.AGE, Role.AGE_BAND) or not cells.n:
            return role
        shares = {
            Role.BIRTH_YEAR: cells.years(self._this_year), Role.AGE: cells.ages, Role.AGE_BAND: cells.age_bands,
            Role.GENERATION: cells.year_bands,
        }  # fmt: skip
        if role is Role.BIRTH_YEAR:
            del shares[Role.AGE]  # 85 below "birth year" is half a year, and no age
        best = max(shares, key=lambda found: shares[found])
        if shares[best] >= 0.5 and shares[best] > shares.get(role, 0.0):
            return best
        return role

    def _by_words_and_cells(self, head: ColumnHead, cells: Profile) -> Role:
        role = role_by_words(without_number(head.asked))
        if role is None and head.wordings[0].question and not head.several:
            role = role_by_words(head.header)
        if role is Role.PERSONAL and cells.are_ticks(head.header):
            role = None  # "How may we reach you: phone", ticked or not
        if cells.personal >= 0.3 or cells.cards >= _CARDS or role is Role.PERSONAL:
            return Role.PERSONAL
        if not head.header.strip():
            return Role.IGNORED  # answers to nothing that was asked; told of as cells without a heading
        if head.several or head.column in self._siblings:
            return Role.IGNORED
        if role is Role.AGE and cells.n and max(cells.ages, cells.age_bands) < 0.5 and cells.mean_length > 25:
            role = None  # "to alter the outcome" is English, not German for age
        if role in (Role.BIRTH_YEAR, Role.AGE):
            role = self._refined(role, cells)
            if role is Role.BIRTH_YEAR and _are_codes(cells):
                return Role.GENERATION  # "When were you born?", answered by choosing a period
            return Role.AGE_BAND if role is Role.AGE and cells.n and cells.ages < 0.5 else role
        if role is Role.GENERATION and cells.n_distinct > MOST_CHOICES:
            return Role.COMMENT
        if role is Role.COMMENT and _are_choices(head, cells):
            role = None  # "Did you read the comments at the end?": yes, no
        if role is not None and (role is not Role.COMPLETE or cells.n_distinct <= 4):
            return role
        return self._by_cells(cells, head.free_text)

    def _by_cells(self, cells: Profile, is_typed: bool) -> Role:
        """A column whose header says nothing known."""
        if cells.n == 0 or cells.moments >= 0.6:
            return Role.IGNORED
        if cells.age_bands >= 0.9 and cells.n_distinct >= 2 and cells.highest_band >= _OLD:
            return Role.AGE_BAND
        if cells.share(lambda text: bool(self._matcher.exact(text))) >= _NAMING_PILLARS:
            return Role.IGNORED  # best and worst of a set, and the like
        if cells.year_bands >= 0.9 and cells.n_distinct >= 2:
            return Role.GENERATION
        many = cells.n_distinct > max(2, 0.5 * cells.n) and cells.n > 4
        if 2 <= cells.n_distinct <= MOST_CHOICES and not many and cells.mean_length <= 80:
            return Role.SEGMENT
        if cells.mean_length > 25 and many and cells.share(lambda text: " " in text) >= 0.5:
            return Role.COMMENT
        if is_typed and cells.share(lambda text: any(map(str.isalpha, text))) >= 0.5:
            return Role.COMMENT
        return Role.IGNORED


def _are_codes(cells: Profile) -> bool:
    """Whether the cells are a few choices, none of which begins as a number does."""
    return 0 < cells.n_distinct <= min(MOST_CHOICES, cells.n // 2) and not cells.share(lambda text: text[0].isdigit())


def _are_choices(head: ColumnHead, cells: Profile) -> bool:
    """Whether a few answers come again and again, as only choices do."""
    if head.free_text or not 2 <= cells.n_distinct <= MOST_CHOICES:
        return False
    if head.single:
        return cells.n >= _TIMES_CHOSEN_ONE * cells.n_distinct
    # "Comments" means comments, whatever stands below.
    return len(head.asked) > _LONGEST_NAME and cells.n >= _TIMES_CHOSEN * cells.n_distinct


def _beside_other(cells: Profile) -> Role:
    """What was typed beside "other"; a tick is nothing typed, and an address is personal."""
    if cells.personal >= 0.3:
        return Role.PERSONAL
    return Role.IGNORED if cells.n and all(is_tick(text) for text in cells.counts) else Role.OTHER_TEXT


def _siblings(heads: tuple[ColumnHead, ...]) -> frozenset[int]:
    """Columns that share their question with at least two others: parts of a matrix or of a choice of several."""
    shared: dict[str, list[int]] = {}
    for head in heads:
        if len(head.wordings) > 1 and head.wordings[0].question:
            shared.setdefault(match_key(head.wordings[0].question), []).append(head.column)
    return frozenset(column for columns in shared.values() if len(columns) >= 3 for column in columns)


def _is_cut(header: str, names: set[str]) -> bool:
    """Whether a heading is the beginning of one of these, cut to some letters."""
    found = _CUT.match(header)
    return found is not None and any(name.startswith(match_key(found["start"])) for name in names)


def segment_key(header: str) -> str:
    """A short key for a question of the respondents: ``Household income`` gives ``household_income``."""
    words = re.findall(r"\w+", match_key(without_number(header)))
    key = "_".join(words)
    return key if len(key) <= 40 else key[:40].rpartition("_")[0] or key[:40]


def with_unique_keys(roles: tuple[ColumnRole, ...]) -> tuple[ColumnRole, ...]:
    """The roles with a key of its own for each segment."""
    taken = {"age", "generation"}
    if any(role.role is Role.LANGUAGE for role in roles):
        taken.add(LANGUAGE_KEY)
    unique: list[ColumnRole] = []
    numbers: dict[str, int] = {}  # the last one tried; a sheet may have thousands of columns headed alike
    for role in roles:
        if role.role is Role.SEGMENT:
            base = role.key or f"column_{role.column}"
            key = base
            while key in taken:
                numbers[base] = numbers.get(base, 1) + 1
                key = f"{base}_{numbers[base]}"
            taken.add(key)
            role = replace(role, key=key)
        unique.append(role)
    return tuple(unique)
