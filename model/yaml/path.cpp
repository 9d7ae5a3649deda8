#include "path.h"

namespace fw::yaml
{

int indexStep(const QString& step)
{
    if (step.size() < 3 || step.front() != u'[' || step.back() != u']')
        return -1;
    bool ok = false;
    const int index = step.mid(1, step.size() - 2).toInt(&ok);
    return ok && index >= 0 ? index : -1;
}

int indexOf(const Node& sequence, const QString& step)
{
    const int count = static_cast<int>(sequence.items.size());
    if (const int index = indexStep(step); index >= 0)
        return index < count ? index : -1;
    const Node& found = sequence.byId(step);
    return found.exists() ? static_cast<int>(&found - sequence.items.data()) : -1;
}

const Node& resolve(const Node& root, const QStringList& path)
{
    static const Node missing;
    const Node* node = &root;
    for (const QString& step : path) {
        if (node->isSequence()) {
            const int index = indexOf(*node, step);
            if (index < 0)
                return missing;
            node = &node->items[static_cast<size_t>(index)];
        } else {
            node = &(*node)[step];
        }
    }
    return *node;
}

QString stepOf(const Node& sequence, int index)
{
    const Node& id = sequence.items[static_cast<size_t>(index)][u"id"];
    if (id.isScalar() && !id.scalar.isEmpty() && indexOf(sequence, id.scalar) == index)
        return id.scalar;
    return QStringLiteral("[%1]").arg(index);
}

} // namespace fw::yaml
