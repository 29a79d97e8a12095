"""Whatever a file that calls itself a project holds, it is opened right or refused with a sentence."""

import os
import random
import sqlite3
import zipfile

import pytest

from cxsurvey.notices import SurveyError
from cxsurvey.notices.storage import StorageNotice
from cxsurvey.storage import load_project, save_project
from cxsurvey.storage.schema import APPLICATION_ID, VERSION

from .studies import assert_same, rich_project


@pytest.fixture
def saved(tmp_path):
    save_project(rich_project(400, "Łódź 'ok'"), tmp_path / "study.cxs")
    return tmp_path / "study.cxs"


def code_of(path):
    with pytest.raises(SurveyError) as raised:
        load_project(path)
    assert path.name in str(raised.value)
    return raised.value.notice.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", StorageNotice.PROJECT_EMPTY),
        (b"a text", StorageNotice.NOT_A_PROJECT),
        (os.urandom(5000), StorageNotice.NOT_A_PROJECT),
        (b"SQLite format 3\0", StorageNotice.PROJECT_CUT_OFF),
        (b"SQLite format 3\0" + bytes(500), StorageNotice.NOT_A_PROJECT),
        (b"\xd0\xcf\x11\xe0 old Excel", StorageNotice.PROJECT_IS_SPREADSHEET),
    ],
)
def test_other_files_get_a_sentence(tmp_path, content, code):
    (tmp_path / "odd.cxs").write_bytes(content)
    assert code_of(tmp_path / "odd.cxs") == code


def test_a_renamed_workbook_is_sent_to_the_import(tmp_path):
    with zipfile.ZipFile(tmp_path / "answers.cxs", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert code_of(tmp_path / "answers.cxs") == StorageNotice.PROJECT_IS_SPREADSHEET


def test_missing_files_and_folders_get_a_sentence(tmp_path):
    assert code_of(tmp_path / "none.cxs") == StorageNotice.PROJECT_MISSING
    assert code_of(tmp_path) == StorageNotice.NOT_A_PROJECT
    os.mkfifo(tmp_path / "pipe.cxs")
    assert code_of(tmp_path / "pipe.cxs") == StorageNotice.NOT_A_PROJECT


def test_another_programs_database_is_no_project(tmp_path):
    connection = sqlite3.connect(tmp_path / "other.cxs")
    connection.execute("CREATE TABLE study (title)")
    connection.close()
    assert code_of(tmp_path / "other.cxs") == StorageNotice.NOT_A_PROJECT


def test_a_newer_version_is_refused_before_anything_is_read(saved):
    raw = bytearray(saved.read_bytes())
    raw[60:64] = (VERSION + 1).to_bytes(4, "big")
    saved.write_bytes(raw)
    assert code_of(saved) == StorageNotice.NEWER_VERSION


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.97, 0.9999])
def test_a_file_cut_off_says_so(saved, share):
    raw = saved.read_bytes()
    saved.write_bytes(raw[: max(1, int(len(raw) * share))])
    assert code_of(saved) in {StorageNotice.PROJECT_CUT_OFF, StorageNotice.NOT_A_PROJECT}


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW spy AS SELECT * FROM study",
        "CREATE TABLE more (x)",
        "CREATE INDEX extra ON report_kinds (length(value))",
        "CREATE TRIGGER t AFTER INSERT ON plan BEGIN DELETE FROM study; END",
        "CREATE VIRTUAL TABLE v USING fts5(x)",
        "DROP TABLE digests",
        "ALTER TABLE study ADD COLUMN more TEXT",
    ],
)
def test_a_schema_that_is_not_ours_letter_for_letter_is_refused(saved, statement):
    connection = sqlite3.connect(saved)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert code_of(saved) == StorageNotice.PROJECT_DAMAGED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE study SET title = 'changed'",
        "UPDATE study SET title = NULL",
        "UPDATE study SET seed = 'text'",
        "UPDATE study SET title = CAST(X'FF00FF' AS TEXT)",
        "DELETE FROM study",
        "UPDATE rankings SET pillar = 'trust' WHERE colleague = 0 AND place = 1",
        "DELETE FROM scores",
        "DELETE FROM digests",
        "INSERT INTO plan_departments VALUES (9, 9, 'none')",
        "UPDATE questions SET kind = 'new kind'",
    ],
)
def test_rows_changed_by_hand_are_refused(saved, statement):
    connection = sqlite3.connect(saved)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        connection.execute(statement)
    except sqlite3.IntegrityError:
        connection.close()
        return  # SQLite keeps even the owner from writing this
    connection.commit()
    connection.close()
    assert code_of(saved) in {StorageNotice.PROJECT_DAMAGED, StorageNotice.IMPORT_DAMAGED}


def test_answers_changed_by_hand_are_refused_and_the_import_is_named(saved):
    connection = sqlite3.connect(saved)
    connection.execute(
        "UPDATE answer_pieces SET data = zeroblob(length(data)) WHERE import = 1 AND column_position = 0"
    )
    connection.commit()
    connection.close()
    assert code_of(saved) == StorageNotice.IMPORT_DAMAGED


def test_a_journal_beside_a_strangers_file_is_never_played_back(saved):
    project = load_project(saved)
    saved.with_name("study.cxs-journal").write_bytes(os.urandom(4000))
    saved.with_name("study.cxs-wal").write_bytes(os.urandom(4000))
    assert_same(project, load_project(saved))
    assert saved.with_name("study.cxs-wal").exists()


def test_a_file_left_in_write_ahead_mode_is_opened(saved):
    project = load_project(saved)
    connection = sqlite3.connect(saved)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert saved.read_bytes()[18:20] == b"\2\2"
    assert_same(project, load_project(saved))


def test_the_mark_of_the_file_is_where_other_programs_look(saved):
    assert int.from_bytes(saved.read_bytes()[68:72], "big") == APPLICATION_ID


def test_damaged_copies_are_refused_or_hold_every_answer_as_it_was(saved, tmp_path):
    project, whole = load_project(saved), saved.read_bytes()
    rng = random.Random(20260214)
    refused = 0
    for _ in range(200):
        raw = bytearray(whole)
        for _ in range(rng.choice((1, 1, 2, 8, 32))):
            raw[rng.randrange(len(raw))] = rng.randrange(256)
        if rng.random() < 0.1:
            del raw[rng.randrange(len(raw)) :]
        damaged = tmp_path / "damaged.cxs"
        damaged.write_bytes(raw)
        try:
            loaded = load_project(damaged)
        except SurveyError:
            refused += 1
        else:
            assert_same(project, loaded)
    assert refused > 80  # the rest fell on bytes that no table uses


def test_forged_digests_do_not_get_a_wrong_value_in(saved, monkeypatch):
    """A stranger can compute digests too: bounds, kinds and references are looked at as well."""
    from cxsurvey.storage import database

    for statement in (
        "UPDATE answer_pieces SET data = X'7F' || substr(data, 2) WHERE import = 1 AND column_position = 0",
        "UPDATE answer_columns SET n_values = 3000000000 WHERE import = 1 AND position = 0",
        "UPDATE answer_columns SET kind = 'O' WHERE import = 1 AND position = 0",
        "DELETE FROM answer_labels",
        "UPDATE mapping_columns SET role = 'os.system'",
        "UPDATE report_kinds SET reason_values = '[[[[[['",
        "UPDATE report_kinds SET reason_values = '[[\"file\", null]]'",
        "DELETE FROM report_kinds WHERE import = 1",
        "UPDATE report_pieces SET data = data || X'00000000' WHERE import = 1 AND block = 'kinds'",
        "UPDATE cell_columns SET n_values = 1 WHERE import = 1 AND position = 2",
        "UPDATE imports SET import = 99 WHERE position = 0",
    ):
        forged = saved.with_name("forged.cxs")
        forged.write_bytes(saved.read_bytes())
        connection = sqlite3.connect(forged)
        connection.execute(statement)
        monkeypatch.setattr(database._Digest, "text", property(lambda self: "00"))
        connection.execute("UPDATE digests SET digest = '00'")
        connection.commit()
        connection.close()
        assert code_of(forged) in {StorageNotice.PROJECT_DAMAGED, StorageNotice.IMPORT_DAMAGED}, statement
