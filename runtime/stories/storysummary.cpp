#include "storyplayer.h"

#include "runtime/analytics/analytics.h"
#include "runtime/records/reader.h"
#include "runtime/scoring/scoring.h"
#include "runtime/store/inbox.h"
#include "runtime/store/users.h"

namespace fw::stories
{

static QString localTime(Instant instant, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QStringList StoryPlayer::scoresInWords()
{
    QStringList out;
    for (const plan::Scoring& scoring : m_plan->scorings) {
        for (auto it = m_aliases.constBegin(); it != m_aliases.constEnd(); ++it) {
            const auto score =
                it->table == scoring.table ? scoring::current(m_store->writer(), scoring, it->id) : std::nullopt;
            if (!score)
                continue;
            QStringList why;
            for (const scoring::Reason& reason : score->reasons)
                why << QStringLiteral("%1 %2").arg(reason.label.in(m_language), reason.points.toString());
            out << QStringLiteral("%1: %2 = %3 %4%5")
                       .arg(it.key(), scoring.label.in(m_language), score->total.toString(), score->stage,
                            why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(why.join(QStringLiteral(", "))));
        }
    }
    out.sort();
    return out;
}

QStringList StoryPlayer::figuresInWords(const plan::Dashboard& dashboard)
{
    QStringList out;
    for (const plan::Tile& tile : dashboard.tiles) {
        analytics::Request request;
        request.tile = &tile;
        request.now = m_clock.now();
        request.language = m_language;
        const auto result = analytics::tile(m_store->writer(), *m_plan, request);
        if (!result) {
            out << QStringLiteral("%1: %2").arg(tile.label.in(m_language), result.error().text());
            continue;
        }
        QStringList parts;
        for (const analytics::Group& group : result->groups)
            parts << QStringLiteral("%1 %2").arg(
                group.label,
                group.values.empty() ? QString() : analytics::figureText(group.values.front(), tile.decimals));
        for (const analytics::Funnel& funnel : result->funnels) {
            for (const analytics::FunnelStage& stage : funnel.stages)
                parts << QStringLiteral("%1 %2").arg(stage.label).arg(stage.persons);
        }
        const QString total = tile.kind == plan::Tile::Kind::Kpi
                                  ? analytics::figureText(result->value, tile.decimals) + tile.unit
                                  : parts.join(QStringLiteral(", "));
        out << QStringLiteral("%1: %2").arg(tile.label.in(m_language), total.isEmpty() ? QStringLiteral("–") : total);
    }
    return out;
}

void StoryPlayer::summarize()
{
    m_played.scores = scoresInWords();
    for (const store::Task& task : store::tasks(m_store->writer(), {})) {
        const auto user = store::findUser(m_store->writer(), task.toUser);
        m_played.tasks << QStringLiteral("%1 → %2 (%3, %4%5)")
                              .arg(task.title, user ? user->name : QStringLiteral("–"), task.priority, task.state,
                                   task.due ? QStringLiteral(", ") + localTime(*task.due, m_plan->zone) : QString());
    }
    for (const store::OutboxRow& message : store::messages(m_store->writer())) {
        const QString text = message.subject.isEmpty() ? message.body.simplified() : message.subject;
        m_played.messages << QStringLiteral("%1  %2 → %3: %4 (%5)")
                                 .arg(localTime(message.sentAt.value_or(message.createdAt), m_plan->zone),
                                      message.connector,
                                      message.address.isEmpty() ? QStringLiteral("*") : message.address, text,
                                      message.state);
    }
    for (const plan::Dashboard& dashboard : m_plan->dashboards)
        m_played.figures << figuresInWords(dashboard);
}

} // namespace fw::stories
