import Qt.labs.qmlmodels

// A few rows for the gallery's grid.
TableModel {
    TableModelColumn { display: "name" }
    TableModelColumn { display: "score" }
    TableModelColumn { display: "owner" }
    rows: [{ name: "Kaida 凯达", score: 145, owner: "Li Wei" }, { name: "Northwind", score: 85, owner: "王小明" },
        { name: "Blue Harbour", score: 40, owner: "Li Wei" }, { name: "Hengxin 恒信", score: 5, owner: "Zhao" }]
}
