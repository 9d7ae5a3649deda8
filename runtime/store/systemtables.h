#pragma once
#include "connection.h"

namespace fw::store
{

/// The system tables of one subject. Step n brings them from version n to n + 1; a released step is never edited, a
/// later one is appended. The version reached stands in fw_meta as "schema.<subject>".
struct SystemSchema {
    const char* subject;
    std::vector<const char*> steps;
};

// One file a subject: schema_<subject>.cpp. A new subject is declared here and listed in systemtables.cpp.
SystemSchema baseSchema();
SystemSchema automationSchema();
SystemSchema scoringSchema();

/// All of them, in the order in which they are made.
std::vector<SystemSchema> systemSchemas();

/// What a file's header or a schema says: whether it is a store of ours (or empty), and whether only a newer program can
/// read it.
struct StoreHeader {
    bool ours = false;
    bool newer = false;
    bool empty = false;
};
Result<StoreHeader> readHeader(Connection& connection);

/// Creates what is missing and migrates what is old, in one transaction. A store of a newer program is refused
/// ("store.newer"), a database of another program too ("store.not_a_store").
Result<void> prepareSystemTables(Connection& connection, const QString& path);

} // namespace fw::store
