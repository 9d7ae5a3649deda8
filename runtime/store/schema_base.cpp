#include "systemtables.h"

namespace fw::store
{

namespace
{

// Instants are milliseconds UTC. fw_column says how each column of the record tables lies; `filled` is 0 while a computed
// one waits for its values. fw_zone holds the offsets of the app's zone for the views v_<table>. fw_cause is the log of everything that happened; `reply` is the first answer to `key`.
constexpr const char* s_base = R"sql(
CREATE TABLE fw_setting (
  key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_definition (
  number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, package BLOB NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE TABLE fw_column (
  table_id TEXT NOT NULL, column_id TEXT NOT NULL, storage TEXT NOT NULL, decimals INTEGER NOT NULL, relation_to TEXT NOT NULL,
  formula TEXT NOT NULL, filled INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (table_id, column_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_zone (
  since INTEGER PRIMARY KEY, seconds INTEGER NOT NULL
) STRICT;
CREATE TABLE fw_user (
  id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT, phone TEXT, language TEXT, zone TEXT,
  superior TEXT REFERENCES fw_user(id), active INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE fw_user_role (
  "user" TEXT NOT NULL REFERENCES fw_user(id), role TEXT NOT NULL, PRIMARY KEY ("user", role)
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_department (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT REFERENCES fw_department(id), head TEXT REFERENCES fw_user(id)
) STRICT;
CREATE TABLE fw_membership (
  "user" TEXT NOT NULL REFERENCES fw_user(id), department TEXT NOT NULL REFERENCES fw_department(id), PRIMARY KEY ("user", department)
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_cause (
  seq INTEGER PRIMARY KEY, key TEXT, body_hash BLOB, kind TEXT NOT NULL, "user" TEXT, parent INTEGER NOT NULL DEFAULT 0,
  root INTEGER NOT NULL DEFAULT 0, depth INTEGER NOT NULL DEFAULT 0, quiet INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL, reply TEXT
) STRICT;
CREATE UNIQUE INDEX fw_cause_key ON fw_cause(key) WHERE key IS NOT NULL;
CREATE TABLE fw_audit (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, cause INTEGER NOT NULL, "user" TEXT, kind TEXT NOT NULL, table_id TEXT NOT NULL,
  record TEXT, version INTEGER, digest BLOB NOT NULL, link BLOB
) STRICT;
CREATE INDEX fw_audit_record ON fw_audit(record) WHERE record IS NOT NULL;
CREATE TABLE fw_audit_value (
  audit INTEGER PRIMARY KEY REFERENCES fw_audit(seq), salt TEXT NOT NULL, before TEXT, after TEXT, kept TEXT
) STRICT;
CREATE TABLE fw_change (
  seq INTEGER PRIMARY KEY, cause INTEGER NOT NULL, table_id TEXT NOT NULL, record TEXT, version INTEGER, kind TEXT NOT NULL,
  fields TEXT, at INTEGER NOT NULL
) STRICT;
)sql";

// `position` counts sealed audit rows; `seal` stands for the row itself, `link` for everything up to it (runtime/audit).
constexpr const char* s_sealedAudit = R"sql(
ALTER TABLE fw_audit ADD COLUMN position INTEGER;
ALTER TABLE fw_audit ADD COLUMN seal BLOB;
CREATE UNIQUE INDEX fw_audit_position ON fw_audit(position) WHERE position IS NOT NULL;
CREATE INDEX fw_audit_unsealed ON fw_audit(seq) WHERE position IS NULL;
)sql";

} // namespace

/// Definition, settings, shape of the record tables, people, causes, audit and change feed.
SystemSchema baseSchema()
{
    return {"base", {s_base, s_sealedAudit}};
}

} // namespace fw::store
