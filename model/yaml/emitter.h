#pragma once
#include "node.h"

namespace fw::yaml
{

/// True when the text, written without quotes, would read as null, boolean, number, date or merge key (also by the older
/// YAML 1.1 readers other programs use).
bool readsAsOther(const QString& text);
/// The style fresh text of a value gets: plain where that is safe, double quotes where it is not (also for expressions,
/// which begin with "="), a literal block for several lines.
Style canonicalStyle(const QString& text);

/// Text of a value behind "key:" or "-": what stands on that line, and whole lines below it (each ending with "\n").
struct Rendered {
    QByteArray inlinePart;
    QByteArray lines;
};

/// Canonical text of a fresh value. `column` is the indentation of lines below the key. A node's style is respected where
/// it can be; a collection inside a flow collection is always flow.
Rendered render(const Node& node, int column);
/// The value on one line, as it stands inside `{ }` and `[ ]`.
QByteArray flowText(const Node& node);
QByteArray keyText(const QString& key, bool inFlow = false);
/// "key: value" with its lines below, indented by `column`, ending with "\n".
QByteArray entryText(const Entry& entry, int column);
/// "- value" with its lines below, indented by `column`, ending with "\n".
QByteArray itemText(const Node& item, int column);
/// A whole file.
QByteArray fileText(const Node& root);

} // namespace fw::yaml
