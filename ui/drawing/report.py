"""The report as a PDF, A4 landscape: headline, charts with their findings, the plan, and how it was computed."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF

from cxsurvey.analysis import Analysis
from cxsurvey.export.files import atomic_path
from cxsurvey.figures import Figure, figures_of, study_name
from cxsurvey.headlines import round_to_five
from cxsurvey.notices import Notice, Severity, Value, notice
from cxsurvey.notices.figures import FigureNotice
from cxsurvey.notices.report import ReportNotice
from cxsurvey.plan import Action
from cxsurvey.project import Project

from .application import ensure_application
from .book import SIDE, WIDTH, Book, Page, Paragraph, pdf_bytes
from .frame import source_line
from .marks import Words
from .method import method_paragraphs
from .text import words_with_dates, wrap

CARD_GAP, CARD_INSIDE = 12, 16
PLAN_SHARES = (0.16, 0.08, 0.13, 0.15, 0.24, 0.1, 0.14)


def write_report(project: Project, analysis: Analysis, path: Path, words: Words) -> None:
    """Writes the report to ``path``. Raises ``SurveyError`` where the file cannot be written."""
    ensure_application()
    book = compose_report(project, analysis, words)
    content = pdf_bytes(book, project.study.title)
    with atomic_path(path) as beside:
        beside.write_bytes(content)


def compose_report(project: Project, analysis: Analysis, words: Words) -> Book:
    """All pages laid out; what there is nothing to say about has no page."""
    figures = figures_of(project, analysis)
    book = Book(words, *_foot(project, figures, words_with_dates(words)))
    _headline_page(book, project, analysis)
    for figure in figures:
        _figure_page(book, figure)
    if project.plan.actions:
        _plan_page(book, project)
    _text_page(book, ReportNotice.SECTION_CARRIES, _carries(book, analysis))
    _text_page(book, ReportNotice.METHOD_TITLE, method_paragraphs(project, analysis, book.words))
    book.finish()
    return book


def _told(code: ReportNotice | FigureNotice, **values: Value) -> Notice:
    return notice(code, Severity.INFO, **values)


def _foot(project: Project, figures: tuple[Figure, ...], words: Words) -> tuple[str, str]:
    """Source and caveat of the pages without a chart: those of the first chart, else the study's name."""
    if figures:
        return source_line(figures[0].head, words), words(figures[0].head.caveat)
    return project.study.title, words(_told(ReportNotice.NO_ANSWERS))


def _headline_page(book: Book, project: Project, analysis: Analysis) -> None:
    comparison, words = analysis.comparison, book.words
    told = comparison.sentences if comparison is not None else analysis.adequacy.sentences
    headline = words(told[0]) if told else words(_told(ReportNotice.NO_ANSWERS))
    page = book.page(words(study_name(project.study)), role="body")
    page.y += book.style.px(2)
    book.write(page, headline, "display", gap=16, room=900)
    _cards(book, page, project, analysis)
    paragraphs = []
    if comparison is not None:
        paragraphs += list(_section(words, ReportNotice.SECTION_FOUND, comparison.sentences[1:]))
        if comparison.cohorts is not None:
            paragraphs += list(_section(words, ReportNotice.SECTION_GROUPS, comparison.cohorts.sentences[:1]))
    book.flow(page, paragraphs, headline)


def _section(words: Words, heading: ReportNotice, sentences: tuple[Notice, ...]) -> Iterator[Paragraph]:
    if sentences:
        yield Paragraph(words(_told(heading)), "section")
        yield from (Paragraph(words(sentence), token="text_2") for sentence in sentences)


def _cards(book: Book, page: Page, project: Project, analysis: Analysis) -> None:
    """Name, number and one line of meaning, side by side."""
    cards = [tuple(book.words(part) for part in card) for card in _card_notices(project, analysis)]
    if not cards:
        return
    style = book.style
    width = (WIDTH - 2 * SIDE - CARD_GAP * (len(cards) - 1)) / len(cards)
    room = width - 2 * CARD_INSIDE
    meanings = [wrap(meaning, "caption", room, style) for _, _, meaning in cards]
    caption, figure = style.line("caption"), style.line("figure")
    height = 2 * CARD_INSIDE + caption * (1 + max(map(len, meanings))) + figure
    for number, ((name, value, _), meaning) in enumerate(zip(cards, meanings, strict=True)):
        left, top = SIDE + number * (width + CARD_GAP), page.y
        page.sheet.box(QRectF(left, top, width, height), style.tokens.surface, 8, edge=style.tokens.line)
        y = top + CARD_INSIDE
        page.sheet.text(left + CARD_INSIDE, y + caption / 2, name, "caption", "text_2", 0, room)
        page.sheet.text(left + CARD_INSIDE, y + caption + figure / 2, value, "figure", "text", 0, room)
        for at, line in enumerate(meaning):
            page.sheet.text(left + CARD_INSIDE, y + caption * (at + 1.5) + figure, line, "caption", "text_2")
    page.y += height + style.px(18)


def _card_notices(project: Project, analysis: Analysis) -> Iterator[tuple[Notice, Notice, Notice]]:
    study, adequacy, comparison = project.study, analysis.adequacy, analysis.comparison
    if not adequacy.n:
        return
    yield (
        _told(ReportNotice.CARD_ANSWERS),
        _told(FigureNotice.PLAIN, text=adequacy.n),
        _told(ReportNotice.CARD_ANSWERS_INVITED, invited=study.invited)
        if study.invited
        else _told(ReportNotice.CARD_ANSWERS_USABLE),
    )
    if adequacy.margin is not None:
        yield (
            _told(ReportNotice.CARD_MARGIN),
            _told(ReportNotice.CARD_MARGIN_VALUE, points=round(100 * adequacy.margin, 1)),
            _told(ReportNotice.CARD_MARGIN_MEANING, top=adequacy.top_places, sure=round(100 * study.confidence)),
        )
    if adequacy.stability is not None:
        yield (
            _told(ReportNotice.CARD_STABILITY, top=adequacy.top_places),
            _told(ReportNotice.CARD_STABILITY_VALUE, stability=round_to_five(adequacy.stability)),
            _told(ReportNotice.CARD_STABILITY_MEANING),
        )
    if comparison is not None and comparison.agreement.pairs_agreeing is not None:
        agreement = comparison.agreement
        yield (
            _told(ReportNotice.CARD_PAIRS),
            _told(ReportNotice.CARD_PAIRS_VALUE, agreeing=agreement.pairs_agreeing, pairs=agreement.pairs),
            _told(ReportNotice.CARD_PAIRS_MEANING),
        )


def _figure_page(book: Book, figure: Figure) -> None:
    """The finding first, then what is measured and how to read it, then the chart."""
    head, words = figure.head, book.words
    page = book.page(words(head.description), source_line(head, words), words(head.caveat), "title")
    book.write(page, words(head.title), "section", "text_2", gap=0)
    book.write(page, words(head.caption), "caption", "text_2", gap=14, room=900)
    book.chart(page, figure)


def _carries(book: Book, analysis: Analysis) -> list[Paragraph]:
    """All the sentences about the sample, then those about the groups."""
    if analysis.comparison is None:
        return []
    paragraphs = [Paragraph(book.words(sentence), token="text_2") for sentence in analysis.adequacy.sentences]
    if analysis.comparison.cohorts is not None:
        paragraphs += _section(book.words, ReportNotice.SECTION_GROUPS, analysis.comparison.cohorts.sentences)
    return paragraphs


def _text_page(book: Book, heading: ReportNotice, paragraphs: list[Paragraph]) -> None:
    if paragraphs:
        title = book.words(_told(heading))
        book.flow(book.page(title), paragraphs, title)


def _plan_page(book: Book, project: Project) -> None:
    words = book.words
    title = words(_told(ReportNotice.PLAN_TITLE))
    page = book.page(title)
    if project.plan.reason:
        book.write(page, words(_told(ReportNotice.PLAN_REASON, reason=project.plan.reason)), "body", "text_2")
    columns = (
        ReportNotice.PLAN_PILLAR,
        ReportNotice.PLAN_TODAY,
        ReportNotice.PLAN_OWNER,
        ReportNotice.PLAN_DEPARTMENTS,
        ReportNotice.PLAN_STEP,
        ReportNotice.PLAN_DUE,
        ReportNotice.PLAN_MEASURE,
    )
    names = {pillar.key: pillar.name for pillar in project.pillars}
    rows = [_plan_row(action, names.get(action.pillar_key, action.pillar_key), page) for action in project.plan.actions]
    book.table(page, [words(_told(code)) for code in columns], PLAN_SHARES, rows, title)


def _plan_row(action: Action, name: str, page: Page) -> tuple[str, ...]:
    say = page.sheet.say
    return (
        name,
        "" if action.rating is None else say(ReportNotice.PLAN_RATING, rating=action.rating),
        action.owner,
        ", ".join(action.departments),
        action.first_step,
        say(FigureNotice.PLAIN, text=action.due),
        action.measure,
    )
