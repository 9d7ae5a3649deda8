#include "rule.h"

namespace fw::check
{

namespace
{

class AppRule : public Rule
{
public:
    void whole(Context& context) override
    {
        format(context);
        files(context);
        persons(context);
        scores(context);
    }

private:
    static constexpr int Format = 1;

    /// definition-format.md, rule 10.
    static void format(Context& context)
    {
        const QString written = context.definition.app()[u"format"].string();
        bool ok = false;
        const int format = written.toInt(&ok);
        const Address address{QStringLiteral("app.yaml"), {"format"}};
        if (ok && format > Format)
            context.report.error("app.newer_format",
                                 Message(FW_MSG("The definition has format %1; this program reads format %2."),
                                         {written, QString::number(Format)}),
                                 Message(FW_MSG("Open it with a program that reads format %1."), {written}), address);
        else if (ok && format < Format)
            context.report.error("app.unknown_format", Message(FW_MSG("There is no format %1."), {written}),
                                 Message(FW_MSG("Write \"format: %1\"."), {QString::number(Format)}), address);
    }

    static void files(Context& context)
    {
        if (!context.definition.file(QStringLiteral("app.yaml")))
            context.report.error("file.no_app", FW_MSG("There is no app.yaml."),
                                 FW_MSG("Add it with \"kind: app\", \"format: 1\" and \"id:\"."),
                                 Address{QStringLiteral("app.yaml"), {}});
        QStringList folders;
        for (const schema::Kind& kind : schema::Schema::instance().kinds())
            folders << (kind.file.isEmpty() ? kind.folder + u'/' : kind.file);
        for (const auto& file : context.definition.files())
            if (!schema::Schema::instance().kindOfPath(file->path))
                context.report.error("file.no_kind", FW_MSG("A file in this place is not read."),
                                     Message(FW_MSG("Move it to one of: %1."), {folders.join(QStringLiteral(", "))}),
                                     Address{file->path, {}});
    }

    static void persons(Context& context)
    {
        QString first;
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("table"))) {
            if (!file->root[u"person"].toBool(false))
                continue;
            if (!first.isEmpty())
                context.report.error(
                    "table.two_persons", Message(FW_MSG("\"%1\" is already the table of persons."), {first}),
                    FW_MSG("Only one table may say \"person: true\"."), Address{file->path, {"person"}});
            else if (file->root[u"identity"].items.empty())
                context.report.error("table.no_identity", FW_MSG("Events cannot find the records of this table."),
                                     FW_MSG("Name its identity fields: \"identity: [phone, email]\"."),
                                     Address{file->path, {"person"}});
            first = file->id();
        }
        if (first.isEmpty() && !context.definition.all(QStringLiteral("event")).isEmpty())
            context.report.warning("app.no_persons", FW_MSG("There are events but no table of persons."),
                                   FW_MSG("Write \"person: true\" and \"identity:\" into the table of customers."),
                                   Address{QStringLiteral("app.yaml"), {}});
    }

    /// A score field stands in the table its scoring table is for.
    static void scores(Context& context)
    {
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("table")))
            for (const yaml::Node& field : file->root[u"fields"].items) {
                const yaml::Node* scoring = context.names().scoring(field[u"scoring"].string());
                if (scoring && (*scoring)[u"table"].string() != file->id())
                    context.report.error("field.other_scoring",
                                         Message(FW_MSG("The scoring table \"%1\" is for \"%2\"."),
                                                 {field[u"scoring"].string(), (*scoring)[u"table"].string()}),
                                         FW_MSG("Choose a scoring table of this table."),
                                         Address{file->path, {"fields", field[u"id"].string(), "scoring"}});
            }
    }
};

} // namespace

RulePtr appRule()
{
    return std::make_unique<AppRule>();
}

} // namespace fw::check
