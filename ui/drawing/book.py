"""Pages of a printed report: heads, flowing text, tables, charts; at the foot source, caveat and page number."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from cxsurvey.figures import Figure
from cxsurvey.notices.report import ReportNotice

from .frame import compose
from .marks import Sheet, Words, paint_marks
from .style import EXPORT_STYLE, Style
from .text import words_with_dates, wrap

DPI = 96
WIDTH, HEIGHT = 1122, 793  # A4 landscape in pixels of 96 to the inch
SIDE, TOP, BOTTOM = 64, 54, 34
ZOOM = 1.15
COLUMN_GAP, CELL_GAP = 48, 14


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that flows: a heading (``role`` "section") stays with what follows it."""

    text: str
    role: str = "body"
    token: str = "text"


@dataclass(slots=True)
class Page:
    """One page while it is laid out; ``y`` is where the next thing goes."""

    sheet: Sheet
    source: str
    caveat: str
    y: float = TOP
    pictures: list[tuple[Sheet, QRectF]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Filled:
    """Lines with their positions, and the paragraphs that found no room."""

    placed: list[tuple[float, float, str, Paragraph]]
    left_over: tuple[Paragraph, ...]


class Book:
    """Collects pages; ``source`` and ``caveat`` stand at the foot of each that has none of its own."""

    def __init__(self, words: Words, source: str, caveat: str) -> None:
        self.style = Style(EXPORT_STYLE.tokens, ZOOM)
        self.words, self.source, self.caveat = words_with_dates(words), source, caveat
        self.pages: list[Page] = []

    def page(self, title: str, source: str = "", caveat: str = "", role: str = "display") -> Page:
        """A new page, headed by ``title``."""
        page = Page(Sheet(self.style, self.words, WIDTH, HEIGHT), source or self.source, caveat or self.caveat)
        self.pages.append(page)
        self.write(page, title, role, "text", gap=10)
        return page

    def write(self, page: Page, text: str, role: str, token: str = "text", gap: float = 4, room: float = 0) -> None:
        """Lines of text at ``page.y``, over the whole width unless ``room`` says less."""
        height = self.style.line(role)
        for line in wrap(text, role, room or WIDTH - 2 * SIDE, self.style):
            page.sheet.text(SIDE, page.y + height / 2, line, role, token)
            page.y += height
        page.y += self.style.px(gap)

    def bottom(self, page: Page) -> float:
        """Where the foot of the page begins."""
        source, caveat = self._foot(page)
        return HEIGHT - BOTTOM - self.style.line("caption") * (len(source) + len(caveat)) - self.style.px(20)

    def chart(self, page: Page, figure: Figure) -> None:
        """The chart in the room that is left, scaled down only where its labels would else meet."""
        room = QRectF(SIDE, page.y, WIDTH - 2 * SIDE, self.bottom(page) - page.y)
        page.pictures.append((compose(figure, room.width(), room.height(), self.style, self.words, False), room))
        page.y = room.bottom()

    def flow(self, page: Page, paragraphs: Sequence[Paragraph], title: str) -> Page:
        """The paragraphs in two columns from ``page.y`` down, and on further pages headed by ``title``.

        What fits on the page stands in two columns of like height.
        """
        end, step = self.bottom(page), self.style.line("caption")
        rest = self._fill(paragraphs, page.y, end)
        if not rest.left_over:
            limit = page.y + step
            while (balanced := self._fill(paragraphs, page.y, limit)).left_over:
                limit += step
            rest = balanced
        for x, middle, text, paragraph in rest.placed:
            page.sheet.text(x, middle, text, paragraph.role, paragraph.token)
        page.y = end
        if rest.left_over:
            return self.flow(self.page(title), rest.left_over, title)
        return page

    def _fill(self, paragraphs: Sequence[Paragraph], top: float, end: float) -> _Filled:
        """Where each line goes in two columns between ``top`` and ``end``, and what is left over."""
        width, column, y = (WIDTH - 2 * SIDE - COLUMN_GAP) / 2, 0, top
        placed: list[tuple[float, float, str, Paragraph]] = []
        for number, paragraph in enumerate(paragraphs):
            height = self.style.line(paragraph.role)
            lines = wrap(paragraph.text, paragraph.role, width, self.style)
            needed = height * len(lines)
            if paragraph.role == "section":
                y += self.style.px(10) if y > top else 0
                if number + 1 < len(paragraphs):  # with at least two lines of what it heads
                    needed += 2 * self.style.line(paragraphs[number + 1].role)
            for at, line in enumerate(lines):
                # A paragraph starts where it has room as a whole; only one longer than a column is divided.
                if y + (min(needed, end - top) if at == 0 else height) > end + 0.5 and (y > top or column == 0):
                    column, y = column + 1, top
                    if column == 2:
                        kept = Paragraph(" ".join(lines[at:]), paragraph.role, paragraph.token)
                        return _Filled(placed, (kept, *paragraphs[number + 1 :]))
                placed.append((SIDE + column * (width + COLUMN_GAP), y + height / 2, line, paragraph))
                y += height
            y += self.style.px(6)
        return _Filled(placed, ())

    def table(
        self, page: Page, columns: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[str]], title: str
    ) -> Page:
        """A table whose cells are wrapped, never cut; long rows go on on further pages headed by ``title``."""
        width = WIDTH - 2 * SIDE
        lefts = [SIDE + width * sum(shares[:number]) for number in range(len(shares))]
        rooms = [width * share - CELL_GAP for share in shares]
        self._table_head(page, columns, lefts, rooms)
        line = self.style.line("body")
        for row in rows:
            cells = [
                wrap(cell, _cell_role(number), room, self.style)
                for number, (cell, room) in enumerate(zip(row, rooms, strict=True))
            ]
            left = max(len(cell) for cell in cells)
            done = 0
            while done < left:
                fitting = int((self.bottom(page) - page.y - self.style.px(16)) / line)
                if fitting < min(left - done, 3):  # a row starts with three lines or on the next page
                    page = self.page(title)
                    self._table_head(page, columns, lefts, rooms)
                    continue
                count = min(fitting, left - done)
                page.y += self.style.px(8)
                for number, cell in enumerate(cells):
                    for at, text in enumerate(cell[done : done + count]):
                        page.sheet.text(lefts[number], page.y + line * (at + 0.5), text, _cell_role(number), "text")
                page.y += line * count + self.style.px(8)
                done += count
            page.sheet.line(SIDE, page.y, WIDTH - SIDE, page.y, 1, "line")
        return page

    def finish(self) -> None:
        """Puts the foot under every page; called once, when all pages are there."""
        for number, page in enumerate(self.pages, 1):
            source, caveat = self._foot(page)
            y = self.bottom(page) + self.style.px(10)
            page.sheet.line(SIDE, y, WIDTH - SIDE, y, 1, "line")
            y += self.style.px(6)
            height = self.style.line("caption")
            told = page.sheet.say(ReportNotice.PAGE, page=number, pages=len(self.pages))
            page.sheet.text(WIDTH - SIDE, y + height / 2, told, "caption", "text_3", 1.0)
            for line in source:
                page.sheet.text(SIDE, y + height / 2, line, "caption", "text_3")
                y += height
            for line in caveat:
                page.sheet.text(SIDE, y + height / 2, line, "caption", "text_2")
                y += height

    def _foot(self, page: Page) -> tuple[list[str], list[str]]:
        room = WIDTH - 2 * SIDE - self.style.px(90)  # the page number stands at the right
        return wrap(page.source, "caption", room, self.style), wrap(page.caveat, "caption", room, self.style)

    def _table_head(self, page: Page, columns: Sequence[str], lefts: list[float], rooms: list[float]) -> None:
        height = self.style.line("caption")
        wrapped = [wrap(column, "caption", room, self.style) for column, room in zip(columns, rooms, strict=True)]
        page.y += self.style.px(6)
        for left, lines in zip(lefts, wrapped, strict=True):
            for at, line in enumerate(lines):
                page.sheet.text(left, page.y + height * (at + 0.5), line, "caption", "text_3")
        page.y += height * max(map(len, wrapped)) + self.style.px(6)
        page.sheet.line(SIDE, page.y, WIDTH - SIDE, page.y, 1, "line_strong")


def _cell_role(column: int) -> str:
    return "section" if column == 0 else "body"


def pdf_bytes(book: Book, title: str) -> bytes:
    """The finished book as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("cxsurvey")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for number, page in enumerate(book.pages):
        if number:
            writer.newPage()
        paint_page(painter, page)
    painter.end()
    return bytes(buffer.data().data())


def paint_page(painter: QPainter, page: Page) -> None:
    """One page on any device."""
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(EXPORT_STYLE.tokens.surface))
    paint_marks(painter, page.sheet)
    for sheet, room in page.pictures:
        painter.save()
        painter.translate(room.topLeft())
        scale = min(1.0, room.width() / sheet.width)
        painter.scale(scale, scale)
        paint_marks(painter, sheet)
        painter.restore()
