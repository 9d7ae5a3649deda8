#include "runtime/connectors/signing.h"

#include <QTest>

using namespace fw::connectors;

/// The vendors' examples and those of the design page (connectors.md), byte for byte.
class TestSigning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dingtalk()
    {
        QCOMPARE(dingtalkSignature("SECdeadbeef", 1700000000000),
                 QByteArray("NCJLKINTABhx3SnC%2BENZIPZzT1H3juvunEn%2FA3cdKGY%3D"));
    }
    void feishu()
    {
        QCOMPARE(feishuSignature("deadbeef", 1700000000), QByteArray("R7G686pD2yr5x2vgPmqdFoSHoQTjpB0AZbg7fSBMtPo="));
    }
    void webhook()
    {
        // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac s3cret
        QCOMPARE(webhookSignature("s3cret", 1700000000, R"({"a":1})"),
                 QByteArray("t=1700000000,v1=1698a50bc74d1ff1db85c4e0a5297c2ad9fdba245d5737cdb789e4cc6e098940"));
    }
    void aliyunsOwnExample()
    {
        const AcsCall call{
            "ecs.cn-shanghai.aliyuncs.com",
            "RunInstances",
            "2014-05-26",
            {{"ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"}, {"RegionId", "cn-shanghai"}},
            1698315752000, // 2023-10-26T10:22:32Z
            "3156853299f313e23d1673dc12e1703d"};
        QCOMPARE(acsSignature(call, "YourAccessKeySecret"),
                 QByteArray("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
        const QByteArray authorization = acsHeaders(call, "YourAccessKeyId", "YourAccessKeySecret").first();
        QCOMPARE(
            authorization,
            QByteArray("Authorization: ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                       "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                       "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
    }
    void aliyunSms()
    {
        const AcsCall call{"dysmsapi.aliyuncs.com",
                           "SendSms",
                           "2017-05-25",
                           {{"PhoneNumbers", "13800138000"},
                            {"SignName", "阿里云"},
                            {"TemplateCode", "SMS_1"},
                            {"TemplateParam", R"({"code":"1234"})"}},
                           1700000000000, // 2023-11-14T22:13:20Z
                           "n1"};
        QCOMPARE(acsSignature(call, "testsecret"),
                 QByteArray("cb887cec06f132865601f5e2a3e7c305eddd62313978013b0283fad87f5bc1f3"));
        QCOMPARE(acsQuery(call),
                 QByteArray("PhoneNumbers=13800138000&SignName=%E9%98%BF%E9%87%8C%E4%BA%91&TemplateCode=SMS_1&"
                            "TemplateParam=%7B%22code%22%3A%221234%22%7D"));
    }
    void tencentSms()
    {
        const TcCall call{
            "sms.tencentcloudapi.com",
            "sms",
            "SendSms",
            "2021-01-11",
            "ap-guangzhou",
            "application/json",
            R"({"PhoneNumberSet":["+8613800138000"],"SmsSdkAppId":"1400000000","SignName":"腾讯云","TemplateId":"1","TemplateParamSet":["1234"]})",
            1700000000};
        QCOMPARE(tcSignature(call, "testkey"),
                 QByteArray("1344f40e898ef46d59f7c3c9a06c3d77013f4796fa28ee330a49d62bf31a2d81"));
        QVERIFY(tcHeaders(call, "AKIDtest", "testkey")
                    .first()
                    .startsWith("Authorization: TC3-HMAC-SHA256 Credential=AKIDtest/2023-11-14/sms/tc3_request, "
                                "SignedHeaders=content-type;host, Signature="));
    }
};

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
