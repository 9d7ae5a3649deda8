#include "richtext.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace fw::formats
{

namespace
{

constexpr int s_deepest = 16; // emphasis inside emphasis, quotes inside quotes

bool isSafeAddress(const QString& address)
{
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto"),
                                     QStringLiteral("tel")};
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && schemes.contains(url.scheme());
}

/// Turns Markdown into HTML, or (plain) into its words.
class Writer
{
public:
    explicit Writer(bool plain) : m_plain(plain) {}

    QString blocks(const QStringList& lines, int depth = 0)
    {
        QString out;
        QStringList paragraph;
        const auto flush = [&] {
            if (!paragraph.isEmpty())
                out += tagged("p", spans(paragraph.join(u'\n')));
            paragraph.clear();
        };
        for (qsizetype i = 0; i < lines.size();) {
            if (lines[i].trimmed().isEmpty()) {
                flush();
                ++i;
                continue;
            }
            QString block;
            const qsizetype taken = special(lines, i, depth, block);
            if (taken > 0) {
                flush();
                out += block;
                i += taken;
            } else {
                paragraph << lines[i++].trimmed();
            }
        }
        flush();
        return out;
    }

private:
    /// How many lines from `at` form a block other than a paragraph.
    qsizetype special(const QStringList& lines, qsizetype at, int depth, QString& out)
    {
        static const QRegularExpression heading(QStringLiteral("^\\s{0,3}(#{1,6})\\s+(.*?)\\s*#*\\s*$"));
        static const QRegularExpression rule(QStringLiteral("^\\s{0,3}([-*_])(\\s*\\1){2,}\\s*$"));
        const QString& line = lines[at];
        if (const auto match = heading.match(line); match.hasMatch()) {
            const QByteArray name = "h" + QByteArray::number(qMin<qsizetype>(match.captured(1).size(), 3));
            out = tagged(name.constData(), spans(match.captured(2)));
            return 1;
        }
        if (rule.match(line).hasMatch()) {
            out = m_plain ? QString() : QStringLiteral("<hr/>");
            return 1;
        }
        if (line.trimmed().startsWith(QLatin1String("```")))
            return fenced(lines, at, out);
        if (depth < s_deepest && line.trimmed().startsWith(u'>'))
            return quote(lines, at, depth, out);
        return list(lines, at, out);
    }

    qsizetype fenced(const QStringList& lines, qsizetype at, QString& out)
    {
        QStringList code;
        qsizetype end = at + 1;
        while (end < lines.size() && !lines[end].trimmed().startsWith(QLatin1String("```")))
            code << lines[end++];
        out = tagged("pre", escaped(code.join(u'\n')));
        return qMin(end + 1, lines.size()) - at;
    }

    qsizetype quote(const QStringList& lines, qsizetype at, int depth, QString& out)
    {
        QStringList inner;
        qsizetype end = at;
        while (end < lines.size() && lines[end].trimmed().startsWith(u'>')) {
            const QString rest = lines[end++].trimmed().mid(1);
            inner << (rest.startsWith(u' ') ? rest.mid(1) : rest);
        }
        out = tagged("blockquote", blocks(inner, depth + 1));
        return end - at;
    }

    qsizetype list(const QStringList& lines, qsizetype at, QString& out)
    {
        static const QRegularExpression item(QStringLiteral("^\\s{0,8}(?:([-*+])|(\\d{1,9})[.)])\\s+(.*)$"));
        const auto first = item.match(lines[at]);
        if (!first.hasMatch())
            return 0;
        const bool bullets = !first.captured(1).isEmpty();
        QString items;
        qsizetype end = at;
        for (; end < lines.size(); ++end) {
            const auto match = item.match(lines[end]);
            if (!match.hasMatch() || match.captured(1).isEmpty() == bullets)
                break;
            const QString mark = bullets ? QStringLiteral("• ") : match.captured(2) + QStringLiteral(". ");
            items += m_plain ? mark + spans(match.captured(3)) + u'\n' : tagged("li", spans(match.captured(3)));
        }
        out = tagged(bullets ? "ul" : "ol", items);
        return end - at;
    }

    /// Emphasis, code, links and line breaks inside a block.
    QString spans(const QString& text, int depth = 0)
    {
        QString out;
        for (qsizetype i = 0; i < text.size();) {
            QString piece;
            const qsizetype taken = depth < s_deepest ? span(text, i, depth, piece) : 0;
            if (taken > 0) {
                out += piece;
                i += taken;
            } else {
                out += text[i] == u'\n' && !m_plain ? QStringLiteral("<br/>") : escaped(QString(text[i]));
                ++i;
            }
        }
        return out;
    }

    qsizetype span(const QString& text, qsizetype at, int depth, QString& out)
    {
        static const QString escapable = QStringLiteral("\\`*_{}[]()#+-.!~>|<");
        if (text[at] == u'\\' && at + 1 < text.size() && escapable.contains(text[at + 1])) {
            out = escaped(QString(text[at + 1]));
            return 2;
        }
        struct Mark {
            QLatin1String sign;
            const char* tag;
        };
        static constexpr Mark marks[] = {{QLatin1String("**"), "strong"},
                                         {QLatin1String("~~"), "s"},
                                         {QLatin1String("`"), "code"},
                                         {QLatin1String("*"), "em"}};
        for (const Mark& mark : marks) {
            if (!QStringView(text).mid(at).startsWith(mark.sign))
                continue;
            const qsizetype from = at + mark.sign.size(), to = text.indexOf(mark.sign, from + 1);
            const bool opens = from < text.size() && !text[from].isSpace();
            if (to < 0 || !opens || text[to - 1].isSpace())
                continue;
            const QString inner = text.mid(from, to - from);
            out = tagged(mark.tag, mark.sign == QLatin1String("`") ? escaped(inner) : spans(inner, depth + 1), false);
            return to + mark.sign.size() - at;
        }
        return text[at] == u'[' ? link(text, at, depth, out) : 0;
    }

    qsizetype link(const QString& text, qsizetype at, int depth, QString& out)
    {
        static const QRegularExpression form(QStringLiteral("\\[([^\\[\\]\\n]+)\\]\\(([^()\\s]+)\\)"));
        const auto match =
            form.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return 0;
        const QString words = spans(match.captured(1), depth + 1);
        out = m_plain || !isSafeAddress(match.captured(2))
                  ? words
                  : QStringLiteral("<a href=\"%1\">").arg(escaped(match.captured(2))) + words + QStringLiteral("</a>");
        return match.capturedLength();
    }

    QString escaped(const QString& text) const { return m_plain ? text : text.toHtmlEscaped(); }

    QString tagged(const char* tag, const QString& inner, bool block = true) const
    {
        if (m_plain)
            return block ? inner + u'\n' : inner;
        const QLatin1String name(tag);
        return QStringLiteral("<%1>").arg(name) + inner + QStringLiteral("</%1>").arg(name);
    }

    bool m_plain;
};

QStringList linesOf(const QString& markdown)
{
    QString text = markdown;
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n').split(u'\n');
}

} // namespace

QString richTextHtml(const QString& markdown)
{
    return Writer(false).blocks(linesOf(markdown));
}

QString richTextPlain(const QString& markdown)
{
    return Writer(true).blocks(linesOf(markdown)).simplified();
}

} // namespace fw::formats
