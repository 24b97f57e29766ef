import Synchronization
import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodingRunTests {
    static func sessions(_ count: Int) -> [Transcript] {
        (0..<count).map { number in
            var random = RandomCase(seed: UInt64(number))
            var transcript = random.session().transcript
            transcript.id = "session-\(number)"
            return transcript
        }
    }

    @Test func theResultIsTheSameForAnyNumberOfThreads() throws {
        var random = RandomCase(seed: 7)
        let codebook = random.codebook()
        let rules = try CompiledRules(codebook, cues: [])
        let transcripts = Self.sessions(120)
        let one = CodingRun.code(
            transcripts, with: rules, respondents: [:], coder: "test", threads: 1, progress: nil)
        #expect(one.map(\.transcript) == transcripts.map(\.id))
        #expect(one.contains { !$0.codings.isEmpty })
        for threads in [2, 16, 500] {
            let many = CodingRun.code(
                transcripts, with: rules, respondents: [:], coder: "test", threads: threads, progress: nil)
            #expect(many == one)
        }
    }

    @Test func aMatcherForgetsTheTranscriptBefore() throws {
        var random = RandomCase(seed: 11)
        let rules = try CompiledRules(random.codebook(), cues: [])
        let matcher = Matcher(rules)
        for transcript in Self.sessions(40) {
            let again = matcher.code(transcript, respondents: [:], coder: "test")
            #expect(again == Matcher(rules).code(transcript, respondents: [:], coder: "test"))
        }
    }

    @Test func progressCountsEveryTranscript() throws {
        let rules = try CompiledRules(Codebook(id: "empty", title: "Empty"), cues: [])
        let seen = Mutex<[Int]>([])
        let coded = CodingRun.code(
            Self.sessions(20), with: rules, respondents: [:], coder: "test", threads: 3
        ) { count in seen.withLock { $0.append(count) } }
        #expect(coded.allSatisfy { $0.codings.isEmpty })
        #expect(seen.withLock { $0.sorted() } == Array(1...20))
        #expect(
            CodingRun.code([], with: rules, respondents: [:], coder: "test", threads: 2, progress: nil).isEmpty)
    }

    @Test func wordsAreCountedWhoeverSpeaks() throws {
        let rules = try CompiledRules(Codebook(id: "empty", title: "Empty"), cues: [])
        let transcript = MarkedTranscript("I: How are you?\nR: [laughs] Fine, don't ask.").transcript
        let coded = Matcher(rules).code(transcript, respondents: [:], coder: "test")
        #expect(coded.wordsPerTurn == [3, 3])
        #expect(coded.words == 6)
    }

    @Test func anEmptyTranscriptHasNoCodings() throws {
        let study = try Study("code c\n  rule: rent in transcript")
        let empty = Transcript(
            id: "empty", source: TranscriptSource(path: "empty.txt", format: "text"), kind: .document, language: "en",
            text: "")
        #expect(Matcher(study.rules).code(empty, respondents: [:], coder: "test").codings.isEmpty)
    }
}
