import Testing
import VerbatimCodebook
import VerbatimModel

@Suite struct CodebookDiffTests {
    private func diff(_ old: String, _ new: String) -> [String] {
        CodebookDiff(old: parse("codebook s\n" + old).codebook, new: parse("codebook s\n" + new).codebook)
            .changes.map(\.sentence)
    }

    @Test func layoutAndCommentsAreNoDifference() {
        let old = "code a\n  define x y\n  rule en: one or two\n"
        #expect(diff(old, "# note\n\ncode a\n\n  define    x\n     y\n  rule en:   one or\n    two # and\n").isEmpty)
    }

    @Test func codesAreAddedRemovedRenamedAndMoved() {
        let old = "theme t\ntheme u\ncode t.a\ncode t.b \"B\"\ncode t.c\n"
        let new = "theme t\ntheme u\ncode t.z\n  was t.a\ncode u.c\n  was t.c\ncode t.d \"D\"\n"
        #expect(
            diff(old, new) == [
                "code t.a renamed to t.z", "code t.c moved to u.c", "code t.d added: D", "code t.b removed: B",
            ])
    }

    @Test func rulesAreComparedByIDThenByText() {
        let old = "code a\n  rule x en: one\n  rule: two\n  rule: three\n  rule y: four\n"
        let new = "code a\n  rule: three\n  rule x en: one or uno\n  rule: five\n  rule z: four\n"
        #expect(
            diff(old, new) == [
                "code a: rule x changed from 'en: one' to 'en: one or uno'",
                "code a: rule added: five",
                "code a: rule id changed from 'y' to 'z'",
                "code a: rule removed: two",
            ])
    }

    @Test func listsExamplesAndGuidanceAreCompared() {
        let old = "list @l\n  en: a, b\ncode c\n  define x\n  + \"one\"\n"
        let new = "list @l\n  en: b, c\nlist @m\n  d\ncode c\n  use when y\n  mark turn\n  + \"one\"\n  - \"two\"\n"
        #expect(
            diff(old, new) == [
                "list @l: item added: en: c", "list @l: item removed: en: a", "list @m added: d",
                "code c: definition removed: x", "code c: use when added: y", "code c: mark added: turn",
                "code c: example added: - \"two\"",
            ])
    }

    @Test func whatCannotChangeCodingsIsToldApart() {
        let old = parse("codebook s\ncode c\n  define x\n  rule: a\n").codebook
        let new = parse("codebook s\ncode c\n  define y\n  rule: b\n").codebook
        #expect(CodebookDiff(old: old, new: new).changes.map(\.affectsCoding) == [false, true, true])
    }

    @Test func aCodebookDoesNotDifferFromItself() {
        let codebook = parse("codebook s\nlist @l\n  a, a\ncode c\n  rule: @l\n  rule: @l\n  anchor x\n  anchor x\n")
            .codebook
        #expect(CodebookDiff(old: codebook, new: codebook).isEmpty)
    }
}
