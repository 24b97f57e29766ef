import VerbatimAnalysis
import VerbatimExport

extension StudyEvaluation {
    /// What the figures are of, and the means over codes, a line each.
    var summary: [String] {
        var lines = [
            "Read for the truth: \(Self.counted(scope.transcripts, "transcript")), "
                + "\(Self.counted(scope.respondents, "respondent"))."
                + (unjudged == 0
                    ? "" : " \(Self.counted(unjudged, "coding")) of others \(unjudged == 1 ? "is" : "are") not judged.")
        ]
        if !unnamed.isEmpty {
            lines.append(
                "The truth never names \(unnamed.joined(separator: ", ")): what the rules propose there counts as false "
                    + "hits. Leave a code out with '--code' if nobody looked for it.")
        }
        for mean in means {
            let group = mean.group.map { " (\($0))" } ?? ""
            lines.append(
                "\(mean.level == .respondent ? "Respondents" : "Segments")\(group): mean over "
                    + "\(Self.counted(mean.codes, "code")) F1 \(Self.figure(mean.f1)), precision "
                    + "\(Self.figure(mean.precision)), recall \(Self.figure(mean.recall)); all together F1 "
                    + "\(Self.figure(mean.together.f1)).")
        }
        if assertions.judged > 0 {
            let share = IntervalEstimate.share(assertions.right, of: assertions.judged).value
            let percent = share.map { share in
                "\(NumberFormat.percent(share.value)) %, 95 % interval \(NumberFormat.percent(share.interval.low)) to "
                    + "\(NumberFormat.percent(share.interval.high)) %"
            }
            lines.append(
                "Assertion: right for \(assertions.right) of the \(Self.counted(assertions.judged, "correct coding")) "
                    + "whose assertion the truth says (\(percent ?? "")); "
                    + "\(assertions.holding) \(assertions.holding == 1 ? "has" : "have") the truth's among those of their hits."
            )
        }
        return lines
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func figure(_ estimate: Estimate<Double>) -> String {
        estimate.value.flatMap { NumberFormat.fixed($0, decimals: 3) } ?? "undefined"
    }
}
