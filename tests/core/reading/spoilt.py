"""Small files of every kind, spoilt byte by byte: whole, or inside one part of their archive."""

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from tests.core.reading.files import per_pillar, surveymonkey, write_csv, write_shared, write_xlsx
from tests.core.reading.old_files import write_ods, write_xls, write_xlsb

# What readers trip over, put in at any place.
TOKENS = (
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\x1a", b"<", b">",
    b"&", b"&#0;", b"&#x1F4A9;", b"<![CDATA[", b"]]>", b"<!--", b"<!DOCTYPE x>", b"<?x?>", b"</row>", b"<row>",
    b'<row r="1048577">', b'<row r="0">', b"<c>", b"</c>", b"<v>", b"</v>", b"<v/>", b'r="A0"', b'r="XFD1048576"',
    b' t="s"', b' t="e"', b' t="d"', b' t="zz"', b' s="999999"', b"-1", b"1e309", b"NaN", b"9" * 40, b"1_000",
    b"99999999",
    b"_x0000_", b"_xD800_", "\u202e".encode(), "\u200b".encode(), "٣".encode(), b"\xed\xa0\x80", b"PK\x03\x04",
    b"PK\x05\x06", b"sep=;\n", b"=1+1", b"\x85", b"\xe2\x80\xa8", b"[" * 20_000, b"[x] " * 5_000,
    b"{" * 50, b"A" * 40_000, b" - " * 9_000, b". " * 9_000, b"1;" * 9_000, b"[" * 300, b"rank " * 5_000,
    b'table:number-rows-repeated="1048576"', b'table:number-columns-repeated="99999999"',
)  # fmt: skip


def _rows():
    rows = per_pillar()
    rows[2][7] = "naïve; “quoted”, 50 %"
    return rows


def _zipped(path: Path) -> Path:
    inside = write_csv(path.with_suffix(".csv"), _rows())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inside, "Title.csv")
    return path


MAKERS = {
    "a.xlsx": lambda path: write_xlsx(path, _rows()), "shared.xlsx": lambda path: write_shared(path, _rows()),
    "two.xlsx": lambda path: write_xlsx(path, surveymonkey(), Other=_rows()),
    "a.csv": lambda path: write_csv(path, _rows()), "sm.csv": lambda path: write_csv(path, surveymonkey()),
    "wide.csv": lambda path: write_csv(path, _rows(), encoding="utf-16"),
    "a.tsv": lambda path: write_csv(path, _rows(), delimiter="\t", encoding="utf-8-sig"), "a.zip": _zipped,
    "a.xls": lambda path: write_xls(path, _rows()), "a.xlsb": lambda path: write_xlsb(path, _rows()),
    "a.ods": lambda path: write_ods(path, _rows()),
}  # fmt: skip


@cache
def whole(name: str) -> bytes:
    """The bytes of a small valid file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        MAKERS[name](path)
        return path.read_bytes()


@cache
def parts_of(name: str) -> tuple[str, ...]:
    """The names of the parts of an archive, the sheets' first; none for other files."""
    data = whole(name)
    if not data.startswith(b"PK"):
        return ()
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    return tuple(sorted(names, key=lambda part: ("sheet" not in part.lower(), "content" not in part, part)))


def with_part(name: str, part: str, data: bytes) -> bytes:
    """The archive with one part exchanged; its sizes and checksums are right."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole(name))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for known in old.namelist():
            new.writestr(known, data if known == part else old.read(known))
    return out.getvalue()


def part(name: str, inside: str) -> bytes:
    """What a part of an archive holds."""
    with zipfile.ZipFile(io.BytesIO(whole(name))) as archive:
        return archive.read(inside)


@st.composite
def changed(draw, data: bytes) -> bytes:
    """The data after one to four changes at any places."""
    for _ in range(draw(st.integers(1, 4))):
        if not data:
            return data
        at = draw(st.integers(0, len(data) - 1))
        end = min(len(data), at + draw(st.sampled_from([1, 1, 2, 4, 8, 32, 500])))
        how = draw(st.sampled_from(["flip", "token", "swap", "cut", "delete", "repeat", "noise"]))
        if how == "flip":
            data = data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :]
        elif how == "token":
            data = data[:at] + draw(st.sampled_from(TOKENS)) + data[at:]
        elif how == "swap":
            data = data[:at] + draw(st.sampled_from(TOKENS)) + data[end:]
        elif how == "cut":
            data = data[:at]
        elif how == "delete":
            data = data[:at] + data[end:]
        elif how == "repeat":
            data = data[:at] + data[at:end] * draw(st.sampled_from([2, 3, 50])) + data[end:]
        else:
            data = data[:at] + draw(st.binary(max_size=40)) + data[at:]
    return data


@st.composite
def spoilt_files(draw) -> tuple[str, bytes]:
    """A file's name and its bytes, spoilt as a whole or within one part."""
    name = draw(st.sampled_from(sorted(MAKERS)))
    parts = parts_of(name)
    if parts and draw(st.integers(0, 3)):
        inside = draw(st.sampled_from(parts))
        return name, with_part(name, inside, draw(changed(part(name, inside))))
    return name, draw(changed(whole(name)))


def any_files() -> st.SearchStrategy[tuple[str, bytes]]:
    """Spoilt files, and bytes that never were one."""
    starts = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf", b"\x09\x08\x10\0"]
    noise = st.tuples(st.sampled_from(starts), st.binary(max_size=3_000)).map(lambda pair: ("a.xlsx", b"".join(pair)))
    texts = st.text(max_size=400).map(lambda text: ("text.csv", text.encode("utf-8", "surrogatepass")))
    tables = st.lists(st.lists(st.text(max_size=8), max_size=6).map(",".join), max_size=12)
    csvs = tables.map(lambda lines: ("table.csv", "\n".join(lines).encode("utf-8", "surrogatepass")))
    return st.one_of(spoilt_files(), spoilt_files(), noise, texts, csvs)
