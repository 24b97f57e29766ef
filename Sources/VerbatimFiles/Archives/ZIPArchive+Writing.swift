import CLibZip
import Foundation
package import VerbatimModel

extension ZIPArchive {
    /// The bytes of an archive with the given entries, in that order.
    /// - Throws: `unwritable-archive` where memory is short.
    package static func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(DiagnosticsError) -> [UInt8] {
        let failure = DiagnosticsError([
            Diagnostic(.error, "unwritable-archive", "The ZIP archive could not be made: memory may be short.")
        ])
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure }
        // The archive frees its source when it is closed; the bytes are read from it afterwards.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error) else { throw failure }
        for (name, bytes) in entries {
            guard add(bytes, as: name, to: archive) else {
                zip_discard(archive)
                throw failure
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw failure
        }
        guard zip_source_open(target) == 0 else { throw failure }
        defer { zip_source_close(target) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { zip_source_read(target, $0.baseAddress, zip_uint64_t($0.count)) }
            guard count >= 0 else { throw failure }
            if count == 0 { return result }
            result += chunk[..<Int(count)]
        }
    }

    private static func add(_ bytes: [UInt8], as name: String, to archive: OpaquePointer) -> Bool {
        // libzip reads the bytes when the archive is closed, and then frees them.
        guard let copy = malloc(max(1, bytes.count)) else { return false }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        // The first day that ZIP knows, 1 January 1980, whatever the time zone: no clock time is written.
        return zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0
    }
}
