import Foundation
import VerbatimExport
package import VerbatimModel

/// What `verbatim charts` is asked: the charts of a study's report as files, each with a table of its figures.
package struct ChartRequest: Sendable {
    /// The form of the pictures.
    package enum Format: String, Sendable, CaseIterable {
        /// Scalable Vector Graphics, sharp at any size.
        case svg
        /// Portable Network Graphics, for programs that do not read SVG.
        case png

        /// How many pixels a picture is wide where nobody says otherwise.
        package var width: Int { self == .svg ? 960 : 1_600 }
    }

    /// How many pixels a picture can be wide.
    package static let widths = 200...10_000

    /// The study file.
    package var study: String
    /// The attributes of respondents to draw by; empty for those of the run.
    package var attributes: [String] = []
    /// The charts that are drawn, by name; empty for all.
    package var only: [String] = []
    /// The form of the pictures.
    package var format = Format.svg
    /// How many pixels the pictures are wide; `nil` for ``Format/width``.
    package var width: Int?
    /// How many threads share the work.
    package var threads = 1

    /// A request about a study's latest run.
    package init(study: String) {
        self.study = study
    }

    /// What was written.
    package struct Answer: Sendable {
        /// The names of the pictures, in the order of the report; each has a table of the same name beside it.
        package let pictures: [String]
        /// The charts that the study has nothing for, with why, a line each.
        package let absent: [String]
    }

    /// Draws the charts into a folder, which is made where there is none: all of them, or nothing.
    ///
    /// - Throws: Faults of the study; `unknown-attribute`, `unknown-chart`, `absent-chart`; `no-png-renderer` and
    ///   `failed-png-renderer`; `results-folder` for a folder whose tables would be replaced, `unwritable-output`.
    package func write(to folder: String) throws(DiagnosticsError) -> Answer {
        let renderer = format == .png ? try PNGRenderer.found() : nil
        try Self.requireOwnFolder(folder)
        let report = try StudyReport(of: study, threads: threads)
        try report.requireAttributes(attributes)
        let set = report.figures(by: attributes.isEmpty ? nil : attributes)
        let figures = try chosen(of: set)
        let width = width ?? format.width
        var files: [(name: String, bytes: [UInt8])] = []
        for figure in figures {
            let svg = figure.svg(width: width)
            files.append(
                ("\(figure.name).\(format.rawValue)", try renderer?.png(of: svg, width: width) ?? svg))
            files.append(("\(figure.name).csv", CSVWriter().bytes(of: figure.table)))
        }
        var output = try ResultFolder(path: folder)
        for (name, bytes) in files { try output.write(bytes, to: name) }
        try output.commit()
        return Answer(
            pictures: figures.map { "\($0.name).\(format.rawValue)" },
            absent: only.isEmpty ? set.absent.map { "No chart '\($0.name)': \($0.reason)." } : [])
    }

    private func chosen(of set: FigureSet) throws(DiagnosticsError) -> [Figure] {
        guard !only.isEmpty else { return set.figures }
        var faults: [Diagnostic] = []
        for name in only where !set.figures.contains(where: { $0.name == name }) {
            if let absent = set.absent.first(where: { $0.name == name }) {
                faults.append(
                    Diagnostic(
                        .error, "absent-chart", "The chart '\(name)' cannot be drawn: \(absent.reason).", path: study))
            } else {
                let known = set.figures.map(\.name) + set.absent.map(\.name)
                faults.append(
                    Diagnostic(
                        .error, "unknown-chart",
                        "There is no chart '\(name)'. Name some of \(known.joined(separator: ", ")); charts by another "
                            + "attribute need '--by'.", path: study, suggestion: NearNames.nearest(to: name, in: known))
                )
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return set.figures.filter { only.contains($0.name) }
    }

    /// Refuses the folder of a run: its `frequencies.csv` has other columns, and would be replaced.
    private static func requireOwnFolder(_ folder: String) throws(DiagnosticsError) {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        guard FileManager.default.fileExists(atPath: url.appendingPathComponent("manifest.json").path) else { return }
        throw DiagnosticsError([
            Diagnostic(
                .error, "results-folder",
                "This folder holds the results of a run, whose tables have the same names. Name a folder of the charts' "
                    + "own with '--output', such as 'charts' in it.", path: folder)
        ])
    }
}
