/// The form in which two tokens are compared: section 2 of the codebook language.
///
/// Folding works scalar by scalar, so it needs no context, and what is folded stays as it is when folded again. It is
/// one folding for every language: Turkish `İ I ı i` all become `i`.
package enum Folding {
    /// The version of the rules and tables, stamped into studies.
    package static let version = "1"

    /// The folded form of `text`: no case, no marks, compatibility forms resolved, Arabic letter variants and digits
    /// made one.
    /// - Complexity: O(length of the text).
    package static func fold(_ text: String) -> String {
        var text = text
        var output: [UInt8] = []
        text.withUTF8 { fold(utf8: $0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the folded form of `utf8`, which must be valid UTF-8, to `output`.
    /// - Complexity: O(length of `utf8`).
    package static func fold(utf8: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        let table = FoldingTable.shared
        output.reserveCapacity(output.count + utf8.count)
        var offset = 0
        while offset < utf8.count {
            let first = utf8[offset]
            if first < 0x80 {
                output.append(foldASCII(first))
                offset += 1
                continue
            }
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            guard first >= 0xC2, first < 0xF5, offset + length <= utf8.count else {
                // Not UTF-8: passed on as it is, for the caller's own check to find.
                output.append(first)
                offset += 1
                continue
            }
            var scalar = UInt32(first) & (0x7F >> UInt32(length))
            for index in 1..<length { scalar = scalar << 6 | UInt32(utf8[offset + index] & 0x3F) }
            table.fold(min(scalar, 0x10_FFFF), writtenAt: utf8[offset..<(offset + length)], into: &output)
            offset += length
        }
    }

    /// Lower case; the grave accent is an apostrophe.
    @inline(__always)
    static func foldASCII(_ byte: UInt8) -> UInt8 {
        if byte &- UInt8(ascii: "A") < 26 { return byte | 0x20 }
        return byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte
    }
}
