#include "packages.h"

#include "model/diff/difference.h"
#include "model/document/package.h"
#include "model/schema/titles.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace fw::studio
{

namespace
{
constexpr qint64 largestPackage = 256LL * 1024 * 1024;
}

Packages::Packages(Session& session) : m_session(session) {}

QString Packages::proposedFile() const
{
    if (!m_session.isOpen())
        return {};
    const QString id = m_session.definition().app()[u"id"].string(QStringLiteral("app"));
    return QFileInfo(m_session.document().folder()).path() + QLatin1Char('/') + id + QStringLiteral(".fwapp");
}

bool Packages::exportTo(const QString& path)
{
    if (!m_session.isOpen())
        return false;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(pack(m_session.definition())) >= 0 && file.commit())
        return true;
    m_session.fail(
        tr("The file %1 could not be written. Check that the disk has room and that you may write there.").arg(path));
    return false;
}

void Packages::look(const QString& path)
{
    m_title.clear();
    m_problem.clear();
    m_differences.clear();
    m_files.clear();
    m_otherApp = false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPackage) {
        m_problem = tr("The file %1 cannot be read.").arg(path);
    } else if (const auto files = unpack(file.readAll()); !files) {
        m_problem = Session::words(files.error());
    } else {
        m_files = *files;
        const auto theirs = Definition::fromFiles(m_files);
        m_title = schema::titleOf(*theirs, {QStringLiteral("app.yaml"), {}}, m_session.language());
        m_otherApp = theirs->app()[u"id"].string() != m_session.definition().app()[u"id"].string();
        m_differences = diff::differencesJson(m_session.definition(), *theirs, m_session.language()).toVariantList();
    }
    Q_EMIT changed();
}

bool Packages::apply()
{
    if (!m_session.isOpen() || m_files.isEmpty())
        return false;
    Document& document = m_session.document();
    const Message name(FW_MSG("Take in the package of \"%1\""), {m_title});
    Document::Transaction transaction(document, name);
    const auto before = document.definition()->allBytes();
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it)
        if (!m_session.report(document.setText(it.key(), it.value(), name)))
            return false;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        if (!m_files.contains(it.key()) && !m_session.report(document.removeFile(it.key(), name)))
            return false;
    transaction.commit();
    return true;
}

} // namespace fw::studio
