#include "fileview.h"

namespace fw::studio
{

void FileView::setSession(Session* session)
{
    if (session == m_session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &Session::edited, this, &FileView::refresh);
        connect(m_session, &Session::languageChanged, this, &FileView::refresh);
    }
    Q_EMIT targetChanged();
    refresh();
}

void FileView::setFile(const QString& file)
{
    if (file == m_file)
        return;
    m_file = file;
    Q_EMIT targetChanged();
    refresh();
}

void FileView::refresh()
{
    if (!definitionFile())
        return;
    rebuild();
    Q_EMIT changed();
}

const yaml::Node& FileView::root() const
{
    static const yaml::Node nothing;
    const DefinitionFile* file = definitionFile();
    return file ? file->root : nothing;
}

QVariantMap FileView::variantGroup(const QString& title, const Address& list) const
{
    QVariantList items;
    for (const schema::Variant& variant : schema::variants(m_session->definition(), list))
        items << QVariantMap{{QStringLiteral("text"), variant.label.in(language())},
                             {QStringLiteral("detail"), variant.help.in(language())},
                             {QStringLiteral("icon"), variant.icon.isEmpty() ? variant.id : variant.icon},
                             {QStringLiteral("payload"), QString(QStringLiteral("variant:") + variant.id)}};
    return {{QStringLiteral("title"), title}, {QStringLiteral("items"), items}};
}

QString FileView::expressionText(const yaml::Node& node)
{
    const QString text = node.string();
    return text.startsWith(QLatin1Char('=')) ? text.mid(1).trimmed() : text;
}

QString fieldIcon(const QString& type)
{
    static const QHash<QString, QString> icons{{QStringLiteral("long_text"), QStringLiteral("longtext")},
                                               {QStringLiteral("yes_no"), QStringLiteral("boolean")},
                                               {QStringLiteral("computed"), QStringLiteral("formula")},
                                               {QStringLiteral("choices"), QStringLiteral("multi")},
                                               {QStringLiteral("file"), QStringLiteral("asset")}};
    return icons.value(type, type);
}

QString fieldPayload(const Session& session, const QString& payload, const QString& table)
{
    if (!payload.startsWith(QLatin1String("element:")))
        return payload;
    const Address address = Address::parse(payload.section(QLatin1Char(':'), 1));
    const DefinitionFile* file = session.definition().find(QStringLiteral("table"), table);
    const bool field = file && address.file == file->path && address.path.size() == 2 &&
                       address.path.first() == QLatin1String("fields");
    return field ? QStringLiteral("field:") + address.last() : payload;
}

QList<FieldInfo> fieldsOf(const Session& session, const QString& table)
{
    QList<FieldInfo> fields;
    const DefinitionFile* file = session.definition().find(QStringLiteral("table"), table);
    if (!file)
        return fields;
    const schema::Shape* shape = schema::Schema::instance().shape(QStringLiteral("field"));
    const schema::Key* typeKey = shape ? shape->key(u"type") : nullptr;
    for (const yaml::Node& field : file->root[u"fields"].items) {
        FieldInfo info{field[u"id"].string(),
                       schema::labelOf(field).in(session.language()),
                       field[u"type"].string(),
                       {},
                       {},
                       field[u"required"].toBool(false)};
        info.typeLabel = info.type;
        info.icon = fieldIcon(info.type);
        if (typeKey)
            for (const schema::EnumValue& value : typeKey->values)
                if (value.id == info.type)
                    info.typeLabel = value.label.in(session.language());
        fields << info;
    }
    return fields;
}

} // namespace fw::studio
