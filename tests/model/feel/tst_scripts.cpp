// Runs the text scripts of tests/model/feel/scripts, and the example of every built-in function.
#include "model/feel/builtins.h"
#include "model/feel/jsonl.h"

#include <QDir>
#include <QtTest>

using namespace fw::feel;

namespace
{

struct Case {
    QString expression;
    QString expectation; ///< "-> …" or "!! …"
    Dialect dialect = Dialect::Studio;
    QList<std::pair<QString, QString>> given; ///< name, FEEL text
};

class Script
{
public:
    static QList<std::pair<QString, Case>> read(const QString& path)
    {
        Script script;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        int number = 0;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
            script.take(line, QStringLiteral("%1:%2").arg(QFileInfo(path).completeBaseName()).arg(++number));
        return script.m_cases;
    }

private:
    void take(const QString& line, const QString& place)
    {
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            return;
        if (line.startsWith(QLatin1String("dialect "))) {
            m_current.dialect = line.contains(QLatin1String("strict")) ? Dialect::Strict : Dialect::Studio;
        } else if (line == QLatin1String("forget")) {
            m_current.given.clear();
        } else if (line.startsWith(QLatin1String("given "))) {
            const qsizetype equals = line.indexOf(QLatin1String(" = "));
            const QString name = line.mid(6, equals - 6);
            m_current.given.removeIf([&](const auto& pair) { return pair.first == name; });
            m_current.given.append({name, line.mid(equals + 3)});
        } else if (line.startsWith(QLatin1String("-> ")) || line.startsWith(QLatin1String("!! "))) {
            m_current.expectation = line;
            m_cases.append({place, m_current});
            m_current.expression.clear();
        } else {
            m_current.expression += (m_current.expression.isEmpty() ? QString() : QStringLiteral("\n")) + line;
        }
    }

    Case m_current;
    QList<std::pair<QString, Case>> m_cases;
};

Value constant(const QString& text)
{
    Scope scope;
    return compile(text, scope).program.evaluate({});
}

Type simpleType(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Number: return Type::Kind::Number;
    case Value::Kind::String: return Type::Kind::String;
    case Value::Kind::Boolean: return Type::Kind::Boolean;
    case Value::Kind::Date: return Type::Kind::Date;
    case Value::Kind::DateTime: return Type::Kind::DateTime;
    default: return typeOf(value);
    }
}

void checkError(const Compiled& compiled, const QString& expectation, const QString& source)
{
    QVERIFY2(!compiled.diagnostics.isEmpty(), "no error at all");
    const Diagnostic& d = compiled.diagnostics.first();
    static const QRegularExpression form(QStringLiteral("^!! (\\S+)(?: at \"(.*?)\")?(?: fix \"(.*)\")?$"));
    const auto match = form.match(expectation);
    QCOMPARE(d.code, match.captured(1));
    if (!match.captured(2).isNull())
        QCOMPARE(source.mid(d.span.begin, d.span.end - d.span.begin), match.captured(2));
    if (!match.captured(3).isNull())
        QCOMPARE(d.replacement, match.captured(3));
    QVERIFY2(!d.what.isEmpty() && !d.remedy.isEmpty(), "an error says what is wrong and what to do");
}

void checkValue(const Value& value, const QString& expected)
{
    if (expected.startsWith(QLatin1String("null"))) {
        QVERIFY2(value.isNull(), qPrintable(value.toFeel()));
        const QString code = expected.mid(5);
        if (!code.isEmpty())
            QCOMPARE(value.nullCause() ? value.nullCause()->code : QString(), code);
        return;
    }
    const QString cause =
        value.nullCause() ? QStringLiteral("null: ") + value.nullCause()->what.english() : value.toFeel();
    QVERIFY2(value == constant(expected), qPrintable(QStringLiteral("got %1, expected %2").arg(cause, expected)));
}

} // namespace

class TestScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data()
    {
        QTest::addColumn<int>("index");
        const QDir folder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/model/feel/scripts"));
        for (const QString& name : folder.entryList({QStringLiteral("*.feel.txt")}))
            for (const auto& [place, one] : Script::read(folder.filePath(name))) {
                QTest::newRow(qPrintable(place)) << static_cast<int>(m_cases.size());
                m_cases.append(one);
            }
        QVERIFY(m_cases.size() > 50);
    }
    void scripts()
    {
        QFETCH(int, index);
        const Case& one = m_cases[index];
        Scope scope;
        std::vector<Value> slots;
        for (const auto& [name, text] : one.given) {
            slots.push_back(constant(text));
            scope.add(name, simpleType(slots.back()));
        }
        CompileOptions options;
        options.dialect = one.dialect;
        const Compiled compiled = compile(one.expression, scope, options);
        if (one.expectation.startsWith(QLatin1String("!! "))) {
            checkError(compiled, one.expectation, one.expression);
            return;
        }
        const Value value = compiled.program.evaluate(Frame{slots, nullptr});
        if (!compiled.ok())
            QVERIFY2(false, qPrintable(one.expression + ": " + compiled.diagnostics.first().what.english()));
        checkValue(value, one.expectation.mid(3));
    }

    void everyFunctionHasAnExampleThatHolds_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < builtins().size(); ++i)
            QTest::newRow(qPrintable(builtins()[i].name)) << static_cast<int>(i);
    }
    void everyFunctionHasAnExampleThatHolds()
    {
        QFETCH(int, index);
        const Builtin& builtin = builtins()[static_cast<size_t>(index)];
        QVERIFY(!builtin.doc.isEmpty() && !builtin.docZh.isEmpty() && !builtin.example.isEmpty());
        if (builtin.group == QLatin1String("history"))
            return; // needs a person; see tst_expressions
        Scope scope;
        const Compiled compiled = compile(builtin.example, scope);
        QVERIFY2(compiled.ok(), compiled.ok() ? "" : qPrintable(compiled.diagnostics.first().what.english()));
        checkValue(compiled.program.evaluate({}), builtin.exampleResult);
    }

private:
    QList<Case> m_cases;
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
