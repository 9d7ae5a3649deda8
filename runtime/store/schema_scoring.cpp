#include "systemtables.h"

namespace fw::store
{

namespace
{

// fw_event has no column for the person on purpose: an event keeps the identity it was received with, and its person is
// found through fw_identity, so that merging and splitting persons rewrites no event. Totals and points of scores are
// units of 10^-8.
constexpr const char* s_scoring = R"sql(
CREATE TABLE fw_person(
  id TEXT PRIMARY KEY, record TEXT, alias_of TEXT, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX fw_person_record ON fw_person(record) WHERE record IS NOT NULL;
CREATE TABLE fw_identity(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, born TEXT NOT NULL, person TEXT NOT NULL,
  live_record INTEGER NOT NULL DEFAULT 0, UNIQUE(kind, value)) STRICT;
CREATE INDEX fw_identity_person ON fw_identity(person);
CREATE TABLE fw_identity_link(
  a INTEGER NOT NULL, b INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, cause INTEGER NOT NULL,
  PRIMARY KEY(a, b)) STRICT, WITHOUT ROWID;
CREATE INDEX fw_identity_link_b ON fw_identity_link(b);
CREATE TABLE fw_person_merge(
  seq INTEGER PRIMARY KEY, person TEXT NOT NULL, was TEXT NOT NULL, identity INTEGER NOT NULL, at INTEGER NOT NULL, cause INTEGER NOT NULL) STRICT;
CREATE INDEX fw_person_merge_person ON fw_person_merge(person);
CREATE TABLE fw_consent(
  seq INTEGER PRIMARY KEY, identity INTEGER NOT NULL, purpose TEXT NOT NULL, granted INTEGER NOT NULL, at INTEGER NOT NULL,
  by_user TEXT, cause INTEGER NOT NULL) STRICT;
CREATE INDEX fw_consent_identity ON fw_consent(identity, purpose, at);
CREATE TABLE fw_event_refused(
  event TEXT NOT NULL, purpose TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(event, purpose, day)) STRICT, WITHOUT ROWID;
CREATE TABLE fw_event(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, identity INTEGER NOT NULL, at INTEGER NOT NULL, received INTEGER NOT NULL,
  channel TEXT, event_key TEXT, identities TEXT NOT NULL, props TEXT NOT NULL, late INTEGER NOT NULL DEFAULT 0, cause INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX fw_event_key ON fw_event(event_key) WHERE event_key IS NOT NULL;
CREATE INDEX fw_event_identity ON fw_event(identity, at);
CREATE INDEX fw_event_name ON fw_event(event, at);
CREATE TABLE fw_interaction(
  seq INTEGER PRIMARY KEY, identity INTEGER NOT NULL, at INTEGER NOT NULL, source_table TEXT NOT NULL, source_id TEXT NOT NULL, cause INTEGER NOT NULL) STRICT;
CREATE INDEX fw_interaction_identity ON fw_interaction(identity, at);
CREATE TABLE fw_score(
  scoring TEXT NOT NULL, record TEXT NOT NULL, definition INTEGER NOT NULL, total INTEGER NOT NULL, stage TEXT, band TEXT,
  attributes TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY(scoring, record)) STRICT, WITHOUT ROWID;
CREATE TABLE fw_score_award(
  scoring TEXT NOT NULL, record TEXT NOT NULL, ordinal INTEGER NOT NULL, criterion TEXT NOT NULL, event INTEGER, at INTEGER NOT NULL,
  points INTEGER NOT NULL, PRIMARY KEY(scoring, record, ordinal)) STRICT, WITHOUT ROWID;
CREATE TABLE fw_score_change(
  seq INTEGER PRIMARY KEY, scoring TEXT NOT NULL, record TEXT NOT NULL, at INTEGER NOT NULL, old_total INTEGER NOT NULL, new_total INTEGER NOT NULL,
  old_stage TEXT, stage TEXT, old_band TEXT, band TEXT, late INTEGER NOT NULL DEFAULT 0, cause INTEGER NOT NULL) STRICT;
CREATE INDEX fw_score_change_record ON fw_score_change(record, at);
CREATE INDEX fw_score_change_at ON fw_score_change(scoring, at);
CREATE TABLE fw_segment_member(
  segment TEXT NOT NULL, record TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY(segment, record)) STRICT, WITHOUT ROWID;
CREATE INDEX fw_segment_member_record ON fw_segment_member(record);
)sql";

} // namespace

/// Persons, identities, events, consents, awards, score changes, segments.
SystemSchema scoringSchema()
{
    return {"scoring", {s_scoring}};
}

} // namespace fw::store
