#pragma once
#include "runtime/store/auditlog.h"

/// What seals and links are made of. Every text is preceded by its length, so that no two rows give the same bytes.
namespace fw::audit
{

/// HMAC-SHA256 over a row with its place in the chain: it stands for the row alone, so that an edited row is found
/// although its neighbours were edited too.
QByteArray sealOf(const QByteArray& key, const store::AuditRow& row);
/// HMAC-SHA256 over the link before and this row's seal: it stands for everything up to the row.
QByteArray linkOf(const QByteArray& key, const QByteArray& before, const QByteArray& seal);

} // namespace fw::audit
