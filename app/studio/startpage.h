#pragma once
#include "model/base/result.h"

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace fw::studio
{

/// What the start page offers: templates, the apps opened lately, and making a new app from a template.
class StartPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.start")
    Q_PROPERTY(QVariantList templates READ templates NOTIFY changed)
    Q_PROPERTY(QString homeFolder READ homeFolder CONSTANT)
    Q_PROPERTY(QVariantList recent READ recent NOTIFY changed)
public:
    explicit StartPage(QObject* parent = nullptr);
    QVariantList templates() const; ///< {folder, title, text, icon, engine}
    QVariantList recent() const;    ///< {folder, title, detail}
    /// What an app's first page looks like, for its picture: {rail: [{text, icon}], title, tiles: [{type, title, width}],
    /// columns: [text]}; tiles of its first dashboard, else columns of its first list.
    Q_INVOKABLE QVariantMap picture(const QString& folder) const;
    void setLanguage(const QString& language);
    void remember(const QString& folder, const QString& title);
    Q_INVOKABLE void forget(const QString& folder);

    /// Copies a template (or makes an empty app when `templateFolder` is "") into a new folder.
    Result<QString> create(const QString& templateFolder, const QString& target, const QString& name) const;
    /// A folder for a new app that is not there yet: ~/Formwright/<slug>.
    Q_INVOKABLE QString proposeFolder(const QString& name) const;
    Q_INVOKABLE bool isApp(const QString& folder) const; ///< whether a folder holds an app.yaml
    Q_INVOKABLE QString parentFolder(const QString& folder) const;
    QString homeFolder() const;

Q_SIGNALS:
    void changed();

private:
    QString m_language = QStringLiteral("en");
};

} // namespace fw::studio
