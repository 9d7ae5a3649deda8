#include "dmntypes.h"

#include "model/feel/program.h"
#include "model/schema/fresh.h"

namespace fw::interchange
{

using yaml::Node;

static const std::vector<std::pair<QString, QString>>& simpleTypes()
{
    static const std::vector<std::pair<QString, QString>> types{{"text", "string"},
                                                                {"number", "number"},
                                                                {"yes_no", "boolean"},
                                                                {"date", "date"},
                                                                {"time", "time"},
                                                                {"datetime", "date and time"},
                                                                {"duration", "days and time duration"}};
    return types;
}

static QString quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + text + u'"';
}

QString typeRefOf(const QString& fieldType, const QStringList& options, const QString& name, dmn::Model* model)
{
    if (fieldType == u"money" || fieldType == u"percent" || fieldType == u"score")
        return QStringLiteral("number");
    for (const auto& [own, dmn] : simpleTypes())
        if (own == fieldType)
            return dmn;
    if (fieldType != u"choice" || options.isEmpty())
        return fieldType == u"choice" || fieldType == u"phone" || fieldType == u"email" || fieldType == u"url" ||
                       fieldType == u"long_text"
                   ? QStringLiteral("string")
                   : QString();
    QStringList allowed;
    for (const QString& option : options)
        allowed << quoted(option);
    dmn::ItemDefinition type;
    type.typeRef = QStringLiteral("string");
    type.allowedValues = allowed.join(QStringLiteral(", "));
    for (const dmn::ItemDefinition& known : model->types)
        if (known.allowedValues == type.allowedValues)
            return known.name;
    QStringList taken;
    for (const dmn::ItemDefinition& known : model->types)
        taken << known.name;
    type.name = idFor(name + QStringLiteral("_type"), &taken, QStringLiteral("choice"));
    model->types.push_back(type);
    return type.name;
}

QStringList textsOf(const QString& literals)
{
    const feel::Value list = feel::compile(u'[' + literals + u']', feel::Scope()).program.evaluate({});
    QStringList texts;
    if (list.kind() == feel::Value::Kind::List)
        for (const feel::Value& item : list.items()) {
            if (item.kind() != feel::Value::Kind::String)
                return {};
            texts << item.string();
        }
    return texts;
}

static std::vector<yaml::Entry> plainType(const char* type)
{
    return {{QStringLiteral("type"), Node::plain(QString::fromLatin1(type)), {}}};
}

std::vector<yaml::Entry> typeKeys(const QString& typeRef, const dmn::Model& model)
{
    for (const dmn::ItemDefinition& type : model.types) {
        if (type.name != typeRef)
            continue;
        if (type.isCollection || !type.components.empty() || type.isFunction)
            return plainType("any");
        const QStringList options = type.typeRef == u"string" ? textsOf(type.allowedValues) : QStringList();
        const bool ids = std::all_of(options.begin(), options.end(),
                                     [](const QString& option) { return schema::isValidId(option); });
        if (options.isEmpty() || !ids)
            return type.typeRef == typeRef ? plainType("any") : typeKeys(type.typeRef, model);
        std::vector<Node> nodes;
        for (const QString& option : options)
            nodes.push_back(Node::text(option));
        return {{QStringLiteral("type"), Node::plain(QStringLiteral("choice")), {}},
                {QStringLiteral("options"), Node::sequence(std::move(nodes), yaml::Style::Flow), {}}};
    }
    for (const auto& [own, dmn] : simpleTypes())
        if (dmn == typeRef || (own == u"datetime" && typeRef == u"dateTime") ||
            (own == u"duration" && typeRef == u"dayTimeDuration"))
            return plainType(own.toLatin1().constData());
    return plainType("any");
}

QString idFor(const QString& name, QStringList* taken, const QString& fallback)
{
    const QString id = schema::proposeId(name, *taken, fallback);
    taken->append(id);
    return id;
}

} // namespace fw::interchange
