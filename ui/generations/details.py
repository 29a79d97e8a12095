"""Behind the heat map: means by group, steadied where a group is small, and each group against the others."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cxsurvey.comparison import CohortGroup

from ..texts import number
from ..theme import Theme
from ..widgets.card import Card
from ..widgets.rows_model import RowsTableModel
from ..widgets.table_view import named_table
from .view_model import GenerationsViewModel


class MeanRanksCard(Card):
    """Mean rank of each pillar by group; mean score where people gave no places."""

    def __init__(self, theme: Theme, view_model: GenerationsViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.rank_model = GroupTableModel(self)
        self.table = named_table(theme, self.tr("Means by group"), self.rank_model, 20)
        self.add(self.table)
        self.add_stretch()
        view_model.cohorts_changed.connect(self._on_cohorts_changed)
        self._on_cohorts_changed()

    @Slot()
    def _on_cohorts_changed(self) -> None:
        groups = self._view_model.ranked
        self.setVisible(bool(groups))
        self.set_title(self.tr("Mean rank by group") if self._view_model.has_places else self.tr("Mean score by group"))
        self.set_caption(
            self.tr("Steadied: few answers swing widely, so their means are drawn towards everyone’s.")
            if any(group.steadied for group in groups) else ""
        )
        names = [self.tr("{0} (steadied)").format(one.name) if one.steadied else one.name for one in groups]
        self.rank_model.set_groups(names, self._rows(groups))

    def _rows(self, groups: tuple[CohortGroup, ...]) -> list[tuple[str, tuple[str, ...]]]:
        shown = [
            {
                one.key: number(one.score if one.mean_rank is None else one.mean_rank, 1)
                for one in (group.steadied or group.pillars)
            }
            for group in groups
        ]
        return [(name, tuple(of.get(key, "") for of in shown)) for key, name in self._view_model.pillar_names]


class FromOthersCard(Card):
    """How far each group puts each pillar above or below everyone else: in places, or in scores without places."""

    def __init__(self, theme: Theme, view_model: GenerationsViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._view_model = view_model
        self.set_title(self.tr("Each group against everyone else"))
        self.difference_model = GroupTableModel(self)
        name = self.tr("How far groups differ from everyone else")
        self.table = named_table(theme, name, self.difference_model, 20)
        self.add(self.table)
        self.add_stretch()
        view_model.cohorts_changed.connect(self._on_cohorts_changed)
        self._on_cohorts_changed()

    @Slot()
    def _on_cohorts_changed(self) -> None:
        groups = tuple(group for group in self._view_model.ranked if group.from_others)
        self.setVisible(bool(groups))
        self.set_caption(
            self.tr("Places higher (+) or lower (−) in mean rank, with its 95 % range; * where the range leaves out 0.")
            if self._view_model.has_places else
            self.tr("Mean score higher (+) or lower (−), with its 95 % range; * where the range leaves out 0.")
        )
        found = [{one.key: one for one in group.from_others} for group in groups]
        rows = []
        for key, name in self._view_model.pillar_names:
            cells = [of.get(key) for of in found]
            rows.append((name, tuple("" if one is None else self._cell(one) for one in cells)))
        self.difference_model.set_groups([group.name for group in groups], rows)

    def _cell(self, found) -> str:
        star = " *" if found.clear else ""
        return self.tr("{0} ({1} to {2}){3}").format(
            _signed(found.higher), _signed(found.low), _signed(found.high), star
        )


class GroupTableModel(RowsTableModel):
    """A row a pillar, a column a group."""

    _groups: tuple[str, ...] = ()

    def set_groups(self, groups: list[str], rows: list[tuple[str, tuple[str, ...]]]) -> None:
        self._groups = tuple(groups)
        self.set_rows(rows)

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Pillar"), *self._groups)

    def cells(self, value: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
        return (value[0], *value[1])


def _signed(places: float) -> str:
    """With its sign, a true minus."""
    text = number(abs(places), 1)
    return text if not any(digit in "123456789" for digit in text) else ("+" if places > 0 else "\u2212") + text
