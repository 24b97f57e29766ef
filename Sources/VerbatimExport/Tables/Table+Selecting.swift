extension Table {
    /// The table with only the named columns, in the order given; a name it does not have is left out.
    package func selecting(_ names: [String]) -> Table {
        let indices = names.compactMap { name in columns.firstIndex { $0.name == name } }
        return Table(columns: indices.map { columns[$0] }, rows: rows.map { row in indices.map { row[$0] } })
    }
}
