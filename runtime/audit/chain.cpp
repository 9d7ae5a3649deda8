#include "chain.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

namespace fw::audit
{

namespace
{

class Mac
{
public:
    Mac(const QByteArray& key, const QByteArray& purpose) : m_code(QCryptographicHash::Sha256, key) { add(purpose); }
    Mac& add(qint64 number)
    {
        const qint64 bytes = qToBigEndian(number);
        m_code.addData(reinterpret_cast<const char*>(&bytes), sizeof bytes);
        return *this;
    }
    Mac& add(const QByteArray& bytes)
    {
        add(qint64(bytes.size()));
        m_code.addData(bytes);
        return *this;
    }
    Mac& add(const QString& text) { return add(text.toUtf8()); }
    QByteArray result() const { return m_code.result(); }

private:
    QMessageAuthenticationCode m_code;
};

} // namespace

QByteArray sealOf(const QByteArray& key, const store::AuditRow& row)
{
    return Mac(key, QByteArrayLiteral("audit row"))
        .add(row.position.value_or(0))
        .add(row.seq)
        .add(row.at)
        .add(row.cause)
        .add(row.user)
        .add(row.kind)
        .add(row.table)
        .add(row.record)
        .add(row.version)
        .add(row.digest)
        .result();
}

QByteArray linkOf(const QByteArray& key, const QByteArray& before, const QByteArray& seal)
{
    return Mac(key, QByteArrayLiteral("audit link")).add(before).add(seal).result();
}

} // namespace fw::audit
