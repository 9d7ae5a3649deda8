#include "emitter.h"

#include <QRegularExpression>

namespace fw::yaml
{

bool readsAsOther(const QString& text)
{
    static const QRegularExpression words(
        QStringLiteral("^(~|null|true|false|yes|no|on|off|y|n|<<|[-+]?\\.?(inf|nan)|infinity)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression numbers(QStringLiteral(
        "^[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|(\\.[0-9]+|[0-9][0-9_,]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?|"
        "[0-9]+(:[0-9]+)+(\\.[0-9]*)?)$"));
    static const QRegularExpression dates(QStringLiteral("^[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2}([Tt ].*)?)?$"));
    return text.isEmpty() || words.match(text).hasMatch() || numbers.match(text).hasMatch() ||
           dates.match(text).hasMatch();
}

static bool printable(QChar c)
{
    const char16_t u = c.unicode();
    return u >= 0x20 && !(u >= 0x7F && u < 0xA0) && u != 0x2028 && u != 0x2029 && u != 0xFEFF && u < 0xFFFE;
}

/// Whether the characters can stand without quotes; what they would read as is another question (readsAsOther).
static bool plainWorks(const QString& text, bool inFlow)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace() || text.back() == u':')
        return false;
    if (QStringView(u"?:,[]{}#&*!|>'\"%@`=").contains(text.front()) || text.startsWith(QLatin1String("---")) ||
        text.startsWith(QLatin1String("...")))
        return false;
    if (text.front() == u'-' && (text.size() == 1 || text[1] == u' '))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!printable(text[i]))
            return false;
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar(u' ');
        if ((text[i] == u':' && next == u' ') || (text[i] == u' ' && next == u'#'))
            return false;
        // "?" ends a plain scalar in yaml-cpp's flow collections.
        if (inFlow &&
            (QStringView(u",[]{}?").contains(text[i]) || (text[i] == u':' && QStringView(u",[]{}").contains(next))))
            return false;
    }
    return true;
}

/// A literal block can hold the text unchanged, without an indentation indicator.
static bool literalWorks(const QString& text)
{
    if (!text.contains(u'\n') || text.endsWith(QLatin1String("\n\n")) || text.startsWith(u' ') ||
        text.startsWith(u'\n'))
        return false;
    for (const QStringView line : QStringView(text).split(u'\n'))
        if (!line.isEmpty() && line.trimmed().isEmpty())
            return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'\n' || printable(c); });
}

Style canonicalStyle(const QString& text)
{
    if (literalWorks(text))
        return Style::Literal;
    return readsAsOther(text) || !plainWorks(text, false) ? Style::DoubleQuoted : Style::Plain;
}

static QByteArray doubleQuoted(const QString& text)
{
    QString out(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += QStringLiteral("\\") + c;
        else if (c == u'\n')
            out += QStringLiteral("\\n");
        else if (c == u'\t')
            out += QStringLiteral("\\t");
        else if (!printable(c))
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return (out + u'"').toUtf8();
}

static QByteArray scalarText(const Node& node, bool inFlow)
{
    const bool oneLine = std::all_of(node.scalar.begin(), node.scalar.end(), printable);
    if (node.style == Style::SingleQuoted && oneLine)
        return "'" + QString(node.scalar).replace(u'\'', QLatin1String("''")).toUtf8() + "'";
    // Plain from a file or from Node::plain() is a number, boolean or word and stays so.
    if (node.style == Style::Plain && plainWorks(node.scalar, inFlow))
        return node.scalar.toUtf8();
    return doubleQuoted(node.scalar);
}

QByteArray keyText(const QString& key, bool inFlow)
{
    const bool plain =
        plainWorks(key, inFlow) && key != u"<<" && key != u"~" && key.compare(u"null", Qt::CaseInsensitive) != 0;
    return plain ? key.toUtf8() : doubleQuoted(key);
}

QByteArray flowText(const Node& node)
{
    QByteArrayList parts;
    switch (node.kind) {
    case Node::Kind::Missing:
    case Node::Kind::Null: return "null";
    case Node::Kind::Scalar: return scalarText(node, true);
    case Node::Kind::Sequence:
        for (const Node& item : node.items)
            parts << flowText(item);
        return "[" + parts.join(", ") + "]";
    case Node::Kind::Map:
        for (const Entry& entry : node.entries)
            parts << keyText(entry.key, true) + ": " + flowText(entry.value);
        return "{" + parts.join(", ") + "}";
    }
    return {};
}

static Rendered renderLiteral(const Node& node, int column)
{
    QString body = node.scalar;
    const bool clipped = !body.endsWith(u'\n');
    if (!clipped)
        body.chop(1);
    Rendered out{clipped ? "|-" : "|", {}};
    for (const QString& line : body.split(u'\n'))
        out.lines += line.isEmpty() ? QByteArray("\n") : QByteArray(column, ' ') + line.toUtf8() + "\n";
    return out;
}

Rendered render(const Node& node, int column)
{
    const bool empty = node.items.empty() && node.entries.empty();
    if (node.kind == Node::Kind::Scalar) {
        const bool block = (node.style == Style::Literal || node.style == Style::Folded) && literalWorks(node.scalar);
        return block ? renderLiteral(node, column) : Rendered{scalarText(node, false), {}};
    }
    if ((!node.isMap() && !node.isSequence()) || empty || node.style == Style::Flow)
        return {flowText(node), {}};
    Rendered out;
    for (const Entry& entry : node.entries)
        out.lines += entryText(entry, column);
    for (const Node& item : node.items)
        out.lines += itemText(item, column);
    return out;
}

QByteArray entryText(const Entry& entry, int column)
{
    const Rendered value = render(entry.value, column + 2);
    return QByteArray(column, ' ') + keyText(entry.key) + ":" + (value.inlinePart.isEmpty() ? "" : " ") +
           value.inlinePart + "\n" + value.lines;
}

QByteArray itemText(const Node& item, int column)
{
    const Rendered value = render(item, column + 2);
    const QByteArray dash = QByteArray(column, ' ') + "- ";
    if (value.inlinePart.isEmpty())
        return dash + value.lines.mid(column + 2); // the first line of the collection moves up behind the dash
    return dash + value.inlinePart + "\n" + value.lines;
}

QByteArray fileText(const Node& root)
{
    if (root.isScalar()) // a literal block needs a key to be indented under
        return flowText(root) + "\n";
    const Rendered value = render(root, 0);
    return value.inlinePart.isEmpty() ? value.lines : value.inlinePart + "\n" + value.lines;
}

} // namespace fw::yaml
