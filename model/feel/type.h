#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace fw::feel
{

/// A design-time type. `Any` is compatible with everything.
class Type
{
public:
    enum class Kind {
        Any,
        Null,
        Boolean,
        Number,
        String,
        Date,
        Time,
        DateTime,
        MonthDuration,
        TimeDuration,
        List,
        Context,
        Range,
        Function,
        Record
    };
    struct Member;

    Type(Kind kind = Kind::Any) : m_kind(kind) {}
    static Type list(Type item);
    static Type range(Type point);
    static Type context(std::vector<Member> members);
    static Type function(std::vector<Type> parameters, Type result);
    /// record<name>; its members are found through TypeSource.
    static Type record(QString name);
    /// A string restricted to option ids: comparing it with any other literal is an error before anything runs.
    /// `labels` (label → option id) lets a person's word for an option be recognised and mended.
    static Type choice(QStringList options, QHash<QString, QString> labels = {});

    Kind kind() const { return m_kind; }
    const QString& recordName() const { return m_name; }
    const QStringList& options() const { return m_options; }
    QString optionLabelled(const QString& label) const; ///< the option's id; empty when no option has that label
    QStringList labelsOf(const QString& option) const;  ///< in a fixed order; empty when it has none
    const Type& item() const;                           ///< of a list or range; Any when unknown
    const std::vector<Member>& members() const;
    const std::vector<Type>& parameters() const;
    const Type& result() const;
    /// Whether a value of `this` may stand where `expected` is asked for (FEEL's list ↔ item coercion included).
    bool conformsTo(const Type& expected) const;
    /// Whether every value of `this` is certainly one of `other`: what `instance of` asks of functions.
    bool isSubtypeOf(const Type& other) const;
    QString toString() const; ///< "number", "list<record<order>>" …
    bool operator==(const Type& other) const;

private:
    struct Parts;
    Kind m_kind;
    QString m_name;
    QStringList m_options;
    std::shared_ptr<const Parts> m_parts;
};

struct Type::Member {
    QString name;
    Type type;
};

struct DefinedFunction;

/// Where the members of record types, and the functions an app defines itself, are looked up at design time.
class TypeSource
{
public:
    virtual ~TypeSource() = default;
    /// nullptr when there is none of that name. What it points to lives as long as the source.
    virtual const DefinedFunction* function(const QString& name) const
    {
        (void)name;
        return nullptr;
    }
    virtual QStringList functions() const { return {}; }
    virtual std::optional<Type> member(const QString& recordName, const QString& field) const = 0;
    virtual QStringList members(const QString& recordName) const = 0; ///< for completion and "did you mean"
};

} // namespace fw::feel
