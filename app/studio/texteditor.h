#pragma once
#include "fileview.h"

namespace fw::studio
{

/// Any file as its YAML text. What one types becomes undo steps that merge while one goes on typing.
class TextFile : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< why it cannot be read, with its line; "" when it can
    Q_PROPERTY(int problemLine READ problemLine NOTIFY changed)
    Q_PROPERTY(int selectedLine READ selectedLine NOTIFY changed) ///< of the selected element, 1-based; 0 = none
public:
    QString text() const;
    QString problem() const { return m_problem; }
    int problemLine() const { return m_problemLine; }
    int selectedLine() const;
    Q_INVOKABLE void setText(const QString& text);

protected:
    void rebuild() override;

private:
    QString m_problem;
    int m_problemLine = 0;
};

} // namespace fw::studio
