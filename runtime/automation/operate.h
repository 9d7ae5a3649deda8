#pragma once
#include "runtime/engine/unit.h"

#include <QJsonObject>

/// What an operator does about runs, messages and workflows that stand still (semantics.md, "Incidents"). Each is a cause of
/// its own with the operator's name; what it settles closes its incidents.
namespace fw::automation
{

/// What is operated on, and how:
/// - "run": retry (the step again) | skip (on behind it) | jump (to values.step) | cancel | edit (values.results: step → value)
/// - "message" (id or key): retry (values.address, .subject, .body may correct it) | skip (it is not sent) | sent (it has arrived)
/// - "workflow": resume (after it was paused)
/// Gives a word for what was done. Errors: operate.unknown, operate.not_now, operate.no_step, operate.inside_loop.
Result<QString> operate(engine::Unit& unit, const QString& target, const QString& id, const QString& action,
                        const QJsonObject& values, const QString& user);

} // namespace fw::automation
