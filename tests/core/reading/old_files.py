"""Writers of the workbooks that are not ``.xlsx``: ``.ods``, ``.xls`` in its container, ``.xlsb``.

Rows hold texts, numbers, booleans, dates, ``None``, and errors as ``Failed("#N/A")``.
"""

import datetime
import struct
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
DATE_FORMAT = "yyyy\\-mm\\-dd"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


class Failed(NamedTuple):
    """A cell that shows an error."""

    text: str


def serial(day):
    """A day's number, as Excel counts."""
    if isinstance(day, datetime.datetime):
        return (day - datetime.datetime(1899, 12, 30)) / datetime.timedelta(days=1)
    return (day - datetime.date(1899, 12, 30)).days


# OpenDocument

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def write_ods(path, rows, *, sheet="Sheet1", hidden=(), merged=(), **more_sheets):
    """Rows in which neighbours that are alike stand as one, as every program writes them."""
    tables = "".join(
        f'<table:table table:name={quoteattr(name)} table:style-name="{"off" if name in hidden else "on"}">'
        + "".join(f"<table:table-row>{ods_cells(row, n, merged)}</table:table-row>" for n, row in enumerate(table, 1))
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, table in ((sheet, rows), *more_sheets.items())
    )
    return write_ods_content(path, tables)


def write_ods_content(path, tables, *, mimetype=MIMETYPE, head="", manifest="<manifest/>"):
    """An OpenDocument of the tables given as XML."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/>'
        "</style:style>"
        for name, shown in (("on", "true"), ("off", "false"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {NAMESPACES}><office:automatic-styles>'
        f"{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def ods_cells(row, number=0, merged=()):
    written = [ods_cell(value) for value in row]
    for first_row, last_row, first_column, last_column in merged:
        if number == first_row:
            spans = (last_column - first_column + 1, last_row - first_row + 1)
            here = '<table:table-cell table:number-columns-spanned="{}" table:number-rows-spanned="{}"'.format(*spans)
            written[first_column - 1] = written[first_column - 1].replace("<table:table-cell", here, 1)
    cells = []
    while written:
        n = next((n for n, other in enumerate(written) if other != written[0]), len(written))
        repeated = f' table:number-columns-repeated="{n}"' if n > 1 else ""
        cells.append(written[0].replace("<table:table-cell", f"<table:table-cell{repeated}", 1))
        written = written[n:]
    return "".join(cells)


def ods_cell(value):
    match value:
        case None | "":
            return "<table:table-cell/>"
        case bool():
            return typed("boolean", f'office:boolean-value="{str(value).lower()}"', str(value).upper())
        case int() | float():
            return typed("float", f'office:value="{value!r}"', str(value))
        case datetime.date():
            return typed("date", f'office:date-value="{value.isoformat()}"', str(value))
        case Failed(text=text):
            return typed("string", 'office:string-value="" calcext:value-type="error"', text)
    return typed("string", "", str(value))


def typed(kind, more, text):
    paragraphs = "".join(f"<text:p>{ods_text(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="{kind}" {more}>{paragraphs}</table:table-cell>'


def ods_text(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\t", "<text:tab/>")
    return escaped.replace("  ", ' <text:s text:c="1"/>')


# Excel 97: records in a stream, the stream in a compound file


def write_xls(path, rows, *, sheet="Sheet1", hidden=(), merged=(), **more_sheets):
    """A workbook of Excel 97, texts shared, whole numbers packed."""
    tables = {sheet: rows, **more_sheets}
    path.write_bytes(compound({"Workbook": biff8(tables, hidden, merged)}))
    return path


def record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def biff8(tables, hidden=(), merged=()):
    texts = list(dict.fromkeys(v for rows in tables.values() for row in rows for v in row if isinstance(v, str) and v))
    bodies = [biff8_sheet(rows, texts, merged) for rows in tables.values()]
    head = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)) + record(0x0042, struct.pack("<H", 1200))
    head += record(0x041E, struct.pack("<H", 164) + xls_text(DATE_FORMAT, 2))
    head += b"".join(record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 164))
    tail = shared(texts) + record(0x000A)
    size = len(head) + len(tail) + sum(len(record(0x0085, b"\0" * 6 + xls_text(name, 1))) for name in tables)
    for name, body in zip(tables, bodies, strict=True):
        head += record(0x0085, struct.pack("<IBB", size, name in hidden, 0) + xls_text(name, 1))
        size += len(body)
    return head + tail + b"".join(bodies)


def biff8_sheet(rows, texts, merged=(), claimed=(0, 0xFFFFFFFF, 0, 0xFFFF)):
    """A sheet that claims to be as large as no sheet can be."""
    cells = b"".join(
        biff8_cell(row, column, value, texts)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None and value != ""
    )
    ranges = b"".join(struct.pack("<HHHH", *(place - 1 for place in merge)) for merge in merged)
    after = record(0x00E5, struct.pack("<H", len(merged)) + ranges) if merged else b""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    return begin + record(0x0200, struct.pack("<IIHHH", *claimed, 0)) + cells + after + record(0x000A)


def biff8_cell(row, column, value, texts):
    place = struct.pack("<HHH", row, column, isinstance(value, datetime.date))
    match value:
        case bool():
            return record(0x0205, place + bytes([value, 0]))
        case Failed(text=text):
            return record(0x0205, place + bytes([ERROR_CODES[text], 1]))
        case str():
            return record(0x00FD, place + struct.pack("<I", texts.index(value)))
        case datetime.date():
            value = serial(value)
    if float(value).is_integer() and abs(value) < 1 << 29:
        return record(0x027E, place + struct.pack("<i", int(value) << 2 | 2))
    return record(0x0203, place + struct.pack("<d", value))


def xls_text(text, length_bytes):
    wide = any(ord(letter) > 255 for letter in text)
    body = text.encode("utf-16-le" if wide else "latin-1")
    n = len(body) // 2 if wide else len(body)
    return n.to_bytes(length_bytes, "little") + bytes([wide]) + body


def shared(texts, longest=8_000):
    """The shared texts, cut into records that continue one another, also within a text."""
    parts, part = [], struct.pack("<II", len(texts), len(texts))
    for text in texts:
        written = xls_text(text, 2)
        flag, step = written[2:3], 2 if written[2] else 1
        while len(part) + len(written) > longest:
            room = longest - len(part)
            if room > 3 + step:
                room -= (room - 3) % step
                part, written = part + written[:room], flag + written[room:]
            parts.append(part)
            part = b""
        part += written
    parts.append(part)
    return record(0x00FC, parts[0]) + b"".join(record(0x003C, part) for part in parts[1:])


def compound(streams, *, small=False):
    """A compound file of the streams; small ones lie in a stream of their own kind, others are filled to 4096."""
    streams = {name: data if small else data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors, following, entries = [], [], []

    def add(data):
        first = len(sectors)
        pieces = [data[place : place + 512].ljust(512, b"\0") for place in range(0, len(data), 512)]
        sectors.extend(pieces)
        following.extend([*range(first + 1, first + len(pieces)), END] if pieces else [])
        return first if pieces else END

    small_data, small_next = b"", []
    for name, data in streams.items():
        if small:
            first, n = len(small_data) // 64, -(-len(data) // 64)
            small_data += data.ljust(64 * n, b"\0")
            small_next += [*range(first + 1, first + n), END]
        else:
            first = add(data)
        entries.append((name, 2, first, len(data)))
    root = add(small_data)
    small_table = add(struct.pack(f"<{len(small_next)}I", *small_next).ljust(512, b"\xff")) if small else END
    entries.insert(0, ("Root Entry", 5, root, len(small_data)))
    directory = add(b"".join(entry(number, len(entries), *values) for number, values in enumerate(entries)))
    first_table = len(sectors)
    n_tables = next(n for n in range(1, 10**6) if n * 128 >= first_table + n + -(-max(0, n - 109) // 127))
    n_more = -(-max(0, n_tables - 109) // 127)  # tables of tables, beyond the 109 that the head has room for
    numbers = [*following, *[0xFFFFFFFD] * n_tables, *[0xFFFFFFFC] * n_more]
    sectors.append(struct.pack(f"<{len(numbers)}I", *numbers).ljust(512 * n_tables, b"\xff"))
    tables = [*range(first_table, first_table + n_tables)]
    tables += [FREE] * (109 + 127 * n_more - n_tables)
    for n in range(n_more):
        following_one = first_table + n_tables + n + 1 if n + 1 < n_more else END
        sectors.append(struct.pack("<128I", *tables[109 + 127 * n : 236 + 127 * n], following_one))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, n_tables, directory, 0, 4096, small_table, int(small),
                        first_table + n_tables if n_more else END, n_more)  # fmt: skip
    return head + struct.pack("<109I", *tables[:109]) + b"".join(sectors)


def entry(number, n_entries, name, kind, first, size):
    """A directory's entry; those below the root follow one another to the right."""
    written = name.encode("utf-16-le")[:62] + b"\0\0"
    right = number + 1 if kind == 2 and number + 1 < n_entries else FREE
    child = 1 if kind == 5 and n_entries > 1 else FREE
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    return head + struct.pack("<III36xIQ", FREE, right, child, first, size)


# Binary Excel


def write_xlsb(path, rows, *, sheet="Sheet1", hidden=(), merged=(), **more_sheets):
    """A binary workbook as Excel lays it out, as far as a reader needs it."""
    tables = {sheet: rows, **more_sheets}
    texts = list(dict.fromkeys(v for rows in tables.values() for row in rows for v in row if isinstance(v, str) and v))
    kinds = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(tables) + 1)}
    kinds |= {"rId98": ("styles", "styles.bin"), "rId99": ("sharedStrings", "sharedStrings.bin")}
    sheets = b"".join(
        brt(156, struct.pack("<II", name in hidden, n) + xlsb_text(f"rId{n}") + xlsb_text(name))
        for n, name in enumerate(tables, 1)
    )
    parts = {
        "xl/workbook.bin": brt(131) + brt(153, b"\0" * 12) + brt(143) + sheets + brt(144) + brt(157, b"\0" * 26)
        + brt(132),
        "xl/styles.bin": brt(278) + brt(615, struct.pack("<I", 1))
        + brt(44, struct.pack("<H", 164) + xlsb_text(DATE_FORMAT)) + brt(616) + brt(617, struct.pack("<I", 2))
        + b"".join(brt(47, struct.pack("<HHHHH6x", 0, number, 0, 0, 0)) for number in (0, 164)) + brt(618) + brt(279),
        "xl/sharedStrings.bin": brt(159, struct.pack("<II", len(texts), len(texts)))
        + b"".join(brt(19, b"\0" + xlsb_text(text)) for text in texts) + brt(160),
    }  # fmt: skip
    for n, table in enumerate(tables.values(), 1):
        parts[f"xl/worksheets/sheet{n}.bin"] = xlsb_sheet(table, texts, merged)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", content_types(len(tables)))
        archive.writestr("_rels/.rels", relations_xml({"rId1": ("officeDocument", "xl/workbook.bin")}))
        archive.writestr("xl/_rels/workbook.bin.rels", relations_xml(kinds))
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def xlsb_sheet(rows, texts, merged=()):
    claimed = brt(148, struct.pack("<IIII", 0, max(0, len(rows) - 1), 0, max(1, *map(len, rows)) - 1))
    begin = brt(129) + brt(147, b"\0" * 15 + b"\0" * 4 + b"\0" * 4) + claimed + brt(145)
    body = b"".join(
        brt(0, struct.pack("<I", number) + b"\0" * 13 + struct.pack("<I", 0))
        + b"".join(
            xlsb_cell(column, value, texts) for column, value in enumerate(row) if value is not None and value != ""
        )
        for number, row in enumerate(rows)
    )
    ranges = b"".join(brt(176, struct.pack("<IIII", *(place - 1 for place in merge))) for merge in merged)
    after = brt(177, struct.pack("<I", len(merged))) + ranges + brt(178) if merged else b""
    return begin + body + brt(146) + after + brt(130)


def xlsb_cell(column, value, texts):
    place = struct.pack("<II", column, isinstance(value, datetime.date))
    match value:
        case bool():
            return brt(4, place + bytes([value]))
        case Failed(text=text):
            return brt(3, place + bytes([ERROR_CODES[text]]))
        case str():
            return brt(7, place + struct.pack("<I", texts.index(value)))
        case datetime.date():
            value = serial(value)
    if float(value).is_integer() and abs(value) < 1 << 29:
        return brt(2, place + struct.pack("<i", int(value) << 2 | 2))
    return brt(5, place + struct.pack("<d", value))


def brt(kind, data=b""):
    """A record: kind and length in groups of seven bits."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    length = len(data)
    while length > 127:
        head += bytes([length & 127 | 128])
        length >>= 7
    return head + bytes([length]) + data


def xlsb_text(text):
    written = text.encode("utf-16-le")
    return struct.pack("<I", len(written) // 2) + written


def relations_xml(kinds):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    each = "".join(
        f'<Relationship Id="{key}" Type="{base}{kind}" Target="{part}"/>' for key, (kind, part) in kinds.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships '
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'
    )


def content_types(n_sheets):
    ms = "application/vnd.ms-excel."
    names = {"/xl/workbook.bin": "sheet.binary.macroEnabled.main", "/xl/styles.bin": "styles",
             "/xl/sharedStrings.bin": "sharedStrings"}  # fmt: skip
    names |= {f"/xl/worksheets/sheet{n}.bin": "worksheet" for n in range(1, n_sheets + 1)}
    each = "".join(f'<Override PartName="{name}" ContentType="{ms}{kind}"/>' for name, kind in names.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types '
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{each}</Types>'
    )


def stream_of(records_of_cells, *, before=b"", version=0x0600):
    """A workbook's stream with one sheet, S, of the records given."""
    begin = record(0x0809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0)) + before
    name = b"\x01\x00S" if version == 0x0600 else b"\x01S"
    place = len(begin) + 4 + 6 + len(name) + 4
    sheet = record(0x0809, struct.pack("<HHHHII", version, 16, 0, 0, 0, 0)) + records_of_cells + record(0x000A)
    return begin + record(0x0085, struct.pack("<IBB", place, 0, 0) + name) + record(0x000A) + sheet
