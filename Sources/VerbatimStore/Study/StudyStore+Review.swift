import GRDB
package import VerbatimModel

// MARK: - What people decided

extension StudyStore {
    /// All decisions, in their order.
    /// - Throws: `StudyError`: locked or damaged.
    package func decisions() throws(StudyError) -> [Decision] {
        try read { try ReviewReader(database: $0).decisions() }
    }

    /// All samples, the first first.
    /// - Throws: `StudyError`: locked or damaged.
    package func samples() throws(StudyError) -> [SampleDraw] {
        try read { try ReviewReader(database: $0).samples() }
    }

    /// All hand codings, in the order in which they were added.
    /// - Throws: `StudyError`: locked or damaged.
    package func handCodings() throws(StudyError) -> [HandCoding] {
        try read { try ReviewReader(database: $0).handCodings() }
    }

    /// What the rules alone made of the codings of the latest run: without people's own, and with no decision applied.
    /// - Throws: `StudyError`: locked or damaged.
    /// - Complexity: O(size of the texts + codings).
    package func codingsByRules() throws(StudyError) -> [Coding] {
        try read { try RunReader(database: $0).codingsByRules() }
    }

    /// Adds decisions, and writes what they make of the codings of the latest run: all of it, or nothing.
    ///
    /// - Parameters:
    ///   - decisions: the decisions, in their order.
    ///   - reviewed: the codings of the latest run; `nil` where they stay as they are.
    /// - Throws: `StudyError`: inconsistent, locked, unwritable or interrupted.
    package func record(_ decisions: [Decision], reviewed: ReviewedCodings?) throws(StudyError) {
        try write { recorder in
            try recorder.insert(decisions)
            if let reviewed { try recorder.replaceCodings(with: reviewed) }
        }
    }

    /// Adds a sample, whole or not at all.
    ///
    /// - Parameters:
    ///   - sample: the sample.
    ///   - body: called with its number before it is final: what it throws takes the sample back.
    /// - Returns: Its number in the study, from 1.
    /// - Throws: `StudyError`: inconsistent, locked, unwritable or interrupted, also where `body` throws.
    @discardableResult
    package func record(
        _ sample: SampleDraw, committing body: (Int) throws -> Void = { _ in }
    ) throws(StudyError) -> Int {
        try write { recorder in
            let number = try recorder.insert(sample)
            try body(number)
            return number
        }
    }

    /// Adds hand codings that the study does not have yet: all of them, or nothing.
    ///
    /// - Returns: How many were added.
    /// - Throws: `StudyError`: inconsistent, locked, unwritable or interrupted.
    @discardableResult
    package func record(_ codings: [HandCoding]) throws(StudyError) -> Int {
        try write { try $0.insert(codings) }
    }

    private func write<Value>(_ body: (ReviewRecorder) throws -> Value) throws(StudyError) -> Value {
        do {
            return try queue.write { try body(ReviewRecorder(database: $0, path: path)) }
        } catch {
            throw StudyError(error, path: path)
        }
    }
}
