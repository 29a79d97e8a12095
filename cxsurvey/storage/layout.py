"""The tables of a project file, as a stranger sees them with any SQLite tool.

This text is stored in the file letter for letter, comments included; ``schema`` takes names and kinds from it.
"""

SQL = """
CREATE TABLE study (
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
  performance_target REAL            -- 1 to 5; NULL = the mean of the pillars
) WITHOUT ROWID;

CREATE TABLE weight_margins (
  position INTEGER NOT NULL PRIMARY KEY,
  grouping TEXT NOT NULL             -- that answers are weighted by; "generation", "age", or key of a question
) WITHOUT ROWID;

CREATE TABLE weight_targets (
  margin INTEGER NOT NULL,           -- weight_margins.position
  position INTEGER NOT NULL,
  cohort TEXT NOT NULL,              -- key of a band or label of an answer; several joined by "+"
  share REAL NOT NULL,               -- of all customers, or their number
  PRIMARY KEY (margin, position)
) WITHOUT ROWID;

CREATE TABLE pillars (
  position INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL,
  code TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE pillar_texts (
  pillar INTEGER NOT NULL,           -- pillars.position
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  customer_sentence TEXT NOT NULL,
  question TEXT NOT NULL,
  short TEXT NOT NULL,
  covers TEXT NOT NULL,
  PRIMARY KEY (pillar, position)
) WITHOUT ROWID;

CREATE TABLE internal_view (
  locked_on TEXT NOT NULL PRIMARY KEY -- "" = open
) WITHOUT ROWID;

CREATE TABLE colleagues (
  position INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  department TEXT NOT NULL,
  level TEXT NOT NULL,               -- "leader", "front_line" or ""
  date TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE rankings (
  colleague INTEGER NOT NULL,        -- colleagues.position
  place INTEGER NOT NULL,            -- 1 = most important
  pillar TEXT NOT NULL,              -- pillars.key
  PRIMARY KEY (colleague, place)
) WITHOUT ROWID;

CREATE TABLE scores (
  colleague INTEGER NOT NULL,        -- colleagues.position
  position INTEGER NOT NULL,
  pillar TEXT NOT NULL,              -- pillars.key
  score INTEGER NOT NULL,            -- 1 weak ... 5 excellent
  PRIMARY KEY (colleague, position)
) WITHOUT ROWID;

CREATE TABLE survey (
  version INTEGER NOT NULL PRIMARY KEY,
  made INTEGER NOT NULL              -- the version that files were last made of; 0 = none yet
) WITHOUT ROWID;

CREATE TABLE survey_languages (
  position INTEGER NOT NULL PRIMARY KEY,
  language TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE survey_texts (
  kind TEXT NOT NULL,                -- "title" or "introduction"
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, position)
) WITHOUT ROWID;

CREATE TABLE questions (
  position INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  required INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE question_texts (
  question INTEGER NOT NULL,         -- questions.position
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (question, position)
) WITHOUT ROWID;

CREATE TABLE options (
  question INTEGER NOT NULL,         -- questions.position
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (question, position)
) WITHOUT ROWID;

CREATE TABLE option_labels (
  question INTEGER NOT NULL,
  option INTEGER NOT NULL,           -- options.position
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (question, option, position)
) WITHOUT ROWID;

CREATE TABLE survey_tasks (
  task INTEGER NOT NULL,             -- MaxDiff: which pillars are shown together
  position INTEGER NOT NULL,
  pillar TEXT NOT NULL,              -- pillars.key
  PRIMARY KEY (task, position)
) WITHOUT ROWID;

CREATE TABLE bandings (
  name TEXT NOT NULL PRIMARY KEY,    -- "generations" or "ages"
  key TEXT NOT NULL,
  kind TEXT NOT NULL,                -- "birth_year" or "age"
  source TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE bands (
  banding TEXT NOT NULL,             -- bandings.name
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  low INTEGER,                       -- both ends belong to the band; NULL = open
  high INTEGER,
  PRIMARY KEY (banding, position)
) WITHOUT ROWID;

CREATE TABLE plan (
  reason TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE plan_actions (
  position INTEGER NOT NULL PRIMARY KEY,
  pillar TEXT NOT NULL,              -- pillars.key
  rating INTEGER,
  owner TEXT NOT NULL,
  first_step TEXT NOT NULL,
  due TEXT NOT NULL,
  measure TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan_departments (
  action INTEGER NOT NULL,           -- plan_actions.position
  position INTEGER NOT NULL,
  department TEXT NOT NULL,
  PRIMARY KEY (action, position)
) WITHOUT ROWID;

CREATE TABLE imports (
  position INTEGER NOT NULL PRIMARY KEY,
  import INTEGER NOT NULL,           -- number of the import in the tables below
  key TEXT NOT NULL,
  name TEXT NOT NULL,                -- of the file
  imported_on TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mappings (
  import INTEGER NOT NULL PRIMARY KEY,
  sheet TEXT NOT NULL,
  platform TEXT NOT NULL,
  header_rows INTEGER NOT NULL,
  reversed INTEGER NOT NULL,         -- 1 = the highest number is the most important
  delimiter TEXT NOT NULL,
  encoding TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE mapping_columns (
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sheet_column INTEGER NOT NULL,     -- 1 = column A
  header TEXT NOT NULL,
  role TEXT NOT NULL,
  pillar TEXT NOT NULL,
  place INTEGER NOT NULL,
  key TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE mapping_labels (         -- values that were read as a person said
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sheet_column INTEGER NOT NULL,
  value TEXT NOT NULL,               -- as in the file
  read_as TEXT NOT NULL,             -- "" = no answer
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE mapping_designs (       -- MaxDiff: which pillars each task of each version showed
  import INTEGER NOT NULL,
  version INTEGER NOT NULL,
  task INTEGER NOT NULL,
  place INTEGER NOT NULL,
  pillar TEXT NOT NULL,
  PRIMARY KEY (import, version, task, place)
) WITHOUT ROWID;

CREATE TABLE reports (
  import INTEGER NOT NULL PRIMARY KEY,
  platform TEXT NOT NULL,
  n_read INTEGER NOT NULL,
  n_complete INTEGER NOT NULL,
  n_partial INTEGER NOT NULL,
  n_empty INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE report_kinds (          -- what was found in rows, but for the row: many are alike
  import INTEGER NOT NULL,
  report TEXT NOT NULL,              -- "left_out" or "corrected"
  position INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  sheet_column TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,                -- of the reason
  severity TEXT NOT NULL,
  reason_values TEXT NOT NULL,       -- JSON: [[name, value], ...]; null stands for the row
  PRIMARY KEY (import, report, position)
) WITHOUT ROWID;

CREATE TABLE report_pieces (         -- for each finding its kind (report_kinds.position) and its row; both i4
  import INTEGER NOT NULL,
  report TEXT NOT NULL,
  block TEXT NOT NULL,               -- "kinds" or "rows"
  piece INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (import, report, block, piece)
);

CREATE TABLE report_notices (
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  notice_values TEXT NOT NULL,       -- JSON: [[name, value], ...]
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE answer_pillars (
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  pillar TEXT NOT NULL,              -- pillars.key
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE answer_columns (        -- one row a column of answers; its values are in answer_pieces
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  block TEXT NOT NULL,               -- "ranks" (twice the rank, 0 = none), "importance", "birth_year", "segment", ...
  key TEXT NOT NULL,                 -- of the pillar or the segment
  name TEXT NOT NULL,
  kind TEXT NOT NULL,                -- "i1", "i2", "i4": little-endian whole numbers; "text"
  n_values INTEGER NOT NULL,
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE answer_labels (
  import INTEGER NOT NULL,
  answer_column INTEGER NOT NULL,    -- answer_columns.position
  position INTEGER NOT NULL,         -- the code that stands for the label
  label TEXT NOT NULL,
  PRIMARY KEY (import, answer_column, position)
) WITHOUT ROWID;

CREATE TABLE answer_pieces (         -- text: zlib of a count, the lengths in characters (u4 each), and UTF-8
  import INTEGER NOT NULL,
  column_position INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (import, column_position, piece)
);

CREATE TABLE cell_columns (          -- the original cells of the sheet
  import INTEGER NOT NULL,
  position INTEGER NOT NULL,
  block TEXT NOT NULL,               -- "rows" (numbers of the rows), "kinds" (of the cells), "texts"
  sheet_column INTEGER NOT NULL,     -- 1 = column A; 0 = none
  kind TEXT NOT NULL,
  n_values INTEGER NOT NULL,
  PRIMARY KEY (import, position)
) WITHOUT ROWID;

CREATE TABLE cell_pieces (
  import INTEGER NOT NULL,
  column_position INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (import, column_position, piece)
);

CREATE TABLE cell_sheets (
  import INTEGER NOT NULL PRIMARY KEY,
  sheet TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE digests (               -- BLAKE2b of the rows of each table, so that no change goes unnoticed
  table_name TEXT NOT NULL,
  import INTEGER NOT NULL,           -- 0 = the whole table
  digest TEXT NOT NULL,
  PRIMARY KEY (table_name, import)
) WITHOUT ROWID;
"""
