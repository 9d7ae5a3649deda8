#include "scalarmap.h"

namespace fw::schema
{

static int lengthAt(const QByteArray& text, int at)
{
    const uchar c = uchar(text[at]);
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

ScalarMap::ScalarMap(const QByteArray& text, const yaml::Node& scalar) : m_scalar(scalar)
{
    m_value.reserve(scalar.scalar.size());
    switch (scalar.style) {
    case yaml::Style::SingleQuoted: quoted(text, scalar.span.end - 1, false); break;
    case yaml::Style::DoubleQuoted: quoted(text, scalar.span.end - 1, true); break;
    case yaml::Style::Literal: block(text, false); break;
    case yaml::Style::Folded: block(text, true); break;
    default: plain(text);
    }
    m_exact = m_value.startsWith(scalar.scalar);
}

void ScalarMap::append(QStringView units, int begin, int end)
{
    for (const QChar unit : units) {
        m_value += unit;
        m_begins.push_back(begin);
        m_ends.push_back(end);
    }
}

/// Line breaks inside flow scalars: one becomes a blank, n become n − 1 breaks; blanks around them go.
int ScalarMap::foldBreaks(const QByteArray& text, int at, int end)
{
    while (!m_value.isEmpty() && (m_value.back() == u' ' || m_value.back() == u'\t')) {
        m_value.chop(1);
        m_begins.pop_back();
        m_ends.pop_back();
    }
    const int begin = at;
    int breaks = 0;
    while (at < end && (text[at] == '\n' || text[at] == ' ' || text[at] == '\t'))
        breaks += text[at++] == '\n';
    append(breaks == 1 ? QStringLiteral(" ") : QString(breaks - 1, u'\n'), begin, at);
    return at;
}

static QString escapedUnit(const QByteArray& text, int at, int* length)
{
    *length = 2;
    const auto hex = [&](int digits) {
        *length = 2 + digits;
        const char32_t code = text.mid(at + 2, digits).toUInt(nullptr, 16);
        return QString::fromUcs4(&code, 1);
    };
    switch (text[at + 1]) {
    case 'n': return QStringLiteral("\n");
    case 't': return QStringLiteral("\t");
    case 'r': return QStringLiteral("\r");
    case '0': return QString(QChar(0));
    case 'a': return QStringLiteral("\a");
    case 'b': return QStringLiteral("\b");
    case 'e': return QStringLiteral("\x1b");
    case 'f': return QStringLiteral("\f");
    case 'v': return QStringLiteral("\v");
    case 'N': return QString(QChar(0x85));
    case '_': return QString(QChar(0xA0));
    case 'L': return QString(QChar(0x2028));
    case 'P': return QString(QChar(0x2029));
    case 'x': return hex(2);
    case 'u': return hex(4);
    case 'U': return hex(8);
    default: return QString(QChar::fromLatin1(text[at + 1]));
    }
}

void ScalarMap::quoted(const QByteArray& text, int end, bool doubled)
{
    int at = m_scalar.span.begin + 1;
    while (at < end) {
        const char c = text[at];
        if (c == '\n') {
            at = foldBreaks(text, at, end);
        } else if (doubled && c == '\\' && at + 1 < end && text[at + 1] == '\n') {
            at += 2;
            while (at < end && (text[at] == ' ' || text[at] == '\t'))
                ++at;
        } else if (doubled && c == '\\' && at + 1 < end) {
            int length = 0;
            const QString unit = escapedUnit(text, at, &length);
            append(unit, at, at + length);
            at += length;
        } else {
            const int length = !doubled && c == '\'' ? 2 : lengthAt(text, at);
            append(!doubled && c == '\'' ? QStringLiteral("'") : QString::fromUtf8(text.mid(at, length)), at,
                   at + length);
            at += length;
        }
    }
}

void ScalarMap::plain(const QByteArray& text)
{
    int at = m_scalar.span.begin;
    while (at < m_scalar.span.end) {
        if (text[at] == '\n') {
            at = foldBreaks(text, at, m_scalar.span.end);
            continue;
        }
        const int length = lengthAt(text, at);
        append(QString::fromUtf8(text.mid(at, length)), at, at + length);
        at += length;
    }
}

/// Literal blocks exactly; folded ones as far as lines of equal indentation go (exact() tells when that was not enough).
void ScalarMap::block(const QByteArray& text, bool folded)
{
    const int end = std::min(m_scalar.span.end, int(text.size()));
    int at = int(text.indexOf('\n', m_scalar.span.begin)) + 1;
    if (at == 0)
        return;
    int indent = -1;
    while (at < end) {
        const int lineEnd = text.indexOf('\n', at) < 0 ? end : std::min(end, int(text.indexOf('\n', at)));
        int first = at;
        while (first < lineEnd && text[first] == ' ')
            ++first;
        if (indent < 0 && first < lineEnd)
            indent = first - at;
        int c = std::min(lineEnd, at + std::max(indent, 0));
        while (c < lineEnd) {
            const int length = lengthAt(text, c);
            append(QString::fromUtf8(text.mid(c, length)), c, c + length);
            c += length;
        }
        const bool last = lineEnd + 1 >= end;
        append(folded && !last ? QStringLiteral(" ") : QStringLiteral("\n"), lineEnd, std::min(end, lineEnd + 1));
        at = lineEnd + 1;
    }
}

int ScalarMap::byteOffset(int index) const
{
    if (!m_exact)
        return m_scalar.span.begin;
    if (index < int(m_begins.size()))
        return m_begins[size_t(std::max(0, index))];
    return m_ends.empty() ? m_scalar.span.begin : m_ends.back();
}

int ScalarMap::endOffset(int end) const
{
    if (!m_exact)
        return m_scalar.span.end;
    if (end <= 0)
        return byteOffset(0);
    return end <= int(m_ends.size()) ? m_ends[size_t(end - 1)] : byteOffset(end);
}

QByteArray ScalarMap::escaped(const QString& text) const
{
    QString out = text;
    if (m_scalar.style == yaml::Style::DoubleQuoted)
        out.replace(u'\\', QLatin1String("\\\\"))
            .replace(u'"', QLatin1String("\\\""))
            .replace(u'\n', QLatin1String("\\n"));
    else if (m_scalar.style == yaml::Style::SingleQuoted)
        out.replace(u'\'', QLatin1String("''"));
    return out.toUtf8();
}

} // namespace fw::schema
