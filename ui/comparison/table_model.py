"""The numbers behind the divergence chart, as a table."""

from cxsurvey.comparison import PillarStanding, Verdict

from ..texts import number
from ..widgets.rows_model import RowsTableModel


class StandingTableModel(RowsTableModel):
    """One row a pillar in the customers' order."""

    LEFT = (0, 6)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Pillar"),
            self.tr("Customers’ place"),
            self.tr("Surely between"),
            self.tr("Our place"),
            self.tr("Mean rank"),
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
            number(value.mean_rank, 2),
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
