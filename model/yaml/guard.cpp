#include "guard.h"
#include "scan.h"

namespace fw::yaml
{

/// The offset of the first byte that does not belong to valid UTF-8 (RFC 3629), or -1.
static int invalidUtf8(const QByteArray& text)
{
    const auto byte = [&](int i) { return i < text.size() ? static_cast<quint8>(text[i]) : 0; };
    for (int i = 0; i < text.size();) {
        const quint8 lead = byte(i);
        int length = 1;
        if (lead >= 0x80) {
            length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            quint8 low = 0x80;
            quint8 high = 0xBF;
            if (lead == 0xE0)
                low = 0xA0;
            if (lead == 0xED)
                high = 0x9F;
            if (lead == 0xF0)
                low = 0x90;
            if (lead == 0xF4)
                high = 0x8F;
            if (lead < 0xC2 || lead > 0xF4 || byte(i + 1) < low || byte(i + 1) > high)
                return i;
            for (int k = 2; k < length; ++k)
                if ((byte(i + k) & 0xC0) != 0x80)
                    return i;
        }
        i += length;
    }
    return -1;
}

static Problem found(const char* code, Message what, Message remedy, const QByteArray& text, const QString& file,
                     int offset)
{
    return {Severity::Error,   QString::fromLatin1(code),   std::move(what),
            std::move(remedy), placeAt(text, file, offset), {}};
}

static void guardControls(const QByteArray& text, const QString& file, QList<Problem>& problems)
{
    for (int i = 0; i < text.size(); ++i) {
        const auto c = static_cast<quint8>(text[i]);
        if (c == '\r') {
            problems << found(
                "yaml.carriage_return", FW_MSG("The file has Windows line ends (carriage returns)."),
                FW_MSG("Save it with line ends of the kind \"LF\"; most editors show the kind in their status line."),
                text, file, i);
            return;
        }
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            problems << found(
                "yaml.control_character",
                Message(FW_MSG("A control character (code %1) stands here."), {QString::number(c)}),
                FW_MSG("Remove it; inside double quotes it can be written as an escape such as \"\\u0007\"."), text,
                file, i);
            return;
        }
    }
}

QList<Problem> guardBytes(const QByteArray& text, const QString& file, const ReadLimits& limits)
{
    if (text.size() > limits.bytes)
        return {Problem{Severity::Error,
                        QStringLiteral("yaml.too_large"),
                        Message(FW_MSG("The file has %1 bytes; at most %2 are read."),
                                {QString::number(text.size()), QString::number(limits.bytes)}),
                        FW_MSG("Split it, or move data into seed/ as CSV."),
                        Place{file, 0, 0, {}},
                        {}}};
    QList<Problem> problems;
    if (text.startsWith("\xEF\xBB\xBF"))
        problems << found("yaml.bom", FW_MSG("The file begins with a byte order mark."),
                          FW_MSG("Save it as UTF-8 without BOM."), text, file, 0);
    if (const int bad = invalidUtf8(text); bad >= 0) {
        problems << found("yaml.encoding",
                          Message(FW_MSG("The file is not UTF-8: byte 0x%1 does not belong here."),
                                  {QString::number(static_cast<quint8>(text[bad]), 16).toUpper()}),
                          FW_MSG("Save it as UTF-8 (it may be GB18030 or UTF-16 now)."), text, file, bad);
        return problems;
    }
    guardControls(text, file, problems);
    return problems;
}

QList<Problem> guardTabs(const QByteArray& text, const QString& file, const std::vector<Span>* scalars)
{
    QList<Problem> problems;
    size_t next = 0;
    for (int i = 0; (i = static_cast<int>(text.indexOf('\t', i))) >= 0;) {
        bool allowed = false;
        if (scalars) {
            while (next < scalars->size() && (*scalars)[next].end <= i)
                ++next;
            const bool inText = next < scalars->size() && (*scalars)[next].begin <= i;
            const int clear = next == 0 ? 0 : (*scalars)[next - 1].end;
            const int from = std::max(lineBegin(text, i), clear);
            allowed = inText || text.mid(from, i - from).contains('#');
        } else {
            allowed = lineBegin(text, i) + indentOf(text, i) != i;
        }
        if (allowed) {
            ++i;
            continue;
        }
        problems << found("yaml.tab", FW_MSG("A tab stands between the parts of the file."),
                          FW_MSG("Use spaces, two for each level."), text, file, i);
        i = lineEnd(text, i); // one problem for each line is enough
    }
    return problems;
}

} // namespace fw::yaml
