"""The tables of an archive; `application_id` and `user_version` say what a file is and how new.

A schema that has been released is never edited: a new version is a new function in `VERSIONS`.
"""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x41524356  # "ARCV"

# Dates stand in seven columns wherever they occur: date_text, edtf, earliest, latest, modifier,
# certainty, extent (all NULL when there is no date). Times are UTC, ISO 8601 with seconds.
# Ids are never reused (AUTOINCREMENT): people cite them. A document's text is its last column, so
# that reading the others does not walk through it.
DATE_COLUMNS = (
    "date_text TEXT, edtf TEXT, earliest TEXT, latest TEXT, "
    "modifier TEXT, certainty TEXT, extent TEXT"
)

TABLES = f"""
CREATE TABLE original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  complete INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE original_chunk (
  original_id INTEGER NOT NULL REFERENCES original(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (original_id, number)
) WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  format TEXT NOT NULL,
  original_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES original(sha256),
  text_sha256 TEXT NOT NULL,
  characters INTEGER NOT NULL,
  pages INTEGER NOT NULL DEFAULT 0,
  language TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  {DATE_COLUMNS},
  source TEXT NOT NULL DEFAULT '',
  accessed TEXT NOT NULL DEFAULT '',
  rights TEXT NOT NULL DEFAULT '',
  repository TEXT NOT NULL DEFAULT '',
  fonds TEXT NOT NULL DEFAULT '',
  series TEXT NOT NULL DEFAULT '',
  box TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  reader TEXT NOT NULL,
  metadata TEXT NOT NULL DEFAULT '{{}}',
  warnings TEXT NOT NULL DEFAULT '[]',
  text TEXT NOT NULL
);
CREATE TABLE page (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  width REAL NOT NULL DEFAULT 0,
  height REAL NOT NULL DEFAULT 0,
  text_source TEXT NOT NULL DEFAULT 'embedded',
  UNIQUE (document_id, number)
);
CREATE TABLE block (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  level INTEGER NOT NULL DEFAULT 0,
  attributes TEXT NOT NULL DEFAULT '{{}}'
);
CREATE TABLE mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value TEXT NOT NULL DEFAULT ''
);
CREATE TABLE outline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  level INTEGER NOT NULL,
  start INTEGER NOT NULL
);
CREATE TABLE found_date (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  {DATE_COLUMNS}
);
CREATE TABLE citation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  item TEXT NOT NULL DEFAULT '{{}}',
  raw TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'stub',
  note TEXT NOT NULL DEFAULT '',
  {DATE_COLUMNS}
);
CREATE TABLE marker (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'unresolved',
  citation_id INTEGER REFERENCES citation(id) ON DELETE SET NULL,
  target INTEGER
);
CREATE TABLE excerpt_counter (
  document_id INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
);
CREATE TABLE excerpt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  page INTEGER,
  rectangles TEXT NOT NULL DEFAULT '[]',
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft',
  anchor_state TEXT NOT NULL DEFAULT 'anchored',
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  UNIQUE (document_id, number)
);
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  parent_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  place TEXT NOT NULL DEFAULT '',
  color TEXT NOT NULL DEFAULT '',
  {DATE_COLUMNS}
);
CREATE TABLE actor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  identifiers TEXT NOT NULL DEFAULT '{{}}'
);
CREATE TABLE actor_name (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  actor_id INTEGER NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  type TEXT NOT NULL DEFAULT 'alias',
  language TEXT NOT NULL DEFAULT ''
);
CREATE TABLE topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  parent_id INTEGER REFERENCES topic(id) ON DELETE SET NULL
);
CREATE TABLE excerpt_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  excerpt_id INTEGER NOT NULL REFERENCES excerpt(id) ON DELETE CASCADE,
  event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
  UNIQUE (excerpt_id, event_id)
);
CREATE TABLE excerpt_actor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  excerpt_id INTEGER NOT NULL REFERENCES excerpt(id) ON DELETE CASCADE,
  actor_id INTEGER NOT NULL REFERENCES actor(id) ON DELETE CASCADE,
  role TEXT NOT NULL DEFAULT 'mentioned',
  stance TEXT,
  UNIQUE (excerpt_id, actor_id, role)
);
CREATE TABLE excerpt_topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  excerpt_id INTEGER NOT NULL REFERENCES excerpt(id) ON DELETE CASCADE,
  topic_id INTEGER NOT NULL REFERENCES topic(id) ON DELETE CASCADE,
  UNIQUE (excerpt_id, topic_id)
);
CREATE TABLE excerpt_citation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  excerpt_id INTEGER NOT NULL REFERENCES excerpt(id) ON DELETE CASCADE,
  citation_id INTEGER NOT NULL REFERENCES citation(id) ON DELETE CASCADE,
  locator TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT 'supports',
  origin TEXT NOT NULL DEFAULT 'by hand',
  confidence INTEGER,
  UNIQUE (excerpt_id, citation_id)
);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  excerpt_id INTEGER NOT NULL REFERENCES excerpt(id) ON DELETE CASCADE,
  event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
  property TEXT NOT NULL,
  minimum REAL,
  maximum REAL,
  unit TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  {DATE_COLUMNS},
  speaker_id INTEGER REFERENCES actor(id) ON DELETE SET NULL,
  confidence INTEGER,
  status TEXT NOT NULL DEFAULT 'accepted'
);
"""

INDEXES = """
CREATE INDEX original_incomplete ON original(id) WHERE complete = 0;
CREATE INDEX document_sha256 ON document(sha256);
CREATE INDEX block_document ON block(document_id, start);
CREATE INDEX mark_document ON mark(document_id, start);
CREATE INDEX outline_document ON outline(document_id, start);
CREATE INDEX found_date_document ON found_date(document_id, start);
CREATE INDEX citation_key ON citation("key");
CREATE INDEX citation_dates ON citation(earliest, latest);
CREATE INDEX marker_document ON marker(document_id, start);
CREATE INDEX marker_citation ON marker(citation_id);
CREATE INDEX excerpt_document ON excerpt(document_id, start);
CREATE INDEX event_name ON event(name_key);
CREATE INDEX event_parent ON event(parent_id);
CREATE INDEX event_dates ON event(earliest, latest);
CREATE INDEX actor_key ON actor(name_key);
CREATE INDEX actor_name_actor ON actor_name(actor_id);
CREATE INDEX actor_name_key ON actor_name(name_key);
CREATE INDEX topic_name ON topic(name_key);
CREATE INDEX topic_parent ON topic(parent_id);
CREATE INDEX excerpt_event_event ON excerpt_event(event_id, excerpt_id);
CREATE INDEX excerpt_actor_actor ON excerpt_actor(actor_id, excerpt_id);
CREATE INDEX excerpt_topic_topic ON excerpt_topic(topic_id, excerpt_id);
CREATE INDEX excerpt_citation_citation ON excerpt_citation(citation_id, excerpt_id);
CREATE INDEX claim_excerpt ON claim(excerpt_id);
CREATE INDEX claim_event ON claim(event_id);
CREATE INDEX claim_speaker ON claim(speaker_id);
"""

# The columns `old` and `new` have no type, and so no affinity: a value is kept exactly as it was,
# NUL bytes, blobs and large integers included. (Not a WITHOUT ROWID table: finding a place in one
# reads whole rows on the way, and an old text can be megabytes long.)
HISTORY = """
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  undone_by INTEGER REFERENCES step(id)
);
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL REFERENCES step(id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind TEXT NOT NULL
);
CREATE INDEX change_step ON change(step_id);
CREATE TABLE change_value (
  change_id INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  old,
  new
);
CREATE INDEX change_value_change ON change_value(change_id);
"""

# A passage outlives its document: an undone deletion finds its text still indexed, under the same
# document id, which is never given to another document.
SEARCH = """
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  start INTEGER NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX passage_document ON passage(document_id);
CREATE VIRTUAL TABLE passage_index USING fts5(
  text, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
"""

# What came inside a document and is one of its own; the same file can come inside several. (Not a
# column of `document`: that would stand behind the text, and be read through all of it.)
ATTACHMENTS = """
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  parent_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (document_id, parent_id)
);
CREATE INDEX attachment_parent ON attachment(parent_id);
"""

# Where the file of a document came from, one row for each version of it.
PROVENANCE = """
CREATE TABLE provenance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  member TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL,
  modified TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL,
  reader TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL
);
CREATE INDEX provenance_document ON provenance(document_id);
"""

# What finding proposes can be found again, and is no step; what a person decided is one. A `place`
# is what a suggestion is known by in its document, in any version of its text and of the finder: a
# name's key, a marker's label, or the words around it. A decision without a document holds for the
# whole archive.
SUGGESTIONS = """
CREATE TABLE finding (
  document_id INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL
);
CREATE TABLE suggestion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT NOT NULL,
  rank REAL NOT NULL DEFAULT 0,
  details TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX suggestion_place ON suggestion(document_id, kind, place, start);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  state TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  text_sha256 TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL
);
CREATE INDEX decision_place ON decision(kind, place, document_id);
CREATE INDEX decision_document ON decision(document_id);
"""

# Pictures inside a document: each stands on a line of its own, [start, end) of the text, which is
# its alternative text or U+FFFC. Their bytes are originals, so that the same picture is kept once.
PICTURES = """
CREATE TABLE picture (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES original(sha256)
);
CREATE INDEX picture_document ON picture(document_id, start);
CREATE INDEX picture_sha256 ON picture(sha256);
"""

# Excerpts that came with a document: what other programs marked, by whom and when. The note is
# as it came, so that one can tell whether somebody has written in it since.
ORIGINS = """
ALTER TABLE excerpt ADD COLUMN color TEXT NOT NULL DEFAULT '';
CREATE TABLE excerpt_origin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  excerpt_id INTEGER NOT NULL UNIQUE REFERENCES excerpt(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
"""

# What was recognized on pages that are pictures, a row each: by which program, in which languages,
# and its words as JSON, [[start, end, left, top, right, bottom, confidence], …]: code points of the
# page's text, points of the page, 0–100.
RECOGNITION = """
CREATE TABLE recognized_page (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  engine TEXT NOT NULL,
  languages TEXT NOT NULL,
  recognized_at TEXT NOT NULL,
  recognized_by TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '[]',
  UNIQUE (document_id, number)
);
"""

# What a user makes, and so what the history keeps.
TRACKED = (
    "document",
    "attachment",
    "provenance",
    "page",
    "block",
    "mark",
    "outline",
    "picture",
    "recognized_page",
    "found_date",
    "citation",
    "marker",
    "excerpt",
    "excerpt_origin",
    "event",
    "actor",
    "actor_name",
    "topic",
    "excerpt_event",
    "excerpt_actor",
    "excerpt_topic",
    "excerpt_citation",
    "claim",
    "decision",
)


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one; unlike `executescript`, inside the transaction that is open."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _first(connection: sqlite3.Connection) -> None:
    for script in (TABLES, INDEXES, HISTORY, SEARCH):
        run_script(connection, script)


def _second(connection: sqlite3.Connection) -> None:
    run_script(connection, ATTACHMENTS)


def _provenance(connection: sqlite3.Connection) -> None:
    run_script(connection, PROVENANCE)


def _suggestions(connection: sqlite3.Connection) -> None:
    run_script(connection, SUGGESTIONS)


def _pictures(connection: sqlite3.Connection) -> None:
    run_script(connection, PICTURES)


def _locators(connection: sqlite3.Connection) -> None:
    # Where in the source a marker points: "34" of "[23]:34" and of "(Suny 2015: 34)".
    connection.execute("ALTER TABLE marker ADD COLUMN locator TEXT NOT NULL DEFAULT ''")


def _origins(connection: sqlite3.Connection) -> None:
    run_script(connection, ORIGINS)


def _recognition(connection: sqlite3.Connection) -> None:
    run_script(connection, RECOGNITION)


# Version n of the schema is what the first n functions make; `user_version` holds n.
Versions = tuple[Callable[[sqlite3.Connection], None], ...]
VERSIONS: Versions = (
    _first,
    _second,
    _provenance,
    _suggestions,
    _pictures,
    _locators,
    _origins,
    _recognition,
)

# Where sqlite-utils notes the versions that a file has been brought to.
MIGRATIONS_TABLE = "_sqlite_migrations"
