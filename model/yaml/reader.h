#pragma once
#include "model/base/result.h"
#include "node.h"

namespace fw::yaml
{

/// Bounds of one file; what exceeds them is refused with words.
struct ReadLimits {
    qint64 bytes = 8 * 1024 * 1024;
    int depth = 64;
};

/// Reads one YAML document of the subset of definition-format.md rule 6: UTF-8, LF, no anchors, aliases, tags or merge
/// keys, no duplicate keys, one document. Every violation is a Problem with line, column and remedy. `file` names the
/// input in problems.
Result<Node> read(const QByteArray& text, const QString& file, const ReadLimits& limits = {});

/// 1-based line and column (UTF-16 units) of a byte offset.
Place placeAt(const QByteArray& text, const QString& file, int offset);

} // namespace fw::yaml
