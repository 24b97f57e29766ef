import Foundation
import Testing
import VerbatimFiles
import VerbatimTestSupport

@testable import VerbatimIngest

/// What fuzzing has found, each file once a crash or a hang.
@Suite struct FuzzCorpusTests {
    static let files: [(target: String, url: URL)] = {
        let root = RepositoryFiles.url("Fuzz/Corpus")
        let targets = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return targets.sorted().flatMap { target in
            let folder = root.appendingPathComponent(target)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().map { (target, folder.appendingPathComponent($0)) }
        }
    }()

    @Test(arguments: files.map(\.url)) func readsOrRefuses(file: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: file))
        let target = file.deletingLastPathComponent().lastPathComponent
        _ = try? TranscriptReader(format: SourceFormat(name: target)).read(bytes, path: file.path, id: "f")
        switch target {
        case "mapping": _ = try? TranscriptMapping.parse(String(decoding: bytes, as: UTF8.self), path: "f")
        case "guide": _ = try? GuideParser.parse(bytes, path: "f")
        case "tables": _ = try? RespondentTable.parse(bytes, path: "f")
        case "encodings": _ = try? SourceDecoder.decode(bytes, path: "f")
        default: break
        }
    }
}
