#pragma once
#include "model/base/problem.h"
#include "node.h"

#include <QSet>
#include <optional>
#include <yaml-cpp/eventhandler.h>

namespace fw::yaml
{

/// Builds nodes with spans from yaml-cpp's events and collects what the subset of rule 6 does not allow.
class Builder : public YAML::EventHandler
{
public:
    Builder(const QByteArray& text, const QString& file, int maxDepth)
        : m_text(text), m_file(file), m_maxDepth(maxDepth)
    {
    }

    /// Thrown out of an event to stop the parser (nesting too deep, a second document); caught in read().
    struct Stop {
    };

    Node takeRoot() { return std::move(m_root); }
    QList<Problem>& problems() { return m_problems; }
    const std::vector<Span>& scalars() const { return m_scalars; }
    /// Where the last scalar that runs over several lines stands: the likely culprit of a syntax error after it.
    Span lastLongQuote() const { return m_lastLongQuote; }

    /// The outermost bracket that is open yet.
    std::optional<int> openBracket() const;

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Frame {
        Node node;
        Entry pending;
        bool hasKey = false;
        QSet<QString> keys;
    };
    void problem(const char* code, Message what, Message remedy, int offset);
    void checkProperties(int offset, const std::string& tag, YAML::anchor_t anchor);
    void open(Node::Kind kind, int offset, YAML::EmitterStyle::value style);
    void close(char bracket);
    void add(Node node);
    void addKey(const Node& node);
    Span scalarSpan(int begin, const QByteArray& value);
    Span nullSpan(int mark);
    int parentColumn() const;

    const QByteArray& m_text;
    QString m_file;
    int m_maxDepth;
    bool m_started = false;
    Node m_root;
    std::vector<Frame> m_frames;
    int m_cursor = 0; ///< just behind the last token
    Span m_lastLongQuote;
    std::vector<Span> m_scalars;
    QList<Problem> m_problems;
};

} // namespace fw::yaml
