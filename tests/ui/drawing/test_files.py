"""Charts as files and on the clipboard: readable by other programs, light on white, nothing half written."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer

from cxsurvey.figures import figures_of
from cxsurvey.notices import SurveyError, english, notice
from cxsurvey.notices.figures import FigureNotice
from tests.study_values import study_analysis, study_project
from tests.ui.drawing.conftest import hard_figures
from ui.drawing.files import MARGIN, PNG_SCALE, WIDTH, figure_bytes, figure_mime, save_figure, write_charts
from ui.drawing.table import figure_table, tsv


def test_every_chart_is_written_in_every_kind_under_its_own_name(figures, tmp_path):
    paths = write_charts(figures, tmp_path / "charts", english)
    assert [path.name for path in paths[:3]] == ["divergence.png", "divergence.svg", "divergence.pdf"]
    assert len(paths) == 27
    assert sorted(paths) == sorted((tmp_path / "charts").iterdir())
    assert all(path.stat().st_size > 2000 for path in paths)


def test_a_png_is_three_times_the_size_on_white_with_a_description(figures, tmp_path):
    path = tmp_path / "chart.png"
    save_figure(figures[0], path, english)
    image = QImage(str(path))
    assert image.width() == (WIDTH + 2 * MARGIN) * PNG_SCALE
    assert image.pixelColor(2, 2) == QColor("white")
    assert image.text("Description") == english(figures[0].head.description)


def test_an_svg_is_plain_xml_with_title_and_description_and_no_script():
    project = study_project(("A <script>alert(1)</script> & B", "Speed", "Care"))
    figure = figures_of(project, study_analysis(project))[0]
    content = figure_bytes(figure, "svg", english)
    root = ElementTree.fromstring(content)
    texts = "".join(root.itertext())
    assert english(figure.head.description) in texts
    assert "A <script>" in texts
    assert not [node for node in root.iter() if node.tag.endswith("script")]
    assert b"http" not in re.sub(rb'xmlns(:\w+)?="[^"]*"', b"", content)
    assert QSvgRenderer(QByteArray(content)).isValid()


def test_a_pdf_carries_text_in_the_shipped_font(figures):
    content = figure_bytes(figures[0], "pdf", english)
    assert content.startswith(b"%PDF")
    assert b"/FontFile2" in content
    assert b"Inter" in content


def test_an_unknown_kind_is_refused(figures, tmp_path):
    with pytest.raises(ValueError, match="kind: needs"):
        save_figure(figures[0], tmp_path / "chart.gif", english)


def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(figures, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SurveyError):
        write_charts(figures, tmp_path / "file", english)
    with pytest.raises(SurveyError):
        save_figure(figures[0], tmp_path / "missing" / "chart.svg", english)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_clipboard_gets_picture_svg_and_numbers(figures):
    mime = figure_mime(figures[0], english)
    assert mime.hasImage()
    assert bytes(mime.data("image/svg+xml").data()).startswith(b"<?xml")
    lines = mime.text().splitlines()
    assert lines[0].startswith("Pillar\tCustomers\u2019 place")
    assert lines[3] == "Company representatives\t3\t2\t4\t9\t6\tBlind spot"


def test_the_table_shows_what_the_chart_shows_and_hides_what_it_hides():
    heat = next(figure for figure in hard_figures(4) if figure.head.key == "generations")
    table = figure_table(heat, english)
    assert table.columns[6] == "65+ (Hidden)"
    assert {row[6] for row in table.rows} == {""}
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_every_chart_has_its_table(figures):
    for figure in figures:
        table = figure_table(figure, english)
        assert table.rows
        assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-a", "@x"])
def test_a_name_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(figures, name):
    row = replace(figures[0].rows[0], name=name)
    text = tsv(figure_table(replace(figures[0], rows=(row,)), english))
    assert f"\n'{name}\t" in text


def test_a_negative_gap_stays_a_number(figures):
    assert "\t-3\tOver-rated inside" in tsv(figure_table(figures[0], english))


def test_dates_are_written_out_in_the_readers_locale(figures):
    said = []
    words = lambda told: said.append(told) or english(told)  # noqa: E731
    figure_bytes(figures[0], "svg", words)
    dates = [told for told in said if told.code == FigureNotice.SOURCE_DATES]
    assert dates[0] == notice(FigureNotice.SOURCE_DATES, dates[0].severity, start="2 Mar 2026", end="23 Mar 2026")


def test_charts_are_written_without_a_screen_and_without_a_window(tmp_path):
    script = (
        "import sys; from pathlib import Path; from cxsurvey.__main__ import load_drawing;"
        "from cxsurvey.figures import figures_of; from cxsurvey.notices import english;"
        "from tests.study_values import study_analysis, study_project;"
        "project = study_project();"
        "paths = load_drawing().write_charts(figures_of(project, study_analysis(project)), Path(sys.argv[1]), english);"
        "print(len(paths))"
    )
    surroundings = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, env=surroundings, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "27"


def test_in_an_svg_names_end_at_the_axis_whatever_the_font(figures):
    root = ElementTree.fromstring(figure_bytes(figures[0], "svg", english))
    names = {node.text: node for node in root.iter() if node.tag.endswith("}text")}
    assert names["Low friction"].get("text-anchor") == "end"
    assert names["Low friction"].get("x") == names["Content"].get("x")
    assert names["Low friction"].get("font-weight") == "600"


def test_signs_that_xml_forbids_do_not_break_an_svg():
    project = study_project(("A\x0b\x01B", "\uffffSpeed", "Care"), title="\x02Study")
    for figure in figures_of(project, study_analysis(project)):
        ElementTree.fromstring(figure_bytes(figure, "svg", english))
