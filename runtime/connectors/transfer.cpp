#include "transfer.h"

#include <QFile>
#include <QUrl>

#include <array>
#include <cstring>

#include <curl/curl.h>
#include <sys/socket.h>

namespace fw::connectors
{

namespace
{

constexpr long s_connectSeconds = 10;
constexpr long s_mailSeconds = 30;
constexpr qsizetype s_mostAnswer = 1 << 20;
constexpr int s_mostRedirects = 5;

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
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, s_mailSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, stopped);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &stop);
    return curl;
}

/// What is too much ends the transfer; the answer's code still counts.
size_t keepAnswer(char* data, size_t size, size_t count, void* into)
{
    auto& answer = *static_cast<QByteArray*>(into);
    const auto length = static_cast<qsizetype>(size * count);
    const qsizetype room = s_mostAnswer - answer.size();
    answer.append(data, std::min(length, room));
    return length > room ? 0 : size * count;
}

/// Who may be connected to, and whom it was refused.
struct Gate {
    Reach reach;
    QString refused;
};

/// Opens the socket for an address libcurl is about to connect to: the one place where a name has become an address.
curl_socket_t openSocket(void* gate, curlsocktype, curl_sockaddr* address)
{
    auto& by = *static_cast<Gate*>(gate);
    if (!mayConnect(by.reach, &address->addr)) {
        by.refused = addressText(&address->addr);
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
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

namespace
{

/// Secrets in all the forms in which a server might repeat them. What is shorter than that is none.
QByteArray hidden(QByteArray text, const QStringList& secrets)
{
    constexpr qsizetype shortest = 4;
    for (const QString& secret : secrets) {
        const QByteArray plain = secret.toUtf8();
        if (plain.size() < shortest)
            continue;
        for (const QByteArray& form : {plain, plain.toPercentEncoding(), plain.toBase64()})
            text.replace(form, "***");
    }
    return text;
}

Answer refusal(const QString& url, const Gate& gate)
{
    const Message what =
        gate.reach == Reach::Public
            ? Message(FW_MSG("\"%1\" leads to %2, which is no address of the internet. If that is intended, "
                             "set \"network\" of the connector to \"private\"."),
                      {QUrl(url).host(), gate.refused})
            : Message(FW_MSG("\"%1\" leads to %2, an address nothing may be sent to."),
                      {QUrl(url).host(), gate.refused});
    return {Receipt{Receipt::Class::Permanent, what.text(), {}, {}}, 0, {}, {}};
}

/// The proxy of the environment for an address, by the names libcurl knows (HTTP_PROXY is left out as it is there: a web server
/// sets it to what a visitor sends).
QByteArray environmentsProxy(const QString& url)
{
    const bool secure = QUrl(url).scheme() == u"https";
    const QList<QByteArray> names = secure ? QList<QByteArray>{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}
                                           : QList<QByteArray>{"http_proxy", "all_proxy", "ALL_PROXY"};
    for (const QByteArray& name : names) {
        if (const QByteArray proxy = qgetenv(name.constData()); !proxy.isEmpty())
            return proxy;
    }
    return {};
}

/// One request and its answer; `next` becomes the address of a redirect.
Answer exchangeOnce(const Request& request, const QString& url, const std::stop_token& stop, QString& next)
{
    Answer answer;
    Gate gate{request.way.reach, {}};
    const QByteArray proxy = request.way.reach == Reach::Proxy ? environmentsProxy(url) : QByteArray();
    if (request.way.reach == Reach::Proxy && proxy.isEmpty()) {
        answer.receipt = {
            Receipt::Class::Permanent,
            Message(FW_MSG("The environment names no proxy for \"%1\": set https_proxy."), {QUrl(url).host()}).text(),
            {},
            {}};
        return answer;
    }
    const Curl curl = newTransfer(url, "http,https", stop);
    List list;
    append(list, "Expect:");
    for (const QByteArray& header : request.headers)
        append(list, header);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list.get());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(request.way.timeoutMs));
    // Said outright, so that no exception of the environment (no_proxy) leads past the proxy.
    curl_easy_setopt(curl.get(), CURLOPT_PROXY, proxy.constData());
    curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "");
    curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &gate);
    if (request.method == "POST" || !request.body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.constData());
    }
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, request.method.constData());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keepAnswer);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
    const CURLcode code = curl_easy_perform(curl.get());
    const bool cut = code == CURLE_WRITE_ERROR && answer.body.size() == s_mostAnswer;
    if (code != CURLE_OK && !cut) {
        curl_off_t connected = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);
        if (connected == 0 && !gate.refused.isEmpty())
            return refusal(url, gate);
        answer.receipt = failure(code, connected > 0);
        return answer;
    }
    long status = 0;
    curl_off_t retryAfter = 0;
    const char* redirect = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &retryAfter);
    curl_easy_getinfo(curl.get(), CURLINFO_REDIRECT_URL, &redirect);
    answer.status = static_cast<int>(status);
    if (retryAfter > 0)
        answer.retryAfterMs = qint64(retryAfter) * 1000;
    next = QString::fromUtf8(redirect);
    return answer;
}

bool sameHost(const QUrl& from, const QUrl& to)
{
    return to.host() == from.host() && to.port() == from.port();
}

/// Whether an answer sends the request on to where it may go.
bool mayFollow(const Request& request, const Answer& answer, const QUrl& from, const QUrl& to)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const bool keepsMethod = answer.status == 307 || answer.status == 308;
    const bool moved = keepsMethod || (reads && answer.status >= 301 && answer.status <= 303);
    const bool safe = to.scheme() == from.scheme() || (to.scheme() == u"https" && from.scheme() == u"http");
    const bool allowed = request.way.redirects == Way::Redirects::Any ||
                         (request.way.redirects == Way::Redirects::SameHost && sameHost(from, to));
    return moved && safe && allowed;
}

} // namespace

Answer postJson(Request request, const QByteArray& json, std::stop_token stop)
{
    request.body = json;
    request.headers.prepend("Content-Type: application/json; charset=utf-8");
    return callHttp(request, std::move(stop));
}

Answer callHttp(const Request& request, std::stop_token stop)
{
    Request now = request;
    QString url = request.url, next;
    Answer answer = exchangeOnce(now, url, stop, next);
    for (int hop = 0; hop < s_mostRedirects && !answer.receipt; ++hop) {
        const QUrl from(url), to(next);
        if (next.isEmpty() || !mayFollow(now, answer, from, to))
            break;
        if (!sameHost(from, to))
            now.headers.removeIf([](const QByteArray& each) { return each.toLower().startsWith("authorization:"); });
        url = std::exchange(next, {});
        answer = exchangeOnce(now, url, stop, next);
    }
    answer.body = hidden(answer.body, request.secrets);
    if (answer.receipt)
        answer.receipt->words = QString::fromUtf8(hidden(answer.receipt->words.toUtf8(), request.secrets));
    return answer;
}

Receipt judged(const Answer& answer)
{
    if (answer.receipt)
        return *answer.receipt;
    if (answer.status >= 200 && answer.status < 300)
        return {};
    const QString words =
        QStringLiteral("HTTP %1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body.left(200)).trimmed());
    const bool later = answer.status == 408 || answer.status == 425 || answer.status == 429 || answer.status >= 500;
    return {later ? Receipt::Class::Temporary : Receipt::Class::Permanent, words, {}, answer.retryAfterMs};
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
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, s_mailSeconds);
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
    const QString said =
        status >= 400 && !refusal.isEmpty() ? QString::fromUtf8(hidden(refusal, {route.password})) : words(code);
    if (status >= 500)
        return {Receipt::Class::Permanent, said, {}, {}};
    if (status >= 400)
        return {Receipt::Class::Temporary, said, {}, {}};
    Receipt receipt = failure(code, upload.given);
    receipt.words = said;
    return receipt;
}

} // namespace fw::connectors
