"""What a person may say of how a file is to be read. Whatever is not said is found out, or asked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cxsurvey.reading.values import Mapping

Way = Literal["as_is", "reversed"]
Counting = Literal["position", "item"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How one file is to be read.

    name : what messages call the file; as it is called on the disk where not given
    sheet, encoding : else the sheet with answers, and what the bytes say
    mapping : columns chosen by hand or saved before
    direction : "as_is" (1 is the most important) or "reversed"; needed where the file's words do not say it
    keep_personal : all columns that say who a person is; keep_columns : those of them with this header or letter
    design : the file that says what the tasks of a MaxDiff survey showed; its own, or the survey's, where not given
    design_name : what messages call that file
    counting : whether numbers in MaxDiff answers are places on the screen or numbers of pillars
    lenient : for a window that asks afterwards: what would be refused for want of priorities or of a direction is
        read as it stands, the refusal is one of the report's notices, and the cells of personal columns are there
        until ``personal.to_keep`` takes them away
    study : key of the study that asks; a form that was made for another one is refused, unless ``other_study``
    """

    name: str = ""
    sheet: str | None = None
    encoding: str | None = None
    mapping: Mapping | None = None
    direction: Way | None = None
    keep_personal: bool = False
    keep_columns: tuple[str, ...] = ()
    design: Path | None = None
    design_name: str = ""
    counting: Counting | None = None
    lenient: bool = False
    study: str = ""
    other_study: bool = False


NOTHING_SAID = Wishes()
