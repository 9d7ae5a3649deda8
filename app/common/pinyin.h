#pragma once
#include <QString>

namespace fw
{

/// A text with its Chinese characters as pinyin without tones, lower case, words apart: "客户 CRM" → "ke hu crm".
QString pinyin(const QString& text);
/// The first letters: "客户管理" → "khgl"; Latin words stay as they are.
QString pinyinInitials(const QString& text);

/// How well a text answers what a person types, in either script: 0 = not; higher is better: the beginning, the beginning of a
/// word, anywhere, by pinyin or its initials, letters in order.
int matchRank(const QString& text, const QString& query);

} // namespace fw
