import Testing
import VerbatimFiles
import VerbatimModel

@testable import VerbatimIngest

@Suite struct SourceFormatTests {
    @Test(arguments: [
        ("INT: Hello?\nR: Yes.\nINT: And?\nR: No.\n", "text"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Hi there", "vtt"),
        ("1\n00:00:04,898 --> 00:00:10,898\nAnn: Hi there\n", "srt"),
        ("@UTF8\n@Begin\n@Participants:\tANN Ann Participant\n*ANN:\thi there .\n@End\n", "chat"),
        (#"{\rtf1\ansi Ann: hello\par Ben: yes\par Ann: well\par Ben: no\par}"#, "rtf"),
        ("speaker,text\nAnn,Hello there\nBen,Yes\n", "turn-table"),
        ("id,What do you need most?\nR1,A dry house for my children\nR2,To work with papers\n", "survey-table"),
        (
            "<Trans><Speakers><Speaker id=\"a\" name=\"Ann\"/></Speakers><Episode><Section><Turn speaker=\"a\" startTime=\"0\" "
                + "endTime=\"1\"><Sync time=\"0\"/>hello</Turn></Section></Episode></Trans>", "trs"
        ),
        ("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><u who=\"a\">Hello</u></body></text></TEI>", "tei"),
    ])
    func formatIsToldFromTheContent(text: String, format: String) throws {
        for name in ["talk", "talk.txt", "talk.xml"] {
            let transcripts = try TranscriptReader().read(Array(text.utf8), path: name, id: "talk")
            #expect(transcripts.first?.source.format == format)
        }
    }

    @Test func hintGoesBeforeTheContent() throws {
        let text = "speaker,text\nAnn,Hello there\nBen,Yes\n"
        let reader = TranscriptReader(format: SourceFormat(name: "text"))
        #expect(try reader.read(Array(text.utf8), path: "t", id: "t").first?.source.format == "text")
        #expect(SourceFormat(name: "nonsense") == nil)
        #expect(SourceFormat.names.allSatisfy { SourceFormat(name: $0) != nil })
    }

    @Test func documentsAreToldFromTheirParts() throws {
        func format(_ bytes: [UInt8]) throws -> String? {
            try TranscriptReader().read(bytes, path: "upload.tmp", id: "u").first?.source.format
        }
        #expect(try format(try OfficeSample.docx(OfficeSample.p("Ann: Hello") + OfficeSample.p("Ben: Yes"))) == "docx")
        #expect(try format(try OfficeSample.odt("<text:p>Ann: Hello</text:p><text:p>Ben: Yes</text:p>")) == "odt")
        #expect(
            try format(try XLSXTable.write([["speaker", "text"], ["Ann", "Hello there"]], sheet: "S")) == "turn-table")
    }

    @Test func encodingHintIsObeyed() throws {
        let bytes = Array("R: \u{015F}eker.".unicodeScalars.map { $0.value == 0x15F ? 0xFE : UInt8($0.value) })
        let turkish = try TranscriptReader(encoding: "windows-1254").read(bytes, path: "t", id: "t")
        let western = try TranscriptReader(encoding: "windows-1252").read(bytes, path: "t", id: "t")
        #expect(turkish.first?.text.contains("\u{015F}eker") == true)
        #expect(western.first?.text.contains("\u{FE}eker") == true)
        #expect(turkish.first?.source.encoding == "windows-1254")
    }

    @Test func tableThatHoldsNoTranscriptSaysWhatItLacks() {
        #expect(
            Fixture.faults(Array("colour,size\nred,3\n".utf8), path: "t.csv").map(\.identifier) == ["unsupported-table"]
        )
    }
}
