#pragma once
// A customer with orders and a short history of page views: the world the tests of expressions live in.
#include "model/feel/program.h"

namespace feeltest
{

using namespace fw;
using namespace fw::feel;

class Types : public TypeSource
{
public:
    std::optional<Type> member(const QString& record, const QString& field) const override
    {
        const auto fields = all().value(record);
        const auto it =
            std::find_if(fields.begin(), fields.end(), [&](const Type::Member& m) { return m.name == field; });
        return it == fields.end() ? std::nullopt : std::optional(it->type);
    }
    QStringList members(const QString& record) const override
    {
        QStringList names;
        for (const Type::Member& m : all().value(record))
            names << m.name;
        return names;
    }

private:
    static const QHash<QString, std::vector<Type::Member>>& all()
    {
        static const QHash<QString, std::vector<Type::Member>> types{
            {"customer",
             {{"name", Type::Kind::String},
              {"intent", Type::Kind::Number},
              {"signed_on", Type::Kind::Date},
              {"status", Type::choice({"new", "working", "won"}, {{"赢单", "won"}, {"Won deal", "won"}})},
              {"owner", Type::record("user")},
              {"orders", Type::list(Type::record("order"))}}},
            {"order", {{"amount", Type::Kind::Number}, {"status", Type::choice({"open", "paid"})}}},
            {"user", {{"name", Type::Kind::String}}},
            {"event:viewed_page",
             {{"page", Type::Kind::String}, {"seconds", Type::Kind::Number}, {"at", Type::Kind::DateTime}}}};
        return types;
    }
};

class Record : public RecordView
{
public:
    Record(QString type, QString id, QHash<QString, Value> fields)
        : m_type(std::move(type)), m_id(std::move(id)), m_fields(std::move(fields))
    {
    }
    QString type() const override { return m_type; }
    QString id() const override { return m_id; }
    Value field(QStringView name) const override { return m_fields.value(name.toString()); }

private:
    QString m_type, m_id;
    QHash<QString, Value> m_fields;
};

inline Value record(QString type, QString id, QHash<QString, Value> fields)
{
    return Value(
        std::shared_ptr<const RecordView>(std::make_shared<Record>(std::move(type), std::move(id), std::move(fields))));
}

/// 2026-03-10 12:00 in Shanghai, with a short history of page views.
class World : public Environment
{
public:
    qint64 nowMillis() const override
    {
        return DateTime::fromString(u"2026-03-10T04:00:00Z")->toEpochMillis(QTimeZone::utc());
    }
    QTimeZone zone() const override { return QTimeZone("Asia/Shanghai"); }
    std::vector<Value> events(const QString& name, qint64 sinceMillis) const override
    {
        std::vector<Value> out;
        const auto add = [&](const char* at, const char* page) {
            const DateTime when = *DateTime::fromString(QString::fromLatin1(at));
            if (name == "viewed_page" && when.toEpochMillis(QTimeZone::utc()) >= sinceMillis)
                out.push_back(Value::context(
                    {{"event", Value(name)}, {"at", Value(when)}, {"page", Value(QString::fromLatin1(page))}}));
        };
        add("2026-01-05T01:00:00Z", "features");
        add("2026-03-08T01:00:00Z", "pricing");
        add("2026-03-09T01:00:00Z", "pricing");
        add("2026-03-10T01:00:00Z", "features");
        return out;
    }
    bool inSegment(const QString& segment) const override { return segment == "vip"; }
};

struct Bench {
    Types types;
    Scope scope;
    World world;
    std::vector<Value> slots;

    Bench()
    {
        scope.types = &types;
        scope.add("customer", Type::record("customer"));
        scope.add("event", Type::record("event:viewed_page"));
        scope.add("me", Type::record("user"));
        scope.spread(0, "customer");
        const Value orders =
            Value::list({record("order", "o1", {{"amount", Value(50)}, {"status", Value(QString("open"))}}),
                         record("order", "o2", {{"amount", Value(150)}, {"status", Value(QString("paid"))}})});
        slots = {record("customer", "c1",
                        {{"name", Value(QString("李雷"))},
                         {"intent", Value(85)},
                         {"signed_on", Value(Date{2026, 1, 5})},
                         {"status", Value(QString("working"))},
                         {"orders", orders},
                         {"owner", record("user", "u1", {{"name", Value(QString("Ann"))}})}}),
                 Value::context({{"page", Value(QString("pricing"))}, {"seconds", Value(45)}}), Value()};
    }
    Compiled compile(const char* text, CompileOptions options = {}) const
    {
        return feel::compile(QString::fromUtf8(text), scope, options);
    }
    Value evaluate(const char* text) const
    {
        const Compiled compiled = compile(text);
        if (!compiled.ok())
            return Value(QStringLiteral("error: ") + compiled.diagnostics.first().what.english());
        return compiled.program.evaluate(Frame{slots, &world});
    }
};

} // namespace feeltest
