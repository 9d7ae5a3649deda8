#pragma once
#include "session.h"

#include "model/schema/scopes.h"

#include <QVariantList>

namespace fw::studio
{

/// Something an expression may compare: a field, a field of a related record, a property of the event …
struct ScopeField {
    QString path; ///< "status", "customer.name", "event.page", "old.status", "me.login", "settings.limit"
    QString label;
    QString
        type; ///< text, number, date, datetime, time, duration, choice, choices, yes_no, user, record; "" = not known
    QString icon;
    QVariantList options; ///< of a choice: {value, text}
};

/// What the expression at an address may name, in the order in which a person looks for it.
class ScopeFields
{
public:
    ScopeFields() = default;
    ScopeFields(const Session& session, const Address& address);
    const std::vector<ScopeField>& all() const { return m_fields; }
    const ScopeField* find(const QString& path) const;
    const schema::ScopeNames& names() const { return m_names; }
    feel::Type expected() const { return m_expected; }

private:
    void addRecord(const schema::Types& types, const QString& record, const QString& prefix, const QString& labelPrefix,
                   bool deep);
    void add(const schema::Types& types, const QString& record, const QString& member, const QString& prefix,
             const QString& labelPrefix);
    QString m_language;
    schema::ScopeNames m_names;
    feel::Type m_expected;
    std::vector<ScopeField> m_fields;
};

} // namespace fw::studio
