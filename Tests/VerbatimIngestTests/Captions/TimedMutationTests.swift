import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimIngest

/// Whatever the bytes, reading gives transcripts whose ranges hold, or an error.
@Suite struct TimedMutationTests {
    private let mutation = Mutation(signs: "[]():<>&;?#*-\n\t 0:9@\"+,._%!{\\")
    private static let samples: [(TimedFormat, String)] = [
        (
            .vtt,
            "WEBVTT\nLanguage: en\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v Zoé>Why &amp; <i>how</i>?</v>\n\n00:02.000 --> 00:03.000\n<v Ali>♪ la ♪ [laughs]\n"
        ),
        (
            .srt,
            "1\n00:00:01,000 --> 00:00:02,000\n- Zoé: Why?\n- Ali: {\\an8}<b>No</b> 🎒\n\n2\n00:00:05,000 --> 00:00:06,000\nZoé: Oui.\n\n3\n00:00:06,000 --> 00:00:07,000\nAli: No.\n"
        ),
        (
            .chat,
            "@Begin\n@Participants:\tINV Zoé Investigator, PAR Participant\n@ID:\teng|c|PAR|30;|male|||Participant|||\n*INV:\tmais (il) <y a> [//] (be)cause@s &=laughs (.) +...\n\t\u{15}0_900\u{15}\n%mor:\tx\n*PAR:\t0is xxx [- nld] „ ja .\n@End\n"
        ),
        (
            .textGrid,
            "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0\nxmax = 2\ntiers? <exists>\nsize = 2\nitem []:\n item [1]:\n class = \"IntervalTier\"\n name = \"Zoé\"\n xmin = 0\n xmax = 2\n intervals: size = 1\n intervals [1]:\n xmin = 0\n xmax = 2\n text = \"Say \"\"no\"\".\"\n item [2]:\n class = \"TextTier\"\n name = \"n\"\n xmin = 0\n xmax = 2\n points: size = 1\n points [1]:\n number = 1\n mark = \"x\"\n"
        ),
        (
            .table,
            "time,speaker,text,question,tags\n[00:01],Rebecca Stone:,\"Why, &#8212; oui?\",Q1,a\n,RS,\"And\n\nso\",,b\n0:03,Zoé,No.,,\n,,(pause),,\n"
        ),
        (
            .table,
            "id;age;Q1. Why did you leave the town?\nTN-1;30;There was no work at all.\nTN-2;;\"Zoé had \"\"no\"\" house there.\"\nTN-3;41;\n"
        ),
    ]

    @Test(arguments: samples.indices) func mutatedTextsNeverBreakTheReader(sample: Int) {
        let (format, text) = Self.samples[sample]
        let original = Array(text.utf8)
        var random = SeededGenerator(seed: UInt64(sample) + 1)
        #expect(throws: Never.self) { try format.transcripts(original) }
        for _ in 0..<1_000 {
            let bytes = mutation.mutated(original, &random)
            do {
                for transcript in try format.transcripts(bytes) {
                    if let fault = transcript.fault { Issue.record("\(fault): \(bytes)") }
                }
            } catch {
                if error.diagnostics.isEmpty { Issue.record("no diagnostics: \(bytes)") }
            }
        }
    }
}
