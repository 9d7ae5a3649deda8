#include "anchor.h"
#include "runtime/platform/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace fw::audit
{

namespace
{

constexpr qsizetype s_kept = 500;
constexpr qint64 s_longest = 256 * 1024; ///< bytes of the file before it is shortened

Error edited(const QString& path, int line)
{
    return Error(
        QStringLiteral("audit.anchor_edited"),
        Message(FW_MSG("Line %1 of the anchor file \"%2\" was changed, or belongs to another key."),
                {QString::number(line), path}),
        FW_MSG("Put the file back as it was; without it nobody can tell whether the end of the audit chain was "
               "cut off."),
        Place{path, line, 1, {}});
}

} // namespace

QByteArray AnchorFile::macOf(const Anchor& anchor) const
{
    const QByteArray text = "audit anchor\n" + QByteArray::number(anchor.position) + '\n' + anchor.link.toHex() + '\n' +
                            QByteArray::number(anchor.at) + '\n' + anchor.why.toUtf8();
    return QMessageAuthenticationCode::hash(text, m_key, QCryptographicHash::Sha256);
}

QByteArray AnchorFile::lineOf(const Anchor& anchor) const
{
    const QJsonObject json{{"position", anchor.position},
                           {"link", QString::fromLatin1(anchor.link.toHex())},
                           {"at", anchor.at},
                           {"why", anchor.why},
                           {"mac", QString::fromLatin1(macOf(anchor).toHex())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<void> AnchorFile::append(const Anchor& anchor)
{
    if (QFileInfo(m_path).size() > s_longest) {
        if (auto shortened = shorten(); !shortened)
            return shortened;
    }
    QByteArray line = lineOf(anchor);
    // What a crash left unfinished must not swallow this line.
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly) && file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n")
        line.prepend('\n');
    return platform::appendPrivate(m_path, line);
}

Result<void> AnchorFile::shorten()
{
    const auto anchors = read();
    if (!anchors)
        return anchors.error();
    QByteArray text;
    for (const Anchor& anchor : anchors->last(std::min(s_kept, anchors->size())))
        text += lineOf(anchor);
    const QString aside = m_path + QStringLiteral(".new");
    QFile::remove(aside);
    if (auto written = platform::createPrivate(aside, text); !written)
        return written;
    return platform::replaceFile(aside, m_path);
}

Result<QList<Anchor>> AnchorFile::read() const
{
    QList<Anchor> anchors;
    if (!QFile::exists(m_path))
        return anchors;
    const auto text = platform::readPrivate(m_path);
    if (!text)
        return text.error();
    const QList<QByteArray> lines = text->split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject json = QJsonDocument::fromJson(lines[i]).object();
        if (json.isEmpty()) // empty, or unfinished because the machine stopped
            continue;
        const Anchor anchor{json["position"].toInteger(), QByteArray::fromHex(json["link"].toString().toLatin1()),
                            json["at"].toInteger(), json["why"].toString()};
        if (macOf(anchor).toHex() != json["mac"].toString().toLatin1())
            return edited(m_path, static_cast<int>(i) + 1);
        anchors << anchor;
    }
    return anchors;
}

} // namespace fw::audit
