"""The one style sheet, generated from the tokens: what a palette cannot say."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

GLYPHS = {  # the few marks Qt wants as files
    "down": '<path d="M4 6.5l4 4 4-4"/>',
    "up": '<path d="M4 9.5l4-4 4 4"/>',
    "check": '<path d="M3.5 8.5l3 3 6-7"/>',
    "dot": '<circle cx="8" cy="8" r="2.5" fill="{colour}"/>',
}

LABELS = ("text", "text_2", "text_3", "accent_text", "ok", "warn", "bad", "info", "on_accent")

SHEET = """
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line_strong}; padding: 4px 6px; }}
QMainWindow, QDialog {{ background: {canvas}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {{
    background: {surface}; color: {text}; border: 1px solid {line_strong}; border-radius: 6px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit, QAbstractSpinBox, QComboBox {{ min-height: {field}px; padding: 1px 8px; }}
QAbstractSpinBox {{ max-height: {field}px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 6px; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border: 2px solid {focus}; padding: 0px 7px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {focus}; padding: 3px 5px; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{
    color: {text_3}; background: {canvas}; border-color: {line};
}}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {canvas}; border-color: {line}; }}
QComboBox {{ padding: 1px 24px 1px 10px; }}
QComboBox:focus {{ padding: 0px 23px 0px 9px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ subcontrol-position: center right; width: 24px; border: none; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QAbstractSpinBox::down-arrow {{
    image: url("{down}"); width: 16px; height: 16px;
}}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 16px; height: 16px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 20px; border: none; background: transparent; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QComboBox QAbstractItemView {{
    background: {raised}; color: {text}; border: 1px solid {line_strong}; outline: none;
    selection-background-color: {selected}; selection-color: {text};
}}
QComboBox QAbstractItemView::item {{ min-height: {field}px; padding: 0 6px; }}
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected {{ background: {selected}; }}
QCheckBox, QRadioButton {{ min-height: {press}px; spacing: 8px; color: {text}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; background: {surface}; border: 1px solid {line_strong};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QCheckBox::indicator:checked {{ image: url("{check}"); }}
QRadioButton::indicator:checked {{ image: url("{dot}"); }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {ring}; width: 14px; height: 14px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {text_3}; }}
QPushButton, QToolButton {{
    background: {raised}; color: {text}; border: 1px solid {line_strong}; border-radius: 6px;
    padding: 1px 12px; min-height: {field}px;
}}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {focus}; padding: 0px 11px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {text_3}; border-color: {line}; }}
QMenuBar {{ background: {sidebar}; color: {text}; border-bottom: 1px solid {line}; padding: 1px 8px; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {pressed}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {line_strong}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 8px; border-radius: 4px; min-height: {line_height}px; }}
QMenu::item:selected {{ background: {selected}; }}
QMenu::item:disabled {{ color: {text_3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QTabBar::tab {{ padding: 6px 12px; color: {text_2}; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QFrame#answer {{ background: {surface}; border: 1px solid {line_strong}; border-radius: 6px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line_strong}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTableView, QTreeView, QListView {{
    background: {surface}; color: {text}; border: none; outline: none; gridline-color: {line};
    selection-background-color: {selected}; selection-color: {text}; alternate-background-color: {canvas};
}}
QTableView:focus, QTreeView:focus {{ border: 2px solid {focus}; border-radius: 6px; }}
QTableView, QTreeView {{ border: 2px solid transparent; }}
QTableView::item {{ padding: 0 5px; border-bottom: 1px solid {line}; }}
QTableView::item:selected {{ background: {selected}; color: {text}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {text_2}; border: none; border-bottom: 1px solid {line_strong};
    padding: 4px 8px; font-size: {caption}px; font-weight: 500;
}}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QProgressBar {{ background: {pressed}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {line}; }}
Foot {{ background: {canvas}; border: none; border-top: 1px solid {line}; }}
Card, FigureCard {{ background: {surface}; border: 1px solid {line}; border-radius: 10px; }}
FigureCard[clickable="true"]:hover {{ border-color: {line_strong}; }}
FigureCard:focus {{ border: 2px solid {focus}; }}
Chip {{
    background: {surface}; color: {text_2}; border: 1px solid {line_strong}; border-radius: {chip_radius}px;
    padding: 0 12px; min-height: {chip}px; max-height: {chip}px;
}}
Chip:hover {{ background: {hover}; }}
Chip:checked {{
    background: {selected}; color: {text}; border: 2px solid {accent_text}; padding: 0 11px; font-weight: 600;
    min-height: {chip_in}px; max-height: {chip_in}px;
}}
Chip:focus {{
    border: 2px solid {text}; padding: 0 11px; min-height: {chip_in}px; max-height: {chip_in}px;
}}
RankEditor {{ background: transparent; }}
Sidebar {{ background: {sidebar}; border: none; border-right: 1px solid {line}; }}
ChoiceList {{ background: transparent; }}
ChoiceList::item {{ min-height: {field}px; padding: 0 6px; border-radius: 4px; }}
ChoiceList::item:selected {{ background: {selected}; color: {text}; }}
ChoiceList::item:hover {{ background: {hover}; }}
ChoiceList::item:selected:hover {{ background: {selected}; }}
ChoiceList::item:disabled {{ color: {text_2}; }}
Sidebar QListView {{ background: transparent; }}
NoticeBar {{ border: none; border-radius: 6px; }}
NoticeBar[severity="info"] {{ background: {info_bg}; }}
NoticeBar[severity="ok"] {{ background: {ok_bg}; }}
NoticeBar[severity="warning"] {{ background: {warn_bg}; }}
NoticeBar[severity="error"] {{ background: {bad_bg}; }}
Popup {{ background: {raised}; border: 1px solid {line_strong}; }}
"""


def stylesheet(tokens: Any, sizes: Mapping[str, tuple[int, int]], zoom: float, glyph_folder: str) -> str:
    """The sheet for one set of tokens; writes the few glyphs it names into ``glyph_folder``."""
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    sheet = SHEET.format(
        **colours,
        **_glyphs(colours, Path(glyph_folder)),
        ring=colours["text"],
        field=round(30 * zoom) - 4,
        chip=round(28 * zoom) - 2,
        chip_in=round(28 * zoom) - 4,
        chip_radius=round(28 * zoom) // 2,  # beyond half the height Qt draws corners
        press=round(28 * zoom),
        line_height=round(18 * zoom),
        caption=round(sizes["caption"][0] * zoom),
    )
    roles = (
        f'QLabel[role="{role}"] {{ font-size: {round(pixels * zoom)}px; font-weight: {weight}; }}'
        for role, (pixels, weight) in sizes.items()
    )
    shades = (f'QLabel[shade="{name}"] {{ color: {colours[name]}; }}' for name in LABELS)
    return "\n".join((sheet, *roles, *shades))


def _glyphs(colours: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Small pictures in the theme's colours; the colour is in the name, since Qt keeps pictures by their name."""
    paths: dict[str, str] = {}
    for name, shape in GLYPHS.items():
        colour = colours["on_accent" if name in {"check", "dot"} else "text_2"]
        path = folder / f"{name}-{colour[1:]}.svg"
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" '
            f'stroke="{colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
            f"{shape.format(colour=colour)}</svg>",
            encoding="utf-8",
        )
        paths[name] = path.as_posix()
    return paths
