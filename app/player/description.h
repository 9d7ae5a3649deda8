#pragma once
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

/// What data.describe tells about an app, as values: labels in the session's language, filtered by permission.
namespace fw::player
{

struct OptionInfo {
    QString id;
    QString label;
    QString color; ///< "" or a semantic name
};

struct FieldInfo {
    QString id;
    QString label;
    QString help;
    QString type;   ///< as in a definition: text, number, choice, relation, …
    QString to;     ///< table of a relation
    QString result; ///< of a computed field or rollup: the type of its value
    QString currency;
    QString format; ///< of a barcode its symbology, of a region how far down it goes
    int decimals = -1;
    int most = 0;          ///< of a rating: how many stars
    bool capitals = false; ///< of money: also in capital numerals
    bool hidden = false;   ///< not shown unless a form or view names it
    bool required = false;
    bool readOnly = false; ///< computed, or no right to change it
    std::vector<OptionInfo> options;

    bool derived() const { return type == u"computed" || type == u"rollup"; }
    bool isNumber() const;
    bool isList() const { return type == u"multi_choice" || type == u"tags"; } ///< the value is several texts
    bool isChoice() const { return type == u"choice" || type == u"score_stage" || type == u"score_band"; }
    const OptionInfo* option(const QString& id) const;
};

struct TableInfo {
    QString id;
    QString label;
    std::vector<FieldInfo> fields;
    bool create = false;
    bool change = false;
    bool remove = false;
    const FieldInfo* field(const QString& id) const;
};

struct PartInfo {
    QString id;
    QString kind; ///< field | section | caption | subtable
    QString label;
    QString field;
    int width = 12;
    std::vector<PartInfo> parts;
};

struct FormInfo {
    QString id;
    QString label;
    QString table;
    std::vector<PartInfo> parts;
};

struct ColumnInfo {
    QString id;
    QString field; ///< a field or a path
    QString label;
    QString type;
    int width = 0;
};

struct RelatedInfo {
    QString table;
    QString field; ///< the relation that points here
    QString label;
};

struct ViewInfo {
    QString id;
    QString label;
    QString table;
    QString form;
    std::vector<ColumnInfo> columns;
    QString sortField;
    bool sortDescending = false;
    bool searchable = false;
    std::vector<RelatedInfo> related;
    bool timeline = false;
};

struct TileInfo {
    QString id;
    QString kind;
    int width = 0;    ///< of 12 columns
    QJsonObject json; ///< the whole description: what a chart is drawn from
};

struct DashboardInfo {
    QString id;
    QString label;
    std::vector<TileInfo> tiles;
};

struct UserInfo {
    QString id;
    QString name;
};

class Description
{
public:
    static Description fromJson(const QJsonObject& json);

    QString appId;
    QString appLabel;
    QString timezone;
    QString currency;
    QStringList languages;
    QString language;
    UserInfo user;
    std::vector<UserInfo> users;
    QJsonArray navigation;
    QHash<QString, TableInfo> tables;
    QHash<QString, FormInfo> forms;
    QHash<QString, ViewInfo> views;
    QHash<QString, DashboardInfo> dashboards;

    QString userName(const QString& id) const;
    /// The form of a table when a view names none: the first in id order, or nullptr.
    const FormInfo* formOf(const QString& table) const;
    const ViewInfo* viewOf(const QString& table) const;
};

} // namespace fw::player
