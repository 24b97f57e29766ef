import Testing
import VerbatimIngest
import VerbatimModel
import VerbatimTestSupport

/// Whatever happens to a file in each style of labels and each encoding, it gives a transcript whose ranges hold, or an error.
@Suite struct MutatedTextTests {
    private let mutation = Mutation(signs: "[]():<>{}#*-–\n\t 0:9h.?")

    @Test(arguments: styles.indices) func mutatedTextNeverBreaksTheReader(style: Int) throws {
        var random = SeededGenerator(seed: UInt64(style) + 1)
        for round in 0..<70 {
            let bytes = mutation.mutated(encoded(Self.styles[style], as: round % 5), &random)
            do {
                for transcript in try TranscriptReader().read(bytes, path: "t", id: "t") {
                    #expect(transcript.fault == nil)
                }
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }

    /// A small file of each style; 15 of them, 70 mutations of each.
    static let styles = [
        "---\nlanguage: tr\ndate: 1\n---\nAyşe: Nasıl?\n\nBo: İyi, değil mi…\n\nAyşe: Evet.\n\nBo: Yok\n",
        "[00:00:04] Ann: a?\n\n[00:01:10.5] DR. B. (UN): b\n\n[00:01:20]\n\nmore\n\nSIDE B\n\n#00:02:00-1# Ann: c?\n",
        "[T01] P1: a\n[T02] P2: b\n[T03] P1: c\n", "[id1] one\n[id2] two\n[id1] three\n[laughs] four\n",
        "0.30\tWhy did you go?\n\n\tWar.\n\n\tAnd then?\n\n0. 55\tNothing.\n\n\tWhere?\n\n\tHere.\n",
        "MSM:\t\tThe mill?\n\nCondon:\tYeah\n\nMSM:\tAnd?\n\nCondon:\tNo\n",
        "Ruth Solberg: a?\n\nKarim Amri: b\n\nRS: c?\n\nKA: d\n\nR.S.: e?\n",
        "Interviewer1: a?\n\ninterviewr: b?\n\nIntervieweee: c\n\nInterviewer2 2: d?\n\nSeveral: e\n",
        "MODERATOR: a?\n\nyes\n\nMODERATOR: b?\n\nno\n\nMODERATOR: c\n",
        "ANNA\none?\n\nBERNARD\ntwo\n\nANNA\nthree\n\nBERNARD\nfour\n",
        "# Talk\n\n## One\n\n**Joost:** a?\n\n**Ghita:** b\n\n**Question 2b:** why\n\n**Joost:** c?\n\n**Ghita:** d\n",
        "Q1: a?\nA1: b\nQ2: c?\nA2: d\n", "- Why?\n- So.\n– And?\n— Well.\n- Then?\n- There.\n",
        "Project A, page 1\n\nAnn: a?\n\nBen: b\n\nProject A, page 2\n\nand c\n\nProject A, page 3\n\nAnn: d?\n",
        "سؤال: كيف حالك؟\n\nجواب: أنا بخير.\n\n\u{200F}سؤال: أين؟\n\nجواب: هنا ya3ni 3andi 7na.\n",
    ]

    /// The text in UTF-8, UTF-8 with a mark, UTF-16 of both orders, or with line ends of CRLF.
    private func encoded(_ text: String, as form: Int) -> [UInt8] {
        switch form {
        case 1: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 2: ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case 3: Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case 4: Array(text.replacing("\n", with: "\r\n").utf8)
        default: Array(text.utf8)
        }
    }
}
