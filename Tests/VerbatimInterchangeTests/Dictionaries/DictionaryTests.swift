import Testing
import VerbatimCodebook
import VerbatimInterchange
import VerbatimModel

@Suite struct DictionaryTests {
    private func read(_ text: String, _ path: String, language: Language? = nil) throws -> ImportedCodebook {
        try CodebookImport.read(Array(text.utf8), path: path, language: language)
    }

    /// The text below the head of the codebook.
    private func body(_ imported: ImportedCodebook) -> String {
        imported.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
    }

    private let twoCategories = """
        list @a-category
          more, lamb, little

        code a-category "A category"
          rule words: @a-category

        list @another-category
          had, mary

        code another-category "Another category"
          rule words: @another-category

        """

    @Test func lexicoderIsRead() throws {
        let imported = try read("+A category\nmore\nlamb \nlittle\n+Another category\nhad\nmary\n", "mary.lc3")
        #expect(imported.diagnostics == [])
        #expect(body(imported) == twoCategories)
    }

    @Test func yoshikoderIsRead() throws {
        let imported = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <dictionary style="050805" patternengine="substring"><cnode name="New" desc="New">
            <cnode name="A category" desc=""><pnode name="more"/><pnode name="lamb"/><pnode name="little"/></cnode>
            <cnode name="Another category" desc=""><pnode name="had"/><pnode name="mary"/></cnode>
            </cnode></dictionary>
            """, "mary.ykd")
        #expect(imported.diagnostics == [])
        #expect(body(imported) == twoCategories)
    }

    @Test func liwcIsReadWithItsNesting() throws {
        let imported = try read(
            "%\n1\tfunct (Function Words)\n\t2\tpronoun\n\t\t3\ti\n4\taffect\n%\nI\t1\t2\t3\nhappi*\t4\nkind of\t4\n"
                + "like\t(02 134)125/464\nkind\t<of>131/125\n:)\t4\nlost\t9\n", "x.dic", language: "en")
        #expect(
            body(imported) == """

                list @funct
                  en: i

                code funct
                  define    funct (Function Words)
                  rule words en: @funct

                list @funct-pronoun
                  en: i

                code funct.pronoun "pronoun"
                  rule words en: @funct-pronoun

                list @funct-pronoun-i
                  en: i

                code funct.pronoun.i "i"
                  rule words en: @funct-pronoun-i

                list @affect
                  en: happi*, "kind of"

                code affect
                  rule words en: @affect

                """)
        #expect(
            imported.diagnostics.map(\.identifier) == [
                "not-carried", "not-carried", "not-carried", "entry-not-carried",
            ])
        #expect(imported.diagnostics.map { $0.position?.line } == [10, 11, 13, 12])
    }

    @Test func quantedaIsReadWithItsNesting() throws {
        let imported = try read(
            """
            Economy:
              Growth: [growth, "gross domestic product", grow*]
              Work:
                - job?
                - __:
                  - labour
            No:
              - "not * good"
              - "re-entr*"
              - "word!"
              - "* end"
            Empty:
            """, "topics.yml")
        #expect(
            body(imported) == """
                theme economy "Economy"

                list @economy-growth
                  growth, "gross domestic product", grow*

                code economy.growth "Growth"
                  rule words: @economy-growth

                list @economy-work
                  job?, labour

                code economy.work "Work"
                  rule words: @economy-work

                list @no
                  "not _ good", "re-entr*", word, end

                code no "No"
                  rule words: @no

                code empty "Empty"

                """)
        #expect(imported.diagnostics.map(\.identifier) == ["entry-changed", "entry-changed"])
        #expect(imported.diagnostics.map { $0.position?.line } == [10, 11])
    }

    @Test func wordStatIsReadWithItsRules() throws {
        let imported = try read(
            """
            RETURN
            \tRETURN_WORDS
            \t\tRETURN* (1)
            \t\tGO_BACK (2)
            \tHOMELAND
            \t\tIRAQ (1)
            \t@GOHOME [#RETURN_WORDS NEAR #HOMELAND /S 6] (1)
            \t@AFF [#RETURN_WORDS NOT AFTER never /P] (1)
            \t@BOTH [SATISFIED BEFORE service /S5 AND NOT #HOMELAND] (1)
            \t@LOST [#NOWHERE NEAR x /S 2] (1)
            """, "migration.cat")
        #expect(
            body(imported) == """
                code return "RETURN"
                  rule gohome: (@return-return-words near/6 @return-homeland) in sentence
                  rule rule-aff: (@return-return-words not after/1000 "never") in paragraph
                  rule both: ("satisfied" before/5 "service") and not @return-homeland in sentence

                list @return-return-words
                  return*, "go back"

                code return.return-words "RETURN_WORDS"
                  rule words: @return-return-words

                list @return-homeland
                  iraq

                code return.homeland "HOMELAND"
                  rule words: @return-homeland

                """)
        #expect(imported.diagnostics.map(\.identifier) == ["not-carried", "not-carried"])
        #expect(imported.diagnostics.last?.message.contains("LOST") == true)
    }

    @Test func tablesOfWordsAreRead() throws {
        let imported = try read("word,category,n\nmore,A category,3\nlamb,A category,1\n,x,\nend,b > c,\n", "w.csv")
        #expect(
            body(imported) == """
                list @a-category
                  more, lamb

                code a-category "A category"
                  rule words: @a-category

                theme b

                list @b-c
                  end

                code b.c "c"
                  rule words: @b-c

                """)
        #expect(imported.diagnostics.map { $0.position?.line } == [1, 4])
    }

    @Test func oldEncodingsAreToldApart() throws {
        let bytes: [UInt8] = Array("+cat\n".utf8) + [0xE9, 0x74, 0xE9, 0x0A]
        let imported = try CodebookImport.read(bytes, path: "x.lc3")
        #expect(imported.text.contains("  été\n"))
        #expect(imported.diagnostics.map(\.identifier) == ["not-utf-8"])
    }

    @Test(arguments: [
        ("x.lc3", "word\n+cat\n"), ("x.dic", "word\t1\n"), ("x.yml", "a: [b\n"), ("x.yml", "- a\n"), ("x.ykd", "<a/>"),
        ("x.cat", ""), ("x.unknown", "a"), ("x.txt", "plain words\n"), ("x.cod", "word\n*code\n"),
    ])
    func whatIsNoDictionaryIsRefused(path: String, text: String) {
        #expect(throws: DiagnosticsError.self) { try read(text, path) }
    }
}
