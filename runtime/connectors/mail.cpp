#include "mail.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_lineLength = 76;
constexpr qsizetype s_wordBytes = 45; // 60 base64 characters and the frame of an encoded word stay below 75

bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

QString oneLine(QString text)
{
    for (QChar& c : text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            c = u' ';
    }
    return text;
}

QByteArray wrapped(const QByteArray& base64)
{
    QByteArray out;
    for (qsizetype at = 0; at < base64.size(); at += s_lineLength)
        out += base64.mid(at, s_lineLength) + "\r\n";
    return out;
}

QByteArray dateHeader(Instant at)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return QLocale::c().toString(utc, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

} // namespace

QByteArray headerText(const QString& text)
{
    const QString line = oneLine(text);
    if (isPlain(line) && line.size() < s_lineLength && !line.contains(QLatin1String("=?")))
        return line.toLatin1();
    // An encoded word must hold whole characters, so the text is cut between code points.
    QByteArray out;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            out += (out.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word.toBase64() + "?=";
        word.clear();
    };
    for (const char32_t point : line.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&point, 1).toUtf8();
        if (word.size() + bytes.size() > s_wordBytes)
            flush();
        word += bytes;
    }
    flush();
    return out;
}

QByteArray messageId(const QString& key, const QString& app)
{
    QByteArray local;
    for (const char c : key.toUtf8())
        local += (isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_') ? c : '.';
    // Two keys that fold to the same text must stay two ids.
    local += '.' + QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return '<' + local + '@' + (app.isEmpty() ? QByteArray("formwright") : app.toLatin1()) + '>';
}

bool isAddress(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    const bool clean = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() <= 0x20 || c == u'<' || c == u'>' || c == u',' || c == u'"' || c.unicode() == 0x7f;
    });
    return clean && at > 0 && at == text.lastIndexOf(u'@') && at < text.size() - 1 && text.size() <= 254;
}

QByteArray mailBytes(const Outgoing& message, const QString& from, const QString& app)
{
    QByteArray mail;
    mail += "Date: " + dateHeader(message.at) + "\r\n";
    mail += "From: " + headerText(from) + "\r\n";
    mail += "To: " + headerText(message.to) + "\r\n";
    mail += "Subject: " + headerText(message.subject) + "\r\n";
    mail += "Message-ID: " + messageId(message.key, app) + "\r\n";
    if (!message.language.isEmpty())
        mail += "Content-Language: " + headerText(message.language) + "\r\n";
    mail += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    QString body = message.body;
    body.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\n', QStringLiteral("\r\n"));
    return mail + wrapped(body.toUtf8().toBase64());
}

} // namespace fw::connectors
