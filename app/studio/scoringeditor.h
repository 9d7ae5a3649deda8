#pragma once
#include "fileview.h"

namespace fw::studio
{

/// A scoring table drawn as a table: behaviour → points → stage, and its bands as a scale.
class ScoringEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// [{address, index, title, what, condition, count, points, stage, stageRank, award, silent}]
    Q_PROPERTY(QVariantList criteria READ criteria NOTIFY changed)
    Q_PROPERTY(QVariantList stages READ stages NOTIFY
                   changed) ///< [{address, index, title, id}], lowest first, the fading one last
    Q_PROPERTY(
        QVariantList bands READ bands NOTIFY changed) ///< [{address, index, title, from, text, color}], lowest first
    Q_PROPERTY(double highest READ highest NOTIFY changed) ///< the most a person can reach by awards given once
    Q_PROPERTY(QString list READ list NOTIFY changed)
    Q_PROPERTY(QVariantList stageOptions READ stageOptions NOTIFY changed)
public:
    QVariantList criteria() const { return m_criteria; }
    QVariantList stages() const { return m_stages; }
    QVariantList bands() const { return m_bands; }
    double highest() const { return m_highest; }
    QString list() const { return at(QStringLiteral("criteria")).toString(); }
    QVariantList stageOptions() const;
    QVariantList palette() const override;
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);
    Q_INVOKABLE QString addTo(const QString& key); ///< a new stage or band

protected:
    void rebuild() override;

private:
    QString behaviour(const yaml::Node& criterion) const;
    QString countText(const yaml::Node& count) const;
    QVariantList m_criteria, m_stages, m_bands;
    double m_highest = 0;
};

} // namespace fw::studio
