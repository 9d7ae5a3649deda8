#include "address.h"

#include <QUrl>

namespace fw
{

// "/", "#" and "%" inside a step would read as the address's own punctuation.
static QString escaped(QString step)
{
    return step.replace(u'%', QLatin1String("%25"))
        .replace(u'/', QLatin1String("%2F"))
        .replace(u'#', QLatin1String("%23"));
}

static QString unescaped(const QString& step)
{
    return step.contains(u'%') ? QUrl::fromPercentEncoding(step.toUtf8()) : step;
}

Address Address::parse(const QString& text)
{
    Address address;
    const qsizetype hash = text.indexOf(u'#');
    address.file = text.left(hash < 0 ? text.size() : hash);
    if (hash >= 0 && hash + 1 < text.size())
        for (const QString& step : text.mid(hash + 1).split(u'/'))
            address.path << unescaped(step);
    return address;
}

QString Address::toString() const
{
    QStringList steps;
    for (const QString& step : path)
        steps << escaped(step);
    return steps.isEmpty() ? file : file + u'#' + steps.join(u'/');
}

bool Address::isInside(const Address& ancestor) const
{
    return file == ancestor.file && path.size() >= ancestor.path.size() &&
           std::equal(ancestor.path.begin(), ancestor.path.end(), path.begin());
}

} // namespace fw
