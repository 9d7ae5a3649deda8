#pragma once
#include "post.h"

/// SMS by providers. The text is a template the provider has approved; the message gives its id and values. A repeat is a
/// second SMS, but the provider can be asked what became of the first (class B).
namespace fw::connectors
{

struct SmsRoute {
    QString url;    ///< https://dysmsapi.aliyuncs.com, https://sms.tencentcloudapi.com
    QString keyId;  ///< AccessKeyId, SecretId
    QString secret; ///< may hold ${secret:name}
    QString signName;
    QString appId;  ///< of Tencent
    QString region; ///< of Tencent
    Way way = {};
};

/// Alibaba Cloud (dysmsapi 2017-05-25): SendSms, QuerySendDetails; our key is the OutId.
class AliyunSms : public Connector
{
public:
    AliyunSms(SmsRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    Receipt inquire(const Outgoing& message, std::stop_token stop = {}) override;
    RepeatClass repeatClass() const override { return RepeatClass::B; }

private:
    SmsRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

/// Tencent Cloud (sms 2021-01-11): SendSms, PullSmsSendStatusByPhoneNumber; our key is the SessionContext.
class TencentSms : public Connector
{
public:
    TencentSms(SmsRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    Receipt inquire(const Outgoing& message, std::stop_token stop = {}) override;
    RepeatClass repeatClass() const override { return RepeatClass::B; }

private:
    SmsRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

/// A telephone number as +8613800138000 (E.164); a number without a country is Chinese. "" when it is none.
QString internationalNumber(const QString& text);

} // namespace fw::connectors
