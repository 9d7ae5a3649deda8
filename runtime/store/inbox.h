#pragma once
#include "outbox.h"
#include "tasks.h"

namespace fw::store
{

/// Which tasks; empty members do not restrict.
struct TaskFilter {
    QString toUser;
    QString state;
    QString record;
    int limit = 1000;
};

/// Tasks, open ones by due time first, then the closed ones, newest first.
std::vector<Task> tasks(Connection& connection, const TaskFilter& filter);
/// Open tasks of a user, for the badge of the inbox.
qint64 openTasks(Connection& connection, const QString& user);

} // namespace fw::store
