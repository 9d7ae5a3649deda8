#pragma once
#include "connector.h"

namespace fw::connectors
{

/// Writes each message as one file into a folder: the outbox of an app that has no address for a channel yet, so that no
/// message is lost silently. The name is made of the key, so a repeat writes the same file: class A.
class FileConnector : public Connector
{
public:
    enum class Form { Mail, Json };
    FileConnector(QString folder, Form form, QString app);
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    RepeatClass repeatClass() const override { return RepeatClass::A; }

private:
    QString m_folder;
    Form m_form;
    QString m_app;
};

} // namespace fw::connectors
