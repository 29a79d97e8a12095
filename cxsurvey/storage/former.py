"""What earlier versions of the project file declared, letter for letter."""

# Version 1 weighted by one grouping, named in the study, and knew none of the tables that came later.
_STUDY_1 = """CREATE TABLE study (
  key TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  organisation TEXT NOT NULL,
  language TEXT NOT NULL,
  asked TEXT NOT NULL,               -- who was asked
  population INTEGER,                -- how many customers there are; NULL = unknown
  invited INTEGER,
  recruitment TEXT NOT NULL,         -- "random", "open" or ""
  fielded_from TEXT NOT NULL,        -- ISO dates, as all dates here
  fielded_to TEXT NOT NULL,
  confidence REAL NOT NULL,
  target_margin REAL NOT NULL,
  decision TEXT NOT NULL,
  privacy_threshold INTEGER NOT NULL,
  gap REAL NOT NULL,
  cohort TEXT NOT NULL,
  seed INTEGER NOT NULL,
  invented INTEGER NOT NULL,         -- 1 = a sample, not real customers
  quality TEXT NOT NULL,             -- who counts: "everyone", "default" or "strict"
  weight_by TEXT NOT NULL            -- grouping that answers are weighted by; "" = not weighted
) WITHOUT ROWID"""
_WEIGHT_TARGETS_1 = """CREATE TABLE weight_targets (
  position INTEGER NOT NULL PRIMARY KEY,
  cohort TEXT NOT NULL,              -- key of a band or label of an answer; several joined by "+"
  share REAL NOT NULL                -- of all customers
) WITHOUT ROWID"""


# Version 2 kept a row for each finding of a report; a million of them could not be read back in time.
_REPORT_ROWS_2 = """CREATE TABLE report_rows (
  import INTEGER NOT NULL,
  kind TEXT NOT NULL,                -- "left_out" or "corrected"
  position INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  sheet_row INTEGER NOT NULL,
  sheet_column TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,                -- of the reason
  severity TEXT NOT NULL,
  reason_values TEXT NOT NULL,       -- JSON: [[name, value], ...]
  PRIMARY KEY (import, kind, position)
) WITHOUT ROWID"""

ADDED = {
    1: frozenset({"weight_margins", "survey_tasks", "mapping_labels", "mapping_designs"}),
    2: frozenset({"report_kinds", "report_pieces"}),
}
"""By version: the tables that the next one brought."""

CHANGED: dict[int, dict[str, str]] = {1: {"study": _STUDY_1, "weight_targets": _WEIGHT_TARGETS_1}, 2: {}}
"""By version: tables that the next one declares otherwise, as they were."""

REMOVED: dict[int, dict[str, str]] = {1: {}, 2: {"report_rows": _REPORT_ROWS_2}}
"""By version: tables that the next one has no more, as they were."""
