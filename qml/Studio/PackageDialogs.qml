import QtQuick
import Formwright.Controls
import Formwright.Studio

// The two file questions around packages: where to export to, what to take in.
Item {
    id: dialogs

    signal looked(string path)

    function exportApp() { exporter.begin(Studio.packages.proposedFile()); }
    function importApp() { importer.begin(Studio.packages.proposedFile()); }

    FileBrowser {
        id: exporter
        title: qsTr("Export the app as one file")
        fileIcon: "upload"
        acceptText: qsTr("Export")
        filters: ["*.fwapp"]
        onChosen: path => { if (Studio.packages.exportTo(path)) Studio.said(qsTr("Exported: %1").arg(path)); }
    }
    FileBrowser {
        id: importer
        title: qsTr("Take in a package")
        fileIcon: "download"
        acceptText: qsTr("Look at it")
        filters: ["*.fwapp"]
        onChosen: path => dialogs.looked(path)
    }
}
