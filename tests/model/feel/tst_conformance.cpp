// The OMG DMN Technology Compatibility Kit, the part that is shared with the project. It stands outside of the repository:
// in the folder FORMWRIGHT_SHARED names, or in "shared" beside the checkout.
#include "model/dmn/lines.h"
#include "model/feel/jsonl.h"

#include <QDir>
#include <QtTest>

using namespace fw::feel;
using fw::dmn::LineSession;

namespace
{

QString kitFolder()
{
    QStringList candidates;
    if (qEnvironmentVariableIsSet("FORMWRIGHT_SHARED"))
        candidates << qEnvironmentVariable("FORMWRIGHT_SHARED");
    candidates << QStringLiteral(FORMWRIGHT_SOURCE_DIR "/../shared")
               << QStringLiteral(FORMWRIGHT_SOURCE_DIR "/../../shared");
    for (const QString& candidate : candidates)
        if (QDir(candidate + "/conformance/feel").exists())
            return candidate + "/conformance/feel/";
    return {};
}

/// The kit's comparison: numbers within 1e-8, everything else as values; entries of contexts in any order.
bool same(const QJsonObject& a, const QJsonObject& b)
{
    const QString type = a["t"].toString();
    if (type != b["t"].toString())
        return false;
    if (type == "number") {
        const auto x = Decimal::fromString(a["v"].toString()), y = Decimal::fromString(b["v"].toString());
        const auto distance = x && y ? x->minus(*y) : std::nullopt;
        return distance && distance->abs() <= Decimal::fromScaled(1, 8);
    }
    if (type == "list") {
        const QJsonArray x = a["v"].toArray(), y = b["v"].toArray();
        for (qsizetype i = 0; i < x.size() && x.size() == y.size(); ++i)
            if (!same(x[i].toObject(), y[i].toObject()))
                return false;
        return x.size() == y.size();
    }
    if (type == "context") {
        QHash<QString, QJsonObject> other;
        for (const QJsonValue pair : b["v"].toArray())
            other.insert(pair[0].toString(), pair[1].toObject());
        const QJsonArray mine = a["v"].toArray();
        return mine.size() == other.size() && std::all_of(mine.begin(), mine.end(), [&](const QJsonValue& pair) {
                   return other.contains(pair[0].toString()) &&
                          same(pair[1].toObject(), other.value(pair[0].toString()));
               });
    }
    if (type == "null")
        return true;
    if (type == "string" || type == "boolean")
        return a["v"] == b["v"];
    return fromJson(a) == fromJson(b) || a["v"] == b["v"];
}

struct Count {
    int passed = 0, total = 0, passedValues = 0, values = 0;
    double rate() const { return total ? 100.0 * passed / total : 0; }
    double valueRate() const { return values ? 100.0 * passedValues / values : 0; }
};

/// The models of the kit by their path.
QHash<QString, QJsonObject> modelsIn(const QString& folder)
{
    QHash<QString, QJsonObject> out;
    QFile input(folder + "models.jsonl");
    if (input.open(QIODevice::ReadOnly))
        while (!input.atEnd()) {
            const QJsonObject model = QJsonDocument::fromJson(input.readLine()).object();
            out.insert(model["model"].toString(), model);
        }
    return out;
}

/// Answers every line of a file: by itself or, with `inModel`, as the decision of its model.
Count run(const QString& folder, const QString& file, bool inModel, bool list)
{
    Count count;
    QFile input(folder + file);
    if (!input.open(QIODevice::ReadOnly))
        return count;
    LineSession session;
    const QHash<QString, QJsonObject> models = modelsIn(folder);
    for (const QJsonObject& model : models)
        session.remember(model); // what imports may name
    while (!input.atEnd()) {
        QJsonObject line = QJsonDocument::fromJson(input.readLine()).object();
        // A line whose logic is more than its table needs the model in any case.
        if (inModel || (!line.contains("table") && line["class"].toString() == "decision-table"))
            line.insert("model", models.value(line["model"].toString()));
        else
            line.remove("model");
        const QJsonObject expected = line["expected"].toObject();
        const QJsonObject answer = session.answer(line);
        const bool ok = same(expected, answer["result"].toObject());
        const bool isValue = expected["t"].toString() != "null";
        ++count.total;
        count.passed += ok;
        count.values += isValue;
        count.passedValues += ok && isValue;
        if (!ok && list)
            fprintf(stderr, "%s\n    %s\n    expected %s\n    got      %s\n", qPrintable(line["id"].toString()),
                    qPrintable(line["expression"].toString()),
                    QJsonDocument(expected).toJson(QJsonDocument::Compact).constData(),
                    QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    }
    return count;
}

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Set FORMWRIGHT_LIST_FAILURES to see every line that fails.
    void expressions_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("inModel");
        QTest::addColumn<double>("floor");
        QTest::addColumn<double>("valueFloor");
        for (const char* file : {"pure.jsonl", "tables.jsonl", "input-expr.jsonl"}) {
            QTest::newRow(file) << QString::fromLatin1(file) << false << 99.5 << 99.5;
            QTest::addRow("%s, each in its model", file) << QString::fromLatin1(file) << true << 99.5 << 99.5;
        }
    }
    void expressions()
    {
        QFETCH(QString, file);
        QFETCH(bool, inModel);
        QFETCH(double, floor);
        QFETCH(double, valueFloor);
        const QString folder = kitFolder();
        if (folder.isEmpty())
            QSKIP("The conformance kit is not here; set FORMWRIGHT_SHARED to the folder that holds conformance/feel.");
        const Count count = run(folder, file, inModel, qEnvironmentVariableIsSet("FORMWRIGHT_LIST_FAILURES"));
        qInfo("%s%s: %d of %d lines (%.2f %%), %d of %d with a value (%.2f %%)", qPrintable(file),
              inModel ? " in models" : "", count.passed, count.total, count.rate(), count.passedValues, count.values,
              count.valueRate());
        QVERIFY(count.total > 0);
        QVERIFY2(count.rate() >= floor, "fewer lines pass than before");
        QVERIFY2(count.valueRate() >= valueFloor, "fewer lines with a value pass than before");
    }
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
