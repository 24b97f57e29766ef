/// Compound files, in which old Office documents are kept, and new ones that are encrypted.
///
/// Source: Microsoft, [MS-CFB] Compound File Binary File Format; [MS-OFFCRYPTO], section 2.3.
package enum OLEContainer {
    /// Whether the bytes begin as a compound file does.
    package static func isContainer(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Whether a compound file holds a document of Office that is protected by a password.
    /// - Complexity: O(number of bytes).
    package static func isEncryptedDocument(_ bytes: [UInt8]) -> Bool {
        guard isContainer(bytes) else { return false }
        // Names of streams are UTF-16, little-endian, at the start of entries of 128 bytes in a directory of sectors.
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        return stride(from: 512, to: max(512, bytes.count - name.count), by: 128).contains { start in
            bytes[start..<start + name.count].elementsEqual(name)
        }
    }
}
