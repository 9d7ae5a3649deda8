#pragma once
#include "session.h"

namespace fw::studio
{

/// Elements and files as text on the desktop's clipboard: readable YAML with one line in front that says what it is. It goes
/// between apps, and into a mail and back.
class Clipboard : public QObject
{
    Q_OBJECT
public:
    explicit Clipboard(Session& session);
    /// Puts what is selected on the clipboard; false when nothing of it can be copied.
    bool copy();
    bool canPaste() const;
    /// Puts what is on the clipboard behind the selected element, into the file that shows, or as files of its own. Ids that
    /// are taken become others. What was pasted is selected; references that lead nowhere here are told by pasted().
    bool paste();

    /// The text of elements (one list's) or files; "" when there is nothing to copy.
    static QString textOf(const Session& session, const QList<Address>& addresses);

Q_SIGNALS:
    /// `outside`: what the pasted elements refer to and this app does not have, as a person reads it.
    void pasted(int count, const QStringList& outside);

private:
    struct Content {
        QString shape;    ///< of elements
        QString path;     ///< of one file
        yaml::Node nodes; ///< a sequence of elements, or the root of a file
        QByteArray text;  ///< of a file
    };
    static std::optional<Content> read(const QString& text);
    std::optional<std::pair<Address, int>> target(const QString& shape) const;
    bool pasteElements(const Content& content);
    bool pasteFile(const Content& content);
    void tell(const QList<Address>& fresh);
    Session& m_session;
};

} // namespace fw::studio
