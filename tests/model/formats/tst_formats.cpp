#include "model/formats/codes.h"
#include "model/formats/regions.h"
#include "model/formats/richtext.h"

#include <QtTest>

using namespace fw::formats;

/// Texts with a form of their own.
class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void identityNumbers_data();
    void identityNumbers();
    void anIdentityNumberTellsBirthAndSex();
    void barcodes_data();
    void barcodes();
    void webAddresses_data();
    void webAddresses();
    void places_data();
    void places();
    void dateRanges_data();
    void dateRanges();
    void regions_data();
    void regions();
    void regionsFormATree();
    void richText_data();
    void richText();
    void richTextCannotCarryMarkup_data();
    void richTextCannotCarryMarkup();
};

void TestFormats::identityNumbers_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal");
    QTest::addColumn<int>("fault");
    using Fault = IdNumber::Fault;
    const auto row = [](const char* given, const char* normal, Fault fault) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(normal) << int(fault);
    };
    row("11010519491231002X", "11010519491231002X", Fault::None); // the example of GB 11643-1999
    row("440524188001010014", "440524188001010014", Fault::None); // the other one
    row("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", Fault::None);
    row("110105 19491231 002x", "11010519491231002X", Fault::None);
    row("110105491231002", "11010519491231002X", Fault::None); // 15 digits
    row("110105194912310021", "", Fault::CheckDigit);
    row("11010519490231002X", "", Fault::Birth);
    row("99010519491231002X", "", Fault::Region);
    row("1101051949123100", "", Fault::Form);
    row("1101051949123100X2", "", Fault::Form);
    row("", "", Fault::Form);
}

void TestFormats::identityNumbers()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    QFETCH(int, fault);
    const IdNumber id = readIdNumber(given);
    QCOMPARE(int(id.fault), fault);
    QCOMPARE(id.text, normal);
}

void TestFormats::anIdentityNumberTellsBirthAndSex()
{
    const IdNumber woman = readIdNumber(QStringLiteral("11010519491231002X"));
    QCOMPARE(woman.birth.toString(), QStringLiteral("1949-12-31"));
    QVERIFY(woman.female);
    QVERIFY(!readIdNumber(QStringLiteral("440524188001010014")).female);
}

void TestFormats::barcodes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal"); // null: refused
    const auto row = [](const char* kind, const QString& given, const QString& normal) {
        QTest::addRow("%s %s", kind, qPrintable(given)) << QString::fromLatin1(kind) << given << normal;
    };
    row("ean13", "6901234567892", "6901234567892");
    row("ean13", " 6901234567892 ", "6901234567892");
    row("ean13", "6901234567893", {});
    row("ean13", "690123456789", {});
    row("ean8", "96385074", "96385074");
    row("ean8", "96385075", {});
    row("upc_a", "036000291452", "036000291452");
    row("itf14", "10012345678902", "10012345678902");
    row("code39", "ab-12", "AB-12");
    row("code39", "a_b", {});
    row("code128", "Ab_12~", "Ab_12~");
    row("code128", "条码", {});
    row("qr", "https://例子.cn/设备?id=7\nzweite", "https://例子.cn/设备?id=7\nzweite");
    row("any", "设备-7", "设备-7");
    row("any", "a\nb", {});
    row("any", QString(5000, 'x'), {});
}

void TestFormats::barcodes()
{
    QFETCH(QString, kind);
    QFETCH(QString, given);
    QFETCH(QString, normal);
    const auto read = normalBarcode(given, kind);
    QCOMPARE(read.has_value(), !normal.isNull());
    QCOMPARE(read.value_or(QString()), normal);
}

void TestFormats::webAddresses_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal");
    const auto row = [](const char* given, const char* normal) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(normal);
    };
    row("https://example.com/a?b=c#d", "https://example.com/a?b=c#d");
    row("example.com", "https://example.com");
    row("example.com:8080/x", "https://example.com:8080/x");
    row("http://localhost:3000", "http://localhost:3000");
    row("https://例子.中国/路径", "https://例子.中国/路径");
    row("ftp://files.example.com/a", "ftp://files.example.com/a");
    row("javascript:alert(1)", nullptr);
    row("file:///etc/passwd", nullptr);
    row("data:text/html,x", nullptr);
    row("two words", nullptr);
    row("https://", nullptr);
    row("word", nullptr);
}

void TestFormats::webAddresses()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    QCOMPARE(normalUrl(given).value_or(QString()), normal);
}

void TestFormats::places_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* given, const char* text) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(text);
    };
    row("31.2304,121.4737", "31.230400,121.473700");
    row("31.2304， 121.4737", "31.230400,121.473700");
    row("geo:31.2304,121.4737;u=35", "31.230400,121.473700");
    row("GEO:-33.8688,151.2093,20;crs=wgs84", "-33.868800,151.209300");
    row("31.23041649,121.4737014", "31.230416,121.473701");
    row("90,180", "90.000000,180.000000");
    row("90.1,0", nullptr);
    row("0,-180.5", nullptr);
    row("north,east", nullptr);
    row("31.2304", nullptr);
}

void TestFormats::places()
{
    QFETCH(QString, given);
    QFETCH(QString, text);
    const auto place = readLocation(given);
    QCOMPARE(place ? locationText(*place) : QString(), text);
    if (place) // what is written reads back as the same
        QCOMPARE(locationText(*readLocation(locationText(*place))), text);
    QCOMPARE(shownLocation(*readLocation("-33.8688,151.2093"), false), QStringLiteral("33.8688° S, 151.2093° E"));
    QCOMPARE(shownLocation(*readLocation("31.2304,121.4737"), true), QStringLiteral("北纬31.2304°，东经121.4737°"));
}

void TestFormats::dateRanges_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("lenient");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* given, bool lenient, const char* text) {
        QTest::addRow("%s %d", given, lenient) << QString::fromUtf8(given) << lenient << QString::fromUtf8(text);
    };
    row("2026-01-05/2026-01-09", false, "2026-01-05/2026-01-09");
    row("2026-01-05/2026-01-05", false, "2026-01-05/2026-01-05");
    row("2026-01-09/2026-01-05", false, nullptr);
    row("2026-02-01/2026-02-30", false, nullptr);
    row("2026-01-05", false, nullptr);
    row("2026年1月5日至2026年1月9日", true, "2026-01-05/2026-01-09");
    row("2026-1-5 ~ 2026-1-9", true, "2026-01-05/2026-01-09");
    row("2026/1/5 to 2026/1/9", true, "2026-01-05/2026-01-09");
    row("2026年1月5日至2026年1月9日", false, nullptr);
}

void TestFormats::dateRanges()
{
    QFETCH(QString, given);
    QFETCH(bool, lenient);
    QFETCH(QString, text);
    const auto range = readDateRange(given, lenient);
    QCOMPARE(range ? dateRangeText(*range) : QString(), text);
}

void TestFormats::regions_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* given, const char* code, const char* names) {
        QTest::newRow(given) << QString::fromUtf8(given) << QString::fromUtf8(code) << QString::fromUtf8(names);
    };
    row("440305", "440305", "广东省/深圳市/南山区");
    row("4403", "440300", "广东省/深圳市");
    row("44", "440000", "广东省");
    row("广东省深圳市南山区", "440305", "广东省/深圳市/南山区");
    row("广东 / 深圳 / 南山", "440305", "广东省/深圳市/南山区");
    row("北京市朝阳区", "110105", "北京市/朝阳区"); // "市辖区" is no place
    row("重庆市城口县", "500229", "重庆市/城口县");
    row("湖北省仙桃市", "429004", "湖北省/仙桃市");
    row("内蒙古自治区呼和浩特市", "150100", "内蒙古自治区/呼和浩特市");
    row("深圳", "440300", "广东省/深圳市");
    row("香港", "810000", "香港特别行政区");
    row("110103", "110103", "北京市/110103"); // a district merged since: told by its province
    row("朝阳区", nullptr, "");               // there are several
    row("99", nullptr, "");
    row("44030", nullptr, "");
    row("Paris", nullptr, "");
}

void TestFormats::regions()
{
    QFETCH(QString, given);
    QFETCH(QString, code);
    QFETCH(QString, names);
    QCOMPARE(normalRegion(given).value_or(QString()), code);
    QCOMPARE(regionNames(code).join(u'/'), names);
    if (!code.isEmpty() && !names.endsWith(QStringLiteral("110103"))) // its names lead back to it
        QCOMPARE(normalRegion(names).value_or(QString()), code);
}

void TestFormats::regionsFormATree()
{
    QCOMPARE(regionsIn({}).size(), size_t(34));
    qsizetype districts = 0;
    for (const Region& province : regionsIn({})) {
        for (const Region& city : regionsIn(province.code)) {
            QCOMPARE(regionSteps(city.code).first(), province.code);
            QCOMPARE(normalRegion(province.name + city.name).value_or(QString()), city.code);
            for (const Region& district : regionsIn(city.code)) {
                QCOMPARE(regionSteps(district.code).value(1), city.code);
                QCOMPARE(normalRegion(province.name + city.name + district.name).value_or(QString()), district.code);
                ++districts;
            }
        }
    }
    QVERIFY(districts > 2700);
    QCOMPARE(regionsIn("110000", RegionDepth::City).size(), size_t(0)); // Beijing is a city itself
    QVERIFY(isComplete("110000", RegionDepth::City));
    QVERIFY(isComplete("441900", RegionDepth::District)); // Dongguan has no districts
    QVERIFY(!isComplete("440300", RegionDepth::District));
    QCOMPARE(depthOf("429004"), RegionDepth::City);
}

void TestFormats::richText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char* markdown, const char* html, const char* plain) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(html) << QString::fromUtf8(plain);
    };
    row("# Visit\n\nAll **well**, *soon* more.", "<h1>Visit</h1><p>All <strong>well</strong>, <em>soon</em> more.</p>",
        "Visit All well, soon more.");
    row("- 一\n- 二", "<ul><li>一</li><li>二</li></ul>", "• 一 • 二");
    row("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>", "1. a 2. b");
    row("> said\n> twice", "<blockquote><p>said<br/>twice</p></blockquote>", "said twice");
    row("```\na < b\n```", "<pre>a &lt; b</pre>", "a < b");
    row("`a*b*c` ~~old~~", "<p><code>a*b*c</code> <s>old</s></p>", "a*b*c old");
    row("[Site](https://example.com/?a=1&b=2)", "<p><a href=\"https://example.com/?a=1&amp;b=2\">Site</a></p>", "Site");
    row("2 * 3 * 4", "<p>2 * 3 * 4</p>", "2 * 3 * 4");
    row("\\*stars\\*", "<p>*stars*</p>", "*stars*");
    row("a\n\n---\n\nb", "<p>a</p><hr/><p>b</p>", "a b");
    row("", "", "");
}

void TestFormats::richText()
{
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    QFETCH(QString, plain);
    QCOMPARE(richTextHtml(markdown), html);
    QCOMPARE(richTextPlain(markdown), plain);
}

void TestFormats::richTextCannotCarryMarkup_data()
{
    QTest::addColumn<QString>("markdown");
    for (const char* text :
         {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
          "![p](https://a.b/p.png)", "`<b>`", "```\n<iframe>\n```", "[x](https://a.b\"onclick=\"x)", "**<u>x</u>**",
          "# <style>", "> <svg/onload=1>", "[<b>](data:text/html,x)", "- <a href=file:///etc>"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("deep") << QString(5000, '>') + QString(5000, '*');
}

void TestFormats::richTextCannotCarryMarkup()
{
    QFETCH(QString, markdown);
    QString html = richTextHtml(markdown);
    static const QRegularExpression ours(
        QStringLiteral("</?(h[123]|p|ul|ol|li|blockquote|pre|code|strong|em|s)>|<[bh]r/>|<a href=\"(https?|mailto|tel):"
                       "[^\"<>]*\">|</a>"));
    html.remove(ours);
    QVERIFY2(!html.contains(u'<') && !html.contains(u'>'), qPrintable(html));
}

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"
