import VerbatimFiles
import VerbatimModel

/// A table whose rows are turns.
///
/// Rows that one speaker says in a row are paragraphs of a turn. A row without a speaker goes on with the turn before it, unless it
/// stands in brackets: that is a note, and no speech.
struct TurnTable {
    let file: SourceFile
    let table: SourceTable
    let columns: TurnColumns
    let source: TranscriptSource

    /// The transcripts, in the order of their first rows.
    /// - Throws: `no-text` if nothing is said.
    func read() throws(DiagnosticsError) -> [Transcript] {
        var order: [String] = []
        var groups: [String: [SourceTable.Row]] = [:]
        for row in table.rows {
            let cell = value(columns.transcript, row)
            let name = cell.isEmpty ? order.last ?? "" : cell
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(row)
        }
        var warnings = table.warnings
        if !columns.codes.isEmpty {
            warnings.append(ignored(columns.codes, "codes that people gave are not read from a table of turns"))
        }
        let times = columns.time.map { column in
            TableTimes(name: table.header[column], values: table.rows.map { $0.fields[column] })
        }
        var varying: Set<Int> = []
        var transcripts: [Transcript] = []
        for name in order {
            var session = Session(table: self, id: name.isEmpty ? nil : name, times: times)
            let rows = groups[name] ?? []
            session.nameSpeakers(rows)
            for row in rows { session.add(row) }
            for column in columns.others {
                let values = Set(rows.map { $0.fields[column] }.filter { !$0.isEmpty })
                if values.count == 1 { session.text.attributes[table.header[column]] = values.first }
                if values.count > 1 { varying.insert(column) }
            }
            // Where the table holds several sessions, one may be empty.
            guard !session.text.turns.isEmpty || order.count == 1 else { continue }
            transcripts.append(try session.transcript())
        }
        if !varying.isEmpty {
            warnings.append(ignored(varying.sorted(), "they are neither speech nor the same in all rows"))
        }
        guard !transcripts.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(.error, "no-text", "No row of the table holds words. Add the talk.", path: file.path)
            ])
        }
        transcripts[0].warnings = warnings + transcripts[0].warnings
        return transcripts
    }

    fileprivate func value(_ column: Int?, _ row: SourceTable.Row) -> String {
        column.map { row.fields[$0] } ?? ""
    }

    private func ignored(_ ignored: [Int], _ reason: String) -> Diagnostic {
        let names = ignored.prefix(12).map { "'\(table.header[$0])'" }.joined(separator: ", ")
        return Diagnostic(
            .warning, "ignored-column",
            "Not read: \(ignored.count == 1 ? "the column" : "the columns") \(names)\(ignored.count > 12 ? ", ..." : ""), since "
                + "\(reason).", path: file.path, position: table.headerPositions[ignored[0]])
    }
}

/// One transcript of a table of turns on its way.
private struct Session {
    /// With more labels than this, none are joined.
    private static let mostSpeakers = 200

    let table: TurnTable
    var text = SpokenText()
    private var times: TableTimes?
    private var aliases = SpeakerAliases([:])
    private var labels: [String: String] = [:]
    private var roles: [String: (role: SpeakerRole, reason: String)] = [:]
    private var respondents: [String: Respondent.ID] = [:]
    private var section: String?
    private var question: String?

    init(table: TurnTable, id: String?, times: TableTimes?) {
        self.table = table
        self.times = times
        text.id = id
    }

    /// Finds the labels of the rows, and those that are one person's.
    mutating func nameSpeakers(_ rows: [SourceTable.Row]) {
        var lines: [Int: LabelledLine] = [:]
        for (number, row) in rows.enumerated() {
            let label = label(row)
            guard !label.isEmpty else { continue }
            lines[number] = LabelledLine(
                label: label, key: SpeakerLabel.key(label), form: .colon, time: nil, isSetOff: true, textStart: 0)
        }
        // Nobody interviews hundreds at once: such a column holds no labels, and comparing all with all is dear.
        if Set(lines.values.map(\.key)).count <= Self.mostSpeakers { aliases = SpeakerAliases(lines) }
        for number in lines.keys.sorted() {
            guard let line = lines[number] else { continue }
            let key = aliases.canonical(line.key)
            if labels[key] == nil { labels[key] = line.label }
            let role = table.value(table.columns.role, rows[number])
            if roles[key] == nil, let known = SpeakerRole(rawValue: role.lowercased()) ?? RoleWords.role(of: role)?.role
            {
                roles[key] = (known, "the table says '\(role)'")
            }
            let respondent = table.value(table.columns.respondent, rows[number])
            if respondents[key] == nil, !respondent.isEmpty { respondents[key] = respondent }
        }
        for alias in aliases.doubtful {
            text.warnings.append(
                Diagnostic(
                    .warning, "joined-labels",
                    "'\(alias.label)' was taken for '\(alias.other)'. If they are two people, write one of the labels "
                        + "differently.", path: table.file.path))
        }
    }

    /// The label in a row, without its colon or brackets.
    private func label(_ row: SourceTable.Row) -> String {
        var label = CharacterReferences.resolve(table.value(table.columns.speaker, row)).trimmingSpaces
        while label.hasSuffix(":") { label = label.dropLast().trimmingSpaces }
        if label.hasPrefix("["), label.hasSuffix("]") { label = label.dropFirst().dropLast().trimmingSpaces }
        return String(collapsing: Array(label.utf8))
    }

    mutating func add(_ row: SourceTable.Row) {
        let columns = table.columns
        readQuestion(table.value(columns.question, row), section: table.value(columns.section, row))
        let time = times?.seconds(table.value(columns.time, row))
        let language = LanguageNames.language(of: table.value(columns.language, row))
        let blocks = TableText.blocks(table.value(columns.text, row), language: language)
        let label = label(row)
        let key = label.isEmpty ? nil : aliases.canonical(SpeakerLabel.key(label))
        guard !blocks.isEmpty, key != nil || columns.speaker == nil || !Self.isNote(blocks) else { return }
        if let last = text.turns.indices.last, key == nil || text.turns[last].speaker == key,
            text.turns[last].section == section, text.turns[last].question == question
        {
            text.turns[last].blocks += blocks
            return
        }
        let speaker = key ?? text.turns.last?.speaker
        if let speaker {
            text.list(SpokenText.Person(label: labels[speaker] ?? label, declared: roles[speaker]), as: speaker)
        }
        text.turns.append(
            SpokenText.SpokenTurn(speaker: speaker, blocks: blocks, time: time, section: section, question: question))
    }

    /// A question and a section hold until others come.
    private mutating func readQuestion(_ cell: String, section title: String) {
        if !title.isEmpty { section = title }
        guard !cell.isEmpty else { return }
        question = QuestionName.id(in: cell) ?? (cell.contains(" ") ? nil : cell)
        if title.isEmpty, cell.contains(" ") { section = cell }
    }

    /// Whether the words stand in brackets.
    private static func isNote(_ blocks: [TEIText.Block]) -> Bool {
        blocks.allSatisfy { block in
            let content = block.content.drop { $0 == 0x20 }
            let last = content.last { $0 > 0x20 }
            return content.first == UInt8(ascii: "(") && last == UInt8(ascii: ")")
                || content.first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
        }
    }

    func transcript() throws(DiagnosticsError) -> Transcript {
        var text = text
        if let warning = times?.media.warning(path: table.file.path) { text.warnings.append(warning) }
        guard !labels.isEmpty else { return try text.document(of: table.file, source: table.source) }
        var transcript = try text.transcript(of: table.file, source: table.source)
        for index in transcript.speakers.indices where transcript.speakers[index].role == .respondent {
            let key = SpeakerLabel.key(transcript.speakers[index].label)
            if let respondent = respondents[aliases.canonical(key)] {
                transcript.speakers[index].respondent = respondent
            }
        }
        return transcript
    }
}
