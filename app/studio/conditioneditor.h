#pragma once
#include "condition.h"
#include "scopefields.h"

namespace fw::studio
{

/// A condition as rows on screen. `text` in, `edited(text)` out; rows that are not complete stay here until they are.
class ConditionEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fw::studio::Session* session READ session WRITE setSession NOTIFY scopeChanged)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY scopeChanged) ///< where the expression stands
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)               ///< without the "="
    /// One map a line, groups before their parts: {path, depth, kind: group|row|text, all, count, field, known, fieldText, type,
    /// icon, op, ops: [{value, text}], values: [{text, formula}], options, source}. `path` is "" for the outermost group,
    /// "0/1" for what is in it.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool onlyText READ isOnlyText NOTIFY changed) ///< nothing of it fits rows
    Q_PROPERTY(
        QVariantList fields READ fields NOTIFY scopeChanged) ///< {value, text, detail, icon}: what a row can be about
public:
    using QObject::QObject;
    Session* session() const { return m_session; }
    void setSession(Session* session);
    QString address() const { return m_address; }
    void setAddress(const QString& address);
    QString text() const { return m_text; }
    void setText(const QString& text);
    QVariantList lines() const { return m_lines; }
    bool isOnlyText() const;
    QVariantList fields() const;

    Q_INVOKABLE void setAll(const QString& path, bool all);
    Q_INVOKABLE void addRow(const QString& path);
    Q_INVOKABLE void addGroup(const QString& path);
    Q_INVOKABLE void remove(const QString& path);
    Q_INVOKABLE void setField(const QString& path, const QString& field);
    Q_INVOKABLE void setOp(const QString& path, const QString& op);
    /// A value as a person gives it ("won", 5, 2026-01-05); with `formula` it is an expression.
    Q_INVOKABLE void setValue(const QString& path, int index, const QString& value, bool formula);
    Q_INVOKABLE void setValues(const QString& path, const QStringList& values); ///< of "is one of"
    Q_INVOKABLE void setSource(const QString& path, const QString& source);     ///< of a text

Q_SIGNALS:
    void scopeChanged();
    void changed();
    void edited(const QString& text);

private:
    Condition* at(const QString& path);
    Condition* touch(const QString& path); ///< the same; what it stands in forgets its text
    void rescope();
    void rebuild();
    void tell();
    void addLines(const Condition& condition, const QString& path, int depth);
    QVariantMap rowLine(const Condition& row) const;
    QString typeOf(const QString& field) const;
    QVariantList opsOf(const QString& type, const QString& now) const;
    static QVariantMap shownValue(const QString& type, const QString& expression);
    static QString written(const QString& type, const QString& value);
    Session* m_session = nullptr;
    QString m_address, m_text;
    Condition m_tree = readCondition({});
    ScopeFields m_scope;
    QVariantList m_lines;
};

} // namespace fw::studio
