#include "encryption.h"
#include "manifest.h"
#include "runtime/platform/fileerrors.h"
#include "runtime/platform/privatefile.h"
#include "scratch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtEndian>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace fw::backup
{

namespace
{

const QByteArray s_magic = "FORMWRIGHT ENCRYPTED BACKUP 1\n";
constexpr qint64 s_sealedBlock = 1 << 20;
constexpr int s_tag = 16, s_nonce = 12, s_key = 32, s_salt = 16;
constexpr quint64 s_cost = 65536, s_mostCost = 1 << 20;
constexpr quint64 s_blockSize = 8, s_parallel = 1;

/// Forgotten when it goes.
class Key
{
public:
    Key() : m_bytes(s_key, '\0') {}
    ~Key() { OPENSSL_cleanse(m_bytes.data(), static_cast<size_t>(m_bytes.size())); }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    bool derive(const QString& passphrase, const QByteArray& salt, quint64 cost)
    {
        QByteArray text = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
        const quint64 memory = 128 * s_blockSize * (cost + s_parallel) + (1 << 20);
        const int done =
            EVP_PBE_scrypt(text.constData(), static_cast<size_t>(text.size()),
                           reinterpret_cast<const unsigned char*>(salt.constData()), static_cast<size_t>(salt.size()),
                           cost, s_blockSize, s_parallel, memory, data(), s_key);
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()));
        return done == 1;
    }
    unsigned char* data() { return reinterpret_cast<unsigned char*>(m_bytes.data()); }

private:
    QByteArray m_bytes;
};

/// AES-256-GCM over numbered blocks.
class Cipher
{
public:
    Cipher(Key& key, QByteArray head) : m_key(key), m_head(std::move(head)), m_context(EVP_CIPHER_CTX_new()) {}
    ~Cipher() { EVP_CIPHER_CTX_free(m_context); }
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    QByteArray seal(const QByteArray& plain, quint64 number, bool last)
    {
        const QByteArray nonce = nonceOf(number, last);
        QByteArray out(plain.size() + s_tag, Qt::Uninitialized);
        int length = 0;
        EVP_EncryptInit_ex(m_context, EVP_aes_256_gcm(), nullptr, m_key.data(), bytes(nonce));
        EVP_EncryptUpdate(m_context, nullptr, &length, bytes(m_head), static_cast<int>(m_head.size()));
        EVP_EncryptUpdate(m_context, bytes(out), &length, bytes(plain), static_cast<int>(plain.size()));
        EVP_EncryptFinal_ex(m_context, bytes(out) + length, &length);
        EVP_CIPHER_CTX_ctrl(m_context, EVP_CTRL_GCM_GET_TAG, s_tag, bytes(out) + plain.size());
        return out;
    }

    std::optional<QByteArray> open(QByteArray sealed, quint64 number, bool last)
    {
        if (sealed.size() < s_tag)
            return {};
        const QByteArray nonce = nonceOf(number, last);
        QByteArray out(sealed.size() - s_tag, Qt::Uninitialized);
        int length = 0;
        EVP_DecryptInit_ex(m_context, EVP_aes_256_gcm(), nullptr, m_key.data(), bytes(nonce));
        EVP_DecryptUpdate(m_context, nullptr, &length, bytes(m_head), static_cast<int>(m_head.size()));
        EVP_DecryptUpdate(m_context, bytes(out), &length, bytes(sealed), static_cast<int>(out.size()));
        EVP_CIPHER_CTX_ctrl(m_context, EVP_CTRL_GCM_SET_TAG, s_tag, bytes(sealed) + out.size());
        if (EVP_DecryptFinal_ex(m_context, bytes(out) + length, &length) != 1)
            return {};
        return out;
    }

private:
    static const unsigned char* bytes(const QByteArray& array)
    {
        return reinterpret_cast<const unsigned char*>(array.constData());
    }
    static unsigned char* bytes(QByteArray& array) { return reinterpret_cast<unsigned char*>(array.data()); }
    /// The key serves one file only, so the number alone makes a nonce that never comes twice.
    static QByteArray nonceOf(quint64 number, bool last)
    {
        QByteArray nonce(s_nonce, '\0');
        qToBigEndian(number, nonce.data() + 3);
        nonce[s_nonce - 1] = last ? 1 : 0;
        return nonce;
    }
    Key& m_key;
    QByteArray m_head;
    EVP_CIPHER_CTX* m_context;
};

/// A file that is removed again unless it was finished.
class Output
{
public:
    explicit Output(const QString& path) : m_file(path) {}
    ~Output()
    {
        if (m_done)
            return;
        m_file.close();
        m_file.remove();
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    Result<void> open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return platform::cannotWrite(m_file.fileName(), m_file.errorString());
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return {};
    }
    Result<void> write(const QByteArray& bytes)
    {
        return m_file.write(bytes) == bytes.size() ? Result<void>()
                                                   : platform::cannotWrite(m_file.fileName(), m_file.errorString());
    }
    Result<void> finish()
    {
        if (!m_file.flush())
            return platform::cannotWrite(m_file.fileName(), m_file.errorString());
        m_file.close();
        if (auto synced = platform::syncFile(m_file.fileName()); !synced)
            return synced;
        m_done = true;
        return {};
    }

private:
    QFile m_file;
    bool m_done = false;
};

double share(const QFile& file)
{
    return static_cast<double>(file.pos()) / static_cast<double>(std::max<qint64>(1, file.size()));
}

} // namespace

bool isEncrypted(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(s_magic.size()) == s_magic;
}

Result<void> encryptFile(const QString& from, const QString& to, const QString& passphrase,
                         const store::Progress& progress)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly))
        return platform::cannotRead(from, in.errorString());
    QByteArray salt(s_salt, Qt::Uninitialized);
    RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), s_salt);
    const QByteArray parameters = QJsonDocument(QJsonObject{{"cipher", "AES-256-GCM"},
                                                            {"block", s_sealedBlock},
                                                            {"kdf", "scrypt"},
                                                            {"n", static_cast<qint64>(s_cost)},
                                                            {"r", static_cast<qint64>(s_blockSize)},
                                                            {"p", static_cast<qint64>(s_parallel)},
                                                            {"salt", QString::fromLatin1(salt.toHex())}})
                                      .toJson(QJsonDocument::Compact);
    const QByteArray head = s_magic + parameters + '\n';
    Key key;
    if (!key.derive(passphrase, salt, s_cost))
        return Error(QStringLiteral("backup.memory"), FW_MSG("There is not enough memory to derive the key."));
    Output out(to);
    if (auto opened = out.open(); !opened)
        return opened;
    if (auto written = out.write(head); !written)
        return written;
    Cipher cipher(key, head);
    for (quint64 number = 0;; ++number) {
        const QByteArray plain = in.read(s_sealedBlock);
        const bool last = in.atEnd();
        if (plain.isEmpty() && !last)
            return platform::cannotRead(from, in.errorString());
        if (auto written = out.write(cipher.seal(plain, number, last)); !written)
            return written;
        if (last)
            return out.finish();
        if (progress && !progress(share(in)))
            return interrupted();
    }
}

Result<void> decryptFile(const QString& from, const QString& to, const QString& passphrase,
                         const store::Progress& progress)
{
    QFile in(from);
    if (!in.open(QIODevice::ReadOnly))
        return platform::cannotRead(from, in.errorString());
    constexpr qint64 longestHead = 4096;
    QByteArray head = in.readLine(longestHead);
    head += in.readLine(longestHead);
    const QJsonObject parameters = QJsonDocument::fromJson(head.mid(s_magic.size())).object();
    const auto cost = static_cast<quint64>(parameters["n"].toInteger());
    const QByteArray salt = QByteArray::fromHex(parameters["salt"].toString().toLatin1());
    const bool known =
        head.startsWith(s_magic) && parameters["cipher"] == "AES-256-GCM" && parameters["kdf"] == "scrypt" &&
        parameters["block"].toInteger() == s_sealedBlock && parameters["r"].toInteger() == qint64(s_blockSize) &&
        parameters["p"].toInteger() == qint64(s_parallel) && cost >= 2 && cost <= s_mostCost && salt.size() == s_salt;
    Key key;
    if (!known || !key.derive(passphrase, salt, cost))
        return damaged(from, Message(FW_MSG("The backup \"%1\" is damaged."), {from}));
    Output out(to);
    if (auto opened = out.open(); !opened)
        return opened;
    Cipher cipher(key, head);
    for (quint64 number = 0;; ++number) {
        const QByteArray sealed = in.read(s_sealedBlock + s_tag);
        const bool last = in.atEnd();
        const std::optional<QByteArray> plain = cipher.open(sealed, number, last);
        if (!plain && number == 0)
            return Error(
                QStringLiteral("backup.passphrase"), Message(FW_MSG("The passphrase does not open \"%1\"."), {from}),
                FW_MSG("Give the passphrase it was made with; without it nobody can open it."), Place{from, 0, 0, {}});
        if (!plain)
            return damaged(from, Message(FW_MSG("The backup \"%1\" is damaged."), {from}));
        if (auto written = out.write(*plain); !written)
            return written;
        if (last)
            return out.finish();
        if (progress && !progress(share(in)))
            return interrupted();
    }
}

} // namespace fw::backup
