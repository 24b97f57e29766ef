import GRDB

// MARK: - Earlier runs

extension StudyStore {
    /// What a run was made from; `nil` where the study has no run of that number.
    /// - Throws: `StudyError`: locked or damaged.
    package func basis(ofRun number: Int) throws(StudyError) -> RunBasis? {
        try read { try RunReader(database: $0).basis(ofRun: number) }
    }
}
