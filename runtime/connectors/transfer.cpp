#include "transfer.h"

#include <curl/curl.h>

#include <cstring>

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

Curl newTransfer(const QString& url, const char* protocols)
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

QString words(CURLcode code)
{
    return QString::fromUtf8(curl_easy_strerror(code));
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

Answer postJson(const QString& url, const QByteArray& json, const QList<QByteArray>& headers)
{
    QList<QByteArray> all{"Content-Type: application/json; charset=utf-8"};
    all << headers;
    return exchange("POST", url, json, all);
}

Answer exchange(const QByteArray& method, const QString& url, const QByteArray& body, const QList<QByteArray>& headers)
{
    Answer answer;
    const Curl curl = newTransfer(url, "http,https");
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

Receipt sendMail(const MailRoute& route, const QString& to, const QByteArray& mail)
{
    const Curl curl = newTransfer(route.url, "smtp,smtps");
    List recipients;
    append(recipients, '<' + to.toUtf8() + '>');
    Upload upload{mail};
    const QByteArray from = '<' + route.from.toUtf8() + '>';
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL,
                     route.plain ? static_cast<long>(CURLUSESSL_NONE) : static_cast<long>(CURLUSESSL_ALL));
    if (!route.user.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, route.user.toUtf8().constData());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, route.password.toUtf8().constData());
    }
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, giveMail);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
    const CURLcode code = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK)
        return {Receipt::Class::Sent, {}, QString::number(status), {}};
    const QString said = status >= 400 ? QStringLiteral("%1 (%2)").arg(words(code)).arg(status) : words(code);
    // The server's own word decides where there is one: 4yz may pass later, 5yz never.
    if (status >= 500)
        return {Receipt::Class::Permanent, said, {}, {}};
    if (status >= 400)
        return {Receipt::Class::Temporary, said, {}, {}};
    Receipt receipt = failure(code, upload.given);
    receipt.words = said;
    return receipt;
}

} // namespace fw::connectors
