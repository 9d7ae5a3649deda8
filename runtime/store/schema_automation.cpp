#include "systemtables.h"

namespace fw::store
{

namespace
{

constexpr const char* s_automation = R"sql(
CREATE TABLE fw_timer (
  id INTEGER PRIMARY KEY, due INTEGER NOT NULL, kind TEXT NOT NULL, owner TEXT NOT NULL, subject TEXT NOT NULL,
  UNIQUE (subject, kind, owner)
) STRICT;
CREATE INDEX fw_timer_due ON fw_timer(due, id);
CREATE INDEX fw_timer_owner ON fw_timer(owner);

CREATE TABLE fw_run (
  id TEXT PRIMARY KEY, workflow TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, table_id TEXT NOT NULL, record TEXT NOT NULL,
  trigger_id TEXT NOT NULL, event INTEGER NOT NULL, event_at INTEGER NOT NULL, cause INTEGER NOT NULL, root INTEGER NOT NULL, depth INTEGER NOT NULL,
  state TEXT NOT NULL, step TEXT NOT NULL, outcome TEXT NOT NULL, iteration INTEGER NOT NULL, activations INTEGER NOT NULL,
  due INTEGER, enrolled_at INTEGER NOT NULL, ended_at INTEGER, reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX fw_run_key ON fw_run(workflow, key, enrolled_at);
CREATE INDEX fw_run_live ON fw_run(record) WHERE ended_at IS NULL;
CREATE INDEX fw_run_ready ON fw_run(cause) WHERE state = 'ready';
CREATE INDEX fw_run_root ON fw_run(root) WHERE depth > 1;
CREATE TABLE fw_trace (
  id INTEGER PRIMARY KEY, run TEXT NOT NULL, at INTEGER NOT NULL, cause INTEGER NOT NULL, step TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX fw_trace_run ON fw_trace(run);
CREATE TABLE fw_disarmed (
  record TEXT NOT NULL, workflow TEXT NOT NULL, trigger_id TEXT NOT NULL, PRIMARY KEY (record, workflow, trigger_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_paused (
  workflow TEXT PRIMARY KEY, at INTEGER NOT NULL, incident INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_incident (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, code TEXT NOT NULL, words TEXT NOT NULL, remedy TEXT NOT NULL,
  workflow TEXT, run TEXT, step TEXT, record TEXT, state TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE INDEX fw_incident_open ON fw_incident(at) WHERE state = 'open';

CREATE TABLE fw_task (
  id TEXT PRIMARY KEY, run TEXT, workflow TEXT, step TEXT, table_id TEXT, record TEXT, to_user TEXT, title TEXT NOT NULL, detail TEXT NOT NULL,
  priority TEXT NOT NULL, due INTEGER, state TEXT NOT NULL, created_at INTEGER NOT NULL, done_at INTEGER, done_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX fw_task_inbox ON fw_task(to_user, state, due);
CREATE INDEX fw_task_run ON fw_task(run) WHERE state = 'open';
CREATE INDEX fw_task_record ON fw_task(record);

CREATE TABLE fw_outbox (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, run TEXT, workflow TEXT, step TEXT, table_id TEXT, record TEXT,
  connector TEXT NOT NULL, message TEXT NOT NULL, to_user TEXT, address TEXT NOT NULL, language TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, repeats INTEGER NOT NULL DEFAULT 0,
  due INTEGER, created_at INTEGER NOT NULL, sent_at INTEGER, words TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fw_outbox_due ON fw_outbox(due, id) WHERE state = 'pending';
CREATE INDEX fw_outbox_sending ON fw_outbox(id) WHERE state = 'sending';
CREATE INDEX fw_outbox_run ON fw_outbox(run) WHERE state = 'pending';
CREATE INDEX fw_outbox_record ON fw_outbox(record);
)sql";

/// Sub-runs, what runs remember, triggers that are armed by time, work in batches, calls whose answer a run waits for.
constexpr const char* s_triggers = R"sql(
ALTER TABLE fw_run ADD COLUMN parent TEXT;
ALTER TABLE fw_run ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE fw_run ADD COLUMN memory TEXT NOT NULL DEFAULT '';
ALTER TABLE fw_run ADD COLUMN entered_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX fw_run_parent ON fw_run(parent) WHERE ended_at IS NULL;

CREATE TABLE fw_armed (
  workflow TEXT NOT NULL, trigger_id TEXT NOT NULL, spec TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (workflow, trigger_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE fw_job (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, workflow TEXT NOT NULL, trigger_id TEXT NOT NULL, due INTEGER NOT NULL, position TEXT NOT NULL,
  done INTEGER NOT NULL, started_at INTEGER NOT NULL, cause INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX fw_job_trigger ON fw_job(workflow, trigger_id);

CREATE TABLE fw_why_not (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, cause INTEGER NOT NULL, workflow TEXT NOT NULL, trigger_id TEXT NOT NULL,
  record TEXT NOT NULL, reason TEXT NOT NULL, leaf TEXT NOT NULL
) STRICT;
CREATE INDEX fw_why_not_workflow ON fw_why_not(workflow, id);

ALTER TABLE fw_timer ADD COLUMN people INTEGER NOT NULL DEFAULT 0;
CREATE INDEX fw_timer_people ON fw_timer(due, id) WHERE people = 1;
CREATE TABLE fw_alive (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TABLE fw_hold (
  id INTEGER PRIMARY KEY, after_at INTEGER NOT NULL, to_at INTEGER NOT NULL, until_at INTEGER NOT NULL, incident INTEGER NOT NULL
) STRICT;
CREATE TABLE fw_catch_up (
  id INTEGER PRIMARY KEY, from_at INTEGER NOT NULL, to_at INTEGER NOT NULL, timers INTEGER NOT NULL, expired INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
ALTER TABLE fw_incident ADD COLUMN closed_at INTEGER;
ALTER TABLE fw_incident ADD COLUMN closed_by TEXT;
ALTER TABLE fw_incident ADD COLUMN how TEXT;
CREATE INDEX fw_incident_run ON fw_incident(run) WHERE state = 'open';
CREATE INDEX fw_cause_kept ON fw_cause(seq) WHERE key IS NOT NULL;
ALTER TABLE fw_run ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0;

ALTER TABLE fw_outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'message';
ALTER TABLE fw_outbox ADD COLUMN in_doubt TEXT NOT NULL DEFAULT '';
ALTER TABLE fw_outbox ADD COLUMN branch_on_failure INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fw_outbox ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE fw_outbox ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fw_outbox ADD COLUMN not_after INTEGER;
ALTER TABLE fw_outbox ADD COLUMN tried_at INTEGER;
CREATE INDEX fw_outbox_recipient ON fw_outbox(connector, address, sent_at) WHERE sent_at IS NOT NULL;
CREATE TABLE fw_bucket (connector TEXT PRIMARY KEY, full_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

/// Each connector is served on its own: its next message is found without looking at those of the others.
constexpr const char* s_outboxByConnector = R"sql(
CREATE INDEX fw_outbox_waiting ON fw_outbox(connector, due, id) WHERE state = 'pending';
DROP INDEX fw_outbox_due;
)sql";

/// What a channel needs beside the text; whether the receiver is to be asked first what became of the last attempt.
constexpr const char* s_outboxManner = R"sql(
ALTER TABLE fw_outbox ADD COLUMN manner TEXT NOT NULL DEFAULT '';
ALTER TABLE fw_outbox ADD COLUMN asking INTEGER NOT NULL DEFAULT 0;
)sql";

} // namespace

/// Runs, timers, tasks, outbox, incidents, trace. A run stands in a queue (`queued`), waits (`waiting`), is to be carried on (`ready`), is parked
/// (`incident`) or ended (`done`, `stopped`). A task is open, done or cancelled. An outbox row is pending, sending, sent,
/// failed, in_doubt, cancelled or expired.
SystemSchema automationSchema()
{
    return {"automation", {s_automation, s_triggers, s_outboxByConnector, s_outboxManner}};
}

} // namespace fw::store
