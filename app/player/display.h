#pragma once
#include "app/render/formats.h"
#include "description.h"

#include <QJsonObject>
#include <QVariant>

namespace fw::player
{

/// How a value is shown outside a form: text, number, choice (a coloured tag), user (an avatar), check, score, rating, rich_text, url.
QString displayKind(const FieldInfo& field);

/// The text of a value for people: what the runtime sent as display text, else made from the value itself.
QString displayText(const FieldInfo& field, const QJsonValue& value, const QString& sent,
                    const Description& description, const render::Formats& reader);

/// An amount in capital numerals (金额大写): 壹佰元整; "" when it has none.
QString capitalNumerals(const QString& amount);
/// The semantic colour of a choice or of a score's band; "" = neutral.
QString displayTone(const FieldInfo& field, const QJsonObject& values, const TableInfo& table);

/// The semantic colour of a kind of timeline entry, and its icon.
struct TimelineLook {
    QString icon;
    QString tone;
};
TimelineLook timelineLook(const QString& kind);

/// A text as a FEEL string literal.
QString feelText(const QString& text);

} // namespace fw::player
