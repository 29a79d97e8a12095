"""The shipped fonts load under the names the theme uses, in three weights, and can write every shipped text."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from cxsurvey.resources import list_names, read_json, read_text, resource_path

WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold)
FONTS = [name for name in list_names("fonts") if name.endswith(".ttf")]


@pytest.fixture
def shipped_fonts(qapp):
    identifiers = [QFontDatabase.addApplicationFont(str(resource_path("fonts", name))) for name in FONTS]
    yield identifiers
    for identifier in identifiers:
        QFontDatabase.removeApplicationFont(identifier)


def raw_font(family, weight):
    font = QFont(family)
    font.setPixelSize(13)
    font.setWeight(weight)
    return QRawFont.fromFont(font)


@pytest.mark.parametrize("family", ["Inter", "Noto Sans Thai"])
@pytest.mark.parametrize("weight", WEIGHTS)
def test_each_weight_is_a_cut_of_its_own(shipped_fonts, family, weight):
    assert -1 not in shipped_fonts
    font = raw_font(family, weight)
    assert font.familyName() == family
    assert font.weight() == weight


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_fonts_have_a_glyph_for_every_shipped_text_and_the_signs_of_charts(shipped_fonts, weight):
    files = [(folder, name) for folder in ("pillars", "survey") for name in list_names(folder)]
    files += [(name,) for name in list_names() if name.endswith(".json")]
    used = {ord(sign) for file in files for sign in str(read_json(*file))} | set(map(ord, "≥≤≈−±×·…–—→←↑↓χτ²%“”„’№✓"))
    inter, thai = raw_font("Inter", weight), raw_font("Noto Sans Thai", weight)
    missing = [chr(code) for code in used if not (inter.supportsCharacter(code) or thai.supportsCharacter(code))]
    assert missing == []


def test_the_licences_stand_beside_the_fonts():
    for name in ("Inter-OFL.txt", "NotoSansThai-OFL.txt"):
        assert "SIL Open Font License, Version 1.1" in read_text("fonts", name)
