"""The numbers behind the divergence chart, as a table."""

from collections.abc import Sequence

from cxsurvey.comparison import PillarStanding, Verdict

from ..texts import number
from ..widgets.rows_model import RowsTableModel


class StandingTableModel(RowsTableModel):
    """One row a pillar in the customers' order; without mean ranks where customers gave no places."""

    _with_ranks = True

    @property
    def LEFT(self) -> tuple[int, ...]:
        return (0, self.columnCount() - 1)

    @property
    def spare(self) -> tuple[int, ...]:
        """Columns that give way in a narrow window: the chart says the range as well."""
        return (5, 4, 2) if self._with_ranks else (4, 2)

    def set_rows(self, values: Sequence[PillarStanding]) -> None:
        self._with_ranks = all(value.mean_rank is not None for value in values)
        super().set_rows(values)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Pillar"),
            self.tr("Customers’ place"),
            self.tr("Surely between"),
            self.tr("Our place"),
            *((self.tr("Mean rank"),) if self._with_ranks else ()),
            self.tr("Score"),
            self.tr("Verdict"),
        )

    def cells(self, value: PillarStanding) -> tuple[str, ...]:
        low, high = value.place_low, value.place_high
        between = "" if low is None else str(low) if low == high else self.tr("{0} and {1}").format(low, high)
        return (
            value.name,
            str(value.place),
            between,
            "" if value.internal_place is None else place_text(value.internal_place),
            *((number(value.mean_rank, 2),) if self._with_ranks else ()),
            number(value.score, 1),
            self._verdict(value.verdict),
        )

    def _verdict(self, verdict: Verdict | None) -> str:
        words = {
            Verdict.BLIND_SPOT: self.tr("Blind spot"),
            Verdict.OVER_RATED: self.tr("Over-rated inside"),
            Verdict.ALIGNED: self.tr("Aligned"),
        }
        return "" if verdict is None else words[verdict]


def place_text(place: float) -> str:
    """A place; a shared one has a half: 2.5."""
    return number(place, 0 if place == int(place) else 1)
