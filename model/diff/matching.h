#pragma once
#include "model/yaml/node.h"

namespace fw::diff
{

/// The id of a list element: its `id`, or the word itself where elements are bare words; "" when it has none.
QString idOf(const yaml::Node& element);
/// Whether a list holds maps that all have ids.
bool hasIds(const yaml::Node& list);

/// Which elements of two lists are the same one: by id, else by a former id that the new one names under `was:`.
class Matching
{
public:
    Matching(const yaml::Node& before, const yaml::Node& after);
    int partnerOfNew(int index) const { return m_old[size_t(index)]; } ///< index in the first list; -1 = new
    int partnerOfOld(int index) const { return m_new[size_t(index)]; } ///< index in the second list; -1 = gone
    /// Whether an element stands elsewhere among those that were there before. As few as possible are moved.
    bool isMoved(int newIndex) const { return m_moved[size_t(newIndex)]; }
    bool anyMoved() const;

private:
    void findMoved();
    std::vector<int> m_old, m_new;
    std::vector<bool> m_moved;
};

} // namespace fw::diff
