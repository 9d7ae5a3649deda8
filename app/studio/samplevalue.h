#pragma once
#include "samplerun.h"
#include "scopefields.h"

#include <QTimer>

namespace fw::studio
{

/// The value of the expression that is being edited, on a record of the sample data: what it gives, and when it gives
/// nothing, which part is empty and why.
class SampleValue : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.sampleValue")
    Q_PROPERTY(QString address READ address NOTIFY changed) ///< the expression it is about; "" = none
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)      ///< there is a value, or a null with its reason
    Q_PROPERTY(QString record READ record NOTIFY changed)   ///< title of the record
    Q_PROPERTY(QString value READ value NOTIFY changed)     ///< as text; "" when it is empty
    Q_PROPERTY(bool isNull READ isNull NOTIFY changed)
    Q_PROPERTY(QVariantList nulls READ nulls NOTIFY changed) ///< [{text, why}]: the lowest parts that are empty
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed) ///< [{text, value, isNull, depth}]
    Q_PROPERTY(QString reason READ reason NOTIFY changed)    ///< why there is no value at all
    Q_PROPERTY(QVariantList records READ records NOTIFY recordsChanged) ///< {value, text}: records to choose from
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
public:
    SampleValue(Session& session, SampleRun& run);
    QString address() const { return m_address; }
    bool isKnown() const { return m_answer.value(QStringLiteral("ok")).toBool(); }
    QString record() const { return m_answer.value(QStringLiteral("title")).toString(); }
    QString value() const { return m_answer.value(QStringLiteral("value")).toString(); }
    bool isNull() const { return m_answer.value(QStringLiteral("isNull")).toBool(); }
    QVariantList nulls() const { return m_nulls; }
    QVariantList steps() const { return m_steps; }
    QString reason() const;
    QVariantList records() const { return m_records; }
    QString recordId() const { return m_answer.value(QStringLiteral("id")).toString(); }

    /// The expression at an address as it stands in its editor (without "="). Asked for a moment later.
    Q_INVOKABLE void ask(const QString& address, const QString& text);
    Q_INVOKABLE void useRecord(const QString& id);
    Q_INVOKABLE void leave(const QString& address); ///< the editor at this address is not shown any more

Q_SIGNALS:
    void changed();
    void recordsChanged();

private:
    void send();
    void take(const QVariantMap& answer);
    void askRecords(const QString& table);
    Session& m_session;
    SampleRun& m_run;
    QTimer m_later;
    QString m_address, m_text, m_table;
    QHash<QString, QString> m_chosen; ///< by table
    QVariantMap m_answer;
    QVariantList m_nulls, m_steps, m_records;
    int m_round = 0;
};

} // namespace fw::studio
