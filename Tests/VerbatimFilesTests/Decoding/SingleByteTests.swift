import Testing
import VerbatimModel

@testable import VerbatimFiles

/// Encodings of one byte a character; the bytes were made by Python's codecs.
@Suite struct SingleByteTests {
    /// A text in an encoding.
    struct Sample: Sendable, CustomTestStringConvertible {
        var encoding: String
        var text: String
        var bytes: [UInt8]
        var testDescription: String { "\(encoding): \(text.prefix(20))" }

        init(_ encoding: String, _ text: String, _ hexadecimal: String) {
            self.encoding = encoding
            self.text = text
            let digits = hexadecimal.compactMap(\.hexDigitValue).map { UInt8($0) }
            bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        }
    }

    @Test(arguments: samples) func encodingIsToldByItsLetters(sample: Sample) throws {
        let decoded = try SourceDecoder.decode(sample.bytes, path: "t")
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.text)
        #expect(decoded.encoding == sample.encoding)
        #expect(decoded.confidence > 0.8, "\(decoded.confidence)")
        #expect(decoded.warnings.map(\.identifier) == ["not-utf-8"])
        let percent = Int(decoded.confidence * 100)
        #expect(decoded.warnings.first?.message.contains("\(sample.encoding) (\(percent) % sure)") == true)
    }

    @Test(arguments: samples) func encodingThatIsNamedIsTaken(sample: Sample) throws {
        let decoded = try SourceDecoder.decode(sample.bytes, path: "t", encoding: sample.encoding.uppercased())
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.text)
        #expect(decoded.confidence == 1)
        #expect(decoded.warnings.isEmpty)
    }

    @Test func textInNoKnownEncodingIsDoubted() throws {
        let russian = Sample(
            "windows-1251", "",
            """
            ccfb20f1efe0ebe820ede020f3ebe8f6e520e4e2e520ede5e4e5ebe82c20efeef2eeecf320f7f2ee20e4ebff\
            20ede0f120ede520e1fbebee20ece5f1f2e02e
            """)
        let greek = Sample(
            "windows-1253", "",
            """
            caefe9ece7e8deeae1ece520ddeef920e3e9e120e4fdef20e5e2e4efecdce4e5f220e3e9e1f4df20e4e5ed20\
            f5f0def1f7e520f7fef1eff22e
            """)
        let hebrew = Sample(
            "windows-1255", "",
            """
            e9f9f0e520e1f8e7e5e120f9e1e5f2e9e9ed20ebe920ece020e4e9e420ecf0e520eef7e5ed
            """)
        for sample in [russian, greek, hebrew] {
            let confidence = try SourceDecoder.decode(sample.bytes, path: "t").confidence
            #expect(confidence < 0.6, "\(sample.encoding) \(confidence)")
        }
    }

    @Test func byteThatTheEncodingDoesNotDefineIsAnErrorWithItsOffset() {
        // 0x81 is no character of windows-1252.
        let bytes = Array("A: caf".utf8) + [0xE9, 0x0D, 0x0A] + Array("B: et ".utf8) + [0x93, 0x81]
        let fault = faults(bytes).first
        #expect(fault?.identifier == "undecodable-bytes")
        #expect(fault?.message.contains("byte offset 16") == true)
        #expect(fault?.position == SourcePosition(line: 2, column: 8))
        #expect(faults([0x41, 0x81], encoding: "windows-1252").first?.message.contains("byte offset 1 ") == true)
        #expect(faults([0x41, 0x85], encoding: "latin1").map(\.identifier) == ["undecodable-bytes"])
        #expect(faults([0x41, 0xE9], encoding: "utf-8").map(\.identifier) == ["undecodable-bytes"])
    }

    @Test func encodingThatIsNotReadIsAnError() {
        let fault = faults(Array("A: b".utf8), encoding: "windows-1253").first
        #expect(fault?.identifier == "unknown-encoding")
        #expect(fault?.suggestion == "windows-1252")
    }

    private func faults(_ bytes: [UInt8], encoding: String? = nil) -> [Diagnostic] {
        do {
            _ = try SourceDecoder.decode(bytes, path: "t", encoding: encoding)
            return []
        } catch {
            return error.diagnostics
        }
    }

    static let samples = [
        Sample(
            "windows-1252", "Anna: Ça va… « oui », c’est l’été à la gare.\nBo: D’accord, très bien.\n",
            """
            416e6e613a20c7612076618520ab206f756920bb2c206392657374206c92e974e920e0206c6120676172652e0a426f3a\
            2044926163636f72642c207472e873206269656e2e0a
            """),
        Sample(
            "iso-8859-1", "Anna: On a dormi à côté de la forêt.\nBo: C'était dur, même l'été ?\n",
            """
            416e6e613a204f6e206120646f726d6920e02063f474e9206465206c6120666f72ea742e0a426f3a204327e974616974\
            206475722c206dea6d65206c27e974e9203f0a
            """),
        Sample(
            "iso-8859-1", "Anna: Dormimos en la calle, señor, y mañana no sé.\nBo: ¿Por qué?\n",
            """
            416e6e613a20446f726d696d6f7320656e206c612063616c6c652c207365f16f722c2079206d61f1616e61206e6f2073\
            e92e0a426f3a20bf506f72207175e93f0a
            """),
        Sample(
            "iso-8859-1", "Anna: Wir hätten zurückgehen müssen, aber die Straße war geschlossen.\n",
            """
            416e6e613a205769722068e47474656e207a7572fc636b676568656e206dfc7373656e2c206162657220646965205374\
            7261df65207761722067657363686c6f7373656e2e0a
            """),
        Sample(
            "iso-8859-1", "Anna: De financiële steun kwam niet; één keer zijn we geïnterviewd.\nBo: Ja.\n",
            """
            416e6e613a2044652066696e616e6369eb6c6520737465756e206b77616d206e6965743b20e9e96e206b656572207a69\
            6a6e207765206765ef6e74657276696577642e0a426f3a204a612e0a
            """),
        Sample(
            "iso-8859-15", "Anna: Ma sœur a payé 300 €, puis 400 €.\nBo: Et ton cœur, et ta sœur ?\n",
            """
            416e6e613a204d612073bd7572206120706179e92033303020a42c20707569732034303020a42e0a426f3a2045742074\
            6f6e2063bd75722c2065742074612073bd7572203f0a
            """),
        Sample(
            "windows-1254",
            "Ayşe: Çocuklarımız için yapılacak bir şey yoktu… değil"
                + " mi?\nBo: Evet, İstanbul’a gittik, ağladık.\n",
            """
            4179fe653a20c76f63756b6c6172fd6dfd7a2069e7696e20796170fd6c6163616b2062697220fe657920796f6b747585\
            206465f0696c206d693f0a426f3a20457665742c20dd7374616e62756c92612067697474696b2c2061f06c6164fd6b2e\
            0a
            """),
        Sample(
            "iso-8859-9",
            "Ayşe: Çocuklarımız için yapılacak bir şey yoktu, değil"
                + " mi?\nBo: Evet, İstanbul'a gittik, ağladık.\n",
            """
            4179fe653a20c76f63756b6c6172fd6dfd7a2069e7696e20796170fd6c6163616b2062697220fe657920796f6b74752c\
            206465f0696c206d693f0a426f3a20457665742c20dd7374616e62756c27612067697474696b2c2061f06c6164fd6b2e\
            0a
            """),
        Sample(
            "windows-1256", "سؤال: كيف حالك اليوم؟\nجواب: أنا بخير، والحمد لله. نمنا في الشارع أسبوعين.\n",
            """
            d3c4c7e13a20dfeddd20cdc7e1df20c7e1ede6e3bf0acce6c7c83a20c3e4c720c8ceedd1a120e6c7e1cde3cf20e1e1e5\
            2e20e4e3e4c720dded20c7e1d4c7d1da20c3d3c8e6daede42e0a
            """),
        Sample(
            "windows-1256", "Interviewer: هل تريد العودة إلى بلدك؟\nRespondent: لا، لا أريد… ليس الآن.\n",
            """
            496e7465727669657765723a20e5e120cad1edcf20c7e1dae6cfc920c5e1ec20c8e1cfdfbf0a526573706f6e64656e74\
            3a20e1c7a120e1c720c3d1edcf8520e1edd320c7e1c2e42e0a
            """),
        Sample(
            "iso-8859-6", "سؤال: كيف حالك اليوم؟\nجواب: أنا بخير، والحمد لله. نمنا في الشارع أسبوعين.\n",
            """
            d3c4c7e43a20e3eae120cdc7e4e320c7e4eae8e5bf0acce8c7c83a20c3e6c720c8ceead1ac20e8c7e4cde5cf20e4e4e7\
            2e20e6e5e6c720e1ea20c7e4d4c7d1d920c3d3c8e8d9eae62e0a
            """),
        Sample(
            "windows-1252", "Anna: I don’t know… “maybe” – we’ll see.\nBo: Fine.\n",
            """
            416e6e613a204920646f6e9274206b6e6f778520936d61796265942096207765926c6c207365652e0a426f3a2046696e\
            652e0a
            """),
        Sample(
            "windows-1252", "A: café… et “€”\n",
            """
            413a20636166e985206574209380940a
            """),
    ]
}
