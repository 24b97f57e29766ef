import Foundation
import VerbatimCodebook
import VerbatimModel
import VerbatimTestSupport

/// Codebooks that hold every construct.
enum Samples {
    /// One of each construct of the language.
    static let everything = """
        codebook study "A \\"study\\", in two languages"
          version   1.0
          languages en fr
          define    What "item #4" says.
        list @a.b
          en: home, "my (country|own land) ...5 back", ~return, =Iraq, /a\\/b/, @c, "10:30"
          fr: l'abri, maison
          re-entr*
        list @c
          x
        cue negation before/4 en: not, "no longer"
        cue pseudo: "not only"
        theme t "Theme & <more>"
          was old.t older
          memo one
          memo two
        code t.a "Ärger, 🙂"
          define   One, "two" & three
          use when Often
          not when Never
          anchor "He left"
          anchor He said "go"
          color #4477aa
          status draft
          mark sentence +-2
          scope turn
          speakers interviewer or observer
          exclusive g -2
          threshold 1.5
          rule fr: l'abri or qu'il
          rule x: home in turn, only negated|hedged, where country in (Iraq, "a b"), weight -1.5
          rule: code:t.a.b near/3 @a.b
          + as interviewer asked "Why \\"you\\"?" with country = Iraq and "a b" = "in" negated "We [[left]] \\\\ [laughs]"
          -en "No, \\"never\\""
        code t.a.b
          define Two
          speakers population = migrant and (country in (Iraq, "x y") or age >= 18)
          rule: x
        """

    /// The codebook of a text that has no error.
    static func codebook(_ text: String = everything) -> Codebook {
        CodebookParser.parse(path: "sample.codebook", text: text) { _ in "" }.codebook
    }

    /// The codebooks of the repository.
    static func repository() throws -> [Codebook] {
        let folder = RepositoryFiles.url("Codebooks").resolvingSymlinksInPath()
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".codebook") }.sorted()
            .map { try codebook(String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }
}
