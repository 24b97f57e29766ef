import VerbatimModel

/// Tells whether a transcript has been read as it was read before: same speakers, roles, turns and warnings.
///
/// It covers all that is recorded of a transcript but the text, which SQLite compares itself. 64 bits are enough, since
/// a reading is compared only with the reading of the same text that it would replace.
///
/// The fingerprint of several readings tells in the same way whether two runs read the same.
///
/// Source: the FNV-1a hash (Fowler, Noll, Vo, IETF draft-eastlake-fnv), 64 bits.
struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The fingerprint of a reading, in hexadecimal.
    static func of(_ item: RunTranscript) -> String {
        let transcript = item.transcript
        var print = Fingerprint()
        print.add(transcript.source.path, transcript.source.format, transcript.source.encoding)
        print.add(transcript.source.newlines, transcript.kind.rawValue, transcript.language.code)
        print.add(item.words, item.unattributedTurns)
        for name in transcript.attributes.names { print.add(name, transcript.attributes[name]) }
        print.endList()
        for respondent in item.respondents { print.add(respondent) }
        print.endList()
        for speaker in transcript.speakers {
            print.add(speaker.label, speaker.role.rawValue, speaker.respondent)
            print.add(speaker.isCollective ? 1 : 0, Int(truncatingIfNeeded: speaker.confidence.bitPattern))
            for reason in speaker.reasons { print.add(reason) }
            print.endList()
        }
        print.endList()
        for turn in transcript.turns {
            print.add(turn.number, turn.speaker, turn.time.map { Int(truncatingIfNeeded: $0.bitPattern) })
            print.add(turn.respondent, turn.section, turn.question)
            for paragraph in turn.paragraphs {
                print.add(paragraph.range.lowerBound, paragraph.range.upperBound)
                print.add(paragraph.language?.code)
            }
            print.endList()
        }
        print.endList()
        for warning in transcript.warnings {
            print.add(warning.severity.rawValue, warning.identifier, warning.message, warning.path)
            print.add(warning.position?.line, warning.position?.column, warning.length)
            print.add(warning.sourceLine, warning.suggestion)
        }
        return String(print.hash, radix: 16)
    }

    /// The fingerprint of the readings of a run, by their transcripts' ids, in hexadecimal.
    ///
    /// - Parameter readings: Each with its source's SHA-256 and its own fingerprint. From the source the program makes
    ///   the text, so the text need not be here.
    /// - Returns: The fingerprint.
    static func of(_ readings: [(id: Transcript.ID, sha256: String, fingerprint: String)]) -> String {
        var print = Fingerprint()
        for reading in readings { print.add(reading.id, reading.sha256, reading.fingerprint) }
        return String(print.hash, radix: 16)
    }

    private mutating func add(_ strings: String?...) {
        for string in strings {
            for byte in (string ?? "").utf8 { add(byte: byte) }
            // Bytes that UTF-8 never holds end a value, so that no two lists of values run together alike.
            add(byte: string == nil ? 0xFE : 0xFF)
        }
    }

    private mutating func add(_ numbers: Int?...) {
        for number in numbers {
            for shift in stride(from: 0, to: Int.bitWidth, by: 8) {
                add(byte: UInt8(truncatingIfNeeded: (number ?? 0) >> shift))
            }
            add(byte: number == nil ? 0xFE : 0xFF)
        }
    }

    private mutating func endList() {
        add(byte: 0xFD)
    }

    private mutating func add(byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
