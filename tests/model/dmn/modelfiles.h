#pragma once
#include "model/dmn/compiledmodel.h"
#include "model/dmn/xmlreader.h"

#include <QDir>
#include <QFile>

#include <deque>

/// The files of tests/model/dmn/cases.
namespace modelfiles
{

inline QString folder()
{
    return QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/model/dmn/cases/");
}

inline QByteArray contents(const QString& name)
{
    QFile file(folder() + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line of a .cases file: what is asked, with which inputs, and what must come out.
struct Case {
    int line = 0;
    QStringList columns;
};

struct CaseFile {
    QString model;
    QStringList with; ///< files the model imports
    QList<Case> cases;
};

inline QList<CaseFile> all()
{
    QList<CaseFile> out;
    for (const QString& name : QDir(folder()).entryList({QStringLiteral("*.cases")})) {
        CaseFile file;
        file.model = name.chopped(6) + QStringLiteral(".dmn");
        int line = 0;
        for (const QByteArray& bytes : contents(name).split('\n')) {
            const QString text = QString::fromUtf8(bytes).trimmed();
            ++line;
            if (text.startsWith(QLatin1String("# with: ")))
                file.with = text.mid(8).split(QStringLiteral(", "));
            if (!text.isEmpty() && !text.startsWith(u'#'))
                file.cases.append({line, text.split(QStringLiteral(" | "))});
        }
        out.append(file);
    }
    return out;
}

inline fw::feel::Value value(const QString& text)
{
    fw::feel::CompileOptions options;
    options.dialect = fw::feel::Dialect::Strict;
    fw::feel::Scope scope;
    scope.strictNames = false;
    return fw::feel::compile(text, scope, options).program.evaluate({});
}

inline fw::dmn::CompiledModel::Inputs inputs(const QString& text)
{
    fw::dmn::CompiledModel::Inputs out;
    const fw::feel::Value context = value(text);
    if (context.kind() == fw::feel::Value::Kind::Context)
        for (const fw::feel::ContextEntry& entry : context.entries())
            out.insert(entry.name, entry.value);
    return out;
}

} // namespace modelfiles
