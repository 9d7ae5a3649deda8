#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// A to-do of one user.
struct Task {
    QString id;
    QString run, workflow, step; ///< "" when made by hand
    QString table, record;
    QString toUser; ///< "" = nobody yet
    QString title, detail;
    QString priority = QStringLiteral("normal"); ///< low | normal | high
    std::optional<Instant> due;
    QString state = QStringLiteral("open"); ///< open | done | cancelled
    Instant createdAt = 0;
    std::optional<Instant> doneAt;
    QString doneBy;
};

/// The columns of a task, with what follows FROM; readTask() reads such a row.
QByteArray selectTasks(const QByteArray& rest);
Task readTask(const Statement& row);

// Errors stay in the connection (takeError).
void insertTask(Connection& connection, const Task& task);
std::optional<Task> findTask(Connection& connection, const QString& id);
void closeTask(Connection& connection, const QString& id, const QString& state, Instant at, const QString& by);
/// Cancels the open tasks of a run; returns how many.
qint64 cancelTasksOf(Connection& connection, const QString& run, Instant at);

} // namespace fw::store
