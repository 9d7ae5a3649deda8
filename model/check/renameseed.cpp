#include "renameseed.h"

#include <QRegularExpression>

namespace fw::check
{

using schema::Target;

static QString csvOf(const QString& table)
{
    return QStringLiteral("seed/%1.csv").arg(table);
}

/// The head line with one column renamed. Ids need no quotes; a quoted head keeps them.
static QByteArray withRenamedColumn(const QByteArray& csv, const QByteArray& old, const QByteArray& fresh)
{
    const qsizetype end = csv.indexOf('\n') < 0 ? csv.size() : csv.indexOf('\n');
    QByteArrayList heads = csv.left(end).split(',');
    for (QByteArray& head : heads) {
        const QByteArray name = head.trimmed();
        if (name == old || name == '"' + old + '"' || name == "\xEF\xBB\xBF" + old)
            head.replace(old, fresh);
    }
    return heads.join(',') + csv.mid(end);
}

static QString eventKey(const QString& event)
{
    return QStringLiteral("(\"event\"\\s*:\\s*\")%1(\")").arg(QRegularExpression::escape(event));
}

static QByteArray withRenamedEvent(const QByteArray& lines, const schema::Symbol& symbol, const QString& newId)
{
    if (symbol.target == Target::Event)
        return QString::fromUtf8(lines)
            .replace(QRegularExpression(eventKey(symbol.id)), QStringLiteral("\\1%1\\2").arg(newId))
            .toUtf8();
    const QRegularExpression ofEvent(eventKey(symbol.owner));
    const QRegularExpression property(
        QStringLiteral("(\"props\"\\s*:\\s*\\{[^}]*?\")%1(\"\\s*:)").arg(QRegularExpression::escape(symbol.id)));
    QStringList out = QString::fromUtf8(lines).split(u'\n');
    for (QString& line : out)
        if (ofEvent.match(line).hasMatch())
            line.replace(property, QStringLiteral("\\1%1\\2").arg(newId));
    return out.join(u'\n').toUtf8();
}

Result<void> renameInSeed(Document& document, const schema::Symbol& symbol, const QString& newId)
{
    const Message name(FW_MSG("Rename in the sample data"));
    const auto& assets = document.definition()->assets();
    if (symbol.target == Target::Table && assets.contains(csvOf(symbol.id)))
        return document.renameFile(csvOf(symbol.id), csvOf(newId), name);
    if (symbol.target == Target::Field && assets.contains(csvOf(symbol.owner)))
        return document.setAsset(csvOf(symbol.owner),
                                 withRenamedColumn(assets[csvOf(symbol.owner)], symbol.id.toUtf8(), newId.toUtf8()),
                                 name);
    if (symbol.target != Target::Event && symbol.target != Target::Property)
        return {};
    const auto held = document.definition(); // keeps the snapshot while the document changes
    for (auto it = held->assets().begin(); it != held->assets().end(); ++it)
        if (it.key().startsWith(QLatin1String("seed/")) && it.key().endsWith(QLatin1String(".jsonl")))
            if (Result<void> done = document.setAsset(it.key(), withRenamedEvent(*it, symbol, newId), name); !done)
                return done;
    return {};
}

} // namespace fw::check
