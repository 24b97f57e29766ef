import Testing
import VerbatimModel

@testable import VerbatimIngest

@Suite struct TextGridTests {
    /// A TextGrid in the short form, of tiers of `(start, end, text)`.
    private func short(_ tiers: [(String, [(Double, Double, String)])], points: String? = nil) -> String {
        var text = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n10\n<exists>\n"
        text += "\(tiers.count + (points == nil ? 0 : 1))\n"
        for (name, intervals) in tiers {
            text += "\"IntervalTier\"\n\"\(name)\"\n0\n10\n\(intervals.count)\n"
            for (start, end, words) in intervals { text += "\(start)\n\(end)\n\"\(words)\"\n" }
        }
        if let points { text += "\"TextTier\"\n\"\(points)\"\n0\n10\n1\n3\n\"bell\"\n" }
        return text
    }

    private let long = """
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0 
        xmax = 9.5 
        tiers? <exists> 
        size = 2 
        item []: 
            item [1]:
                class = "IntervalTier" 
                name = "Interviewer" 
                xmin = 0 
                xmax = 9.5 
                intervals: size = 3 
                intervals [1]:
                    xmin = 0 
                    xmax = 2.5 
                    text = "Why did you ""leave""?" 
                intervals [2]:
                    xmin = 2.5 
                    xmax = 8 
                    text = "" 
                intervals [3]:
                    xmin = 8 
                    xmax = 9.5 
                    text = "I see." 
            item [2]:
                class = "IntervalTier" 
                name = "Anna" 
                xmin = 0 
                xmax = 9.5 
                intervals: size = 2 
                intervals [1]:
                    xmin = 2.5 
                    xmax = 4 
                    text = "There was no" 
                intervals [2]:
                    xmin = 4 
                    xmax = 6 
                    text = "work." 
        """

    @Test func tiersAreSpeakersAndTurnsComeByTime() throws {
        let transcript = try TimedFormat.textGrid.read(long)
        #expect(
            transcript.script == [
                "Interviewer: Why did you \"leave\"?", "Anna: There was no work.", "Interviewer: I see.",
            ])
        #expect(transcript.turns.map(\.time) == [0, 2.5, 8])
        #expect(transcript.role("Interviewer") == .interviewer)
        #expect(transcript.role("Anna") == .respondent)
        #expect(transcript.source.format == "textgrid")
    }

    @Test func shortFormSaysTheSame() throws {
        let text = short([
            ("Interviewer", [(0, 2.5, "Why did you \"\"leave\"\"?"), (2.5, 8, ""), (8, 9.5, "I see.")]),
            ("Anna", [(2.5, 4, "There was no"), (4, 6, "work.")]),
        ])
        let (read, other) = (try TimedFormat.textGrid.read(text), try TimedFormat.textGrid.read(long))
        #expect(read.text == other.text)
        #expect(read.turns == other.turns)
    }

    @Test func utf16IsRead() throws {
        let bytes: [UInt8] =
            [0xFE, 0xFF] + long.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let transcript = try #require(try TimedFormat.textGrid.transcripts(bytes).first)
        #expect(transcript.turns.count == 3)
        #expect(transcript.source.encoding == "utf-16be")
    }

    @Test func overlapsComeByStartAndTiesByTier() throws {
        let transcript = try TimedFormat.textGrid.read(
            short([("Anna", [(1, 5, "long speech")]), ("Ruth", [(1, 2, "tie?"), (3, 4, "within?")])]))
        #expect(transcript.script == ["Anna: long speech", "Ruth: tie? within?"])
    }

    @Test func longSilencePartsParagraphs() throws {
        let transcript = try TimedFormat.textGrid.read(
            short([("Anna", [(0, 1, "One."), (1, 2.5, ""), (2.5, 3, "Two."), (3, 6, "sil"), (6, 7, "Three.")])]))
        #expect(transcript.script == ["Anna: One. Two. | Three."])
    }

    @Test func pointsAndNotesAreNoSpeechAndAreNamed() throws {
        let transcript = try TimedFormat.textGrid.read(
            short([("Anna", [(0, 1, "One.")]), ("Notes", [(0, 1, "she laughs")])], points: "Bells"))
        #expect(transcript.script == ["Anna: One."])
        #expect(transcript.warnings.first?.identifier == "skipped-tiers")
        #expect(transcript.warnings.first?.message.contains("'Notes', 'Bells'") == true)
    }

    @Test func wordsThatAnAlignerRepeatsAreReadOnce() throws {
        let transcript = try TimedFormat.textGrid.read(
            short([
                ("Anna", [(0, 2, "No work.")]), ("Anna - words", [(0, 1, "no"), (1, 2, "work")]),
                ("Anna - phones", [(0, 1, "n")]),
            ]))
        #expect(transcript.script == ["Anna: No work."])
        let aligned = try TimedFormat.textGrid.read(
            short([("Anna - words", [(0, 1, "no"), (1, 2, "work")]), ("Anna - phones", [(0, 1, "n")])]))
        #expect(aligned.script == ["Anna: no work"])
    }

    @Test func faultsHaveTheirPlace() {
        let faults = TimedFormat.textGrid.faults(long.split(separator: "\n").prefix(20).joined(separator: "\n"))
        #expect(faults.map(\.identifier) == ["malformed-textgrid"])
        let open = TimedFormat.textGrid.faults(long + "\n\"IntervalTier")
        #expect(open.isEmpty)
        let quote = TimedFormat.textGrid.faults("File type = \"ooTextFile\"\nObject class = \"TextGrid\n")
        #expect(quote.map(\.identifier) == ["malformed-textgrid"])
        #expect(quote.first?.position == SourcePosition(line: 2, column: 16))
        #expect(
            TimedFormat.textGrid.faults("File type = \"ooTextFile\"\n\"Sound\"\n").first?.identifier
                == "malformed-textgrid")
    }

    @Test func hugeCountsCostNothing() {
        let text = short([("Anna", [])]).split(separator: "\n").dropLast().joined(separator: "\n") + "\n999999999\n"
        #expect(TimedFormat.textGrid.faults(text).map(\.identifier) == ["malformed-textgrid"])
    }

    @Test func tiersOfNotesOnlyAreAnError() {
        #expect(TimedFormat.textGrid.faults(short([("Notes", [(0, 1, "x")])])).map(\.identifier) == ["no-speech-tier"])
    }

    @Test func beginningIsRecognised() {
        #expect(TextGridReader.matches(long))
        #expect(TextGridReader.matches("\"ooTextFile\"\n\"TextGrid\""))
        #expect(!TextGridReader.matches("Ruth: ooTextFile"))
    }
}
