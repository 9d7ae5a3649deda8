// Decision models in files of DMN: each .cases file says what its .dmn file must give. A new case is a line of text.
#include "model/dmn/xmlwriter.h"
#include "modelfiles.h"

#include <QtTest>

#include <thread>

using namespace fw;
using namespace fw::dmn;
using feel::Value;

namespace
{

struct Loaded {
    std::deque<Model> models;
    CompiledModel compiled;
    QList<Problem> problems;
};

/// The model of a case file and those it imports; `rewritten` reads what the writer makes of each.
Loaded load(const modelfiles::CaseFile& file, bool rewritten)
{
    Loaded out;
    std::vector<const Model*> others;
    for (const QString& name : QStringList{file.model} + file.with) {
        QList<Problem> problems;
        auto model = readXml(modelfiles::contents(name), name, &problems);
        if (!model.ok()) {
            out.problems += model.error().problems();
            return out;
        }
        if (rewritten)
            model = readXml(writeXml(*model), name, &problems);
        if (!model.ok()) {
            out.problems += model.error().problems();
            return out;
        }
        if (out.models.empty())
            out.problems += problems;
        out.models.push_back(std::move(*model));
        if (out.models.size() > 1)
            others.push_back(&out.models.back());
    }
    out.compiled = CompiledModel::compile(out.models.front(), others, Options(), &out.problems);
    return out;
}

QString textOf(const Value& value)
{
    const feel::NullCause* cause = value.nullCause();
    return cause ? QStringLiteral("null ") + cause->code : value.toFeel();
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<int>("file");
        QTest::addColumn<bool>("rewritten");
        const auto files = modelfiles::all();
        for (int i = 0; i < files.size(); ++i) {
            QTest::newRow(qPrintable(files[i].model)) << i << false;
            QTest::addRow("%s written and read again", qPrintable(files[i].model)) << i << true;
        }
    }

    void cases()
    {
        QFETCH(int, file);
        QFETCH(bool, rewritten);
        const modelfiles::CaseFile cases = modelfiles::all().at(file);
        const Loaded loaded = load(cases, rewritten);
        QVERIFY(loaded.compiled.isValid());
        QStringList expectedProblems, problems;
        for (const Problem& problem : loaded.problems)
            if (problem.severity == Severity::Error) {
                problems << problem.code + u' ' + problem.place.element;
                QVERIFY2(problem.place.line > 0 || rewritten, qPrintable(problem.toString()));
            }
        for (const auto& [line, columns] : cases.cases) {
            QCOMPARE(columns.size(), 3);
            if (columns[0] == "problem") {
                expectedProblems << columns[1] + u' ' + columns[2];
                continue;
            }
            const Value result = loaded.compiled.evaluate(columns[0], modelfiles::inputs(columns[1])).value;
            const bool same = columns[2].startsWith("null")
                                  ? textOf(result) == columns[2] || (columns[2] == "null" && result.isNull())
                                  : result == modelfiles::value(columns[2]);
            QVERIFY2(same, qPrintable(QStringLiteral("line %1: %2 gives %3, not %4")
                                          .arg(QString::number(line), columns[0], textOf(result), columns[2])));
        }
        problems.sort();
        expectedProblems.sort();
        QCOMPARE(problems, expectedProblems);
    }

    void inputsAreKnownBeforeRunning()
    {
        const auto files = modelfiles::all();
        const auto services = std::find_if(files.begin(), files.end(),
                                           [](const modelfiles::CaseFile& f) { return f.model == "services.dmn"; });
        const Loaded loaded = load(*services, false);
        QStringList names;
        for (const auto& [name, type] : loaded.compiled.inputsOf("top"))
            names << name + u':' + type.toString();
        names.sort();
        QCOMPARE(names, QStringList({"a:number", "b:number"}));
        QCOMPARE(loaded.compiled.inputsOf("from base").size(), 2);
        QVERIFY(loaded.compiled.decisions().contains("middle"));
        QCOMPARE(loaded.compiled.services().size(), 4);
    }

    void whatWasDecidedOnTheWayIsTold()
    {
        const auto files = modelfiles::all();
        const auto services = std::find_if(files.begin(), files.end(),
                                           [](const modelfiles::CaseFile& f) { return f.model == "services.dmn"; });
        const auto result = load(*services, false).compiled.evaluate("top", modelfiles::inputs("{a: 1, b: 2}"));
        QStringList told;
        for (const auto& [name, value] : result.decisions)
            told << name + u'=' + value.toFeel();
        QCOMPARE(told, QStringList({"base=10", "middle=12", "top=24"}));
    }

    void filesThatAreNoModelAreRefused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("code");
        const QByteArray open =
            "<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='a' namespace='b'>";
        QTest::newRow("empty") << QByteArray() << "dmn.xml";
        QTest::newRow("no XML") << QByteArray("hello") << "dmn.xml";
        QTest::newRow("cut off") << open + "<decision name='a'>"
                                 << "dmn.xml";
        QTest::newRow("another language") << QByteArray("<definitions xmlns='urn:bpmn'/>") << "dmn.no_model";
        QTest::newRow("document type") << "<!DOCTYPE d [<!ENTITY a 'b'>]>" + open + "</definitions>"
                                       << "dmn.document_type";
        QTest::newRow("entity of its own") << open + "<decision name='&a;'/></definitions>"
                                           << "dmn.xml";
        QByteArray deep = open + "<decision name='a'>";
        for (int i = 0; i < 200; ++i)
            deep += "<list>";
        QTest::newRow("too deep") << deep << "dmn.too_large";
        QByteArray deepElsewhere = open + "<x:y xmlns:x='urn:x'>";
        for (int i = 0; i < 200; ++i)
            deepElsewhere += "<x:y>";
        QTest::newRow("too deep in an extension") << deepElsewhere << "dmn.too_large";
    }

    void filesThatAreNoModelAreRefused()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, code);
        QList<Problem> problems;
        const auto model = readXml(xml, "x.dmn", &problems);
        QVERIFY(!model.ok());
        QCOMPARE(model.error().code(), code);
        QVERIFY(!model.error().problems().first().what.isEmpty());
        QVERIFY(!model.error().problems().first().remedy.isEmpty());
    }

    void aLongChainOfDecisionsNeedsNoStack()
    {
        Model model;
        for (int i = 0; i < 20'000; ++i) {
            Decision decision;
            decision.name = QStringLiteral("d%1").arg(i);
            decision.logic = Expression();
            decision.logic->text = i == 0 ? QStringLiteral("1") : QStringLiteral("d%1 + 1").arg(i - 1);
            if (i > 0)
                decision.requiredDecisions << QStringLiteral("#d%1").arg(i - 1);
            model.decisions.push_back(std::move(decision));
        }
        QList<Problem> problems;
        const CompiledModel compiled = CompiledModel::compile(model, {}, Options(), &problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(compiled.evaluate("d19999", {}).value, Value(20'000));
    }

    void oneModelServesSeveralThreads()
    {
        const auto files = modelfiles::all();
        std::deque<Loaded> loaded;
        for (const modelfiles::CaseFile& file : files)
            loaded.push_back(load(file, false));
        std::atomic<int> wrong = 0;
        const auto work = [&] {
            for (int round = 0; round < 5; ++round)
                for (qsizetype f = 0; f < files.size(); ++f)
                    for (const auto& [line, columns] : files[f].cases) {
                        if (columns[0] == "problem" || columns[1].contains("1000000"))
                            continue;
                        const Value value = loaded[static_cast<size_t>(f)]
                                                .compiled.evaluate(columns[0], modelfiles::inputs(columns[1]))
                                                .value;
                        const bool same =
                            columns[2].startsWith("null") ? value.isNull() : value == modelfiles::value(columns[2]);
                        wrong += same ? 0 : 1;
                    }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back(work);
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
