#pragma once
#include "app/common/commandregistry.h"
#include "session.h"

#include <QAbstractListModel>

namespace fw::studio
{

/// What Ctrl+K searches: commands and every element of the app that has a label or an id.
class Search : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.search")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
public:
    enum Role { Title = Qt::UserRole + 1, Subtitle, Icon, Engine, Shortcut };
    Search(Session& session, CommandRegistry& commands);
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    QString query() const { return m_query; }
    void setQuery(const QString& query); ///< also gathers anew: call with "" when the palette opens
    Q_INVOKABLE void activate(int row);

Q_SIGNALS:
    void queryChanged();

private:
    struct Hit {
        QString title, subtitle, icon, engine, shortcut, command, address;
        int rank = 0;
    };
    void gather();
    void gatherFile(const DefinitionFile& file);
    void gatherList(const Address& list, const yaml::Node& node, const schema::Kind& kind, const QString& fileTitle);
    Session& m_session;
    CommandRegistry& m_commands;
    QString m_query;
    std::vector<Hit> m_all;
    std::vector<Hit> m_shown;
};

} // namespace fw::studio
