#pragma once
#include "emitter.h"
#include "node.h"

#include <functional>

namespace fw::yaml
{

/// One replacement in a text.
struct Cut {
    int begin = 0;
    int end = 0;
    QByteArray text;
};
using Cuts = std::vector<Cut>;

/// The text after all cuts; they must not overlap.
QByteArray applied(const QByteArray& text, Cuts cuts);

/// Moves lines to another column; blank lines stay blank.
QByteArray shifted(const QByteArray& lines, int columns);

/// Where the children of one collection stand in the text, and the cuts that add or take one.
///
/// Comments: the comment lines directly above a child (no blank line between, same column), the comment behind it and
/// those below it that are indented deeper belong to it and go along; all others stay. The comment at the top of a file
/// belongs to the file.
class Layout
{
public:
    Layout(const QByteArray& text, const Node& collection, bool isRoot)
        : m_text(text), m_node(collection), m_isRoot(isRoot)
    {
    }

    bool isFlow() const { return m_node.style == Style::Flow; }
    int count() const { return static_cast<int>(m_node.isMap() ? m_node.entries.size() : m_node.items.size()); }
    const Node& value(int i) const
    {
        return m_node.isMap() ? m_node.entries[size_t(i)].value : m_node.items[size_t(i)];
    }
    /// Where a child begins: its key, its dash, or (in a flow list) itself.
    int tokenBegin(int i) const;
    /// Just behind the ":" or "-" of a child; in a flow list the child's begin.
    int valueSlot(int i) const;
    int valueEnd(int i) const { return value(i).span.end; }
    /// The column of the children of a block collection.
    int column() const;
    /// Nothing but blanks stands before the child on its line.
    bool ownsLine(int i) const;
    /// The begin of the first line behind a block child and its deeper comments.
    int linesEnd(int i) const;
    /// The whole lines of a child with the comments above it; from its own begin when it does not begin its line.
    Span extent(int i) const;

    /// `inlineText` is for flow collections, `lines` (at column()) for block collections.
    Cuts insertion(int index, const QByteArray& inlineText, const QByteArray& lines) const;
    Cuts removal(int index) const; ///< of one child among several
    /// Puts another value in a child's place. `render` gives the new text for a column.
    Cuts replacement(int index, const Node& value, const std::function<Rendered(int column)>& render) const;

private:
    Cuts blockInsertion(int index, QByteArray lines) const;
    Cuts flowInsertion(int index, const QByteArray& text) const;
    Cuts blockRemoval(int index) const;
    Cuts flowRemoval(int index) const;
    Cuts replaceInline(int slot, const Node& old, const Rendered& fresh) const;
    Cuts replaceBody(int index, const Rendered& fresh) const;
    bool separatedByBlankLines() const;

    const QByteArray& m_text;
    const Node& m_node;
    bool m_isRoot;
};

} // namespace fw::yaml
