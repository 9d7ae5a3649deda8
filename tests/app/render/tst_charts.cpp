// Charts as values: what is drawn, what is under the pointer, what a reader sees in either language.
#include "app/render/axis.h"
#include "app/render/chart.h"
#include "app/render/export.h"
#include "app/render/tilejson.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace fw::render;

namespace
{

ChartData barData(int series = 1)
{
    ChartData data;
    data.kind = ChartData::Kind::Bar;
    data.categories = {{"expo", "Trade fair", {}}, {"website", "Website", {}}, {"referral", "Referral", {}}};
    for (int i = 0; i < series; ++i)
        data.series.push_back({QStringLiteral("s%1").arg(i), QStringLiteral("Series %1").arg(i), {}, {"4", "2", "1"}});
    return data;
}

ChartData lineData()
{
    ChartData data;
    data.kind = ChartData::Kind::Line;
    data.every = QStringLiteral("week");
    for (int i = 0; i < 8; ++i)
        data.categories.push_back(
            {QDate(2026, 1, 5).addDays(7 * i).toString(Qt::ISODate), {}, QDate(2026, 1, 5).addDays(7 * i)});
    data.series.push_back({"value", "Hot leads", {}, {"1", "3", "2", "5", "8", "13", "9", "4"}});
    return data;
}

bool says(const Scene& scene, const QString& text)
{
    return std::any_of(scene.texts.begin(), scene.texts.end(), [&](const TextRun& run) { return run.text == text; });
}

QStringList texts(const Scene& scene)
{
    QStringList all;
    for (const TextRun& run : scene.texts)
        all.append(run.text);
    return all;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersKeepEveryDigit();
    void compactNumbersFollowTheLanguage_data();
    void compactNumbersFollowTheLanguage();
    void datesFollowTheLanguage();
    void axesHaveRoundTicks_data();
    void axesHaveRoundTicks();
    void barsHaveHeightsInProportion();
    void groupedBarsStandBesideEachOther();
    void stackedBarsStandOnEachOther();
    void negativeBarsHangFromZero();
    void thePointerFindsTheBarUnderIt();
    void aHiddenSeriesIsNotDrawn();
    void lineMarksCoverTheWholeHeight();
    void theRunningPeriodIsDashed();
    void aGapBreaksTheLine();
    void slicesAddUpToTheCircle();
    void funnelSharesAreOfTheFirstStep();
    void kpiComparesInWords();
    void tablesGrowWithTheirRows();
    void everyChartSurvivesOddInput_data();
    void everyChartSurvivesOddInput();
    void noDataSaysSo();
    void textsNeverLeaveThePicture_data();
    void textsNeverLeaveThePicture();
    void tileAnswersBecomeCharts();
    void splitGroupsBecomeSeries();
    void picturesSvgAndPdfAreTheSameScene();
};

void TestCharts::numbersKeepEveryDigit()
{
    const Formats f("en");
    QCOMPARE(f.number("12345678901234567.89"), QString("12,345,678,901,234,567.89"));
    QCOMPARE(f.number("-1234.5", 2), QString("−1,234.50"));
    QCOMPARE(f.number("2.675", 2), QString("2.68"));
    QCOMPARE(f.number("99.995", 2), QString("100.00"));
    QCOMPARE(f.number("-0.004", 2), QString("0.00"));
    QCOMPARE(f.number("0", 0), QString("0"));
    QCOMPARE(f.number("n/a", 2), QString("n/a"));
    QCOMPARE(f.number("", 2), QString());
    QCOMPARE(f.figure("-5", {2, "CNY", {}}), QString("−CN¥5.00"));
    QCOMPARE(Formats("zh").figure("1234.5", {2, "CNY", {}}), QString("¥1,234.50"));
    QCOMPARE(f.figure("12.5", {-1, {}, "%"}), QString("12.5%"));
    QCOMPARE(f.figure("3", {0, {}, "days"}), QString("3 days"));
    QCOMPARE(f.figure("3908.258333333333333333", {}), QString("3,908.26"));
    QCOMPARE(f.figure("0.5", {}), QString("0.5"));
}

void TestCharts::compactNumbersFollowTheLanguage_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("zero") << 0.0 << "0"
                          << "0";
    QTest::newRow("small") << 0.25 << "0.25"
                           << "0.25";
    QTest::newRow("hundreds") << 850.0 << "850"
                              << "850";
    QTest::newRow("thousands") << 1500.0 << "1.5K"
                               << "1,500";
    QTest::newRow("ten thousands") << 123000.0 << "123K"
                                   << "12.3万";
    QTest::newRow("carry") << 999950.0 << "1M"
                           << "100万";
    QTest::newRow("hundred millions") << 123456789.0 << "123M"
                                      << "1.23亿";
    QTest::newRow("negative") << -12300.0 << "−12.3K"
                              << "−1.23万";
}

void TestCharts::compactNumbersFollowTheLanguage()
{
    QFETCH(double, value);
    QTEST(Formats("en").compact(value), "english");
    QTEST(Formats("zh").compact(value), "chinese");
}

void TestCharts::datesFollowTheLanguage()
{
    const Formats en("en", QTimeZone("Asia/Shanghai"));
    const Formats zh("zh", QTimeZone("Asia/Shanghai"));
    QCOMPARE(en.date(QDate(2026, 1, 5)), QString("5 Jan 2026"));
    QCOMPARE(zh.date(QDate(2026, 1, 5)), QString("2026年1月5日"));
    const auto instant = QDateTime::fromString("2026-01-04T17:05:00Z", Qt::ISODate);
    QCOMPARE(en.dateTime(instant), QString("5 Jan 2026 01:05"));
    QCOMPARE(en.period(QDate(2026, 4, 1), "quarter"), QString("Q2 2026"));
    QCOMPARE(zh.period(QDate(2026, 4, 1), "month"), QString("2026年4月"));
    QCOMPARE(en.date(QDate()), QString());
}

void TestCharts::axesHaveRoundTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("to 7") << 0.0 << 7.0 << 5 << true << QList<double>{0, 2, 4, 6, 8};
    QTest::newRow("to 1 in whole numbers") << 0.0 << 1.0 << 5 << true << QList<double>{0, 1};
    QTest::newRow("nothing") << 0.0 << 0.0 << 5 << true << QList<double>{0, 1};
    QTest::newRow("below zero") << -30.0 << 100.0 << 5 << false << QList<double>{-50, 0, 50, 100};
    QTest::newRow("only far from zero") << 900.0 << 950.0 << 4 << false << QList<double>{0, 500, 1000};
    QTest::newRow("fractions") << 0.0 << 0.07 << 4 << false << QList<double>{0, 0.02, 0.04, 0.06, 0.08};
}

void TestCharts::axesHaveRoundTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QFETCH(bool, whole);
    QFETCH(QList<double>, ticks);
    const QList<double> got = niceAxis(low, high, most, whole).ticks();
    QCOMPARE(got.size(), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QVERIFY2(qAbs(got[i] - ticks[i]) < 1e-9, qPrintable(QString::number(got[i])));
}

void TestCharts::barsHaveHeightsInProportion()
{
    const Scene scene = layoutChart(barData(), {}, QSizeF(400, 240));
    QCOMPARE(scene.marks.size(), size_t(3));
    const auto height = [&](size_t i) { return scene.marks[i].area.boundingRect().height(); };
    QVERIFY(qAbs(height(0) / height(1) - 2) < 0.01);
    QVERIFY(qAbs(height(0) / height(2) - 4) < 0.01);
    QVERIFY(says(scene, "Trade fair"));
    ChartData across = barData();
    across.horizontal = true;
    const Scene lying = layoutChart(across, {}, QSizeF(400, 240));
    QVERIFY(lying.marks[0].area.boundingRect().width() > 3.9 * lying.marks[2].area.boundingRect().width());
}

void TestCharts::groupedBarsStandBesideEachOther()
{
    const Scene scene = layoutChart(barData(2), {}, QSizeF(400, 240));
    std::vector<Mark> bars;
    for (const Mark& mark : scene.marks) {
        if (mark.kind == Mark::Kind::Data)
            bars.push_back(mark);
    }
    QCOMPARE(bars.size(), size_t(6));
    for (size_t a = 0; a < bars.size(); ++a) {
        for (size_t b = a + 1; b < bars.size(); ++b)
            QVERIFY(!bars[a].area.boundingRect().intersects(bars[b].area.boundingRect()));
    }
    QVERIFY(says(scene, "Series 0") && says(scene, "Series 1"));
}

void TestCharts::stackedBarsStandOnEachOther()
{
    ChartData data = barData(2);
    data.stacked = true;
    const Scene scene = layoutChart(data, {}, QSizeF(400, 240));
    std::vector<QRectF> first;
    for (const Mark& mark : scene.marks) {
        if (mark.kind == Mark::Kind::Data && mark.group == u"expo")
            first.push_back(mark.area.boundingRect());
    }
    QCOMPARE(first.size(), size_t(2));
    QCOMPARE(first[0].left(), first[1].left());
    QVERIFY(qAbs(first[1].bottom() - first[0].top()) < 0.01);
}

void TestCharts::negativeBarsHangFromZero()
{
    ChartData data = barData();
    data.series[0].values = {"4", "-2", QString()};
    const Scene scene = layoutChart(data, {}, QSizeF(400, 240));
    QCOMPARE(scene.marks.size(), size_t(2)); // no value, no bar
    QVERIFY(qAbs(scene.marks[0].area.boundingRect().bottom() - scene.marks[1].area.boundingRect().top()) < 0.01);
}

void TestCharts::thePointerFindsTheBarUnderIt()
{
    const Scene scene = layoutChart(barData(), {}, QSizeF(400, 240));
    const int hit = scene.markAt(scene.marks[1].area.boundingRect().center());
    QCOMPARE(hit, 1);
    QCOMPARE(scene.marks[1].group, QString("website"));
    QCOMPARE(scene.marks[1].title, QString("Website"));
    QCOMPARE(scene.marks[1].lines.front().value, QString("2"));
    QCOMPARE(scene.markAt(QPointF(2, 2)), -1);
}

void TestCharts::aHiddenSeriesIsNotDrawn()
{
    ChartOptions options;
    options.hidden = {"s1"};
    const Scene scene = layoutChart(barData(2), options, QSizeF(400, 240));
    for (const Mark& mark : scene.marks)
        QVERIFY(mark.kind == Mark::Kind::Legend || mark.series == u"s0");
    QVERIFY(says(scene, "Series 1")); // still in the legend, to be switched on again
}

void TestCharts::lineMarksCoverTheWholeHeight()
{
    const Scene scene = layoutChart(lineData(), {}, QSizeF(600, 240));
    QCOMPARE(scene.marks.size(), size_t(8));
    const QPointF top(scene.marks[3].anchor.x(), scene.marks[3].area.boundingRect().top() + 1);
    QCOMPARE(scene.markAt(top), 3);
    QCOMPARE(scene.marks[3].title, QString("26 Jan"));
    QCOMPARE(scene.marks[3].lines.front().value, QString("5"));
}

void TestCharts::theRunningPeriodIsDashed()
{
    const auto dashed = [](const Scene& scene) {
        return std::count_if(scene.shapes.begin(), scene.shapes.end(),
                             [](const Shape& s) { return s.pen.style() == Qt::CustomDashLine; });
    };
    ChartData data = lineData();
    QCOMPARE(dashed(layoutChart(data, {}, QSizeF(600, 240))), 0);
    data.lastIncomplete = true;
    QCOMPARE(dashed(layoutChart(data, {}, QSizeF(600, 240))), 1);
}

void TestCharts::aGapBreaksTheLine()
{
    const auto lines = [](const Scene& scene) {
        return std::count_if(scene.shapes.begin(), scene.shapes.end(), [](const Shape& s) {
            return s.pen.widthF() == 2 && s.mark < 0 && s.brush == Qt::NoBrush;
        });
    };
    ChartData data = lineData();
    QCOMPARE(lines(layoutChart(data, {}, QSizeF(600, 240))), 1);
    data.series[0].values[3] = QString();
    QCOMPARE(lines(layoutChart(data, {}, QSizeF(600, 240))), 2);
}

void TestCharts::slicesAddUpToTheCircle()
{
    ChartData data = barData();
    data.kind = ChartData::Kind::Pie;
    const Scene scene = layoutChart(data, {}, QSizeF(400, 200));
    QCOMPARE(scene.marks.size(), size_t(3));
    QVERIFY(says(scene, "57.1%") && says(scene, "28.6%") && says(scene, "14.3%"));
    QCOMPARE(scene.markAt(scene.marks[0].anchor), 0);
    QCOMPARE(scene.markAt(scene.marks[2].anchor), 2);
    const Scene narrow = layoutChart(data, {}, QSizeF(200, 240)); // the key stands above
    QVERIFY(says(narrow, "Trade fair"));
    ChartOptions options;
    options.hidden = {"expo"};
    const Scene fewer = layoutChart(data, options, QSizeF(200, 240));
    QCOMPARE(std::count_if(fewer.marks.begin(), fewer.marks.end(),
                           [](const Mark& mark) { return mark.kind == Mark::Kind::Data; }),
             2);
}

void TestCharts::funnelSharesAreOfTheFirstStep()
{
    ChartData data;
    data.kind = ChartData::Kind::Funnel;
    data.steps = {{"page", "Viewed a page", 200}, {"trial", "Trial", 50}, {"paid", "Paid", 10}};
    const Scene scene = layoutChart(data, {}, QSizeF(500, 200));
    QCOMPARE(scene.marks.size(), size_t(3));
    QVERIFY2(says(scene, "50  ·  25%"), qPrintable(texts(scene).join('|')));
    QCOMPARE(scene.marks[2].lines[2].value, QString("20%"));
}

void TestCharts::kpiComparesInWords()
{
    ChartData data;
    data.kind = ChartData::Kind::Kpi;
    data.kpi = {"12", "8", "previous_month", {}, "below", {"1", "4", "12"}};
    const Scene scene = layoutChart(data, {}, QSizeF(300, 110));
    QVERIFY(says(scene, "12") && says(scene, "▲ +50%") && says(scene, "than the month before") &&
            says(scene, "⚠ Below the limit"));
    data.kpi.previous = "0";
    QVERIFY(says(layoutChart(data, {}, QSizeF(300, 110)), "▲ 12"));
    data.kpi.previous = QString();
    QVERIFY(!texts(layoutChart(data, {}, QSizeF(300, 110))).join('|').contains("than"));
}

void TestCharts::tablesGrowWithTheirRows()
{
    ChartData data;
    data.kind = ChartData::Kind::Table;
    data.columns = {{"g", "Owner", {}, false}, {"v", "Amount", {2, "CNY", {}}, true}};
    for (int i = 0; i < 40; ++i)
        data.rows.push_back(
            {QStringLiteral("u%1").arg(i), {QStringLiteral("王小明 %1").arg(i), QStringLiteral("1234.5")}, false});
    const Scene scene = layoutChart(data, {}, QSizeF(320, 200));
    QVERIFY(scene.size.height() >= 41 * 28);
    QVERIFY(says(scene, "CN¥1,234.50"));
    QCOMPARE(scene.marks.at(39).group, QString("u39"));
}

void TestCharts::everyChartSurvivesOddInput_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(ChartData::Kind::Funnel); ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

void TestCharts::everyChartSurvivesOddInput()
{
    QFETCH(int, kind);
    ChartData data = barData(12);
    data.kind = static_cast<ChartData::Kind>(kind);
    data.series[0].values = {"1e400", "abc", "-7", "9"}; // not finite, no number, more values than categories
    data.series[1].values = {};
    data.kpi.value = "abc";
    data.steps = {{"a", QString(200, QChar(0x540d)), 0}};
    data.columns = {{"a", QString(200, QChar(0x540d)), {}, false}};
    data.rows = {{"x", {}, false}, {"y", {"1", "2", "3"}, true}};
    for (const QSizeF size : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(30, 20), QSizeF(100, 60), QSizeF(4000, 2000)}) {
        const Scene scene = layoutChart(data, {}, size);
        QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        scene.paint(painter, 0);
    }
}

void TestCharts::noDataSaysSo()
{
    ChartOptions options;
    options.emptyText = "还没有订单";
    const Scene scene = layoutChart({}, options, QSizeF(300, 100));
    QVERIFY(scene.empty);
    QVERIFY(says(scene, "还没有订单"));
    QVERIFY(scene.marks.empty());
}

void TestCharts::textsNeverLeaveThePicture_data()
{
    everyChartSurvivesOddInput_data();
}

void TestCharts::textsNeverLeaveThePicture()
{
    QFETCH(int, kind);
    ChartData data = lineData();
    data.kind = static_cast<ChartData::Kind>(kind);
    data.kpi = {"123456789.12", "5", "previous_month", "9", "above", {}};
    data.steps = {{"a", "浏览了产品功能页面三次以上的客户", 123456}, {"b", "Paid", 5}};
    data.columns = {{"a", "负责人", {}, false}, {"b", "Amount", {2, "CNY", {}}, true}};
    data.rows = {{"x", {QString(60, QChar(0x540d)), "123456.78"}, false}};
    for (const QSizeF size : {QSizeF(260, 140), QSizeF(900, 320)}) {
        const Scene scene = layoutChart(data, {}, size);
        const QRectF picture(QPointF(-0.5, -0.5), scene.size + QSizeF(1, 1));
        for (const TextRun& run : scene.texts) {
            QVERIFY2(picture.contains(run.box), qPrintable(run.text));
            QVERIFY2(textWidth(run.text, run.font) <= run.box.width() + 1, qPrintable(run.text));
        }
    }
}

void TestCharts::tileAnswersBecomeCharts()
{
    const QJsonObject reply{
        {"columns", QJsonArray{QJsonObject{{"id", "value"}, {"label", ""}, {"decimals", 0}}}},
        {"groups", QJsonArray{QJsonObject{{"key", "2026-01-05"}, {"label", "…"}, {"values", QJsonArray{"3"}}},
                              QJsonObject{{"key", "2026-01-12"},
                                          {"label", "…"},
                                          {"values", QJsonArray{QJsonValue()}},
                                          {"incomplete", true}}}}};
    const ChartData line = chartFromJson(reply, {{"kind", "line"}, {"label", "New hot leads"}, {"every", "week"}});
    QVERIFY(line.kind == ChartData::Kind::Line);
    QCOMPARE(line.categories[1].from, QDate(2026, 1, 12));
    QCOMPARE(line.series.at(0).label, QString("New hot leads"));
    QCOMPARE(line.series.at(0).values, (QStringList{"3", QString()}));
    QVERIFY(line.lastIncomplete);

    const ChartData kpi = chartFromJson({{"value", "12"}, {"previous", "8"}, {"alert", "below"}},
                                        {{"kind", "kpi"}, {"compare", "previous_month"}});
    QCOMPARE(kpi.kpi.value, QString("12"));
    QCOMPARE(kpi.kpi.alert, QString("below"));
    QVERIFY(chartFromJson({}, {{"kind", "kpi"}}).isEmpty());

    const ChartData funnel = chartFromJson(
        {{"funnels",
          QJsonArray{QJsonObject{{"stages", QJsonArray{QJsonObject{{"id", "a"}, {"label", "A"}, {"persons", 7}}}}}}}},
        {{"kind", "funnel"}});
    QCOMPARE(funnel.steps.at(0).count, qint64(7));
}

void TestCharts::splitGroupsBecomeSeries()
{
    const auto group = [](const char* key, const char* split, const char* value) {
        return QJsonObject{
            {"key", key}, {"label", key}, {"split", split}, {"splitLabel", split}, {"values", QJsonArray{value}}};
    };
    const ChartData data =
        chartFromJson({{"groups", QJsonArray{group("jan", "a", "1"), group("jan", "b", "2"), group("feb", "b", "3")}}},
                      {{"kind", "bar"}});
    QCOMPARE(data.categories.size(), size_t(2));
    QCOMPARE(data.series.size(), size_t(2));
    QCOMPARE(data.series[0].values, (QStringList{"1", QString()}));
    QCOMPARE(data.series[1].values, (QStringList{"2", "3"}));
}

void TestCharts::picturesSvgAndPdfAreTheSameScene()
{
    const Scene scene = layoutChart(barData(), {}, QSizeF(400, 240));
    const QImage image = toImage(scene, Style::light(), 2);
    QCOMPARE(image.size(), QSize(800, 480));
    const QPointF bar = scene.marks[0].area.boundingRect().center() * 2;
    QCOMPARE(image.pixelColor(bar.toPoint()), Style::light().seriesColor(0));
    QCOMPARE(image.pixelColor(1, 1), Style::light().panel);

    QSvgRenderer svg(toSvg(scene, "Hot leads"));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBoxF(), QRectF(0, 0, 400, 240));
    QVERIFY(toPdf(scene, "Hot leads").startsWith("%PDF-"));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
