// docs/feel.md: the manual of the functions, written from their table.
#include "builtins.h"
#include "services.h"

namespace fw::feel
{

namespace
{

QString headingOf(const QString& group)
{
    static const QHash<QString, QString> headings{
        {QStringLiteral("numbers"), QStringLiteral("Numbers 数字")},
        {QStringLiteral("texts"), QStringLiteral("Texts 文本")},
        {QStringLiteral("lists"), QStringLiteral("Lists 列表")},
        {QStringLiteral("times"), QStringLiteral("Dates and times 日期与时间")},
        {QStringLiteral("contexts"), QStringLiteral("Contexts 上下文")},
        {QStringLiteral("ranges"), QStringLiteral("Ranges 区间")},
        {QStringLiteral("excel"), QStringLiteral("Excel's names 电子表格函数")},
        {QStringLiteral("history"), QStringLiteral("History 事件历史")}};
    return headings.value(group);
}

} // namespace

QString functionReference()
{
    QString out = QStringLiteral(
        "# Functions of expressions 表达式函数\n\n"
        "Written by `formwright feel --functions` from the table that checks and runs them; every example is a test.\n"
        "A `?` behind a parameter's name: it may be left out. `...`: any number of them. `T`: the type of the list's "
        "items.\n"
        "The groups \"Excel's names\" and \"History\" belong to the studio dialect only.\n");
    QString group;
    for (const Builtin& builtin : builtins()) {
        if (builtin.group != std::exchange(group, builtin.group))
            out += QStringLiteral("\n## %1\n").arg(headingOf(builtin.group));
        out += QStringLiteral("\n### %1\n\n%2  \n%3\n\n```\n").arg(builtin.name, builtin.doc, builtin.docZh);
        for (const Signature& signature : builtin.signatures)
            out += signature.text + u'\n';
        out += builtin.example;
        if (!builtin.exampleResult.isEmpty())
            out += QStringLiteral(" → ") + builtin.exampleResult;
        out += QStringLiteral("\n```\n");
    }
    return out;
}

} // namespace fw::feel
