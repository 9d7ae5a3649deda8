#include "workfloweditor.h"

#include "model/yaml/path.h"

namespace fw::studio
{

namespace
{
constexpr double nodeWidth = 260;
constexpr double nodeHeight = 56;
constexpr double gapY = 44; ///< between a node and the next: room for the + between them
constexpr double gapX = 32; ///< between columns
constexpr double branchHeight = 30;
constexpr double margin = 40;
} // namespace

QList<WorkflowEditor::Column> WorkflowEditor::columnsOf(const Address& step, const yaml::Node& node) const
{
    QList<Column> columns;
    if (node[u"branch"].isSequence()) {
        const yaml::Node& branches = node[u"branch"];
        bool otherwise = false;
        for (int i = 0; i < int(branches.items.size()); ++i) {
            const yaml::Node& branch = branches.items[size_t(i)];
            const Address address = step.child(QStringLiteral("branch")).child(yaml::stepOf(branches, i));
            otherwise = otherwise || !branch[u"if"].exists();
            QString title = schema::localText(branch[u"label"]).in(language());
            if (title.isEmpty())
                title = branch[u"if"].exists() ? expressionText(branch[u"if"]) : tr("else");
            columns << Column{"then", address.child(QStringLiteral("then")), &branch[u"then"], title, address};
        }
        if (!otherwise)
            columns << Column{"", {}, nullptr, tr("else"), {}};
    } else if (node[u"for_each"].isMap()) {
        const Address body = step.child(QStringLiteral("for_each")).child(QStringLiteral("then"));
        columns << Column{"then", body, &node[u"for_each"][u"then"], tr("for each"), {}};
    } else if (node[u"http"].isMap() && node[u"http"][u"failed"].exists()) {
        const Address failed = step.child(QStringLiteral("http")).child(QStringLiteral("failed"));
        columns << Column{"", {}, nullptr, tr("answered"), {}}
                << Column{"failed", failed, &node[u"http"][u"failed"], tr("failed"), {}};
    } else if (node[u"start"].isMap() && node[u"start"][u"limit"].exists()) {
        const Address late = step.child(QStringLiteral("start")).child(QStringLiteral("timeout"));
        columns << Column{"", {}, nullptr, tr("it ended"), {}}
                << Column{"timeout", late, &node[u"start"][u"timeout"], tr("time is up"), {}};
    } else if (node[u"wait_until"].exists()) {
        columns << Column{"then", step.child(QStringLiteral("then")), &node[u"then"], tr("it happened"), {}};
        if (node[u"wait_until"][u"limit"].exists() || node[u"timeout"].exists())
            columns << Column{
                "timeout", step.child(QStringLiteral("timeout")), &node[u"timeout"], tr("time is up"), {}};
    }
    return columns;
}

double WorkflowEditor::widthOfStep(const Address& step, const yaml::Node& node) const
{
    double width = 0;
    for (const Column& column : columnsOf(step, node))
        width += (width > 0 ? gapX : 0) + (column.steps ? widthOf(column.list, *column.steps) : nodeWidth * 0.6);
    return qMax(nodeWidth, width);
}

double WorkflowEditor::widthOf(const Address& list, const yaml::Node& steps) const
{
    double width = nodeWidth;
    for (int i = 0; i < int(steps.items.size()); ++i)
        width = qMax(width, widthOfStep(list.child(yaml::stepOf(steps, i)), steps.items[size_t(i)]));
    return width;
}

void WorkflowEditor::addNode(const Address& address, const char* sort, const QString& kind, double centre, double top,
                             double width, double height, const QString& title, const QString& detail)
{
    m_nodes << QVariantMap{{QStringLiteral("address"), address.file.isEmpty() ? QString() : address.toString()},
                           {QStringLiteral("list"), address.path.isEmpty() ? QString() : address.parent().toString()},
                           {QStringLiteral("sort"), QString::fromLatin1(sort)},
                           {QStringLiteral("kind"), kind},
                           {QStringLiteral("x"), centre - width / 2},
                           {QStringLiteral("y"), top},
                           {QStringLiteral("width"), width},
                           {QStringLiteral("height"), height},
                           {QStringLiteral("title"), title},
                           {QStringLiteral("detail"), detail}};
}

void WorkflowEditor::addEdge(const QList<QPointF>& points, const QString& text)
{
    QVariantList list;
    for (const QPointF& point : points)
        list << point;
    m_edges << QVariantMap{{QStringLiteral("points"), list}, {QStringLiteral("text"), text}};
}

void WorkflowEditor::addSlot(double x, double y, const Address& list, int index, const char* sort)
{
    m_slots << QVariantMap{{QStringLiteral("x"), x},
                           {QStringLiteral("y"), y},
                           {QStringLiteral("list"), list.toString()},
                           {QStringLiteral("index"), index},
                           {QStringLiteral("sort"), QString::fromLatin1(sort)}};
}

double WorkflowEditor::placeTriggers(double centre)
{
    const Address list = at(QStringLiteral("when"));
    const yaml::Node& triggers = root()[u"when"];
    const int count = int(triggers.items.size());
    const double span = count * nodeWidth + qMax(0, count - 1) * gapX;
    double left = centre - span / 2;
    const double bottom = margin + nodeHeight + gapY;
    for (int i = 0; i < count; ++i) {
        const Address address = list.child(yaml::stepOf(triggers, i));
        QString detail;
        const yaml::Node& node = triggers.items[size_t(i)];
        const QString title = triggerText(address, node, detail);
        const double x = left + nodeWidth / 2;
        const schema::ShapeAt shape = schema::shapeAt(session()->definition(), address);
        const schema::Key* action = shape.shape ? schema::actionOf(*shape.shape, node) : nullptr;
        addNode(address, "trigger", action ? action->name : QString(), x, margin, nodeWidth, nodeHeight, title, detail);
        addEdge({{x, margin + nodeHeight}, {x, bottom - gapY / 2}, {centre, bottom - gapY / 2}, {centre, bottom}});
        left += nodeWidth + gapX;
    }
    addSlot(centre + span / 2 + (count ? 28 : 0), margin + nodeHeight / 2, list, -1, "trigger");
    return bottom;
}

double WorkflowEditor::placeColumns(const Address& step, const yaml::Node& node, double centre, double top,
                                    bool& goesOn)
{
    const QList<Column> columns = columnsOf(step, node);
    double left = centre - widthOfStep(step, node) / 2;
    const double bus = top - gapY / 2;
    double bottom = top;
    QList<std::pair<double, double>> open; // x and y where a column that goes on has ended
    for (const Column& column : columns) {
        const double width = column.steps ? widthOf(column.list, *column.steps) : nodeWidth * 0.6;
        const double x = left + width / 2;
        left += width + gapX;
        addEdge({{centre, bus}, {x, bus}, {x, top}});
        addNode(column.branch, "branch",
                column.branch.path.isEmpty() ? QStringLiteral("outcome") : QStringLiteral("branch"), x, top,
                qMin(width, nodeWidth), branchHeight, column.title, {});
        bool columnGoesOn = true;
        double y = top + branchHeight;
        if (column.steps) {
            addEdge({{x, y}, {x, y + gapY}});
            y = placeSteps(column.list, *column.steps, x, y + gapY, columnGoesOn);
        }
        bottom = qMax(bottom, y);
        if (columnGoesOn)
            open << std::pair{x, y};
    }
    goesOn = !open.isEmpty();
    for (const auto& [x, y] : open)
        addEdge({{x, y}, {x, bottom + gapY / 2}, {centre, bottom + gapY / 2}});
    return bottom + gapY / 2;
}

double WorkflowEditor::placeSteps(const Address& list, const yaml::Node& steps, double centre, double top, bool& goesOn)
{
    double y = top;
    goesOn = true;
    addSlot(centre, top - gapY / 2, list, 0);
    for (int i = 0; i < int(steps.items.size()); ++i) {
        const yaml::Node& node = steps.items[size_t(i)];
        const Address address = list.child(yaml::stepOf(steps, i));
        QString detail;
        const QString title = stepText(address, node, detail);
        const schema::ShapeAt shape = schema::shapeAt(session()->definition(), address);
        const schema::Key* action = shape.shape ? schema::actionOf(*shape.shape, node) : nullptr;
        addNode(address, "step", action ? action->name : QString(), centre, y, nodeWidth, nodeHeight, title, detail);
        y += nodeHeight;
        const bool forks = !columnsOf(address, node).isEmpty();
        if (forks) {
            addEdge({{centre, y}, {centre, y + gapY / 2}});
            y = placeColumns(address, node, centre, y + gapY, goesOn);
        }
        if (node[u"stop"].toBool(false))
            goesOn = false;
        const bool last = i + 1 == int(steps.items.size());
        if (!goesOn && last)
            return y;
        if (!last)
            addEdge({{centre, y}, {centre, y + gapY}});
        addSlot(centre, y + gapY / 2, list, i + 1);
        if (!last)
            y += gapY;
    }
    return y;
}

void WorkflowEditor::rebuild()
{
    m_nodes.clear();
    m_edges.clear();
    m_slots.clear();
    const Address list = at(QStringLiteral("then"));
    const yaml::Node& steps = root()[u"then"];
    const int triggers = int(root()[u"when"].items.size());
    const double width = qMax(widthOf(list, steps), triggers * nodeWidth + qMax(0, triggers - 1) * gapX + 80);
    const double centre = margin + width / 2;
    const double top = placeTriggers(centre);
    bool goesOn = true;
    double y = placeSteps(list, steps, centre, top, goesOn);
    if (goesOn) {
        addEdge({{centre, y}, {centre, y + gapY}});
        y += gapY;
        addNode({}, "end", QStringLiteral("end"), centre, y, 96, branchHeight, tr("End"), {});
        y += branchHeight;
    }
    m_size = QSizeF(width + 2 * margin, y + margin);
}

QVariantList WorkflowEditor::palette() const
{
    if (!session())
        return {};
    QVariantMap triggers = variantGroup(tr("When"), at(QStringLiteral("when")));
    QVariantList items = triggers.value(QStringLiteral("items")).toList();
    for (QVariant& item : items) {
        QVariantMap map = item.toMap();
        map.insert(QStringLiteral("payload"), map.value(QStringLiteral("payload"))
                                                  .toString()
                                                  .replace(QLatin1String("variant:"), QLatin1String("trigger:")));
        map.insert(QStringLiteral("icon"), QStringLiteral("trigger"));
        item = map;
    }
    triggers.insert(QStringLiteral("items"), items);
    return {variantGroup(tr("Then"), at(QStringLiteral("then"))), triggers};
}

QString WorkflowEditor::drop(const QString& payload, const QString& list, int index)
{
    const QString what = payload.section(QLatin1Char(':'), 0, 0);
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (what == QLatin1String("element"))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    if (what == QLatin1String("trigger"))
        return session()->add(at(QStringLiteral("when")).toString(), id, -1);
    return session()->add(list, id, index);
}

} // namespace fw::studio
