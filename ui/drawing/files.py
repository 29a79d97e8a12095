"""Charts as files and on the clipboard: always light, on white, with source and caveat inside."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QMimeData, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter

from cxsurvey.export.files import atomic_path, cannot_write
from cxsurvey.figures import Figure

from .application import ensure_application
from .frame import compose, natural_height
from .marks import Sheet, Words, paint_marks
from .style import EXPORT_STYLE
from .svg import svg_text
from .table import figure_table, tsv

KINDS = ("png", "svg", "pdf")
WIDTH, MARGIN = 960, 32  # of the chart, in pixels of 96 to the inch; white around it
PNG_SCALE = 3
DPI = 96


def save_figure(figure: Figure, path: Path, words: Words) -> None:
    """Writes the chart as its ending says: .png (three times the size), .svg or .pdf.

    Raises ``ValueError`` for another ending, ``SurveyError`` where the file cannot be written.
    """
    _write(path, figure_bytes(figure, path.suffix.lstrip(".").lower(), words))


def write_charts(figures: Iterable[Figure], folder: Path, words: Words, kinds: Sequence[str] = KINDS) -> list[Path]:
    """Writes every chart in every kind into ``folder``: divergence.png, divergence.svg, ...; gives back the paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise cannot_write(folder, trouble) from trouble
    written = []
    for figure in figures:
        for kind in kinds:
            path = folder / f"{figure.head.key}.{kind}"
            save_figure(figure, path, words)
            written.append(path)
    return written


def figure_bytes(figure: Figure, kind: str, words: Words) -> bytes:
    """The chart as the content of a file of that kind."""
    ensure_application()
    if kind not in KINDS:
        raise ValueError(f"kind: needs one of {', '.join(KINDS)}, got {kind!r}")
    sheet = _sheet(figure, words)
    if kind == "png":
        return _png(_image(figure, sheet, words))
    title, description = words(figure.head.title), words(figure.head.description)
    if kind == "svg":
        return svg_text(sheet, title, description, MARGIN).encode("utf-8")
    return _pdf(sheet, title)


def figure_mime(figure: Figure, words: Words) -> QMimeData:
    """The chart for the clipboard: a picture, the same as SVG, and its numbers."""
    ensure_application()
    sheet = _sheet(figure, words)
    mime = QMimeData()
    mime.setImageData(_image(figure, sheet, words))
    svg = svg_text(sheet, words(figure.head.title), words(figure.head.description), MARGIN)
    mime.setData("image/svg+xml", QByteArray(svg.encode("utf-8")))
    mime.setText(tsv(figure_table(figure, words)))
    return mime


def _sheet(figure: Figure, words: Words) -> Sheet:
    return compose(figure, WIDTH, natural_height(figure, WIDTH, EXPORT_STYLE, words), EXPORT_STYLE, words)


def _outer(sheet: Sheet) -> QSizeF:
    return QSizeF(round(sheet.width) + 2 * MARGIN, round(sheet.height) + 2 * MARGIN)


def _paint(painter: QPainter, sheet: Sheet) -> None:
    painter.fillRect(QRectF(0, 0, _outer(sheet).width(), _outer(sheet).height()), QColor(Qt.GlobalColor.white))
    painter.translate(MARGIN, MARGIN)
    paint_marks(painter, sheet)


def _image(figure: Figure, sheet: Sheet, words: Words) -> QImage:
    size = _outer(sheet)
    image = QImage((size * PNG_SCALE).toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI * PNG_SCALE / 0.0254))
    image.setDotsPerMeterY(round(DPI * PNG_SCALE / 0.0254))
    image.setText("Title", words(figure.head.title))
    image.setText("Description", words(figure.head.description))
    painter = QPainter(image)
    painter.scale(PNG_SCALE, PNG_SCALE)
    _paint(painter, sheet)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    buffer = _buffer()
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _pdf(sheet: Sheet, title: str) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("cxsurvey")
    writer.setResolution(DPI)
    writer.setPageSize(
        QPageSize(_outer(sheet) * 72 / DPI, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    _paint(painter, sheet)
    painter.end()
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _write(path: Path, content: bytes) -> None:
    with atomic_path(path) as beside:
        beside.write_bytes(content)
