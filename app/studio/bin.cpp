#include "bin.h"

#include "model/check/removal.h"
#include "model/schema/titles.h"
#include "model/yaml/emitter.h"
#include "model/yaml/path.h"
#include "model/yaml/reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>
#include <QUuid>

namespace fw::studio
{

namespace
{
constexpr size_t mostKept = 200;
const QString retiredKey = QStringLiteral("retired:");
} // namespace

Bin::Bin(Session& session) : m_session(session)
{
    connect(&session, &Session::documentChanged, this, [this] {
        load();
        Q_EMIT changed();
    });
    connect(&session, &Session::edited, this, &Bin::changed);
    connect(&session, &Session::languageChanged, this, &Bin::changed);
}

// --- what is in it ---------------------------------------------------------------------------------------------------

QVariantMap Bin::row(const Entry& entry) const
{
    const schema::Kind* kind = schema::Schema::instance().kindOfPath(entry.address.file);
    const QLocale locale(m_session.language() == QLatin1String("zh") ? QLocale::Chinese : QLocale::English);
    return {{QStringLiteral("key"), entry.key},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("sort"), entry.sort},
            {QStringLiteral("place"), entry.place},
            {QStringLiteral("icon"), kind ? kind->icon : QStringLiteral("file")},
            {QStringLiteral("engine"), kind ? kind->engine : QString()},
            {QStringLiteral("when"), locale.toString(entry.when.toLocalTime(), QLocale::ShortFormat)},
            {QStringLiteral("keepsData"), false}};
}

void Bin::addRetired(QVariantList& rows, const Address& list) const
{
    const Definition& definition = m_session.definition();
    const bool table = list.file == QLatin1String("app.yaml");
    const schema::Kind* kind = schema::Schema::instance().kind(u"table");
    const yaml::Node& node = definition.node(list);
    for (int i = 0; i < int(node.items.size()); ++i) {
        const Address address = list.child(yaml::stepOf(node, i));
        QString title = m_session.titleOf(address);
        for (const Entry& entry : m_entries)
            if (table && entry.retired && entry.address.file == schema::Schema::pathOf(*kind, address.last()))
                title = entry.title;
        rows << QVariantMap{
            {QStringLiteral("key"), QString(retiredKey + address.toString())},
            {QStringLiteral("title"), title},
            {QStringLiteral("sort"), table ? kind->label.in(m_session.language()) : m_session.sortOf(address)},
            {QStringLiteral("place"), table ? QString() : m_session.titleOf({list.file, {}})},
            {QStringLiteral("icon"), table ? kind->icon : QStringLiteral("field")},
            {QStringLiteral("engine"), kind->engine},
            {QStringLiteral("when"), QString()},
            {QStringLiteral("keepsData"), true}};
    }
}

QVariantList Bin::entries() const
{
    QVariantList rows;
    if (!m_session.isOpen())
        return rows;
    addRetired(rows, Address{QStringLiteral("app.yaml"), {QStringLiteral("retired")}});
    for (const DefinitionFile* file : m_session.definition().all(QStringLiteral("table")))
        addRetired(rows, Address{file->path, {QStringLiteral("retired")}});
    for (auto it = m_entries.rbegin(); it != m_entries.rend(); ++it)
        if (!it->retired && !m_session.definition().node(it->address).exists()) // undone meanwhile: it is there
            rows << row(*it);
    return rows;
}

int Bin::count() const
{
    return int(entries().size());
}

// --- keeping ---------------------------------------------------------------------------------------------------------

void Bin::keep(const Definition& before, const QList<Address>& targets, bool retired)
{
    for (const Address& target : targets) {
        const bool keepsData = retired && check::holdsData(before, target);
        if (keepsData && !target.path.isEmpty())
            continue;
        const yaml::Node& list = before.node(target.parent());
        Entry entry;
        entry.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
        entry.when = QDateTime::currentDateTimeUtc();
        entry.title = schema::titleOf(before, target, m_session.language());
        entry.sort = schema::sortOf(before, target, m_session.language());
        entry.place = schema::placeOf(before, target, m_session.language());
        entry.address = target;
        entry.retired = keepsData;
        if (target.path.isEmpty()) {
            entry.text = before.bytes(target.file).value_or(QByteArray());
        } else {
            entry.index = yaml::indexOf(list, target.last());
            entry.text = yaml::itemText(before.node(target), 0);
        }
        m_entries.push_back(std::move(entry));
    }
    if (m_entries.size() > mostKept)
        m_entries.erase(m_entries.begin(), m_entries.end() - mostKept);
    save();
    Q_EMIT changed();
}

QString Bin::path() const
{
    return m_session.document().folder() + QStringLiteral("/.studio/bin.json");
}

void Bin::load()
{
    m_entries.clear();
    QFile file(m_session.isOpen() ? path() : QString());
    if (!m_session.isOpen() || !file.open(QIODevice::ReadOnly))
        return;
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject json = value.toObject();
        m_entries.push_back({json[QLatin1String("key")].toString(),
                             QDateTime::fromString(json[QLatin1String("when")].toString(), Qt::ISODate),
                             json[QLatin1String("title")].toString(), json[QLatin1String("sort")].toString(),
                             json[QLatin1String("place")].toString(),
                             Address::parse(json[QLatin1String("address")].toString()),
                             json[QLatin1String("index")].toInt(-1), json[QLatin1String("text")].toString().toUtf8(),
                             json[QLatin1String("retired")].toBool()});
    }
}

/// Personal and beside the app: when it cannot be written, undo still brings everything back.
void Bin::save()
{
    QJsonArray list;
    for (const Entry& entry : m_entries)
        list.append(QJsonObject{{"key", entry.key},
                                {"when", entry.when.toString(Qt::ISODate)},
                                {"title", entry.title},
                                {"sort", entry.sort},
                                {"place", entry.place},
                                {"address", entry.address.toString()},
                                {"index", entry.index},
                                {"text", QString::fromUtf8(entry.text)},
                                {"retired", entry.retired}});
    QSaveFile file(path());
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(list).toJson());
        file.commit();
    }
}

void Bin::forget(const QString& key)
{
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.key == key; });
    save();
    Q_EMIT changed();
}

// --- restoring -------------------------------------------------------------------------------------------------------

bool Bin::restore(const QString& key)
{
    if (!m_session.isOpen())
        return false;
    if (key.startsWith(retiredKey))
        return restoreRetired(Address::parse(key.mid(retiredKey.size())));
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.key == key; });
    return it != m_entries.end() && restoreEntry(Entry(*it));
}

/// A retired table comes back with the fields it had, where its text was kept.
bool Bin::restoreRetired(const Address& retired)
{
    Document& document = m_session.document();
    const Message name(FW_MSG("Restore \"%1\""), {retired.last()});
    Document::Transaction transaction(document, name);
    const auto restored = check::restore(document, retired);
    if (!restored) {
        m_session.fail(Session::words(restored.error()));
        return false;
    }
    for (const Entry& entry : m_entries)
        if (restored->path.isEmpty() && entry.retired && entry.address == *restored)
            if (!m_session.report(document.setText(restored->file, entry.text, name)))
                return false;
    transaction.commit();
    m_session.select(*restored);
    return true;
}

bool Bin::restoreEntry(const Entry& entry)
{
    Document& document = m_session.document();
    const Message name(FW_MSG("Restore \"%1\""), {entry.title});
    Address restored = entry.address;
    if (entry.address.path.isEmpty()) {
        if (document.definition()->bytes(entry.address.file)) {
            m_session.fail(tr("There is a file %1 again. Rename that one first.").arg(entry.address.file));
            return false;
        }
        if (!m_session.report(document.setText(entry.address.file, entry.text, name)))
            return false;
    } else {
        const auto read = yaml::read(entry.text, entry.address.file);
        const Address list = entry.address.parent();
        if (!read || read->items.size() != 1 || !document.definition()->node(list.parent()).isMap()) {
            m_session.fail(tr("The place it stood in, %1, is gone. Restore that first.").arg(entry.place));
            return false;
        }
        yaml::Node element = read->items.front();
        if (document.definition()->node(entry.address).exists())
            element = schema::withFreeIds(*document.definition(), list, element);
        const auto inserted = document.insert(list, entry.index, element, name);
        if (!inserted) {
            m_session.fail(Session::words(inserted.error()));
            return false;
        }
        restored = *inserted;
    }
    forget(entry.key);
    m_session.select(restored);
    return true;
}

} // namespace fw::studio
