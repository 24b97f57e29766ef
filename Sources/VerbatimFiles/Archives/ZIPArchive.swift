import CLibZip
import Foundation
package import VerbatimModel

/// A ZIP archive that somebody gave: what is in it, and the bytes of each entry.
///
/// Nothing is written to disk. An archive is refused as a whole where its names are dangerous (another program might
/// unpack it) or where it is encrypted; sizes are judged when an entry is unpacked, so that a large film in a document
/// harms nobody. What may be unpacked of one archive is limited, so that a small file cannot fill the memory.
///
/// Source: PKWARE, APPNOTE.TXT, version 6.3.10.
package struct ZIPArchive {
    /// What can be unpacked of an archive.
    package struct Limits: Sendable {
        /// The most bytes that one entry may hold when unpacked.
        package var entrySize = 64 << 20
        /// The most bytes that may be unpacked of one archive in all.
        package var totalSize = 512 << 20
        /// The most entries.
        package var entries = 10_000
        /// How many times larger than packed an entry may be, once it is larger than ``ratioFreeSize``.
        package var ratio = 200
        /// The bytes up to which any ratio is harmless.
        package var ratioFreeSize = 1 << 20

        /// The limits that hold unless a test sets others.
        package init() {}
    }

    /// A file in the archive.
    package struct Entry: Sendable, Hashable {
        /// The path in the archive, with `/` between folders.
        package var name: String
        /// The number of bytes when unpacked, as the archive says.
        package var size: Int
        /// The number of bytes in the archive, as the archive says.
        package var packedSize: Int
        fileprivate var index: UInt64
    }

    /// The files, in the order of the archive; folders are left out.
    package let entries: [Entry]

    private let byName: [String: Entry]
    private let handle: ZIPHandle
    private let limits: Limits
    private let path: String

    /// The archive in the bytes of a file.
    /// - Throws: `malformed-archive`; `encrypted-archive`; `unsafe-archive` for a name that leads out of the folder in
    ///   which the archive is unpacked, or that stands twice; `zip-bomb` for too many entries.
    /// - Complexity: O(number of bytes + number of entries).
    package init(_ bytes: [UInt8], path: String, limits: Limits = Limits()) throws(DiagnosticsError) {
        guard let handle = ZIPHandle(bytes) else { throw ZIPFault.malformed(path) }
        self.handle = handle
        self.limits = limits
        self.path = path
        let count = zip_get_num_entries(handle.archive, 0)
        guard count <= limits.entries else { throw ZIPFault.bomb(path, "it holds \(count) files") }
        var entries: [Entry] = []
        var byName: [String: Entry] = [:]
        for index in 0..<zip_uint64_t(max(0, count)) {
            var info = zip_stat_t()
            zip_stat_init(&info)
            guard zip_stat_index(handle.archive, index, 0, &info) == 0, let pointer = info.name,
                info.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0, info.valid & zip_uint64_t(ZIP_STAT_COMP_SIZE) != 0
            else { throw ZIPFault.malformed(path) }
            let name = String(cString: pointer)
            if let reason = ZIPFault.danger(of: name) { throw ZIPFault.unsafe(path, reason) }
            guard info.encryption_method == ZIP_EM_NONE else { throw ZIPFault.encrypted(path) }
            if name.hasSuffix("/") { continue }
            let entry = Entry(
                name: name, size: Int(clamping: info.size), packedSize: Int(clamping: info.comp_size), index: index)
            guard byName.updateValue(entry, forKey: name) == nil else {
                throw ZIPFault.unsafe(path, "it holds two files of one name")
            }
            entries.append(entry)
        }
        self.entries = entries
        self.byName = byName
    }

    /// The bytes of the named entry; `nil` where the archive has none of that name.
    /// - Throws: `zip-bomb`; `malformed-archive` where the entry is damaged, or packed in a way that is not read.
    /// - Complexity: O(size of the entry).
    package func bytes(of name: String) throws(DiagnosticsError) -> [UInt8]? {
        guard let entry = byName[name] else { return nil }
        return try bytes(of: entry)
    }

    /// The bytes of an entry of this archive.
    /// - Throws: As ``bytes(of:)`` of a name.
    package func bytes(of entry: Entry) throws(DiagnosticsError) -> [UInt8] {
        guard entry.size <= limits.entrySize else {
            throw ZIPFault.bomb(path, "the part '\(entry.name)' would have \(entry.size) bytes")
        }
        guard entry.size <= limits.ratioFreeSize || entry.size / max(1, entry.packedSize) <= limits.ratio else {
            throw ZIPFault.bomb(
                path, "the part '\(entry.name)' would be over \(limits.ratio) times larger than it is packed")
        }
        guard handle.unpacked + entry.size <= limits.totalSize else {
            throw ZIPFault.bomb(path, "its parts would have over \(limits.totalSize) bytes")
        }
        handle.unpacked += entry.size
        guard let bytes = handle.read(entry.index, size: entry.size) else {
            throw ZIPFault.malformed(path, part: entry.name)
        }
        return bytes
    }
}

/// An archive that libzip has open, and the memory it reads from.
private final class ZIPHandle {
    let archive: OpaquePointer
    /// How many bytes were unpacked so far.
    var unpacked = 0

    /// `nil` where the bytes are no archive.
    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, let copy = malloc(bytes.count) else { return nil }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            return nil
        }
        guard let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            return nil
        }
        archive = opened
    }

    deinit {
        zip_discard(archive)
    }

    /// The bytes of an entry; `nil` where it has more or fewer than `size`, or others than its checksum says.
    func read(_ index: UInt64, size: Int) -> [UInt8]? {
        guard let file = zip_fopen_index(archive, index, 0) else { return nil }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: size)
        var count = 0
        while count < size {
            let read = bytes.withUnsafeMutableBytes { bytes in
                zip_fread(file, bytes.baseAddress.map { $0 + count }, zip_uint64_t(size - count))
            }
            guard read > 0 else { return nil }
            count += Int(read)
        }
        // Only the read at the end compares length and checksum with what the archive says.
        var extra: UInt8 = 0
        return zip_fread(file, &extra, 1) == 0 ? bytes : nil
    }
}

/// What can be wrong with an archive.
private enum ZIPFault {
    static func malformed(_ path: String, part: String? = nil) -> DiagnosticsError {
        let subject =
            part.map { "The part '\($0)' of the archive is damaged" } ?? "The file is no ZIP archive that can be read"
        return error(
            "malformed-archive", "\(subject). Save it again in the program that wrote it, or copy it once more.", path)
    }

    static func encrypted(_ path: String) -> DiagnosticsError {
        error(
            "encrypted-archive",
            "The file is protected by a password. Remove the password in the program that wrote it.",
            path)
    }

    static func unsafe(_ path: String, _ reason: String) -> DiagnosticsError {
        error(
            "unsafe-archive",
            "The archive was not opened, because \(reason). No usual program writes that: find out where it comes "
                + "from.",
            path)
    }

    static func bomb(_ path: String, _ reason: String) -> DiagnosticsError {
        error(
            "zip-bomb",
            "The archive was not unpacked, because \(reason). If it is genuine, unpack and split it yourself.",
            path)
    }

    /// Why a name must not be unpacked, in words; `nil` for a harmless one.
    static func danger(of name: String) -> String? {
        let scalars = name.unicodeScalars
        if name.isEmpty { return "a file in it has no name" }
        if name.hasPrefix("/") { return "the name of a file in it is an absolute path" }
        if scalars.contains("\\") { return "the name of a file in it holds a backslash" }
        if scalars.count >= 2, scalars.dropFirst().first == ":", scalars.first?.properties.isAlphabetic == true {
            return "the name of a file in it begins with a drive"
        }
        if name.split(separator: "/").contains("..") { return "the name of a file in it leads out of its folder" }
        if scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "the name of a file in it holds a control character"
        }
        return nil
    }

    private static func error(_ identifier: String, _ message: String, _ path: String) -> DiagnosticsError {
        DiagnosticsError([Diagnostic(.error, identifier, message, path: path)])
    }
}
