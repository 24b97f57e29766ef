import VerbatimFiles
import VerbatimModel

extension QDAReader {
    /// Adds the codings of a source, placed in its canonical text.
    mutating func readCodings(of element: XMLTree, transcript: inout Transcript, bytes: [UInt8]) {
        let elements = element.children("PlainTextSelection") + element.children("TranscriptSelection")
        let length = transcript.text.unicodeScalars.count
        for coding in element.children("Coding") {
            add(coding, of: element, on: TextSpan(start: 0, end: length), in: transcript.id)
        }
        guard !elements.isEmpty else { return }
        var points: [String: Int] = [:]
        for point in element.children("SyncPoint") {
            if let guid = guid(point, "guid") { points[guid] = point.attributes["position"].flatMap { Int($0) } }
        }
        let selections = elements.map { selection($0, points) }
        let offsets = ForeignOffsets(
            text: transcript.text, widths: LineEnds.widths(in: bytes, encoding: transcript.source.encoding),
            hasMark: LineEnds.hasMark(bytes), selections: selections.compactMap(\.self))
        var lost = 0
        for (element, selection) in zip(elements, selections) {
            guard let span = selection.flatMap(offsets.span) else {
                lost += 1
                continue
            }
            if let guid = guid(element, "guid") { self.selections[guid] = (transcript.id, span) }
            for coding in element.children("Coding") { add(coding, of: element, on: span, in: transcript.id) }
        }
        if lost > 0 {
            transcript.warnings.append(
                Diagnostic(
                    .warning, "misplaced-segments",
                    "\(lost) of \(elements.count) segments lie outside of the text and were left out. Export "
                        + "the project again.", path: transcript.source.path))
        }
        // Many programs name segments freely, so that few names that fit say nothing; some that fit, but not most, do.
        if offsets.fitting > 0, offsets.fitting * 10 < offsets.named * 8 {
            transcript.warnings.append(
                Diagnostic(
                    .warning, "uncertain-segments",
                    "Only \(offsets.fitting) of \(offsets.named) segments hold the words that they are named by, "
                        + "so others may be shifted. Compare some with the program that coded them.",
                    path: transcript.source.path
                ))
        }
    }

    /// The positions of a segment; in a transcript of sound they are those of points that text and sound share.
    private func selection(_ element: XMLTree, _ points: [String: Int]) -> ForeignOffsets.Selection? {
        func position(_ attribute: String, _ point: String) -> Int? {
            element.attributes[attribute].flatMap { Int($0) } ?? guid(element, point).flatMap { points[$0] }
        }
        guard let start = position("startPosition", "fromSyncPoint"), let end = position("endPosition", "toSyncPoint")
        else { return nil }
        return ForeignOffsets.Selection(start: start, end: end, name: element.attributes["name"])
    }

    private mutating func add(_ coding: XMLTree, of parent: XMLTree, on span: TextSpan, in transcript: Transcript.ID) {
        guard let code = coding.child("CodeRef").flatMap({ guid($0, "targetGUID") }) else {
            return warn("unknown-code", "A coding names no code and was left out.", coding)
        }
        if caseGUIDs.contains(code) {
            project.caseSegments.append(QDAProject.CaseSegment(caseGUID: code, transcript: transcript, span: span))
            return
        }
        guard let path = codePaths[code] else {
            return warn(
                "unknown-code", "A coding names a code that the codebook does not have, and was left out.", coding)
        }
        let user = guid(coding, "creatingUser") ?? guid(parent, "creatingUser")
        project.codings.append(
            ForeignCoding(
                transcript: transcript, span: span, codePath: path, codeGUID: code, coder: user.map { users[$0] ?? $0 },
                memo: parent.name.hasSuffix("Selection") ? memo(of: coding, parent) : memo(of: coding)))
    }

    /// The notes and the description of a coding and its segment, below one another.
    private func memo(of elements: XMLTree...) -> String? {
        var texts: [String] = []
        for element in elements {
            if let description = element.child("Description")?.text { texts.append(description) }
            texts += element.children("NoteRef").compactMap { guid($0, "targetGUID").flatMap { notes[$0] } }
        }
        var seen: Set<String> = []
        texts = texts.map(\.trimmingSpaces).filter { !$0.isEmpty && seen.insert($0).inserted }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}

/// The line ends of a file as they are written.
private enum LineEnds {
    /// How many characters each line end has, in order.
    static func widths(in bytes: [UInt8], encoding: String) -> [Int] {
        let units: [UInt8]
        switch encoding {
        case "utf-16le":
            units = stride(from: 0, to: bytes.count - 1, by: 2).map { bytes[$0 + 1] == 0 ? bytes[$0] : 0x41 }
        case "utf-16be":
            units = stride(from: 0, to: bytes.count - 1, by: 2).map { bytes[$0] == 0 ? bytes[$0 + 1] : 0x41 }
        default: units = bytes
        }
        var widths: [Int] = []
        var previous: UInt8 = 0
        for unit in units {
            if unit == 0x0A, previous == 0x0D {
                widths[widths.count - 1] = 2
            } else if unit == 0x0A || unit == 0x0D {
                widths.append(1)
            }
            previous = unit
        }
        return widths
    }

    static func hasMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }
}
