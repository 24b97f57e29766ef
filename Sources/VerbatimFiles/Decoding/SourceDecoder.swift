package import VerbatimModel

/// Tells the encoding of a text file from its bytes, and decodes it.
package enum SourceDecoder {
    /// The text of a file.
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - path: The path shown to the user.
    ///   - encoding: The name of the encoding, where a person names it; a byte-order mark at odds with it goes before it.
    /// - Returns: The text, the encoding and how sure it is.
    /// - Throws: `empty-file` for a file without words, `binary-file` for one that is no text, `undecodable-bytes`, with
    ///   the offset, for bytes that are no characters in its encoding, `unknown-encoding` for a name that is not known.
    /// - Complexity: O(number of bytes).
    package static func decode(
        _ bytes: [UInt8], path: String, encoding: String? = nil
    ) throws(DiagnosticsError) -> DecodedText {
        var decoded: DecodedText
        if let encoding {
            decoded = try decode(bytes, path: path, named: encoding)
        } else {
            decoded = try detect(bytes, path: path)
        }
        decoded.newlines = newlineStyle(of: decoded.utf8)
        if decoded.newlines != "lf" { decoded.utf8 = withLineFeeds(decoded.utf8) }
        guard decoded.utf8.contains(where: { !isSpace($0) }) else {
            throw DiagnosticsError([
                Diagnostic(.error, "empty-file", "The file holds no text. Remove it, or export it again.", path: path)
            ])
        }
        return decoded
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

    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func detect(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> DecodedText {
        if let bigEndian = utf16Mark(of: bytes) { return try utf16(bytes[2...], bigEndian, path, confidence: 1) }
        if let kind = FileSignature.binaryKind(of: bytes) { throw binary(path, "it is \(kind)") }
        if bytes.contains(0) {
            guard let bigEndian = UTF16Text.isBigEndian(bytes) else { throw binary(path, "it holds NUL bytes") }
            return try utf16(bytes[...], bigEndian, path, confidence: 0.99)
        }
        let body = bytes.starts(with: utf8Mark) ? bytes[3...] : bytes[...]
        guard isTextLike(body) else { throw binary(path, "it holds control characters") }
        guard UTF8Check.firstFault(body) != nil else { return DecodedText(Array(body), "utf-8") }
        if body.startIndex > 0 || UTF8Check.isMostlyValid(body) { return try utf8(body, path) }
        let finding = EncodingDetector.detect(body)
        var decoded = try singleByte(body, finding.encoding, path)
        decoded.confidence = finding.confidence
        let percent = Int((finding.confidence * 100).rounded(.down))
        decoded.warnings.append(
            Diagnostic(
                .warning, "not-utf-8",
                "The file is not UTF-8 and was read as \(decoded.encoding) (\(percent) % sure). "
                    + "Look at its accents; save it as UTF-8 if they are wrong.",
                path: path))
        return decoded
    }

    private static func decode(
        _ bytes: [UInt8], path: String, named name: String
    ) throws(DiagnosticsError) -> DecodedText {
        guard let encoding = TextEncoding(named: name) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unknown-encoding",
                    "'\(name)' is no encoding that is read. Write \(TextEncoding.names.joined(separator: ", ")).",
                    path: path, suggestion: NearNames.nearest(to: name, in: TextEncoding.names))
            ])
        }
        if let bigEndian = utf16Mark(of: bytes) { return try utf16(bytes[2...], bigEndian, path, confidence: 1) }
        if case .utf16(let bigEndian) = encoding {
            let order = bigEndian ?? UTF16Text.isBigEndian(bytes) ?? true
            return try utf16(bytes[...], order, path, confidence: 1)
        }
        if let kind = FileSignature.binaryKind(of: bytes) { throw binary(path, "it is \(kind)") }
        guard isTextLike(bytes[...]), !bytes.contains(0) else { throw binary(path, "it holds control characters") }
        if bytes.starts(with: utf8Mark) { return try utf8(bytes[3...], path) }
        switch encoding {
        case .singleByte(let encoding): return try singleByte(bytes[...], encoding, path)
        case .utf8, .utf16: return try utf8(bytes[...], path)
        }
    }

    /// Whether a mark says big-endian UTF-16 (`true`) or little-endian (`false`); `nil` without one.
    private static func utf16Mark(of bytes: [UInt8]) -> Bool? {
        if bytes.starts(with: [0xFE, 0xFF]) { return true }
        return bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? false : nil
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, _ path: String) throws(DiagnosticsError) -> DecodedText {
        if let fault = UTF8Check.firstFault(bytes) {
            throw undecodable(path, fault, before: Array(bytes[..<fault]), "utf-8")
        }
        return DecodedText(Array(bytes), "utf-8")
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, _ bigEndian: Bool, _ path: String, confidence: Double
    ) throws(DiagnosticsError) -> DecodedText {
        var fault = bytes.startIndex
        let name = bigEndian ? "utf-16be" : "utf-16le"
        guard let text = UTF16Text.utf8(bytes, bigEndian: bigEndian, fault: &fault) else {
            var none = 0
            let start = UTF16Text.utf8(bytes[..<fault], bigEndian: bigEndian, fault: &none) ?? []
            throw undecodable(path, fault, before: start, name)
        }
        if text.contains(0) { throw binary(path, "it holds NUL characters") }
        return DecodedText(text, name, confidence: confidence)
    }

    private static func singleByte(
        _ bytes: ArraySlice<UInt8>, _ encoding: SingleByteEncoding, _ path: String
    ) throws(DiagnosticsError) -> DecodedText {
        var fault = bytes.startIndex
        guard let text = encoding.utf8(bytes, fault: &fault) else {
            var none = 0
            let start = encoding.utf8(bytes[..<fault], fault: &none) ?? []
            throw undecodable(path, fault, before: start, encoding.name)
        }
        return DecodedText(text, encoding.name)
    }

    // MARK: - Faults

    private static func binary(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "binary-file",
                "This is not a text file: \(reason). Export the transcript as plain text or TEI.",
                path: path)
        ])
    }

    /// The error that names the place of a fault; `start` is the text before it, as UTF-8.
    private static func undecodable(
        _ path: String, _ offset: Int, before start: [UInt8], _ encoding: String
    ) -> DiagnosticsError {
        let text = withLineFeeds(start)
        return DiagnosticsError([
            Diagnostic(
                .error, "undecodable-bytes",
                "The file is \(encoding), but at byte offset \(offset) stands what is no character in it. "
                    + "Export the file again as UTF-8, or name its encoding.",
                path: path, position: OffsetMap(utf8: text).position(ofUTF8: text.count))
        ])
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
