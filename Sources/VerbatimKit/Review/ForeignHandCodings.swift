import VerbatimIngest
import VerbatimModel

/// Codings that came with projects of other programs, as hand codings of a study.
enum ForeignHandCodings {
    /// Who coded where the other program does not say.
    private static let unnamedCoder = "unnamed"

    /// The hand codings of a collection, each with the code of the codebook that it names.
    ///
    /// A code is found by its names from the outermost in, or by them as an id, whatever the case; where the codebook
    /// has none such, the names are kept.
    static func codings(of collection: TranscriptCollection, codebook: Codebook) -> [HandCoding] {
        guard !collection.codings.isEmpty else { return [] }
        let codes = codesByName(codebook)
        let transcripts = Dictionary(
            collection.transcripts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var maps: [Transcript.ID: OffsetMap] = [:]
        return collection.codings.compactMap { coding in
            guard let transcript = transcripts[coding.transcript] else { return nil }
            let map = maps[transcript.id] ?? OffsetMap(transcript.text)
            maps[transcript.id] = map
            let name = key(coding.codePath)
            let code =
                codes[name]
                ?? codebook.index(of: coding.codePath.joined(separator: ".").lowercased()).map {
                    codebook.codes[$0].id
                }
            return HandCoding(
                subject: .segment(QuotedPlace(coding.span, of: transcript.id, text: map)),
                code: code ?? coding.codePath.joined(separator: " > "), coder: coding.coder ?? unnamedCoder,
                memo: coding.memo ?? "", source: transcript.source.path)
        }
    }

    /// The codes of a codebook by their names from the outermost in.
    private static func codesByName(_ codebook: Codebook) -> [String: Code.ID] {
        Dictionary(
            codebook.codes.map { code in
                (key(codebook.ancestors(of: code.id).reversed().map(\.name) + [code.name]), code.id)
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func key(_ names: [String]) -> String {
        names.map { $0.lowercased() }.joined(separator: "\u{1F}")
    }
}
