#include "builder.h"
#include "reader.h"
#include "scan.h"

#include <yaml-cpp/mark.h>

namespace fw::yaml
{

void Builder::problem(const char* code, Message what, Message remedy, int offset)
{
    m_problems << Problem{Severity::Error,   QString::fromLatin1(code),       std::move(what),
                          std::move(remedy), placeAt(m_text, m_file, offset), {}};
}

std::optional<int> Builder::openBracket() const
{
    const auto frame =
        std::find_if(m_frames.begin(), m_frames.end(), [](const Frame& f) { return f.node.style == Style::Flow; });
    return frame == m_frames.end() ? std::nullopt : std::optional(frame->node.span.begin);
}

void Builder::OnDocumentStart(const YAML::Mark& mark)
{
    if (m_started && !m_text.mid(mark.pos).startsWith("---")) {
        problem("yaml.syntax", FW_MSG("This line does not belong to what stands above it."),
                FW_MSG("Check its indentation; a file is one map or one list."), mark.pos);
        throw Stop();
    }
    if (m_started) {
        problem("yaml.several_documents", FW_MSG("A second YAML document begins here; a file holds one."),
                FW_MSG("Put it into a file of its own, or remove the \"---\" or \"...\" line."), mark.pos);
        throw Stop();
    }
    m_started = true;
}

/// Anchors and tags are refused: a definition reads the same for everybody, without a second meaning behind a mark.
void Builder::checkProperties(int offset, const std::string& tag, YAML::anchor_t anchor)
{
    if (anchor != 0)
        problem("yaml.anchor", FW_MSG("Anchors (\"&\") are not allowed in a definition."),
                FW_MSG("Write the value out where it is used; if this is text, put it in quotes."), offset);
    // yaml-cpp gives "!" for every quoted text; a bare "!" in the file gives it too.
    const bool bare = offset < m_text.size() && m_text[offset] == '!';
    if (bare || (!tag.empty() && tag != "?" && tag != "!"))
        problem("yaml.tag", FW_MSG("Tags (\"!\") are not allowed in a definition."),
                FW_MSG("Remove the tag; if this is text, put it in quotes."), offset);
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t)
{
    problem("yaml.alias", FW_MSG("Aliases (\"*\") are not allowed in a definition."),
            FW_MSG("Write the value out where it is used; if this is text, put it in quotes."), mark.pos);
    Node node = Node::null();
    node.span = {mark.pos, mark.pos};
    add(std::move(node));
}

int Builder::parentColumn() const
{
    return m_frames.empty() ? -1 : columnOf(m_text, m_frames.back().node.span.begin);
}

Span Builder::scalarSpan(int begin, const QByteArray& value)
{
    const char first = begin < m_text.size() ? m_text[begin] : '\0';
    int end = -1;
    if (first == '"' || first == '\'') {
        end = quotedEnd(m_text, begin);
        if (end < 0)
            problem("yaml.unclosed_quote", FW_MSG("The quote opened here is never closed."),
                    FW_MSG("Add the closing quote at the end of the text."), begin);
        else if (m_text.mid(begin, end - begin).contains('\n'))
            m_lastLongQuote = {begin, end};
    } else if (first == '|' || first == '>') {
        end = blockScalarEnd(m_text, begin, parentColumn(), value);
    } else {
        end = plainEnd(m_text, begin, value);
        // yaml-cpp ends an unquoted text in a flow collection at "?", where YAML 1.2 does not.
        if (end >= 0 && end < m_text.size() && m_text[end] == '?')
            problem("yaml.quote_needed", FW_MSG("A text with \"?\" inside { } or [ ] needs quotes."),
                    FW_MSG("Put the whole text in double quotes."), begin);
    }
    return {begin, end < 0 ? begin : end};
}

static Style styleAt(const QByteArray& text, int offset)
{
    switch (offset < text.size() ? text[offset] : '\0') {
    case '"': return Style::DoubleQuoted;
    case '\'': return Style::SingleQuoted;
    case '|': return Style::Literal;
    case '>': return Style::Folded;
    default: return Style::Plain;
    }
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value)
{
    checkProperties(mark.pos, tag, anchor);
    const QByteArray bytes = QByteArray::fromStdString(value);
    Node node;
    node.kind = Node::Kind::Scalar;
    // QString::fromUtf8 drops a leading byte order mark, which here is a character of the text.
    node.scalar =
        bytes.startsWith("\xEF\xBB\xBF") ? QChar(0xFEFF) + QString::fromUtf8(bytes.mid(3)) : QString::fromUtf8(bytes);
    node.style = styleAt(m_text, mark.pos);
    node.span = scalarSpan(mark.pos, bytes);
    m_scalars.push_back(node.span);
    m_cursor = node.span.end;
    add(std::move(node));
}

/// A null may be written (`~`) or be nothing at all; then it stands right behind the ":" or "-".
Span Builder::nullSpan(int mark)
{
    if (m_frames.empty())
        return nullWord(m_text, mark) ? Span{mark, mark + nullWord(m_text, mark)} : Span{0, 0};
    const Frame& frame = m_frames.back();
    const bool flow = frame.node.style == Style::Flow;
    int empty = m_cursor;
    if (frame.node.isMap() || !flow) {
        empty = skipBlank(m_text, m_cursor, flow ? "," : "");
        const char wanted = frame.node.isMap() ? ':' : '-';
        if (empty >= m_text.size() || m_text[empty] != wanted) {
            problem("yaml.key_without_value", FW_MSG("A key without \":\" and value."),
                    FW_MSG("Write \"key: value\"; a text with a comma in it needs quotes, and a list stands in [ ]."),
                    frame.pending.keySpan.begin);
            return {m_cursor, m_cursor};
        }
        ++empty;
    }
    const int word = skipBlank(m_text, empty, flow && frame.node.isSequence() ? "," : "");
    if (word == mark && nullWord(m_text, word))
        return {word, word + nullWord(m_text, word)};
    return {empty, empty};
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor)
{
    checkProperties(mark.pos, {}, anchor);
    Node node = Node::null();
    const bool isKey = !m_frames.empty() && m_frames.back().node.isMap() && !m_frames.back().hasKey;
    node.span = isKey ? Span{mark.pos, mark.pos} : nullSpan(mark.pos);
    m_cursor = node.span.end;
    add(std::move(node));
}

void Builder::open(Node::Kind kind, int offset, YAML::EmitterStyle::value style)
{
    if (static_cast<int>(m_frames.size()) >= m_maxDepth) {
        problem("yaml.too_deep",
                Message(FW_MSG("The nesting is deeper than %1 levels."), {QString::number(m_maxDepth)}),
                FW_MSG("Split the value, or put parts into files of their own."), offset);
        throw Stop();
    }
    const bool flow = style == YAML::EmitterStyle::Flow;
    if (flow && kind == Node::Kind::Map && offset < m_text.size() && m_text[offset] != '{')
        problem("yaml.pair_in_list", FW_MSG("A \"key: value\" pair stands in a list without { }."),
                FW_MSG("Put the pair in { }; if this is text, put it in quotes."), offset);
    Frame frame;
    frame.node.kind = kind;
    frame.node.style = flow ? Style::Flow : Style::Block;
    frame.node.span = {offset, offset};
    m_frames.push_back(std::move(frame));
    m_cursor = flow ? offset + 1 : offset;
}

/// A flow collection ends behind its bracket, a block collection with its last child.
void Builder::close(char bracket)
{
    Node node = std::move(m_frames.back().node);
    m_frames.pop_back();
    node.span.end = m_cursor;
    if (node.style == Style::Flow) {
        const int at = skipBlank(m_text, m_cursor, ",");
        if (at < m_text.size() && m_text[at] == bracket)
            node.span.end = at + 1;
    }
    m_cursor = node.span.end;
    add(std::move(node));
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value style)
{
    checkProperties(mark.pos, tag, anchor);
    open(Node::Kind::Sequence, mark.pos, style);
}

void Builder::OnSequenceEnd()
{
    close(']');
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style)
{
    checkProperties(mark.pos, tag, anchor);
    open(Node::Kind::Map, mark.pos, style);
}

void Builder::OnMapEnd()
{
    close('}');
}

void Builder::addKey(const Node& node)
{
    Frame& frame = m_frames.back();
    frame.hasKey = true;
    frame.pending = Entry{node.scalar, Node(), node.span};
    int before = node.span.begin;
    while (before > 0 && m_text[before - 1] == ' ')
        --before;
    const bool longForm = before > 0 && m_text[before - 1] == '?';
    if (!node.isScalar() || longForm) {
        problem("yaml.key_kind", FW_MSG("A key must be a single word or text before \":\"."),
                FW_MSG("Write the key on one line as \"key: value\"."), node.span.begin);
    } else if (node.style == Style::Plain && node.scalar == u"<<") {
        problem("yaml.merge_key", FW_MSG("Merge keys (\"<<\") are not allowed in a definition."),
                FW_MSG("Write the keys out where they are used."), node.span.begin);
    } else if (frame.keys.contains(node.scalar)) {
        problem("yaml.duplicate_key", Message(FW_MSG("The key \"%1\" stands here twice."), {node.scalar}),
                FW_MSG("Remove one of the two, or give it another name."), node.span.begin);
    }
    frame.keys.insert(node.scalar);
}

void Builder::add(Node node)
{
    if (m_frames.empty()) {
        m_root = std::move(node);
        return;
    }
    Frame& frame = m_frames.back();
    if (frame.node.isSequence()) {
        frame.node.items.push_back(std::move(node));
    } else if (!frame.hasKey) {
        addKey(node);
    } else {
        frame.pending.value = std::move(node);
        frame.node.entries.push_back(std::move(frame.pending));
        frame.hasKey = false;
    }
}

} // namespace fw::yaml
