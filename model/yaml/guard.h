#pragma once
#include "node.h"
#include "reader.h"

namespace fw::yaml
{

/// What is checked on the bytes before yaml-cpp sees them: it accepts or garbles all of this silently.
/// Size, UTF-8, byte order mark, carriage returns, control characters.
QList<Problem> guardBytes(const QByteArray& text, const QString& file, const ReadLimits& limits);

/// Tabs outside of texts and comments. `scalars` are the spans of all scalars in file order, nullptr when the file could
/// not be parsed: then only tabs in an indentation are found.
QList<Problem> guardTabs(const QByteArray& text, const QString& file, const std::vector<Span>* scalars);

} // namespace fw::yaml
