#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QJsonObject>

#include <vector>

namespace fw::store
{

/// A cause whose trigger matched by name but did not start the workflow.
struct WhyNot {
    Instant at = 0;
    qint64 cause = 0;
    QString workflow, trigger, record;
    QString reason;   ///< "condition", or the policy that kept the record out
    QJsonObject leaf; ///< of "condition": the first leaf that was not true
};

// Errors stay in the connection (takeError).
void addWhyNot(Connection& connection, const std::vector<WhyNot>& rows);
/// Keeps the newest `keep` rows of a workflow.
void trimWhyNot(Connection& connection, const QString& workflow, int keep);
/// Newest first; `record` "" = any.
std::vector<WhyNot> whyNot(Connection& connection, const QString& workflow, const QString& record = {},
                           int limit = 1000);

} // namespace fw::store
