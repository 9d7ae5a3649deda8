#include "memory.h"

namespace fw::automation
{

void Memory::setLoops(const QJsonArray& loops)
{
    if (loops.isEmpty())
        m_json.remove(QLatin1String("loops"));
    else
        m_json[QLatin1String("loops")] = loops;
}

void Memory::adopt(const Memory& other)
{
    const QJsonObject results = other.m_json[QLatin1String("results")].toObject();
    for (auto it = results.begin(); it != results.end(); ++it)
        keep(it.key(), it.value());
}

Memory::Loop Memory::loop() const
{
    const QJsonObject top = loops().last().toObject();
    Loop loop{top[QLatin1String("step")].toString(),
              top[QLatin1String("table")].toString(),
              {},
              top[QLatin1String("at")].toInt()};
    for (const QJsonValue& id : top[QLatin1String("ids")].toArray())
        loop.ids << id.toString();
    return loop;
}

QStringList Memory::loopSteps() const
{
    QStringList steps;
    for (const QJsonValue& loop : loops())
        steps << loop[QLatin1String("step")].toString();
    return steps;
}

void Memory::enterLoop(const Loop& loop)
{
    QJsonArray all = loops();
    all.append(QJsonObject{
        {"step", loop.step}, {"table", loop.table}, {"ids", QJsonArray::fromStringList(loop.ids)}, {"at", loop.at}});
    setLoops(all);
}

void Memory::nextItem()
{
    QJsonArray all = loops();
    QJsonObject top = all.last().toObject();
    top["at"] = top[QLatin1String("at")].toInt() + 1;
    all.replace(all.size() - 1, top);
    setLoops(all);
}

void Memory::leaveLoop()
{
    QJsonArray all = loops();
    all.removeLast();
    setLoops(all);
}

} // namespace fw::automation
