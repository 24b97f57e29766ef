import Foundation
import VerbatimFiles
package import VerbatimModel

/// The facts of a file that is too large to be held in memory.
package enum FileFacts {
    /// The bytes that are read at once.
    private static let pieceSize = 1 << 20

    /// The path, encoding, line ends, size and SHA-256 of an XML file.
    /// - Throws: `unreadable-file`.
    /// - Complexity: O(size of the file) time; memory for one piece of it.
    package static func ofXML(at path: String) throws(DiagnosticsError) -> TranscriptSource {
        var source = TranscriptSource(path: path, format: "tei")
        var digest = SHA256()
        var styles: Set<String> = []
        var isFirst = true
        var endsWithReturn = false
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            while let data = try handle.read(upToCount: pieceSize), !data.isEmpty {
                var bytes = [UInt8](data)
                bytes.withUnsafeBufferPointer { digest.update($0) }
                source.byteCount += bytes.count
                if isFirst { source.encoding = XMLTranscripts.encoding(of: bytes) }
                isFirst = false
                // CR LF may be cut by the end of a piece: the CR is looked at with what follows.
                if endsWithReturn { bytes.insert(0x0D, at: 0) }
                endsWithReturn = bytes.last == 0x0D
                if endsWithReturn { bytes.removeLast() }
                if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
                    styles.insert(SourceDecoder.newlineStyle(of: bytes))
                }
            }
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unreadable-file", "The file cannot be read. Check the path and its permissions.",
                    path: path)
            ])
        }
        if endsWithReturn { styles.insert("cr") }
        source.newlines = styles.count > 1 ? "mixed" : styles.first ?? "lf"
        source.sha256 = digest.finish()
        return source
    }
}
