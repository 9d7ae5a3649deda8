#include "transfer.h"

#include <QFile>

#include <array>
#include <cstring>

#include <curl/curl.h>

namespace fw::connectors
{

namespace
{

constexpr long s_connectSeconds = 10;
constexpr long s_totalSeconds = 30;
constexpr qsizetype s_mostAnswer = 1 << 20;

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, CurlDeleter>;
using List = std::unique_ptr<curl_slist, CurlDeleter>;

void append(List& list, const QByteArray& text)
{
    list.reset(curl_slist_append(list.release(), text.constData()));
}

/// libcurl asks about once a second, also while nothing moves.
int stopped(void* token, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
}

/// `stop` must outlive the transfer.
Curl newTransfer(const QString& url, const char* protocols, const std::stop_token& stop)
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)once;
    Curl curl(curl_easy_init());
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.toUtf8().constData());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, s_connectSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, s_totalSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, stopped);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
    return curl;
}

size_t keepAnswer(char* data, size_t size, size_t count, void* into)
{
    auto& answer = *static_cast<QByteArray*>(into);
    const auto length = static_cast<qsizetype>(size * count);
    answer.append(data, std::min(length, s_mostAnswer - answer.size()));
    return size * count; // what is too much is read and dropped: the answer's code still counts
}

/// The mail as libcurl asks for it; `given` tells whether the last byte went out.
struct Upload {
    const QByteArray& bytes;
    qsizetype position = 0;
    bool given = false;
};

size_t giveMail(char* into, size_t size, size_t count, void* from)
{
    auto& upload = *static_cast<Upload*>(from);
    const qsizetype length = std::min(static_cast<qsizetype>(size * count), upload.bytes.size() - upload.position);
    memcpy(into, upload.bytes.constData() + upload.position, static_cast<size_t>(length));
    upload.position += length;
    upload.given = upload.position == upload.bytes.size();
    return static_cast<size_t>(length);
}

/// What a mail server said last that was no agreement ("550 no such user").
size_t keepRefusal(char* data, size_t size, size_t count, void* into)
{
    constexpr qsizetype longest = 300;
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(size * count)).trimmed();
    if (line.startsWith('4') || line.startsWith('5'))
        *static_cast<QByteArray*>(into) = line.left(longest);
    return size * count;
}

QString words(CURLcode code)
{
    return QString::fromUtf8(curl_easy_strerror(code));
}

/// What is wrong with a secured mail connection, in words that say what to do; "" for other failures. `detail` is the TLS
/// library's own sentence.
QString tlsWords(CURLcode code, const MailRoute& route, const QString& detail)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return Message(FW_MSG("The certificate of the mail server is not trusted (%1). Check the server's name, or set "
                              "\"ca\" of the connector to the file of your company's certificate."),
                       {detail})
            .text();
    case CURLE_SSL_CACERT_BADFILE:
        return Message(FW_MSG("The certificate file \"%1\" cannot be read."), {route.authorities}).text();
    case CURLE_USE_SSL_FAILED:
        return Message(FW_MSG("The mail server offers no encryption. Set \"tls\" of the connector to \"none\" only "
                              "for a server on this computer."))
            .text();
    default: return {};
    }
}

bool neverGotThrough(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR: return true;
    default: return false;
    }
}

bool cannotEverWork(CURLcode code)
{
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED: return true;
    default: return false;
    }
}

Receipt failure(CURLcode code, bool mayHaveArrived)
{
    if (cannotEverWork(code))
        return {Receipt::Class::Permanent, words(code), {}, {}};
    if (neverGotThrough(code) || !mayHaveArrived)
        return {Receipt::Class::Temporary, words(code), {}, {}};
    return {Receipt::Class::InDoubt, words(code), {}, {}};
}

} // namespace

Answer postJson(const QString& url, const QByteArray& json, const QList<QByteArray>& headers, std::stop_token stop)
{
    QList<QByteArray> all{"Content-Type: application/json; charset=utf-8"};
    all << headers;
    return exchange("POST", url, json, all, std::move(stop));
}

Answer exchange(const QByteArray& method, const QString& url, const QByteArray& body, const QList<QByteArray>& headers,
                std::stop_token stop)
{
    Answer answer;
    const Curl curl = newTransfer(url, "http,https", stop);
    List list;
    append(list, "Expect:");
    for (const QByteArray& header : headers)
        append(list, header);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list.get());
    if (method == "POST" || !body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
    }
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keepAnswer);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        curl_off_t connected = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);
        answer.receipt = failure(code, connected > 0);
        return answer;
    }
    long status = 0;
    curl_off_t retryAfter = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &retryAfter);
    answer.status = static_cast<int>(status);
    if (retryAfter > 0)
        answer.retryAfterMs = qint64(retryAfter) * 1000;
    return answer;
}

Receipt sendMail(const MailRoute& route, const QString& to, const QByteArray& mail, std::stop_token stop)
{
    const Curl curl = newTransfer(route.url, "smtp,smtps", stop);
    List recipients;
    append(recipients, '<' + to.toUtf8() + '>');
    Upload upload{mail};
    QByteArray refusal;
    std::array<char, CURL_ERROR_SIZE> detail{};
    const QByteArray from = '<' + route.from.toUtf8() + '>';
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL,
                     route.plain ? static_cast<long>(CURLUSESSL_NONE) : static_cast<long>(CURLUSESSL_ALL));
    if (!route.authorities.isEmpty())
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, QFile::encodeName(route.authorities).constData());
    if (!route.user.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, route.user.toUtf8().constData());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, route.password.toUtf8().constData());
    }
    // To libcurl signing in is part of connecting, and servers take their time over a wrong password.
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, s_totalSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, giveMail);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, keepRefusal);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &refusal);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, detail.data());
    const CURLcode code = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK)
        return {Receipt::Class::Sent, {}, QString::number(status), {}};
    if (const QString said = tlsWords(code, route, QString::fromUtf8(detail.data())); !said.isEmpty())
        return {Receipt::Class::Permanent, said, {}, {}};
    const QString said = status >= 400 && !refusal.isEmpty() ? QString::fromUtf8(refusal) : words(code);
    if (status >= 500)
        return {Receipt::Class::Permanent, said, {}, {}};
    if (status >= 400)
        return {Receipt::Class::Temporary, said, {}, {}};
    Receipt receipt = failure(code, upload.given);
    receipt.words = said;
    return receipt;
}

} // namespace fw::connectors
