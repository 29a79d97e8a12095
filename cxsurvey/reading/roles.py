"""What each column is for, from the platform, its words and its cells."""

from dataclasses import dataclass

import numpy as np

from cxsurvey.notices import Notice, Severity, notice
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.pillars import Pillars
from cxsurvey.reading.answers import is_no_answer, is_ordinal, rating
from cxsurvey.reading.asked_options import question_names
from cxsurvey.reading.blocks import Block, pillar_blocks, place_blocks
from cxsurvey.reading.choice_columns import first_and_last, sort_steps_of, task_columns
from cxsurvey.reading.coded import coded
from cxsurvey.reading.direction import (
    FIRST_IS_BEST,
    UNKNOWN,
    Direction,
    direction_of,
    explains_numbers,
    is_doubtful,
    lowest_is_best,
)
from cxsurvey.reading.headers import match_key, without_number
from cxsurvey.reading.layout import ColumnHead, Layout
from cxsurvey.reading.lists import ListReader
from cxsurvey.reading.matching import PillarMatcher
from cxsurvey.reading.other_columns import MOST_CHOICES, OtherColumns, with_unique_keys
from cxsurvey.reading.other_texts import questions_beside
from cxsurvey.reading.places import column_letter, shown
from cxsurvey.reading.points import cell_amounts, sums_alike
from cxsurvey.reading.profile import Profile, profile
from cxsurvey.reading.rank_numbers import look_like_ranks
from cxsurvey.reading.rating_words import WordScale, scale_of_words
from cxsurvey.reading.ratings import HIGHEST, LOWEST, LOWEST_BEST
from cxsurvey.reading.several import several_columns
from cxsurvey.reading.values import ColumnRole, Role, Table
from cxsurvey.reading.words import IMPORTANCE, PERFORMANCE, POINTS, RANKING
from cxsurvey.survey import QuestionKind, Survey

_NUMERIC = 0.6
_ROWS_LOOKED_AT = 20_000
_BLOCK_KINDS = {
    QuestionKind.FULL_RANKING: Role.RANK_OF_PILLAR, QuestionKind.TOP_RANKING: Role.RANK_OF_PILLAR,
    QuestionKind.IMPORTANCE_RATING: Role.IMPORTANCE, QuestionKind.POINTS: Role.POINTS,
    QuestionKind.PERFORMANCE: Role.PERFORMANCE,
}  # fmt: skip
_TICKED = frozenset({"0", "1"})
PRIORITY_ROLES = (
    Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE, Role.RANKED_LIST, Role.PILLAR_AT_STEP, Role.BEST, Role.WORST,
    Role.POINTS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RolesFound:
    """The role of every column, and what is known of the way the ranks run."""

    roles: tuple[ColumnRole, ...]
    direction: Direction
    notices: tuple[Notice, ...] = ()
    not_understood: frozenset[int] = frozenset()  # columns with answers that no role was found for


def find_roles(
    table: Table, layout: Layout, pillars: Pillars, survey: Survey | None, this_year: int
) -> RolesFound:
    """A role for each column of the sheet; columns that say nothing are ignored."""
    matcher = PillarMatcher(pillars)
    profiles = {column.position: profile(column, layout.header_rows) for column in table.columns}
    finder = _Finder(table, layout, profiles, matcher, survey, this_year)
    finder.find_choices()
    finder.find_blocks()
    finder.find_lists()
    finder.find_others()
    roles = tuple(finder.roles[head.column] for head in layout.heads)
    return RolesFound(with_unique_keys(roles), finder.direction, tuple(finder.told), finder.not_understood())


class _Finder:
    """Gives roles step by step: the surer ones first, each column once."""

    def __init__(
        self, table: Table, layout: Layout, profiles: dict[int, Profile], matcher: PillarMatcher,
        survey: Survey | None, this_year: int,
    ) -> None:  # fmt: skip
        self._table, self._layout, self._profiles = table, layout, profiles
        self._matcher, self._survey, self._this_year = matcher, survey, this_year
        self.roles: dict[int, ColumnRole] = {}
        self.direction = UNKNOWN
        self._has_priority = False
        self._has_importance = False
        self._ranked_elsewhere = False
        self._lists = ListReader(matcher)
        self._single_task: tuple[ColumnRole, ...] = ()
        self._answered_beside: frozenset[int] = frozenset()  # columns whose answers others hold, too
        self._unsaid: set[int] = set()  # blocks whose words do not say what was rated
        self._unread: list[Block] = []  # numbers about the pillars for which there was no use
        self.told: list[Notice] = []

    def find_choices(self) -> None:
        """Steps of a guided sort, and the best and worst of MaxDiff tasks."""
        heads = self._layout.heads
        roles = sort_steps_of(heads, self._profiles, self._matcher)
        asked = self._survey.priority.kind if self._survey is not None and self._survey.priority else None
        if not roles and asked is QuestionKind.GUIDED_SORT:
            roles = first_and_last(heads, self._profiles, self._matcher)
        if not roles:
            roles = task_columns(heads, self._profiles, self._matcher)
            if len(roles) == 2 and self._in_places(roles):
                roles = ()  # "Most important", "2nd", "3rd", ..., "Least important"
            elif len(roles) == 2 and not any(map(str.isdigit, "".join(role.header for role in roles))):
                self._single_task, roles = roles, ()
        self.roles |= {role.column: role for role in roles}

    def _in_places(self, roles: tuple[ColumnRole, ...]) -> bool:
        """Whether these columns are the ends of a row of places."""
        blocks = place_blocks(self._layout.heads, self._profiles, self._matcher)
        columns = ({column.head.column for column in block.columns} for block in blocks)
        return any(len(found) > 2 and found >= {role.column for role in roles} for found in columns)

    def find_blocks(self) -> None:
        """Columns per pillar and columns per place."""
        open_heads = tuple(head for head in self._layout.heads if head.column not in self.roles)
        places = place_blocks(open_heads, self._profiles, self._matcher)
        taken = {column.head.column for block in places for column in block.columns}
        heads = tuple(head for head in open_heads if head.column not in taken)
        blocks = pillar_blocks(heads, self._matcher)
        points = next((block for block in blocks if self._is_points(block)), None)
        numeric = [block for block in blocks if block is not points and self._is_rated(block)]
        self._ranked_elsewhere = bool(places or points or self.roles) or self._list_column() is not None
        kinds = {id(block): self._kind(block) for block in numeric}
        for block in numeric:
            if kinds[id(block)] is Role.RANK_OF_PILLAR and not self._has_priority:
                self._take(block, Role.RANK_OF_PILLAR)
                self.direction = self._direction(block)
        widest = max(places, key=lambda block: len(block.columns), default=None)
        if widest is not None and not self._has_priority and not self._list_beyond(len(widest.columns)):
            self._take(widest, Role.PILLAR_AT_PLACE)
            self.direction = self._first_unless_said(widest.question, widest.texts)
        if points is not None:
            self._take(points, Role.POINTS)
        for block in numeric:
            if block.columns[0].head.column not in self.roles:
                self._take_rated(block, kinds[id(block)])
        if self._unread:
            ends = ((block.columns[0].head.column, block.columns[-1].head.column) for block in self._unread)
            columns = ", ".join(f"{column_letter(first)}–{column_letter(last)}" for first, last in ends)
            code = ReadingNotice.BLOCK_NOT_READ
            self.told.append(notice(code, sheet=shown(self._table.sheet), columns=columns))
        for block in blocks:
            if block is not points and id(block) not in kinds:
                self._tell_unread(block)

    def _take_rated(self, block: Block, kind: Role) -> None:
        """Ratings, the first of their kind; where two do not say what was asked, the second are of performance."""
        taken = {role.role for role in self.roles.values()}
        if kind is Role.IMPORTANCE and kind in taken and id(block) in self._unsaid:
            kind = Role.PERFORMANCE
        amounts = self._beyond_ratings(block) and self._words(block) is None  # points to share out: no ratings
        if kind is not Role.RANK_OF_PILLAR and kind not in taken and not amounts:
            self._take_ratings(block, kind)
        elif len(block.columns) > 2:
            for column in block.columns:
                self.roles[column.head.column] = ColumnRole(column.head.column, column.head.header, Role.IGNORED)
            self._unread.append(block)

    def _tell_unread(self, block: Block) -> None:
        """Names columns whose answers look like a scale in words that is not known; ticks and choices are none."""
        filled = [self._profiles[column.head.column] for column in block.columns]
        texts = sorted({text for found in filled for text in found.counts})
        repeated = all(found.n_distinct >= 2 for found in filled)
        ticks = all(found.are_ticks(column.head.header) for found, column in zip(filled, block.columns, strict=True))
        if len(block.columns) < 3 or not 3 <= len(texts) <= 7 or ticks or not repeated:
            return
        letters = [column_letter(column.head.column) for column in block.columns]
        self.told.append(
            notice(
                ReadingNotice.WORDS_NOT_READ, sheet=shown(self._table.sheet), first=letters[0], last=letters[-1],
                words=", ".join(shown(text, 30) for text in texts),
            )
        )  # fmt: skip

    def find_lists(self) -> None:
        """One cell with the whole ranking; choices and points know their direction where nothing was ranked."""
        head = None if self._has_priority else self._list_column()
        if head is not None:
            self.roles[head.column] = ColumnRole(head.column, head.header, Role.RANKED_LIST)
            self._has_priority = True
            self.direction = self._first_unless_said(head.header, [head.header])
        if not self._has_priority:  # beside a ranking it is one more question, of all pillars, and no MaxDiff
            self.roles |= {role.column: role for role in self._single_task if role.column not in self.roles}
        if not self._has_priority and any(role.role in PRIORITY_ROLES for role in self.roles.values()):
            self.direction = FIRST_IS_BEST

    def _list_column(self) -> ColumnHead | None:
        """The column of ranked lists that names most pillars; the first of equals."""
        found = [
            head
            for head in self._layout.heads
            if head.column not in self.roles and head.role is None and self._holds_rankings(head)
        ]
        return max(found, key=lambda head: self._lists.mean_length(self._profiles[head.column]), default=None)

    def _holds_rankings(self, head: ColumnHead) -> bool:
        """Whether most cells are lists of pillars, and not merely the choices that were ticked."""
        cells = self._profiles[head.column]
        if not self._lists.looks_like_lists(cells):
            return False
        return bool(RANKING.search(match_key(head.header))) or not self._lists.are_choices(cells)

    def _list_beyond(self, n_places: int) -> bool:
        """Whether one cell holds more of the order than a block of places does, as top three beside all ten."""
        if n_places >= len(self._matcher.keys):
            return False
        head = self._list_column()
        return head is not None and self._lists.mean_length(self._profiles[head.column]) > n_places

    def find_others(self) -> None:
        """Everything that is not about pillars."""
        others = OtherColumns(
            self._layout.heads, self._profiles, self._matcher, self._survey, self._this_year
        )
        for head in self._layout.heads:
            if head.column not in self.roles:
                self.roles[head.column] = others.role_of(head)
        several, told = several_columns(
            self._layout, self._profiles, self._matcher, self._survey, self.roles, others.asked_by_survey
        )
        self.roles |= several
        self.roles |= questions_beside(self._layout.heads, self.roles)
        self._answered_beside = frozenset(column for column, role in several.items() if role.role is Role.IGNORED)
        self.told += [*others.told, *told]

    def not_understood(self) -> frozenset[int]:
        """Columns of answers, none of the platform's own, that say nothing known; not where all say the same."""
        return frozenset(
            head.column for head in self._layout.heads
            if head.header and head.role is None and self.roles[head.column].role is Role.IGNORED
            and self._differ(self._profiles[head.column]) and head.column not in self._answered_beside
        )  # fmt: skip

    @staticmethod
    def _differ(cells: Profile) -> bool:
        return cells.n_distinct > 1 or 0 < cells.n < cells.n_rows

    def _take_ratings(self, block: Block, role: Role) -> None:
        turned = lowest_is_best([*block.texts, *self._labels(block)])
        words = self._words(block)
        self._take(block, role, words.key if words is not None else LOWEST_BEST if turned else "")
        first, *_, last = (column_letter(column.head.column) for column in block.columns)
        sheet = shown(self._table.sheet)
        if turned:
            self.told.append(notice(ReadingNotice.LOWEST_IS_BEST, Severity.INFO, sheet=sheet, first=first, last=last))
        if words is not None:
            texts = {text for column in block.columns for text in self._profiles[column.head.column].counts}
            steps = sorted((number, text) for text in texts if (number := words.number(text)) is not None)
            read_as = ", ".join(f"{shown(text, 30)} = {number}" for number, text in steps)
            code = ReadingNotice.WORDS_AS_RATINGS
            self.told.append(notice(code, Severity.INFO, sheet=sheet, first=first, last=last, words=read_as))
        if id(block) in self._unsaid:
            is_importance = role is Role.IMPORTANCE
            code = ReadingNotice.IMPORTANCE_UNSAID if is_importance else ReadingNotice.PERFORMANCE_UNSAID
            high = LOWEST if turned else HIGHEST
            self.told.append(notice(code, sheet=sheet, first=first, last=last, high=high))

    def _labels(self, block: Block) -> list[str]:
        """Answers of a block that say in words what their number means, as in ``1 - excellent``."""
        profiles = (self._profiles[column.head.column] for column in block.columns)
        texts = (text for found in profiles if found.n_distinct <= MOST_CHOICES for text in found.counts)
        return [text for text in dict.fromkeys(texts) if any(map(str.isalpha, text))]

    def _take(self, block: Block, role: Role, key: str = "") -> None:
        for column in block.columns:
            head = column.head
            self.roles[head.column] = ColumnRole(
                head.column, head.header, role, column.pillar, column.place, key, column.score
            )
        self._has_priority = self._has_priority or role in (Role.RANK_OF_PILLAR, Role.PILLAR_AT_PLACE)
        self._has_importance = self._has_importance or role is Role.IMPORTANCE

    def _words(self, block: Block) -> WordScale | None:
        """The scale of the block's answers that are words and hold no number."""
        profiles = [self._profiles[column.head.column] for column in block.columns]
        if any(found.n_distinct > MOST_CHOICES for found in profiles):
            return None
        return scale_of_words({text for found in profiles for text in found.counts if rating(text) is None})

    def _is_rated(self, block: Block) -> bool:
        return self._is_numeric(block) or self._words(block) is not None

    def _is_numeric(self, block: Block) -> bool:
        """Whether the block is asked in numbers: its words say so, or most answers are; ticks and labels are not."""
        filled = [self._profiles[column.head.column] for column in block.columns]
        n = sum(found.n for found in filled)
        if self._survey_says(block) is not None or RANKING.search(match_key(block.question)):
            return True
        if n == 0 or all(text in _TICKED for cells in filled for text in cells.counts):
            return False
        ranks = sum(found.ranks * found.n for found in filled)
        ratings = sum(found.ratings * found.n for found in filled)
        return max(ranks, ratings) >= _NUMERIC * n

    def _kind(self, block: Block) -> Role:
        """Ranking, importance or performance: by the survey's own codes, the words, then the numbers."""
        said = self._survey_says(block)
        if said is not None:
            return said
        scale = self._words(block)
        if scale is not None and scale.is_of_importance:
            return Role.IMPORTANCE
        words = match_key(" ".join(block.texts) if block.question else "")
        numbers_rank = self._numbers_rank(block)
        some = 2 * len(block.columns) >= len(self._matcher.keys)
        says_rank = bool(RANKING.search(words))
        if some and says_rank and not (PERFORMANCE.search(words) and not numbers_rank):
            return Role.RANK_OF_PILLAR
        if PERFORMANCE.search(words) and not numbers_rank:
            return Role.PERFORMANCE
        if IMPORTANCE.search(words) and not numbers_rank and not says_rank:
            return Role.IMPORTANCE
        return Role.RANK_OF_PILLAR if numbers_rank else self._unsaid_rating(block)

    def _beyond_ratings(self, block: Block) -> bool:
        """Whether most numbers of a block are larger than any scale."""
        filled = [self._profiles[column.head.column] for column in block.columns]
        return sum(found.ratings * found.n for found in filled) < _NUMERIC * sum(found.n for found in filled)

    def _unsaid_rating(self, block: Block) -> Role:
        """A rating without a word about what was rated: the only one is importance, a second one performance."""
        header = match_key(" ".join(block.texts))
        if PERFORMANCE.search(header):
            return Role.PERFORMANCE
        self._unsaid.add(id(block))
        first = min(column.head.column for column in block.columns)
        earlier = [head for head in self._layout.heads if head.column < first]
        ranked = any(RANKING.search(match_key(head.header)) for head in earlier)
        ranked = ranked or self._has_priority or self._ranked_elsewhere
        return Role.PERFORMANCE if ranked else Role.IMPORTANCE

    def _survey_says(self, block: Block) -> Role | None:
        """The role of the survey's question whose code or text stands in the header."""
        key = match_key(without_number(block.question))
        questions = self._survey.questions if self._survey else ()
        asked = next((question for question in questions if key and key in question_names(question)), None)
        if asked is not None and asked.kind in _BLOCK_KINDS:
            return _BLOCK_KINDS[asked.kind]
        return {
            "prio": Role.RANK_OF_PILLAR, "imp": Role.IMPORTANCE, "pts": Role.POINTS, "perf": Role.PERFORMANCE,
        }.get(key)  # fmt: skip

    def _is_points(self, block: Block) -> bool:
        """Whether a block is points shared out: the survey or the words say so, or else every row makes the total."""
        said = self._survey_says(block)
        columns = {column.position: column for column in self._table.columns}
        looked_at = slice(self._layout.header_rows, self._layout.header_rows + _ROWS_LOOKED_AT)
        if said is not None and said is not Role.RANK_OF_PILLAR:
            return said is Role.POINTS
        amounts = cell_amounts([columns[column.head.column] for column in block.columns], looked_at)
        if np.isinf(amounts).sum() > (1 - _NUMERIC) * amounts.size or self._numbers_rank(block):
            return False
        if POINTS.search(match_key(" ".join(block.texts))):
            return True
        return said is None and 2 * len(block.columns) >= len(self._matcher.keys) and sums_alike(amounts)

    def _numbers_rank(self, block: Block) -> bool:
        """Whether the numbers are those of a ranking: hardly a row repeats one, hardly one goes beyond the pillars."""
        looked_at = slice(self._layout.header_rows, self._layout.header_rows + _ROWS_LOOKED_AT)
        texts = {column.position: column.texts for column in self._table.columns}
        columns = [coded(texts[column.head.column])[looked_at].each(_number, np.int16) for column in block.columns]
        return look_like_ranks(np.column_stack(columns), len(self._matcher.keys))

    def _direction(self, block: Block) -> Direction:
        said = direction_of([*block.texts, *self._labels(block)], len(self._matcher.keys))
        cells = [self._profiles[column.head.column] for column in block.columns]
        # "1st choice" leaves no doubt, whatever the heading says or does not say.
        ordinals = sum(found.share(is_ordinal) * found.n for found in cells)
        first = self._layout.first_is_best or (ordinals > 0 and ordinals >= _NUMERIC * sum(found.n for found in cells))
        doubtful = is_doubtful(block.question) or explains_numbers(block.texts, len(self._matcher.keys))
        if said.known or not first or doubtful:
            return said  # "10 = tärkein": what is explained is not taken as usual, even if the words are not known
        return FIRST_IS_BEST

    def _first_unless_said(self, question: str, texts: list[str]) -> Direction:
        """Of places and lists the first is the best, unless the words say that the least important comes first."""
        said = direction_of(texts, len(self._matcher.keys))
        return said if said.known or is_doubtful(question) else FIRST_IS_BEST


def _number(text: str) -> int:
    """The number of an answer, -1 if it is none."""
    number = None if is_no_answer(text) else rating(text)
    return -1 if number is None else min(number, 1_000)
