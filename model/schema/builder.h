#pragma once
#include "spec.h"

/// Short words to write the schema's tables with (kinds/*.cpp). Texts are given as (English, Chinese).
namespace fw::schema
{

/// A key under construction; each function returns the same key so that a key is one statement.
class KeyOf
{
public:
    KeyOf(const char* name, ValueType type, const char* en, const char* zh)
    {
        m_key.name = QString::fromUtf8(name);
        m_key.type = type;
        m_key.label = {QString::fromUtf8(en), QString::fromUtf8(zh)};
    }
    KeyOf& help(const char* en, const char* zh)
    {
        m_key.help = {QString::fromUtf8(en), QString::fromUtf8(zh)};
        return *this;
    }
    KeyOf& group(const char* id)
    {
        m_key.group = QString::fromUtf8(id);
        return *this;
    }
    KeyOf& required()
    {
        m_key.required = true;
        return *this;
    }
    KeyOf& byDefault(const char* text)
    {
        m_key.defaultText = QString::fromUtf8(text);
        return *this;
    }
    KeyOf& list()
    {
        m_key.list = true;
        return *this;
    }
    KeyOf& elements(const char* shape)
    {
        m_key.list = true;
        m_key.elementIds = true;
        m_key.shape = QString::fromUtf8(shape);
        return *this;
    }
    KeyOf& rows(const char* shape)
    {
        m_key.list = true;
        m_key.shape = QString::fromUtf8(shape);
        return *this;
    } ///< list of maps without ids
    KeyOf& map(const char* shape)
    {
        m_key.shape = QString::fromUtf8(shape);
        return *this;
    }
    KeyOf& shorthand(const char* key)
    {
        m_key.shorthand = QString::fromUtf8(key);
        return *this;
    }
    KeyOf& values(std::vector<EnumValue> values)
    {
        m_key.values = std::move(values);
        return *this;
    }
    KeyOf& to(Target target, From in = {}, QStringList fieldTypes = {})
    {
        m_key.ref = {target, std::move(in), std::move(fieldTypes)};
        return *this;
    }
    KeyOf& scope(ExpressionScope scope)
    {
        m_key.scope = std::move(scope);
        return *this;
    }
    KeyOf& typedBy(From table, const char* fieldKey = "")
    {
        m_key.typedBy = std::move(table);
        m_key.typedByField = QString::fromUtf8(fieldKey);
        m_key.scope.expected = Expected::TypedBy;
        return *this;
    }
    KeyOf& literals()
    {
        m_key.literalsOnly = true;
        return *this;
    }
    KeyOf& between(double least, double most)
    {
        m_key.least = least;
        m_key.most = most;
        return *this;
    }
    KeyOf& atLeast(double least)
    {
        m_key.least = least;
        return *this;
    }
    KeyOf& with(const char* key)
    {
        m_key.applies = {QString::fromUtf8(key), {}};
        return *this;
    }
    KeyOf& when(const char* key, QStringList values)
    {
        m_key.applies = {QString::fromUtf8(key), std::move(values)};
        return *this;
    }
    operator Key() const { return m_key; }

private:
    Key m_key;
};

inline EnumValue option(const char* id, const char* en, const char* zh, const char* icon = "", const char* helpEn = "",
                        const char* helpZh = "")
{
    return {QString::fromUtf8(id),
            {QString::fromUtf8(en), QString::fromUtf8(zh)},
            QString::fromUtf8(icon),
            {QString::fromUtf8(helpEn), QString::fromUtf8(helpZh)}};
}
inline From from(From::Where where, const char* key = "")
{
    return {where, QString::fromUtf8(key)};
}
inline From thisFile()
{
    return from(From::Where::ThisFile);
}
inline From rootKey(const char* key)
{
    return from(From::Where::RootKey, key);
}
/// The table whose records a workflow is for.
inline From subject()
{
    return rootKey("for");
}
inline From sibling(const char* key)
{
    return from(From::Where::Sibling, key);
}

inline ExpressionScope over(From record, Expected expected = Expected::Any)
{
    ExpressionScope scope;
    scope.record = std::move(record);
    scope.expected = expected;
    return scope;
}
inline ExpressionScope withMe(ExpressionScope scope)
{
    scope.me = true;
    return scope;
}
inline ExpressionScope withOld(ExpressionScope scope)
{
    scope.old = true;
    return scope;
}
inline ExpressionScope withEvent(ExpressionScope scope, From event)
{
    scope.event = std::move(event);
    return scope;
}
inline ExpressionScope withWorkflowEvent(ExpressionScope scope)
{
    scope.workflowEvent = true;
    return scope;
}
inline ExpressionScope withRun(ExpressionScope scope)
{
    scope.run = true;
    return scope;
}

/// Keys every shape of some sort has.
Key idKey();
Key labelKey();
Key noteKey();
Key wasKey();
Key colorKey();

/// Where each kind registers itself; called once, in outline order, by Schema's constructor.
struct Registry {
    std::vector<Kind>& kinds;
    std::vector<Shape> shapes;
};
void addApp(Registry& registry);
void addTable(Registry& registry);
void addEvent(Registry& registry);
void addFields(Registry& registry); ///< shapes of fields, options and properties; called by addTable
void addForm(Registry& registry);
void addView(Registry& registry);
void addScoring(Registry& registry);
void addDecision(Registry& registry);
void addWorkflow(Registry& registry);
void addTriggers(Registry& registry);
void addSteps(Registry& registry);
void addCalendar(Registry& registry);
void addMessage(Registry& registry);
void addDashboard(Registry& registry);
void addRoles(Registry& registry);
void addConnectors(Registry& registry);
void addStory(Registry& registry);

} // namespace fw::schema
