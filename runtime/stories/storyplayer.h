#pragma once
#include "story.h"

#include "runtime/automation/outboxworker.h"
#include "runtime/connectors/recording.h"
#include "runtime/engine/engine.h"

#include <QHash>

namespace fw::stories
{

/// Plays one story. Internal to stories/; the public face is play() in story.h.
class StoryPlayer
{
public:
    StoryPlayer(const Definition& definition, std::shared_ptr<const plan::Plan> plan, const DefinitionFile& story,
                QString language, std::unique_ptr<store::Store> store);
    Result<Played> play();

private:
    // storyplayer.cpp: what happens
    Result<void> prepare();
    Result<void> playStep(const yaml::Node& step);
    void advanceTo(Instant target);
    Result<void> act(const yaml::Node& step);
    Result<engine::Command> command(const yaml::Node& step);
    Result<QJsonObject> personOf(const yaml::Node& step);
    QJsonObject resolved(const QString& table, const yaml::Node& values) const;
    QString userId(const QString& login) const;
    Place placeOf(const yaml::Node& node) const;
    void say(const QString& step, const QString& text);

    // expectations.cpp: what is expected
    void expect(const yaml::Node& step);
    void expectRecord(const yaml::Node& expected);
    void expectReasons(const yaml::Node& expected);
    void expectTasks(const yaml::Node& expected);
    void expectMessages(const yaml::Node& expected);
    void expectFigures(const yaml::Node& expected);
    void compare(const QString& what, const yaml::Node& expected, const feel::Value& found);
    void compareCount(const QString& what, const yaml::Node& expected, qint64 found);
    void fail(const yaml::Node& node, const QString& text);

    // storysummary.cpp: how things stand at the end
    void summarize();
    QStringList scoresInWords();
    QStringList figuresInWords(const plan::Dashboard& dashboard);

    struct Alias {
        QString table;
        QString id;
    };

    const Definition& m_definition;
    std::shared_ptr<const plan::Plan> m_plan;
    const DefinitionFile& m_story;
    QString m_language;
    VirtualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<engine::Engine> m_engine;
    connectors::RecordingConnector m_recorder;
    std::unique_ptr<automation::OutboxWorker> m_worker;
    QHash<QString, Alias> m_aliases;
    QString m_step;
    Played m_played;
};

} // namespace fw::stories
