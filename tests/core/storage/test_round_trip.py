"""What was entered comes back as it was, and an edit writes no more than it changed."""

import sqlite3
from dataclasses import MISSING, fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxsurvey.internal import Colleague, put_colleague
from cxsurvey.project import add_import, remove_import, with_internal
from cxsurvey.reading.findings import Findings
from cxsurvey.storage import WorkingCopy, load_project, save_project
from cxsurvey.storage.columns import StoredTexts, numbers_from, text_pieces, texts_from
from cxsurvey.storage.schema import APPLICATION_ID

from .studies import KEYS, assert_same, imported, rich_project, with_title

WHOLE_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_a_rich_project_comes_back_field_by_field(tmp_path):
    project = rich_project()
    save_project(project, tmp_path / "study.cxs")
    loaded = load_project(tmp_path / "study.cxs")
    assert_same(project, loaded)
    assert loaded.responses.ranks.flags.f_contiguous


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WHOLE_TEXT)
def test_any_text_comes_back(text, tmp_path):
    project = rich_project(4, text)
    save_project(project, tmp_path / "study.cxs")
    assert_same(project, load_project(tmp_path / "study.cxs"))


def values_of(value):
    """Every dataclass instance in a project."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from values_of(getattr(value, field.name))
    elif isinstance(value, tuple | Findings):
        for entry in value:
            yield from values_of(entry)


def test_the_rich_project_has_something_in_every_field():
    """So that a field that is added to a value and forgotten in the file shows here."""
    differing, seen = set(), set()
    for value in values_of(rich_project(3)):
        for field in fields(value):
            name = f"{type(value).__name__}.{field.name}"
            seen.add(name)
            if field.default is MISSING or getattr(value, field.name) != field.default:
                differing.add(name)
    assert seen - differing == {"Study.invited"}  # None, beside population, which is not


def test_half_a_surrogate_pair_is_stored_as_the_sign_for_no_character(tmp_path):
    save_project(with_title(rich_project(1, "a\ud800b"), "\ud83d\ude00 \udfff"), tmp_path / "study.cxs")
    loaded = load_project(tmp_path / "study.cxs")
    assert loaded.study.title == "😀 \N{REPLACEMENT CHARACTER}"
    assert loaded.imports[0].responses.comments == ("a\N{REPLACEMENT CHARACTER}b 0",)


@given(st.lists(WHOLE_TEXT))
def test_columns_of_text_come_back_from_their_pieces(texts):
    pieces = tuple(text_pieces(texts))
    assert texts_from(pieces, len(texts)) == tuple(texts)
    stored = StoredTexts(pieces, len(texts))
    assert tuple(text_pieces(stored)) == pieces
    assert stored == tuple(texts)


def test_a_column_that_says_it_holds_other_texts_is_refused_before_it_is_unpacked():
    pieces = tuple(text_pieces(["one", "two"]))
    with pytest.raises(ValueError, match="3 texts expected, got 2"):
        StoredTexts(pieces, 3)


def test_long_columns_are_cut_into_pieces_of_about_a_megabyte():
    texts = [f"answer number {i}" for i in range(200_000)]
    pieces = tuple(text_pieces(texts))
    assert len(pieces) > 3
    assert texts_from(pieces, len(texts)) == tuple(texts)


def test_numbers_that_are_too_few_are_refused():
    with pytest.raises(ValueError, match="1 values expected"):
        numbers_from((b"\0\0\0\0",), "i2", 1)


def test_texts_of_cells_are_unpacked_when_looked_at(tmp_path):
    save_project(rich_project(), tmp_path / "study.cxs")
    column = load_project(tmp_path / "study.cxs").imports[0].table.columns[0]
    assert column.texts._texts is None
    assert column.texts[1].endswith("1 1")


def test_a_stranger_reads_the_file_with_any_sqlite_tool(tmp_path):
    save_project(rich_project(), tmp_path / "study.cxs")
    connection = sqlite3.connect(tmp_path / "study.cxs")
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    asked = "SELECT p.key FROM rankings r JOIN pillars p ON p.key = r.pillar WHERE colleague = 1 ORDER BY place"
    assert connection.execute(asked).fetchall() == [(key,) for key in KEYS[::-1]]
    connection.close()


def written_by(copy, project):
    """The tables that storing the project writes to."""
    said = []
    copy._connection.set_trace_callback(said.append)
    copy.store(project)
    copy._connection.set_trace_callback(None)
    starts = ("INSERT INTO ", "DELETE FROM ")
    return {line.split()[2] for line in said if line.startswith(starts)} - {"digests"}


def test_an_edit_writes_its_own_tables_only():
    project = rich_project(5000)
    with WorkingCopy.create(project) as copy:
        assert written_by(copy, with_title(project, "Another")) == {"study"}
        asked = replace(project, internal=replace(project.internal, locked_on=""))
        copy.store(asked)
        person = put_colleague(asked.internal, Colleague("c9", "Cy", ranking=KEYS))
        assert written_by(copy, with_internal(asked, person)) == {"internal_view", "colleagues", "rankings", "scores"}


def test_a_new_mapping_leaves_the_cells_and_the_other_imports_alone(tmp_path):
    project = rich_project(5000)
    with WorkingCopy.create(project) as copy:
        first = project.imports[0]
        again = replace(first, mapping=replace(first.mapping, reversed=False))
        edited = add_import(project, again)
        assert not any(name.startswith(("cell", "answer")) for name in written_by(copy, edited))
        read_anew = replace(again, responses=imported("x", 4000, 9).responses)
        edited = add_import(edited, read_anew)
        assert not any(name.startswith("cell") for name in written_by(copy, edited))
        copy.save(tmp_path / "study.cxs")
    assert_same(edited, load_project(tmp_path / "study.cxs"))


def test_imports_come_and_go_and_come_back(tmp_path):
    project = rich_project()
    with WorkingCopy.create(project) as copy:
        for changed in (
            remove_import(project, "two"), project, add_import(remove_import(project, "one"), imported("new", 7, 4)),
            remove_import(remove_import(project, "one"), "none"), project,
        ):  # fmt: skip
            copy.store(changed)
            copy.save(tmp_path / "study.cxs")
            assert_same(changed, load_project(tmp_path / "study.cxs"))


def test_what_was_opened_can_be_edited_and_saved_again(tmp_path):
    save_project(rich_project(), tmp_path / "study.cxs")
    with WorkingCopy.open(tmp_path / "study.cxs") as copy:
        assert copy.is_saved
        edited = with_title(copy.project, "Edited")
        copy.store(edited)
        assert not copy.is_saved
        copy.save()
        assert copy.is_saved
    assert_same(edited, load_project(tmp_path / "study.cxs"))


def test_deleted_answers_are_in_no_byte_of_what_is_kept(tmp_path):
    with WorkingCopy.create(rich_project(5, "canary-in-the-mine")) as copy:
        copy.store(replace(rich_project(5, "x"), imports=()))
        copy.save(tmp_path / "study.cxs")
        assert b"canary-in-the-mine" not in (copy._folder / "study.cxs").read_bytes()
    assert b"canary-in-the-mine" not in (tmp_path / "study.cxs").read_bytes()
