/// A concordance for people at a terminal: one line for each hit, the hits below each other in the middle.
///
/// ```
/// interviews/a:2 Amina/R1    We slept outside the station.
/// interviews/b:14 Omar/R2  … nobody slept well.
/// ```
///
/// In front stand transcript, turn, speaker and respondent. A line that is written from right to left is kept together
/// by direction marks, so that what comes before the hit stands to its right on a terminal that knows such scripts.
package struct ConcordanceWriter: Exporter {
    /// The columns of the terminal; `nil` for lines as long as they need.
    package var width: Int?
    /// Whether hits are set in bold.
    package var isStyled: Bool

    /// What a hit is cut to where lines may be as long as they need: one that spans turns can be a whole transcript.
    private static let longestMatch = 120
    /// The least columns for a hit and what stands around it, however narrow the terminal is.
    private static let leastRoom = 24
    /// The least columns for the place of a hit.
    private static let leastPlace = 16

    /// A writer of lines of at most `width` columns.
    package init(width: Int? = nil, isStyled: Bool = false) {
        self.width = width
        self.isStyled = isStyled
    }

    /// The bytes of a concordance, in UTF-8; lines end in LF and have no spaces at their end.
    /// - Complexity: O(length of the lines).
    package func bytes(of lines: [ConcordanceLine]) -> [UInt8] {
        let places = lines.map { Place($0) }
        let placeWidth = min(places.map(\.width).max() ?? 0, width.map { max(Self.leastPlace, $0 / 3) } ?? .max)
        let pieces = lines.map { Pieces($0) }
        let layout = Layout(pieces, room: width.map { max(Self.leastRoom, $0 - placeWidth - 2) })
        var text = ""
        for (place, pieces) in zip(places, pieces) {
            let shown = place.text(width: placeWidth)
            text += shown + TerminalText.spaces(placeWidth - DisplayWidth.of(shown)) + "  "
            text += printed(pieces, layout)
            text += "\n"
        }
        return Array(text.utf8)
    }

    private func printed(_ pieces: Pieces, _ layout: Layout) -> String {
        let before = TerminalText.tail(pieces.before, width: layout.before)
        let match = TerminalText.ends(pieces.match, width: layout.match)
        let used = layout.before + DisplayWidth.of(match)
        let after = layout.room.map { TerminalText.head(pieces.after, width: $0 - used) } ?? pieces.after
        let shown = isStyled ? "\u{1B}[1m\(match)\u{1B}[0m" : match
        var line = TerminalText.spaces(layout.before - DisplayWidth.of(before)) + before + shown + after
        guard TerminalText.isRightToLeft(pieces.match) else {
            while line.last == " " { line.removeLast() }
            return line
        }
        // All such lines are equally wide, so that their hits stand below each other when the line is turned round.
        // The mark at the end keeps the padding from being taken for the end of the line (Unicode Standard Annex #9,
        // rule L1).
        let padding = TerminalText.spaces(layout.full - used - DisplayWidth.of(after))
        return "\u{2067}\(line)\(padding)\u{2069}\u{200E}"
    }

    /// How the columns behind the place are shared out.
    private struct Layout {
        /// All of them; `nil` for as many as a line needs.
        let room: Int?
        /// Those before the hit.
        let before: Int
        /// The most for the hit itself.
        let match: Int
        /// Those of the longest line.
        let full: Int

        init(_ lines: [Pieces], room: Int?) {
            let widths = lines.map { line in
                (
                    before: DisplayWidth.of(line.before), match: DisplayWidth.of(line.match),
                    after: DisplayWidth.of(line.after)
                )
            }
            let widest = widths.map(\.before).max() ?? 0
            self.room = room
            guard let room else {
                before = widest
                match = ConcordanceWriter.longestMatch
                full = widths.map { widest + min($0.match, ConcordanceWriter.longestMatch) + $0.after }.max() ?? 0
                return
            }
            // The hit in the middle; but no column is left empty before it that no line needs.
            let hit = min(widths.map(\.match).max() ?? 0, room * 2 / 5)
            before = min(widest, (room - hit) / 2)
            match = room - before
            full = room
        }
    }

    /// What a line says, cleaned.
    private struct Pieces {
        let before: String
        let match: String
        let after: String

        init(_ line: ConcordanceLine) {
            before = String(TerminalText.line(line.before).drop { $0 == " " })
            match = TerminalText.line(line.match)
            after = TerminalText.line(line.after)
        }
    }

    /// `transcript:turn speaker/respondent`.
    private struct Place {
        private let transcript: String
        private let turn: String
        private let who: String
        /// The columns that it takes up uncut.
        let width: Int

        init(_ line: ConcordanceLine) {
            transcript = TerminalText.line(line.transcript)
            turn = ":\(line.turn)"
            // A respondent whom no table names has the id TRANSCRIPT/LABEL, which would say everything twice.
            let isNamed = line.respondent.map { $0 != "\(line.transcript)/\(line.speaker ?? "")" } ?? false
            who = [line.speaker, isNamed ? line.respondent : nil].compactMap(\.self).map(TerminalText.line)
                .joined(separator: "/")
            width = DisplayWidth.of(transcript + turn) + (who.isEmpty ? 0 : 1 + DisplayWidth.of(who))
        }

        /// The place in at most `width` columns; of the transcript's id the end is kept, which tells most.
        func text(width: Int) -> String {
            let wanted = who.isEmpty ? 0 : 1 + DisplayWidth.of(who)
            let id = TerminalText.tail(
                transcript, width: max(width / 3, width - DisplayWidth.of(turn) - wanted))
            let left = width - DisplayWidth.of(id) - DisplayWidth.of(turn) - 1
            let shown = TerminalText.head(who, width: left)
            return TerminalText.isolated(id) + turn + (shown.isEmpty ? "" : " " + TerminalText.isolated(shown))
        }
    }
}
