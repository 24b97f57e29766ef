import VerbatimModel

/// The words of a cue, without tags and with character references resolved.
struct CaptionText {
    /// A line of a cue, or the part of it that one voice says.
    struct Line: Equatable {
        /// The name in the voice tag that the words stand in.
        var voice: String?
        /// The words, in UTF-8.
        var text: [UInt8]
    }

    /// The lines of a cue that hold something.
    ///
    /// Source: W3C, "WebVTT: The Web Video Text Tracks Format" (2019), section 6.4, whose tags are left out but for `<v>`; SRT has
    /// the tags of HTML and, in braces behind a backslash, those of SubStation Alpha.
    static func lines(of cue: CaptionCue, in utf8: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var voice: String?
        for range in cue.lines {
            var text: [UInt8] = []
            func finish() {
                let line = Line(voice: voice, text: CharacterReferences.resolve(trimmed(text)))
                if !line.text.isEmpty { lines.append(line) }
                text = []
            }
            var index = range.lowerBound
            while index < range.upperBound {
                guard let tag = tag(at: index, in: utf8, limit: range.upperBound) else {
                    text.append(utf8[index])
                    index += 1
                    continue
                }
                if tag.name == "v" {
                    finish()
                    voice = tag.isClosing ? nil : tag.annotation
                }
                index = tag.end
            }
            finish()
        }
        return lines
    }

    /// A line without tags and references: what is seen of it.
    static func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        let utf8 = Array(line)
        var index = 0
        while index < utf8.count {
            if let tag = tag(at: index, in: utf8, limit: utf8.count) {
                index = tag.end
            } else {
                text.append(utf8[index])
                index += 1
            }
        }
        return trimmed(text)
    }

    // MARK: - Tags

    /// The longest tag that is looked for, in bytes.
    private static let longestTag = 500

    private struct Tag {
        var name: String
        var isClosing: Bool
        var annotation: String?
        /// Behind the tag.
        var end: Int
    }

    /// The tag at a place; `nil` where `<` is a sign among the words.
    private static func tag(at index: Int, in utf8: [UInt8], limit: Int) -> Tag? {
        let limit = min(limit, index + longestTag)
        if utf8[index] == UInt8(ascii: "{"), index + 1 < limit, utf8[index + 1] == UInt8(ascii: "\\") {
            guard let close = utf8[index..<limit].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            return Tag(name: "", isClosing: false, end: close + 1)
        }
        guard utf8[index] == UInt8(ascii: "<"), index + 1 < limit,
            let close = utf8[(index + 1)..<limit].firstIndex(where: {
                $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
            }),
            utf8[close] == UInt8(ascii: ">")
        else { return nil }
        let isClosing = utf8[index + 1] == UInt8(ascii: "/")
        let content = utf8[(index + (isClosing ? 2 : 1))..<close]
        // A time for karaoke, a tag's name, or nothing in a closing tag.
        guard let first = content.first else {
            return isClosing ? Tag(name: "", isClosing: true, end: close + 1) : nil
        }
        guard (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20) else { return nil }
        let head = content.prefix { $0 != 0x20 && $0 != 0x09 }
        let name = String(decoding: head.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self).lowercased()
        let annotation = trimmed(Array(content[head.endIndex...]))
        let text = annotation.isEmpty ? nil : String(collapsing: CharacterReferences.resolve(annotation))
        return Tag(name: name, isClosing: isClosing, annotation: text, end: close + 1)
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8] {
        let range = TextLine.trim(text.indices, in: text)
        return Array(text[range])
    }
}
