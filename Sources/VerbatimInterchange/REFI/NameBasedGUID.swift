package import VerbatimModel

/// GUIDs that are made of names, so that an export of the same thing has the same GUID on every machine and day.
package enum NameBasedGUID {
    /// The namespace of all GUIDs of this program: the UUID of version 5 of the name `verbatim` in the namespace for
    /// domain names of RFC 9562.
    private static let namespace = bytes(
        of: "verbatim",
        in: [0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8])

    /// The GUID of a code of a codebook: the same for all versions of the codebook, as long as both ids stay.
    package static func code(_ code: Code.ID, of codebook: String) -> String {
        guid(of: "codebook/\(codebook)/code/\(code)")
    }

    /// The GUID of a name, as `8-4-4-4-12` lower-case hexadecimal digits.
    package static func guid(of name: String) -> String { text(bytes(of: name, in: namespace)) }

    /// The UUID of version 5 (RFC 9562, section 5.5).
    static func bytes(of name: String, in namespace: [UInt8]) -> [UInt8] {
        var bytes = Array(SHA1.digest(namespace + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }

    /// The digits of 16 bytes.
    static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0" + digits : digits
        }
        return text
    }
}
