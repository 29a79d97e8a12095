"""The shares with their ranges, as a table."""

from cxsurvey.adequacy import ShareMargin

from ..texts import number, percent
from ..widgets.rows_model import RowsTableModel


class ShareTableModel(RowsTableModel):
    """One row a pillar, the largest share first."""

    def set_shares(self, shares: tuple[ShareMargin, ...], names: dict[str, str]) -> None:
        self._names = names
        self.set_rows(sorted(shares, key=lambda share: -share.share))

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Pillar"), self.tr("Share"), self.tr("Range"), self.tr("± points"))

    def cells(self, value: ShareMargin) -> tuple[str, ...]:
        return (
            self._names.get(value.pillar_key, value.pillar_key),
            percent(value.share),
            self.tr("{0} to {1}").format(percent(value.low), percent(value.high)),
            number(50 * (value.high - value.low), 1),
        )
