#include "conditioneditor.h"

#include <QRegularExpression>

namespace fw::studio
{

using Kind = Condition::Kind;

namespace
{

struct Op {
    const char* op;
    const char* text;
};

// What one can ask of each type, in the order of how often it is asked.
constexpr Op textOps[] = {{"=", QT_TRANSLATE_NOOP("ConditionEditor", "is")},
                          {"!=", QT_TRANSLATE_NOOP("ConditionEditor", "is not")},
                          {"contains", QT_TRANSLATE_NOOP("ConditionEditor", "contains")},
                          {"not contains", QT_TRANSLATE_NOOP("ConditionEditor", "does not contain")},
                          {"starts with", QT_TRANSLATE_NOOP("ConditionEditor", "begins with")},
                          {"ends with", QT_TRANSLATE_NOOP("ConditionEditor", "ends with")},
                          {"in", QT_TRANSLATE_NOOP("ConditionEditor", "is one of")},
                          {"not in", QT_TRANSLATE_NOOP("ConditionEditor", "is none of")},
                          {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                          {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op numberOps[] = {{"=", QT_TRANSLATE_NOOP("ConditionEditor", "is")},
                            {"!=", QT_TRANSLATE_NOOP("ConditionEditor", "is not")},
                            {">", QT_TRANSLATE_NOOP("ConditionEditor", "is more than")},
                            {">=", QT_TRANSLATE_NOOP("ConditionEditor", "is at least")},
                            {"<", QT_TRANSLATE_NOOP("ConditionEditor", "is less than")},
                            {"<=", QT_TRANSLATE_NOOP("ConditionEditor", "is at most")},
                            {"between", QT_TRANSLATE_NOOP("ConditionEditor", "is between")},
                            {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                            {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op dateOps[] = {{"=", QT_TRANSLATE_NOOP("ConditionEditor", "is on")},
                          {"!=", QT_TRANSLATE_NOOP("ConditionEditor", "is not on")},
                          {"<", QT_TRANSLATE_NOOP("ConditionEditor", "is before")},
                          {"<=", QT_TRANSLATE_NOOP("ConditionEditor", "is on or before")},
                          {">", QT_TRANSLATE_NOOP("ConditionEditor", "is after")},
                          {">=", QT_TRANSLATE_NOOP("ConditionEditor", "is on or after")},
                          {"between", QT_TRANSLATE_NOOP("ConditionEditor", "is between")},
                          {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                          {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op choiceOps[] = {{"=", QT_TRANSLATE_NOOP("ConditionEditor", "is")},
                            {"!=", QT_TRANSLATE_NOOP("ConditionEditor", "is not")},
                            {"in", QT_TRANSLATE_NOOP("ConditionEditor", "is one of")},
                            {"not in", QT_TRANSLATE_NOOP("ConditionEditor", "is none of")},
                            {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                            {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op listOps[] = {{"includes", QT_TRANSLATE_NOOP("ConditionEditor", "includes")},
                          {"not includes", QT_TRANSLATE_NOOP("ConditionEditor", "does not include")},
                          {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                          {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op yesNoOps[] = {{"true", QT_TRANSLATE_NOOP("ConditionEditor", "is yes")},
                           {"false", QT_TRANSLATE_NOOP("ConditionEditor", "is no")},
                           {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                           {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};
constexpr Op recordOps[] = {{"=", QT_TRANSLATE_NOOP("ConditionEditor", "is")},
                            {"!=", QT_TRANSLATE_NOOP("ConditionEditor", "is not")},
                            {"empty", QT_TRANSLATE_NOOP("ConditionEditor", "is empty")},
                            {"not empty", QT_TRANSLATE_NOOP("ConditionEditor", "is not empty")}};

std::span<const Op> opsFor(const QString& type)
{
    if (type == u"number" || type == u"duration" || type == u"time")
        return numberOps;
    if (type == u"date" || type == u"datetime")
        return dateOps;
    if (type == u"choice")
        return choiceOps;
    if (type == u"choices")
        return listOps;
    if (type == u"yes_no")
        return yesNoOps;
    if (type == u"user" || type == u"record")
        return recordOps;
    return textOps;
}

bool isPlainNumber(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
    return number.match(text).hasMatch();
}

/// @"2026-01-05" → 2026-01-05
std::optional<QString> temporalOf(const QString& expression)
{
    static const QRegularExpression temporal(QStringLiteral("^@\"([^\"]*)\"$"));
    const auto match = temporal.match(expression);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

bool isTemporal(const QString& type)
{
    return type == u"date" || type == u"datetime" || type == u"time" || type == u"duration";
}

bool isComplete(const Condition& row)
{
    const int wanted = valuesOf(row.op);
    return wanted < 0 ? !row.values.isEmpty() && !row.values.contains(QString())
                      : row.values.size() >= wanted && !row.values.mid(0, wanted).contains(QString());
}

/// What is complete: only that is written.
Condition completed(Condition condition)
{
    if (condition.kind == Kind::Row && condition.source.isEmpty() && !isComplete(condition))
        return {};
    if (condition.source.isEmpty())
        for (Condition& part : condition.parts)
            part = completed(std::move(part));
    return condition;
}

} // namespace

void ConditionEditor::setSession(Session* session)
{
    if (session == m_session)
        return;
    m_session = session;
    if (m_session)
        connect(m_session, &Session::edited, this, &ConditionEditor::rescope);
    rescope();
}

void ConditionEditor::setAddress(const QString& address)
{
    if (address == m_address)
        return;
    m_address = address;
    rescope();
}

void ConditionEditor::rescope()
{
    if (!m_session || m_address.isEmpty())
        return;
    m_scope = ScopeFields(*m_session, Address::parse(m_address));
    Q_EMIT scopeChanged();
    rebuild();
}

void ConditionEditor::setText(const QString& text)
{
    if (text.trimmed() == m_text)
        return; // what was told by edited() comes back
    m_text = text.trimmed();
    m_tree = readCondition(m_text);
    rebuild();
}

bool ConditionEditor::isOnlyText() const
{
    return m_tree.kind == Kind::Text || (m_tree.parts.size() == 1 && m_tree.parts.front().kind == Kind::Text);
}

QVariantList ConditionEditor::fields() const
{
    QVariantList list;
    for (const ScopeField& field : m_scope.all())
        list << QVariantMap{{QStringLiteral("value"), field.path},
                            {QStringLiteral("text"), field.label},
                            {QStringLiteral("icon"), field.icon}};
    return list;
}

// --- lines -----------------------------------------------------------------------------------------------------------

QString ConditionEditor::typeOf(const QString& field) const
{
    if (const ScopeField* known = m_scope.find(field))
        return known->type;
    return field.startsWith(QLatin1String("count_events")) || field.startsWith(QLatin1String("days_in_a_row"))
               ? QStringLiteral("number")
               : QString();
}

QVariantList ConditionEditor::opsOf(const QString& type, const QString& now) const
{
    QVariantList ops;
    bool found = false;
    for (const Op& op : opsFor(type)) {
        found = found || now == QLatin1String(op.op);
        ops << QVariantMap{{QStringLiteral("value"), QString::fromLatin1(op.op)},
                           {QStringLiteral("text"), tr(op.text)}};
    }
    if (!found && !now.isEmpty()) // written by hand and unusual for the type
        ops << QVariantMap{{QStringLiteral("value"), now}, {QStringLiteral("text"), now}};
    return ops;
}

QVariantMap ConditionEditor::shownValue(const QString& type, const QString& expression)
{
    const auto value = [](const QString& text, bool formula) {
        return QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("formula"), formula}};
    };
    if (expression.isEmpty())
        return value({}, type.isEmpty() || type == u"user" || type == u"record");
    if (type == u"number")
        return value(expression, !isPlainNumber(expression));
    if (isTemporal(type)) {
        const auto temporal = temporalOf(expression);
        return value(temporal.value_or(expression), !temporal);
    }
    const auto string = type.isEmpty() ? std::nullopt : stringOf(expression);
    return value(string.value_or(expression), !string);
}

QString ConditionEditor::written(const QString& type, const QString& value)
{
    if (value.isEmpty())
        return {};
    if (type == u"number")
        return isPlainNumber(value) ? value : QString();
    if (isTemporal(type))
        return QStringLiteral("@\"%1\"").arg(QString(value).remove(QLatin1Char('"')));
    return quotedString(value);
}

QVariantMap ConditionEditor::rowLine(const Condition& row) const
{
    const ScopeField* known = m_scope.find(row.field);
    const QString type = typeOf(row.field);
    QVariantList values;
    const int wanted = valuesOf(row.op);
    for (int i = 0; i < (wanted < 0 ? int(row.values.size()) : wanted); ++i)
        values << shownValue(type, row.values.value(i));
    return {{QStringLiteral("kind"), QStringLiteral("row")},
            {QStringLiteral("field"), row.field},
            {QStringLiteral("known"), known != nullptr || row.field.isEmpty()},
            {QStringLiteral("fieldText"), known ? known->label : row.field},
            {QStringLiteral("icon"), known ? known->icon : QStringLiteral("formula")},
            {QStringLiteral("type"), type},
            {QStringLiteral("op"), row.op},
            {QStringLiteral("ops"), opsOf(type, row.op)},
            {QStringLiteral("values"), values},
            {QStringLiteral("many"), wanted < 0},
            {QStringLiteral("options"), known ? known->options : QVariantList()}};
}

void ConditionEditor::addLines(const Condition& condition, const QString& path, int depth)
{
    const bool group = condition.kind == Kind::All || condition.kind == Kind::Any;
    QVariantMap line =
        rowLine(condition); // every line has every key: an editor may be bound to one that becomes another
    if (group)
        line.insert(QStringLiteral("kind"), QStringLiteral("group"));
    else if (condition.kind == Kind::Text)
        line.insert(QStringLiteral("kind"), QStringLiteral("text"));
    line.insert(QStringLiteral("all"), condition.kind == Kind::All);
    line.insert(QStringLiteral("count"), int(condition.parts.size()));
    line.insert(QStringLiteral("source"), condition.source);
    line.insert(QStringLiteral("path"), path);
    line.insert(QStringLiteral("depth"), depth);
    m_lines << line;
    for (size_t i = 0; group && i < condition.parts.size(); ++i)
        addLines(condition.parts[i], path + (path.isEmpty() ? QString() : QStringLiteral("/")) + QString::number(i),
                 depth + 1);
}

void ConditionEditor::rebuild()
{
    m_lines.clear();
    addLines(m_tree, {}, 0);
    Q_EMIT changed();
}

// --- edits -----------------------------------------------------------------------------------------------------------

Condition* ConditionEditor::at(const QString& path)
{
    Condition* found = &m_tree;
    for (const QString& step : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const size_t index = step.toUInt();
        if (index >= found->parts.size())
            return nullptr;
        found = &found->parts[index];
    }
    return found;
}

Condition* ConditionEditor::touch(const QString& path)
{
    Condition* found = at(path);
    if (!found)
        return nullptr;
    QStringList steps = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (;;) {
        Condition* outer = at(steps.join(QLatin1Char('/')));
        if (outer->kind != Kind::Text)
            outer->source.clear();
        if (steps.isEmpty())
            return found;
        steps.removeLast();
    }
}

void ConditionEditor::tell()
{
    const QString text = writeCondition(completed(m_tree));
    const bool news = text != m_text;
    m_text = text;
    rebuild();
    if (news)
        Q_EMIT edited(text);
}

void ConditionEditor::setAll(const QString& path, bool all)
{
    Condition* group = touch(path);
    if (!group || (group->kind != Kind::All && group->kind != Kind::Any))
        return;
    group->kind = all ? Kind::All : Kind::Any;
    tell();
}

void ConditionEditor::addRow(const QString& path)
{
    Condition* group = at(path);
    if (!group)
        return;
    if (m_tree.kind == Kind::Text) { // a whole of text becomes the first part
        Condition whole;
        whole.kind = Kind::All;
        whole.parts.push_back(m_tree);
        m_tree = whole;
        group = &m_tree;
    }
    if (group->kind != Kind::All && group->kind != Kind::Any)
        return;
    Condition row;
    row.kind = Kind::Row;
    group->parts.push_back(row);
    touch(path);
    tell();
}

void ConditionEditor::addGroup(const QString& path)
{
    Condition* group = touch(path);
    if (!group || (group->kind != Kind::All && group->kind != Kind::Any))
        return;
    Condition inner, row;
    inner.kind = group->kind == Kind::All ? Kind::Any : Kind::All;
    row.kind = Kind::Row;
    inner.parts.push_back(row);
    group->parts.push_back(inner);
    tell();
}

void ConditionEditor::remove(const QString& path)
{
    const QString outer = path.contains(QLatin1Char('/')) ? path.section(QLatin1Char('/'), 0, -2) : QString();
    Condition* group = path.isEmpty() ? nullptr : touch(outer);
    const size_t index = path.section(QLatin1Char('/'), -1).toUInt();
    if (!group || index >= group->parts.size())
        return;
    group->parts.erase(group->parts.begin() + qsizetype(index));
    tell();
}

void ConditionEditor::setField(const QString& path, const QString& field)
{
    Condition* row = touch(path);
    if (!row || row->kind != Kind::Row || field == row->field)
        return;
    const QString before = typeOf(row->field), now = typeOf(field);
    row->field = field;
    const auto ops = opsFor(now);
    const bool keeps =
        std::any_of(ops.begin(), ops.end(), [&](const Op& op) { return row->op == QLatin1String(op.op); });
    if (!keeps)
        row->op = QString::fromLatin1(ops.front().op);
    if (before != now || now == u"choice" || now == u"choices")
        row->values.clear();
    tell();
}

void ConditionEditor::setOp(const QString& path, const QString& op)
{
    Condition* row = touch(path);
    if (!row || row->kind != Kind::Row)
        return;
    row->op = op;
    const int wanted = valuesOf(op);
    if (wanted >= 0 && row->values.size() > wanted)
        row->values = row->values.mid(0, wanted);
    tell();
}

void ConditionEditor::setValue(const QString& path, int index, const QString& value, bool formula)
{
    Condition* row = touch(path);
    if (!row || row->kind != Kind::Row || index < 0)
        return;
    while (row->values.size() <= index)
        row->values << QString();
    row->values[index] = formula ? value.trimmed() : written(typeOf(row->field), value);
    tell();
}

void ConditionEditor::setValues(const QString& path, const QStringList& values)
{
    Condition* row = touch(path);
    if (!row || row->kind != Kind::Row)
        return;
    row->values.clear();
    for (const QString& value : values)
        row->values << written(typeOf(row->field), value);
    row->values.removeAll(QString());
    tell();
}

void ConditionEditor::setSource(const QString& path, const QString& source)
{
    Condition* text = touch(path);
    if (!text || text->kind != Kind::Text)
        return;
    if (source.trimmed().isEmpty()) {
        remove(path);
        return;
    }
    text->source = source.trimmed();
    tell();
}

} // namespace fw::studio
