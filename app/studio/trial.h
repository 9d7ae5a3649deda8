#pragma once
#include "session.h"

#include <QTemporaryDir>
#include <QTimer>

namespace fw::studio
{

/// "Try it": keeps a folder that holds the app as it stands in the studio, saved or not. The player runs from there and
/// takes every change in, so that one sees an edit without saving it.
class Trial : public QObject
{
public:
    explicit Trial(Session& session);
    /// Writes the folder and begins to follow the edits. Returns the folder.
    Result<QString> begin();

private:
    Result<void> mirror();
    Session& m_session;
    QTemporaryDir m_folder;
    QTimer m_later;
    QStringList m_written;
    bool m_following = false;
};

} // namespace fw::studio
