import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite struct FoldingTests {
    func check(_ rows: [(text: String, folded: String)]) {
        for row in rows {
            // By scalars: String's own `==` takes composed and decomposed forms for the same.
            #expect(Array(Folding.fold(row.text).unicodeScalars) == Array(row.folded.unicodeScalars), "\(row.text)")
        }
    }

    @Test func caseAndMarksGoAway() {
        check([
            ("", ""), ("Shelter", "shelter"), ("don't STOP", "don't stop"),
            ("ÉTÉ été e\u{301}te\u{301}", "ete ete ete"), ("naïve Zürich Ångström", "naive zurich angstrom"),
            ("ŞEHİR ğöçü", "sehir gocu"), ("İ I ı i", "i i i i"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("Ёлка", "елка"),
            ("café\u{327}", "cafe"), ("ǅ Ǆ ǆ", "dz dz dz"),
        ])
    }

    @Test func lettersThatDoNotDecomposeAreSpelledOut() {
        check([
            ("ß ẞ STRASSE Straße", "ss ss strasse strasse"), ("æ Æ ǣ", "ae ae ae"), ("œuvre ŒUVRE", "oeuvre oeuvre"),
            ("ø Ø ǿ", "o o o"), ("đ Đ", "d d"), ("ł Ł", "l l"), ("ı", "i"),
        ])
    }

    @Test func allApostrophesAreOne() {
        check([("l’a l‘a lʼa lʻa l`a l´a l′a l＇a l‛a", "l'a l'a l'a l'a l'a l'a l'a l'a l'a")])
    }

    @Test func compatibilityFormsAreResolved() {
        check([
            ("ﬁn ﬀ", "fin ff"), ("Ｆｕｌｌ１２", "full12"), ("x² ½ №", "x2 1⁄2 no"), ("…", "..."), ("ĳ", "ij"),
            ("𝐇𝐞𝐥𝐩", "help"), ("\u{A0}", " "),
            ("한국어", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}\u{110B}\u{1165}"),
        ])
    }

    @Test func formatCharactersGoAway() {
        check([
            ("mi\u{AD}gra\u{AD}tion", "migration"),
            ("\u{FEFF}a\u{200B}b\u{200C}c\u{200D}d\u{200E}e\u{200F}f\u{2060}", "abcdef"),
            ("\u{202B}نعم\u{202C}", "نعم"),
        ])
    }

    @Test func arabicVariantsAreOne() {
        check([
            ("أ إ آ ٱ ا", "ا ا ا ا ا"), ("على علي", "علي علي"), ("مدرسة", "مدرسه"), ("كـــان", "كان"),
            ("نِمْنَا ثُمَّ هٰذا", "نمنا ثم هذا"), ("مسؤول بيئة شيء", "مسوول بييه شيء"), ("ﻻ ﷲ", "لا الله"),
            ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("کی", "كي"),
        ])
    }

    @Test func whatFoldsStaysWhenFoldedAgain() {
        // Beyond lies nothing but CJK ideographs, private use, tags and variation selectors.
        for value in Array(0...0x2_FFFF) + Array(UInt32(0xE_0000)...0xE_01FF) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = Folding.fold(String(scalar))
            // Comparing bytes, and only where something changed, keeps this quick.
            guard !once.utf8.elementsEqual(String(scalar).utf8) else { continue }
            #expect(Folding.fold(once).utf8.elementsEqual(once.utf8), "U+\(String(value, radix: 16))")
        }
    }

    @Test func foldingIsScalarByScalarSoItJoins() {
        var random = SeededGenerator(seed: 29)
        let alphabet: [Character] = Array("aZé’ßİıآةـَ١한½\u{200D}🙂Σ漢 .")
        for _ in 0..<500 {
            let left = String((0..<8).compactMap { _ in alphabet.randomElement(using: &random) })
            let right = String((0..<8).compactMap { _ in alphabet.randomElement(using: &random) })
            let whole = Folding.fold(left + right)
            #expect(whole.utf8.elementsEqual((Folding.fold(left) + Folding.fold(right)).utf8))
            #expect(Folding.fold(whole).utf8.elementsEqual(whole.utf8))
        }
    }

    /// Foundation knows case and compatibility decomposition from a source of its own.
    @Test func agreesWithFoundationOnLatinGreekAndCyrillic() {
        // What section 2 spells out, and what lower case keeps but case folding does not (final sigma, symbols).
        let special: Set<Unicode.Scalar> = [
            "ß", "æ", "œ", "ø", "đ", "ł", "ı", "ʼ", "ʻ", "ŉ", "ſ", "ς", "ǽ", "ǿ", "ǣ", "ǆ", "ϐ", "ϑ", "ϕ", "ϖ", "ϰ",
            "ϱ", "ϵ", "ϲ", "\u{345}",
        ]
        var compared = 0
        for value in UInt32(0xC0)...0x52F {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
                let lower = scalar.properties.lowercaseMapping.unicodeScalars.first, !special.contains(lower)
            else { continue }
            let reference = String(scalar).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
                .filter { ![.nonspacingMark, .enclosingMark, .format].contains($0.properties.generalCategory) }
            #expect(
                Array(Folding.fold(String(scalar)).unicodeScalars) == Array(reference), "U+\(String(value, radix: 16))")
            compared += 1
        }
        #expect(compared > 900)
    }

    @Test func bytesAndStringsFoldAlike() {
        let text = "Été ١٢ Straße"
        var output = Array("x".utf8)
        Array(text.utf8).withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &output) }
        #expect(output == Array("xete 12 strasse".utf8))
    }

    @Test func brokenBytesArePassedOn() {
        for bytes: [UInt8] in [[0xFF], [0xC3], [0xE2, 0x80], [0x80, 0x41], [0xF0, 0x9F, 0x99], [0xC0, 0x80]] {
            var output: [UInt8] = []
            bytes.withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &output) }
            #expect(output.count == bytes.count)
        }
    }
}
