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

/// Files of scripts/diagnostics: an expression, and below it every complaint as a person would see it, with the text as the
/// proposed fix would make it.
class DiagnosticScript
{
public:
    struct Case {
        QString expression;
        QStringList expected;
    };
    Scope scope;
    QList<std::pair<QString, Case>> cases;

    explicit DiagnosticScript(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        int number = 0;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            ++number;
            if (line.startsWith(u'#'))
                continue;
            if (line.startsWith(QLatin1String("given ")))
                give(line.mid(6));
            else if (line.trimmed().isEmpty())
                finish();
            else if (m_case.expression.isEmpty())
                m_case = {line, {}}, m_place = QStringLiteral("%1:%2").arg(QFileInfo(path).baseName()).arg(number);
            else
                m_case.expected << line;
        }
        finish();
    }

    static QStringList shown(const QString& expression, const QList<Diagnostic>& diagnostics)
    {
        QStringList out;
        for (const Diagnostic& d : diagnostics) {
            const int width = std::max(1, d.span.end - d.span.begin);
            out << QString(d.span.begin, u' ') + QString(width, u'^') +
                       QStringLiteral(" %1: %2 %3")
                           .arg(d.code, d.what.english(), d.remedy.english())
                           .trimmed()
                           .prepend(u' ');
            if (!d.replacement.isEmpty())
                out << QStringLiteral("=> ") +
                           QString(expression).replace(d.span.begin, d.span.end - d.span.begin, d.replacement);
        }
        return out;
    }

private:
    void finish()
    {
        if (!m_case.expression.isEmpty())
            cases.append({m_place, m_case});
        m_case = {};
    }

    static Type typeOf(const QStringList& words)
    {
        std::vector<Type::Member> members;
        for (const QString& word : words.mid(1))
            if (word.contains(u':'))
                members.push_back({word.section(u':', 0, 0), typeOf({word.section(u':', 1)})});
        if (words.first() == QLatin1String("choice"))
            return Type::choice(words.mid(1));
        if (words.first() == QLatin1String("context"))
            return Type::context(members);
        if (words.first() == QLatin1String("list"))
            return Type::list(Type::context(members));
        static const QHash<QString, Type::Kind> kinds{{"number", Type::Kind::Number},
                                                      {"text", Type::Kind::String},
                                                      {"boolean", Type::Kind::Boolean},
                                                      {"date", Type::Kind::Date},
                                                      {"datetime", Type::Kind::DateTime}};
        return kinds.value(words.first());
    }

    void give(const QString& line)
    {
        scope.add(line.section(QLatin1String(": "), 0, 0), typeOf(line.section(QLatin1String(": "), 1).split(u' ')));
    }

    Case m_case;
    QString m_place;
};

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

    void mistakesReadWell_data()
    {
        QTest::addColumn<int>("script");
        QTest::addColumn<int>("index");
        const QDir folder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/model/feel/scripts/diagnostics"));
        for (const QString& name : folder.entryList({QStringLiteral("*.txt")})) {
            m_mistakes.emplace_back(folder.filePath(name));
            for (qsizetype i = 0; i < m_mistakes.back().cases.size(); ++i)
                QTest::newRow(qPrintable(m_mistakes.back().cases[i].first))
                    << static_cast<int>(m_mistakes.size() - 1) << static_cast<int>(i);
        }
    }
    void mistakesReadWell()
    {
        QFETCH(int, script);
        QFETCH(int, index);
        const Scope& scope = m_mistakes[static_cast<size_t>(script)].scope;
        const auto& [expression, expected] = m_mistakes[static_cast<size_t>(script)].cases[index].second;
        const Compiled compiled = compile(expression, scope);
        const QStringList shown = DiagnosticScript::shown(expression, compiled.diagnostics);
        QVERIFY2(!shown.isEmpty() && shown == expected,
                 qPrintable(QStringLiteral("it reads\n") + expression + u'\n' + shown.join(u'\n')));
        // A fix mends at least the mistake it belongs to: the same complaint does not come again.
        for (const Diagnostic& d : compiled.diagnostics) {
            if (d.replacement.isEmpty())
                continue;
            const QString mended = QString(expression).replace(d.span.begin, d.span.end - d.span.begin, d.replacement);
            for (const Diagnostic& again : compile(mended, scope).diagnostics)
                QVERIFY2(again.code != d.code || !(again.what == d.what) || again.span.begin != d.span.begin,
                         qPrintable(QStringLiteral("not mended by ") + mended));
        }
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
    std::vector<DiagnosticScript> m_mistakes;
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
