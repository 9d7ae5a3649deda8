#pragma once
#include "runtime/plan/compileplan.h"
#include "runtime/store/apply.h"
#include "teststore.h"

#include <QTest>

/// Plans made by hand, for tests that want no definition on disk: fields by type, tables, a store with them applied.
namespace fw::testing
{

/// A field with the storage its type has in a compiled plan. Number and money have two decimals unless told.
inline plan::Field field(const QString& id, plan::FieldType type, int decimals = 2)
{
    using plan::FieldType;
    using plan::Storage;
    plan::Field field;
    field.id = id;
    field.label = LocalText(id, id + QStringLiteral("（中）"));
    field.type = type;
    switch (type) {
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Percent:
    case FieldType::Score:
    case FieldType::Rollup:
    case FieldType::Computed:
        field.storage = Storage::Scaled;
        field.decimals = decimals;
        field.feelType = feel::Type::Kind::Number;
        break;
    case FieldType::Date:
        field.storage = Storage::Date;
        field.feelType = feel::Type::Kind::Date;
        break;
    case FieldType::Time:
        field.storage = Storage::Time;
        field.feelType = feel::Type::Kind::Time;
        break;
    case FieldType::DateTime:
        field.storage = Storage::Instant;
        field.feelType = feel::Type::Kind::DateTime;
        break;
    case FieldType::YesNo:
        field.storage = Storage::Boolean;
        field.feelType = feel::Type::Kind::Boolean;
        break;
    case FieldType::MultiChoice:
        field.storage = Storage::TextList;
        field.feelType = feel::Type::list(feel::Type::Kind::String);
        break;
    case FieldType::User: field.feelType = feel::Type::record(QStringLiteral("user")); break;
    default:
        field.storage = Storage::Text;
        field.feelType = feel::Type::Kind::String;
        break;
    }
    return field;
}

inline plan::Field choice(const QString& id, const QList<plan::Option>& options)
{
    plan::Field made = field(id, plan::FieldType::Choice);
    made.options.assign(options.begin(), options.end());
    return made;
}

inline plan::Field relation(const QString& id, const QString& table)
{
    plan::Field made = field(id, plan::FieldType::Relation);
    made.relationTo = table;
    made.feelType = feel::Type::record(table);
    return made;
}

inline plan::Table table(const QString& id, std::vector<plan::Field> fields)
{
    plan::Table made;
    made.id = id;
    made.label = LocalText(id, id + QStringLiteral("（中）"));
    made.fields = std::move(fields);
    return made;
}

inline std::shared_ptr<plan::Plan> planOf(std::vector<plan::Table> tables)
{
    auto made = std::make_shared<plan::Plan>();
    made->appId = QStringLiteral("test");
    made->languages = QStringList{QStringLiteral("en"), QStringLiteral("zh")};
    made->zone = QTimeZone("Asia/Shanghai");
    made->tables = std::move(tables);
    return made;
}

/// The plan of a definition given as files (path → YAML), or the end of the test program.
inline std::shared_ptr<const plan::Plan> compileOrDie(const QMap<QString, QByteArray>& files)
{
    auto compiled = plan::compilePlan(*Definition::fromFiles(files));
    if (!compiled)
        qFatal("compilePlan: %s", qPrintable(compiled.error().text()));
    return *compiled;
}

/// Applies the plan (with consent) or ends the test program.
inline void applyOrDie(store::Store& store, const plan::Plan& plan)
{
    auto planned = store::planApply(store, plan);
    if (!planned)
        qFatal("planApply: %s", qPrintable(planned.error().text()));
    auto applied = store::apply(store, *planned, QByteArrayLiteral("package"), QStringLiteral("test"), {}, true, 0);
    if (!applied)
        qFatal("apply: %s", qPrintable(applied.error().text()));
}

} // namespace fw::testing
