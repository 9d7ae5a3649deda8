#include "layout.h"
#include "scan.h"

namespace fw::yaml
{

QByteArray applied(const QByteArray& text, Cuts cuts)
{
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
    QByteArray out;
    int from = 0;
    for (const Cut& cut : cuts) {
        out += text.mid(from, cut.begin - from) + cut.text;
        from = cut.end;
    }
    return out + text.mid(from);
}

QByteArray shifted(const QByteArray& lines, int columns)
{
    if (columns == 0)
        return lines;
    QByteArray out;
    for (int at = 0; at < lines.size();) {
        const int end = lineEnd(lines, at);
        const int lead = indentOf(lines, at);
        const bool blankLine = at + lead == end;
        if (!blankLine && columns > 0)
            out += QByteArray(columns, ' ');
        const int from = columns < 0 ? at + std::min(lead, -columns) : at;
        out += lines.mid(from, end + 1 - from);
        at = end + 1;
    }
    return out;
}

static bool isBlankLine(const QByteArray& text, int offset)
{
    const int begin = lineBegin(text, offset);
    return begin + indentOf(text, offset) == lineEnd(text, offset);
}

/// The begin of the line after the one that holds `offset`; the text's size when it is the last.
static int nextLine(const QByteArray& text, int offset)
{
    return std::min(lineEnd(text, offset) + 1, static_cast<int>(text.size()));
}

/// Lines put in at the begin of a line; at the end of a file without a final line end that file keeps its manner.
static Cut linesAt(const QByteArray& text, int offset, QByteArray lines)
{
    if (offset == text.size() && !text.isEmpty() && !text.endsWith('\n') && !lines.isEmpty()) {
        lines.chop(1);
        lines.prepend('\n');
    }
    return {offset, offset, lines};
}

int Layout::tokenBegin(int i) const
{
    if (m_node.isMap())
        return m_node.entries[size_t(i)].keySpan.begin;
    if (isFlow())
        return value(i).span.begin;
    return skipBlank(m_text, i == 0 ? m_node.span.begin : valueEnd(i - 1));
}

int Layout::valueSlot(int i) const
{
    if (m_node.isMap())
        return skipBlank(m_text, m_node.entries[size_t(i)].keySpan.end) + 1;
    return isFlow() ? value(i).span.begin : tokenBegin(i) + 1;
}

int Layout::column() const
{
    return columnOf(m_text, tokenBegin(0));
}

bool Layout::ownsLine(int i) const
{
    const int begin = tokenBegin(i);
    return indentOf(m_text, begin) == columnOf(m_text, begin);
}

int Layout::linesEnd(int i) const
{
    const int own = columnOf(m_text, tokenBegin(i));
    const int size = static_cast<int>(m_text.size());
    int end = nextLine(m_text, valueEnd(i));
    for (int line = end; line < size; line = nextLine(m_text, line)) {
        if (isBlankLine(m_text, line))
            continue;
        const int lead = indentOf(m_text, line);
        if (lead <= own || m_text[line + lead] != '#')
            break;
        end = nextLine(m_text, line);
    }
    return end;
}

Span Layout::extent(int i) const
{
    Span span{tokenBegin(i), linesEnd(i)};
    if (!ownsLine(i))
        return span;
    const int own = columnOf(m_text, span.begin);
    span.begin = lineBegin(m_text, span.begin);
    if (i == 0 && m_isRoot)
        return span;
    const int floor = i == 0 ? 0 : linesEnd(i - 1);
    while (span.begin > floor) {
        const int above = lineBegin(m_text, span.begin - 1);
        const bool comment = indentOf(m_text, above) == own && m_text[above + own] == '#';
        if (!comment)
            break;
        span.begin = above;
    }
    return span;
}

bool Layout::separatedByBlankLines() const
{
    if (count() < 2)
        return false;
    for (int i = 1; i < count(); ++i) {
        const int begin = extent(i).begin;
        if (!ownsLine(i) || begin == 0 || !isBlankLine(m_text, begin - 1))
            return false;
    }
    return true;
}

Cuts Layout::insertion(int index, const QByteArray& inlineText, const QByteArray& lines) const
{
    return isFlow() ? flowInsertion(index, inlineText) : blockInsertion(index, lines);
}

Cuts Layout::blockInsertion(int index, QByteArray lines) const
{
    const QByteArray gap = m_node.isSequence() && separatedByBlankLines() ? "\n" : "";
    if (index == 0 && !ownsLine(0)) {
        // The first child stands behind a dash: the new one takes its place there.
        const int indent = column();
        return {{tokenBegin(0), tokenBegin(0), lines.mid(indent) + gap + QByteArray(indent, ' ')}};
    }
    // A key goes right below the one before it; a list element right above the comments of the one behind it.
    if (index == count() || (m_node.isMap() && index > 0))
        return {linesAt(m_text, linesEnd(index - 1), index == count() ? gap + lines : lines)};
    return {linesAt(m_text, extent(index).begin, lines + gap)};
}

Cuts Layout::flowInsertion(int index, const QByteArray& text) const
{
    const int sibling = index == 0 ? 0 : index - 1;
    const bool ownLines = ownsLine(sibling);
    const QByteArray indent(columnOf(m_text, tokenBegin(sibling)), ' ');
    if (index == 0)
        return {{tokenBegin(0), tokenBegin(0), text + (ownLines ? ",\n" + indent : QByteArray(", "))}};
    const int end = valueEnd(sibling);
    if (!ownLines)
        return {{end, end, ", " + text}};
    const int comma = skipBlank(m_text, end);
    const bool hasComma = comma < m_text.size() && m_text[comma] == ',';
    const int lineStop = lineEnd(m_text, hasComma ? comma : end);
    if (skipBlank(m_text, hasComma ? comma + 1 : end) < lineStop)
        return {{end, end, ",\n" + indent + text}};
    if (hasComma)
        return {{lineStop + 1, lineStop + 1, indent + text + ",\n"}};
    return {{end, end, ","}, {lineStop + 1, lineStop + 1, indent + text + "\n"}};
}

Cuts Layout::removal(int index) const
{
    return isFlow() ? flowRemoval(index) : blockRemoval(index);
}

Cuts Layout::blockRemoval(int index) const
{
    const int begin = tokenBegin(index);
    if (!ownsLine(index)) {
        // The next child moves up behind the dash, unless it has comments of its own above it.
        const Span next = extent(index + 1);
        if (next.begin == lineBegin(m_text, tokenBegin(index + 1)))
            return {{begin, tokenBegin(index + 1), {}}};
        int from = begin;
        while (from > 0 && m_text[from - 1] == ' ')
            --from;
        return {{from, next.begin - 1, {}}};
    }
    Span span = extent(index);
    const bool blankAfter = span.end >= m_text.size() || isBlankLine(m_text, span.end);
    const int floor = index == 0 ? span.begin : linesEnd(index - 1);
    while (blankAfter && span.begin > floor && isBlankLine(m_text, span.begin - 1))
        span.begin = lineBegin(m_text, span.begin - 1);
    return {{span.begin, span.end, {}}};
}

Cuts Layout::flowRemoval(int index) const
{
    const bool last = index == count() - 1;
    const int end = valueEnd(index);
    const int comma = skipBlank(m_text, end);
    const bool hasComma = m_text[comma] == ',';
    if (ownsLine(index) && skipBlank(m_text, hasComma ? comma + 1 : end) >= lineEnd(m_text, end)) {
        Cuts cuts{{extent(index).begin, nextLine(m_text, hasComma ? comma : end), {}}};
        if (last && !hasComma) {
            const int before = skipBlank(m_text, valueEnd(index - 1));
            cuts.push_back({before, before + 1, {}});
        }
        return cuts;
    }
    if (index == 0)
        return {{tokenBegin(0), tokenBegin(1), {}}};
    return {{valueEnd(index - 1), end, {}}};
}

static bool isBlockCollection(const Node& node)
{
    return (node.isMap() || node.isSequence()) && node.style == Style::Block;
}

static bool isBlockScalar(const Node& node)
{
    return node.isScalar() && (node.style == Style::Literal || node.style == Style::Folded);
}

/// Behind a dash the first line of a block collection stands on the dash's line.
static Rendered behindDash(Rendered fresh, int column)
{
    if (!fresh.inlinePart.isEmpty() || fresh.lines.isEmpty())
        return fresh;
    const int end = lineEnd(fresh.lines, 0);
    return {fresh.lines.mid(column, end - column), fresh.lines.mid(end + 1)};
}

Cuts Layout::replacement(int index, const Node& value, const std::function<Rendered(int)>& render) const
{
    const Node& old = this->value(index);
    const int slot = valueSlot(index);
    if (isFlow()) {
        const QByteArray text = flowText(value);
        return {{old.span.begin, old.span.end, old.span.begin == old.span.end && m_node.isMap() ? " " + text : text}};
    }
    const int own = columnOf(m_text, tokenBegin(index));
    const bool onSlotLine = old.span.begin <= lineEnd(m_text, slot);
    if (!isBlockCollection(old)) {
        Rendered fresh = render(own + 2);
        if (m_node.isSequence())
            fresh = behindDash(fresh, own + 2);
        return isBlockScalar(old) || !onSlotLine ? replaceBody(index, fresh) : replaceInline(slot, old, fresh);
    }
    const bool keepColumn = onSlotLine || (value.kind == old.kind && isBlockCollection(value));
    const int column = keepColumn ? columnOf(m_text, old.span.begin) : own + 2;
    if (!onSlotLine)
        return replaceBody(index, render(column));
    // A block collection behind a dash.
    const Rendered fresh = behindDash(render(column), column);
    QByteArray text = fresh.inlinePart + "\n" + fresh.lines;
    const int end = linesEnd(index);
    if (end == m_text.size() && !m_text.endsWith('\n'))
        text.chop(1);
    return {{old.span.begin, end, text}};
}

/// The old value stands behind its key: the comment behind it stays there.
Cuts Layout::replaceInline(int slot, const Node& old, const Rendered& fresh) const
{
    const QByteArray head = fresh.inlinePart.isEmpty() ? QByteArray() : " " + fresh.inlinePart;
    Cuts cuts;
    if (old.span.begin == old.span.end || fresh.inlinePart.isEmpty())
        cuts.push_back({slot, old.span.end, head});
    else
        cuts.push_back({old.span.begin, old.span.end, fresh.inlinePart});
    if (!fresh.lines.isEmpty())
        cuts.push_back(linesAt(m_text, nextLine(m_text, old.span.end), fresh.lines));
    return cuts;
}

/// The old value has lines below its key: these go, the key's own line keeps its comment.
Cuts Layout::replaceBody(int index, const Rendered& fresh) const
{
    const Node& old = value(index);
    const int slot = valueSlot(index);
    const QByteArray head = fresh.inlinePart.isEmpty() ? QByteArray() : " " + fresh.inlinePart;
    int headEnd = slot;
    if (isBlockScalar(old) && old.span.begin <= lineEnd(m_text, slot))
        for (headEnd = old.span.begin; headEnd < m_text.size() && m_text[headEnd] != ' ' && m_text[headEnd] != '\n';)
            ++headEnd;
    const int body = nextLine(m_text, slot);
    const int end = std::max(body, linesEnd(index));
    QByteArray lines = fresh.lines;
    if (end == m_text.size() && !m_text.endsWith('\n'))
        lines.chop(1);
    return {{slot, headEnd, head}, {body, end, lines}};
}

} // namespace fw::yaml
