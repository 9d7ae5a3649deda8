#pragma once
#include "model/yaml/node.h"

#include <QMap>

namespace fw::interchange
{

inline yaml::Entry entry(const char* key, yaml::Node value)
{
    return {QString::fromLatin1(key), std::move(value), {}};
}

/// The expression (or unary tests) with names replaced: "Credit Score" by credit_score.
QString rewritten(const QString& source, const QMap<QString, QString>& names, bool tests);

/// A cell as definitions write it: a value where the tests are one (of a type that is written plainly) or a list of texts, "=…"
/// for all others.
yaml::Node cellNode(const QString& tests, const QString& fieldType);
/// An output: a value, or "=…".
yaml::Node valueNode(const QString& source, const QString& fieldType);

} // namespace fw::interchange
