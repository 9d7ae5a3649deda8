#include "formmodel.h"

#include <algorithm>

namespace fw::player
{
namespace
{

const int typingPauseMs = 120;

}

void PartObject::setVisible(bool visible)
{
    if (visible == m_visible)
        return;
    m_visible = visible;
    Q_EMIT changed();
}

void PartObject::setLabel(const QString& label)
{
    if (label == m_info.label)
        return;
    m_info.label = label;
    Q_EMIT changed();
}

QVariantList PartObject::toVariants(const QList<PartObject*>& parts)
{
    QVariantList objects;
    for (PartObject* part : parts)
        objects.append(QVariant::fromValue(part));
    return objects;
}

FormModel::FormModel(QObject* parent) : QObject(parent)
{
    m_evaluate.setSingleShot(true);
    m_evaluate.setInterval(typingPauseMs);
    connect(&m_evaluate, &QTimer::timeout, this, &FormModel::evaluate);
}

void FormModel::setApp(PlayerApp* app)
{
    if (app == m_app)
        return;
    m_app = app;
    if (app) {
        connect(app, &PlayerApp::described, this, [this] {
            const TableInfo table = m_app->description().tables.value(m_table);
            for (FieldObject* field : m_fields) {
                if (const FieldInfo* info = table.field(field->id()))
                    field->describe(*info);
            }
            relabel(m_app->description().forms.value(m_form).parts, m_parts);
            m_evaluate.start(); // the rules' texts in the new language
        });
    }
    Q_EMIT appChanged();
}

void FormModel::relabel(const std::vector<PartInfo>& parts, const QList<PartObject*>& shown)
{
    for (size_t i = 0; i < parts.size() && static_cast<qsizetype>(i) < shown.size(); ++i) {
        PartObject* part = shown[static_cast<qsizetype>(i)];
        part->setLabel(parts[i].label);
        relabel(parts[i].parts, part->parts());
    }
}

void FormModel::open(const QString& form, const QString& id, const QVariantMap& preset)
{
    if (!m_app)
        return;
    m_form = form;
    m_recordId = id;
    m_preset = preset;
    m_recordTitle.clear();
    m_problem.clear();
    m_stale = false;
    m_saving = false;
    m_refused = false;
    const FormInfo info = m_app->description().forms.value(form);
    m_table = info.table;
    const TableInfo table = m_app->description().tables.value(m_table);
    m_readOnly = id.isEmpty() ? !table.create : !table.change;
    build();
    Q_EMIT opened();
    if (id.isEmpty()) {
        for (auto it = preset.begin(); it != preset.end(); ++it) {
            if (FieldObject* field = m_fields.value(it.key()))
                field->load(QJsonValue::fromVariant(it.value()), QString());
        }
        evaluate();
    } else {
        load();
    }
    Q_EMIT stateChanged();
}

void FormModel::build()
{
    m_evaluate.stop();
    m_parts.clear();
    m_fields.clear();
    QObject* old = m_root;
    m_root = new QObject(this);
    for (const PartInfo& part : m_app->description().forms.value(m_form).parts) {
        if (PartObject* object = makePart(part))
            m_parts.append(object);
    }
    Q_EMIT built();
    if (old)
        old->deleteLater(); // the screen has let go of the old parts by now
}

/// Nothing for a field the person may not see: the description leaves it out.
PartObject* FormModel::makePart(const PartInfo& info)
{
    FieldObject* field = nullptr;
    if (info.kind == u"field") {
        const TableInfo table = m_app->description().tables.value(m_table);
        const FieldInfo* fieldInfo = table.field(info.field);
        if (!fieldInfo)
            return nullptr;
        field = m_fields.value(info.field);
        if (!field) {
            field = new FieldObject(m_app, *fieldInfo, m_root);
            field->setState(true, m_readOnly, fieldInfo->required);
            m_fields.insert(info.field, field);
            connect(field, &FieldObject::edited, this, [this] {
                Q_EMIT stateChanged();
                m_evaluate.start();
            });
        }
    }
    auto* part = new PartObject(info, field, m_root);
    for (const PartInfo& inner : info.parts) {
        if (PartObject* object = makePart(inner))
            part->addPart(object);
    }
    return part;
}

void FormModel::load()
{
    m_loading = true;
    Q_EMIT stateChanged();
    const QString id = m_recordId;
    m_app->call(QStringLiteral("data.get"), {{QStringLiteral("table"), m_table}, {QStringLiteral("id"), id}}, this,
                [this, id](const client::Reply& reply) {
                    if (id != m_recordId)
                        return;
                    m_loading = false;
                    if (!reply.ok) {
                        m_problem = PlayerApp::problemText(reply);
                        Q_EMIT stateChanged();
                        return;
                    }
                    m_version = reply.result[u"version"].toInt();
                    m_recordTitle = reply.result[u"title"].toString();
                    const QJsonObject values = reply.result[u"values"].toObject();
                    const QJsonObject display = reply.result[u"display"].toObject();
                    for (FieldObject* field : m_fields)
                        field->load(values[field->id()], display[field->id()].toString());
                    m_stale = false;
                    m_problem.clear();
                    Q_EMIT opened();
                    Q_EMIT stateChanged();
                    evaluate();
                });
}

QString FormModel::title() const
{
    if (!m_app)
        return {};
    if (m_recordId.isEmpty())
        return tr("New: %1").arg(m_app->tableLabel(m_table));
    return m_recordTitle.isEmpty() ? m_app->tableLabel(m_table) : m_recordTitle;
}

bool FormModel::isDirty() const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [](const FieldObject* field) { return field->isChanged(); });
}

/// What the person changed; of a new record also what it came with.
QJsonObject FormModel::editedValues() const
{
    QJsonObject values;
    for (const FieldObject* field : m_fields) {
        if (field->isChanged() || (m_recordId.isEmpty() && m_preset.contains(field->id())))
            values.insert(field->id(), field->toJson());
    }
    if (m_recordId.isEmpty()) {
        for (auto it = m_preset.begin(); it != m_preset.end(); ++it) {
            if (!values.contains(it.key()))
                values.insert(it.key(),
                              QJsonValue::fromVariant(it.value())); // the relation of a sub-table, not on the form
        }
    }
    return values;
}

void FormModel::evaluate()
{
    if (!m_app || m_form.isEmpty())
        return;
    QJsonObject params{{QStringLiteral("form"), m_form}, {QStringLiteral("values"), editedValues()}};
    if (!m_recordId.isEmpty())
        params.insert(QStringLiteral("id"), m_recordId);
    m_app->cancel(m_evaluation);
    m_evaluation = m_app->call(QStringLiteral("data.form"), params, this, [this](const client::Reply& reply) {
        if (reply.id == m_evaluation && reply.ok)
            applyRules(reply.result);
    });
}

void FormModel::applyRules(const QJsonObject& result)
{
    applyPartStates(result[u"parts"].toObject(), m_parts);
    const QJsonObject values = result[u"values"].toObject();
    const QJsonObject computed = result[u"computed"].toObject();
    for (FieldObject* field : m_fields) {
        if (values.contains(field->id()))
            field->compute(values[field->id()], computed[field->id()].toString());
    }
    QHash<QString, QString> texts;
    for (const QJsonValue& problem : result[u"problems"].toArray())
        texts[problem[u"field"].toString()] = problem[u"text"].toString();
    for (FieldObject* field : m_fields)
        field->setProblem(texts.value(field->id()), m_refused);
    if (m_refused && !m_stale)
        m_problem = texts.value(QString()); // a rule over several fields
    Q_EMIT stateChanged();
}

void FormModel::applyPartStates(const QJsonObject& states, const QList<PartObject*>& parts)
{
    for (PartObject* part : parts) {
        const QJsonObject state = states[part->id()].toObject();
        part->setVisible(state[u"visible"].toBool(true));
        if (FieldObject* field = part->field())
            field->setState(part->isVisible(), m_readOnly || state[u"readOnly"].toBool(),
                            state[u"required"].toBool(field->info().required));
        applyPartStates(states, part->parts());
    }
}

void FormModel::save()
{
    if (!m_app || m_saving || m_readOnly)
        return;
    m_saving = true;
    Q_EMIT stateChanged();
    QJsonObject params{{QStringLiteral("table"), m_table},
                       {QStringLiteral("form"), m_form},
                       {QStringLiteral("values"), editedValues()}};
    const bool create = m_recordId.isEmpty();
    if (!create) {
        params.insert(QStringLiteral("id"), m_recordId);
        params.insert(QStringLiteral("version"), m_version);
    }
    m_app->call(create ? QStringLiteral("data.create") : QStringLiteral("data.update"), params, this,
                [this, create](const client::Reply& reply) {
                    m_saving = false;
                    if (!reply.ok) {
                        showProblems(reply);
                        return;
                    }
                    m_recordId = reply.result[u"id"].toString(m_recordId);
                    m_version = reply.result[u"version"].toInt(m_version);
                    for (FieldObject* field : m_fields)
                        field->load(field->toJson(), field->text());
                    m_problem.clear();
                    m_stale = false;
                    m_refused = false;
                    Q_EMIT stateChanged();
                    Q_EMIT saved(m_recordId, reply.result[u"outcome"].toString(create ? QStringLiteral("created")
                                                                                      : QStringLiteral("changed")));
                });
}

/// Each objection beside its field; what belongs to none, or to a field not on this form, above the form.
void FormModel::showProblems(const client::Reply& reply)
{
    QString first;
    client::Reply rest;
    m_refused = true;
    for (const QJsonObject& problem : reply.problems) {
        FieldObject* field = m_fields.value(problem[u"element"].toString());
        m_stale = m_stale || problem[u"code"].toString() == u"record.stale";
        if (!field || !field->isVisible()) {
            rest.problems.append(problem);
            continue;
        }
        field->setProblem(problem[u"text"].toString(), true);
        first = first.isEmpty() ? field->id() : first;
    }
    m_problem = rest.problems.isEmpty() && !first.isEmpty() ? QString() : PlayerApp::problemText(rest);
    Q_EMIT stateChanged();
    if (!first.isEmpty())
        Q_EMIT refused(first);
}

void FormModel::revert()
{
    if (m_recordId.isEmpty())
        open(m_form, {}, m_preset);
    else
        load();
}

} // namespace fw::player
