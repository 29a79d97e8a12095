"""The records of an old Excel workbook, one after another, and the texts that run on from one into the next."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from cxsurvey.notices import SurveyError, error
from cxsurvey.notices.reading import ReadingNotice
from cxsurvey.reading.xls_texts import Texts

BIFF5, BIFF8 = 0x0500, 0x0600  # Excel 5 and 95; Excel 97 to 2003
BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
HEAD = struct.Struct("<HH")
_CONTINUED = CONTINUE.to_bytes(2, "little")


class Record(NamedTuple):
    """One record: its kind, its bytes, and where the next one stands."""

    kind: int
    data: bytes
    end: int


class Stream:
    """The records of a workbook from any place on; ``SurveyError`` where one is not whole."""

    def __init__(self, data: bytes, file: str, encoding: str = "") -> None:
        self.data, self.file = data, file
        self.encoding = encoding  # of one-byte texts; empty for Excel 97 and later

    def records(self, place: int) -> Iterator[Record]:
        """Record after record, without end: the caller knows the last."""
        data, size = self.data, len(self.data)
        while True:
            if place + 4 > size:
                raise self.damaged()
            kind, length = HEAD.unpack_from(data, place)
            end = place + 4 + length
            if end > size:
                raise self.damaged()
            yield Record(kind, data[place + 4 : end], end)
            place = end

    def texts(self, record: Record) -> Texts:
        """The texts of a record and of those that continue it."""
        parts = [record.data]
        place = record.end
        while self.data[place : place + 2] == _CONTINUED:
            length = HEAD.unpack_from(self.data, place)[1] if place + 4 <= len(self.data) else 0
            parts.append(self.data[place + 4 : place + 4 + length])
            place += 4 + length
        return Texts(parts, self.encoding)

    def damaged(self) -> SurveyError:
        """The refusal of a workbook that ends too early or makes no sense."""
        return error(ReadingNotice.FILE_INCOMPLETE, file=self.file)
