package import VerbatimModel

/// Tells the encoding of a text file from its bytes, and decodes it.
package enum SourceDecoder {
    /// The text of a file.
    /// - Throws: `empty-file` for a file without words, `binary-file` for one that is no text.
    /// - Complexity: O(number of bytes).
    package static func decode(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> DecodedText {
        var warnings: [Diagnostic] = []
        let (text, encoding) = try unicode(bytes, path: path, warnings: &warnings)
        let newlines = newlineStyle(of: text)
        let utf8 = newlines == "lf" ? text : withLineFeeds(text)
        for index in warnings.indices where warnings[index].identifier == "damaged-text" {
            let place = utf8.firstRange(of: replacement)?.lowerBound ?? 0
            warnings[index].position = OffsetMap(utf8: utf8).position(ofUTF8: place)
        }
        guard utf8.contains(where: { !isSpace($0) }) else {
            throw DiagnosticsError([
                Diagnostic(.error, "empty-file", "The file holds no text. Remove it, or export it again.", path: path)
            ])
        }
        return DecodedText(utf8: utf8, encoding: encoding, newlines: newlines, warnings: warnings)
    }

    /// The line ends of a text in an encoding that agrees with ASCII: `lf`, `crlf`, `cr` or `mixed`.
    package static func newlineStyle(of bytes: [UInt8]) -> String {
        var (lineFeeds, pairs, returns) = (0, 0, 0)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A {
                if previous == 0x0D {
                    pairs += 1
                    returns -= 1
                } else {
                    lineFeeds += 1
                }
            } else if byte == 0x0D {
                returns += 1
            }
            previous = byte
        }
        switch (lineFeeds > 0, pairs > 0, returns > 0) {
        case (_, false, false): return "lf"
        case (false, true, false): return "crlf"
        case (false, false, true): return "cr"
        default: return "mixed"
        }
    }

    // MARK: - Encodings

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func unicode(
        _ bytes: [UInt8], path: String, warnings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> (utf8: [UInt8], encoding: String) {
        if bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            return (utf16(bytes[2...], bigEndian: false, path: path, warnings: &warnings), "utf-16le")
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (utf16(bytes[2...], bigEndian: true, path: path, warnings: &warnings), "utf-16be")
        }
        if let kind = FileSignature.binaryKind(of: bytes) { throw binary(path, "it is \(kind)") }
        if bytes.contains(0) {
            guard let bigEndian = isUTF16WithoutMark(bytes) else { throw binary(path, "it holds NUL bytes") }
            let text = utf16(bytes[...], bigEndian: bigEndian, path: path, warnings: &warnings)
            if text.contains(0) { throw binary(path, "it holds NUL characters") }
            return (text, bigEndian ? "utf-16be" : "utf-16le")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if UTF8Check.isValid(body) {
            guard isTextLike(body) else { throw binary(path, "it holds control characters") }
            return (Array(body), "utf-8")
        }
        guard isTextLike(body) else { throw binary(path, "its bytes are no text in any encoding that is read") }
        if UTF8Check.isMostlyValid(body) {
            warnings.append(
                Diagnostic(
                    .warning, "damaged-text",
                    "The file is UTF-8 with damaged characters, which were replaced by U+FFFD. Export it again as UTF-8.",
                    path: path))
            return (Array(String(decoding: body, as: UTF8.self).utf8), "utf-8")
        }
        warnings.append(
            Diagnostic(
                .warning, "not-utf-8",
                "The file is not UTF-8 and was read as Windows-1252. Look at its accents; save it as UTF-8 if they are wrong.",
                path: path))
        return (Windows1252.utf8(body), "windows-1252")
    }

    private static func binary(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "binary-file",
                "This is not a text file: \(reason). Export the transcript as plain text or TEI.",
                path: path)
        ])
    }

    /// Decodes UTF-16; an unpaired surrogate or an odd last byte becomes U+FFFD, with a warning.
    private static func utf16(
        _ bytes: ArraySlice<UInt8>, bigEndian: Bool, path: String, warnings: inout [Diagnostic]
    ) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        // An unpaired surrogate is what stands for half a character.
        if index < bytes.endIndex { units.append(0xD800) }
        let text = String(decoding: units, as: UTF16.self)
        let damaged = String(validating: units, as: UTF16.self) == nil
        if damaged {
            warnings.append(
                Diagnostic(
                    .warning, "damaged-text",
                    "The file is UTF-16 with damaged characters, which were replaced by U+FFFD. Export it again as UTF-8.",
                    path: path))
        }
        return Array(text.utf8)
    }

    /// Whether bytes without a mark are big-endian UTF-16 (`true`), little-endian (`false`) or neither (`nil`): spaces and
    /// line ends tell, in every script.
    private static func isUTF16WithoutMark(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
        var (big, little, units) = (0, 0, 0)
        for index in stride(from: 0, to: min(bytes.count, 65_536), by: 2) {
            units += 1
            switch (bytes[index], bytes[index + 1]) {
            case (0, 0): return nil
            case (0, 0x20), (0, 0x0A), (0, 0x0D): big += 1
            case (0x20, 0), (0x0A, 0), (0x0D, 0): little += 1
            default: break
            }
        }
        if big * 30 > units, little == 0 { return true }
        if little * 30 > units, big == 0 { return false }
        return nil
    }

    /// Whether there are at most a few control characters.
    private static func isTextLike(_ bytes: ArraySlice<UInt8>) -> Bool {
        var controls = 0
        for byte in bytes {
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D: break
            case ..<0x20, 0x7F: controls += 1
            default: break
            }
        }
        return controls * 200 <= bytes.count
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                output.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                output.append(byte)
            }
            previous = byte
        }
        return output
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}

extension [UInt8] {
    /// The first place of a short run of bytes.
    fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        for start in 0...(count - pattern.count) where self[start] == first {
            if self[start..<start + pattern.count].elementsEqual(pattern) { return start..<start + pattern.count }
        }
        return nil
    }
}
