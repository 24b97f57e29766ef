import Foundation
package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// A sample for review: what was drawn, and the sheets that the reviewers fill in.
package struct ReviewSample: Sendable {
    /// The sample, as the study holds it.
    package let draw: SampleDraw
    /// The folder in which the sheets are.
    package let folder: String
    /// What each reviewer was given, in their order.
    package let work: [ReviewWork]
    /// What should be looked at.
    package let warnings: [Diagnostic]

    /// Draws a sample from the latest run of a study, writes the reviewers' sheets, and records the sample.
    ///
    /// The same study, request and seed give the same sample. Units of an earlier sample of the same code count towards
    /// its size and are not given out again, as long as each stratum lies within one of the earlier sample
    /// (`EarlierDraws` says which samples go on with which). Either all sheets are written and the sample is recorded,
    /// or nothing is.
    ///
    /// - Parameters:
    ///   - request: what to draw.
    ///   - study: the study file's path.
    ///   - folder: where the sheets go: `sheet-REVIEWER.csv` and `.xlsx`; `nil` for `sample-N` beside the study file,
    ///     with the number of the sample.
    /// - Throws: `[unknown-code]`, `[not-a-code]`, `[unknown-attribute]`; `[groups-needed]` and `[base-too-late]` where
    ///   judgements of an earlier sample would be lost; `[nothing-to-sample]`; `[sheet-exists]` where a sheet is there
    ///   already, since it may be filled in; `[unwritable-output]`; what makes the study unreadable or unwritable.
    package init(_ request: SampleRequest, from study: String, into folder: String?) throws(DiagnosticsError) {
        let source = try ReviewSource.read(study)
        let texts = source.sentences
        let drawing = try SampleDrawing(request, source: source, texts: texts)
        let sheets = SampleSheets(drawing.draw, isBase: request.isBase, source: source, texts: texts)
        var draw = sheets.draw
        var target = folder ?? ""
        var failure: DiagnosticsError?
        do {
            let store = try StudyStore.open(at: study)
            draw.number = try store.record(draw) { number in
                if folder == nil { target = Self.folder(beside: study, number: number) }
                do throws(DiagnosticsError) {
                    try Self.write(sheets, number: number, into: target)
                } catch {
                    failure = error
                    throw error
                }
            }
            try store.close()
        } catch {
            throw failure ?? DiagnosticsError([error.diagnostic])
        }
        self.draw = draw
        self.folder = target
        work = request.reviewers.indices.map(sheets.work)
        warnings = drawing.warnings
    }

    /// The folder `sample-N` beside a file.
    private static func folder(beside study: String, number: Int) -> String {
        guard let slash = study.lastIndex(of: "/") else { return "sample-\(number)" }
        return "\(study[...slash])sample-\(number)"
    }

    private static func write(
        _ sheets: SampleSheets, number: Int, into path: String
    ) throws(DiagnosticsError) {
        var folder = try ResultFolder(path: path)
        do throws(DiagnosticsError) {
            for (index, reviewer) in sheets.draw.reviewers.enumerated() {
                let sheet = sheets.sheet(of: index, sample: number)
                for (ending, bytes) in [("csv", sheet.csv), ("xlsx", try sheet.workbook())] {
                    let name = "sheet-\(reviewer).\(ending)"
                    guard !FileManager.default.fileExists(atPath: folder.path(of: name)) else {
                        throw DiagnosticsError([
                            Diagnostic(
                                .error, "sheet-exists",
                                "There is a sheet already, which may be filled in. Name another folder with "
                                    + "'--output'.", path: folder.path(of: name))
                        ])
                    }
                    try folder.write(bytes, to: name)
                }
            }
            try folder.commit()
        } catch {
            folder.discard()
            throw error
        }
    }

    /// What was drawn from each stratum: `sample,code,stratum,units,drawn,earlier`.
    package var table: Table {
        var earlier: [Int: Int] = [:]
        for unit in draw.units where unit.earlier != nil { earlier[unit.stratum, default: 0] += 1 }
        return Table(
            columns: [
                Table.Column("sample", .integer), Table.Column("code"), Table.Column("stratum"),
                Table.Column("units", .integer), Table.Column("drawn", .integer), Table.Column("earlier", .integer),
            ],
            rows: draw.strata.enumerated().map { index, stratum in
                [
                    .integer(draw.number), .text(stratum.code), .text(stratum.name), .integer(stratum.members),
                    .integer(stratum.drawn), .integer(earlier[index] ?? 0),
                ]
            })
    }
}
