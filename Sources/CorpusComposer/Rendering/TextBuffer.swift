/// A file on its way: bytes, and how many Unicode scalars they are.
struct TextBuffer {
    /// What was written, in UTF-8.
    private(set) var utf8: [UInt8] = []
    /// The number of its Unicode scalars.
    private(set) var scalars = 0

    /// Begins again, and keeps the memory.
    mutating func clear() {
        utf8.removeAll(keepingCapacity: true)
        scalars = 0
    }

    /// Writes short words, which are counted here.
    mutating func write(_ text: String) {
        for byte in text.utf8 {
            utf8.append(byte)
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
    }

    /// Writes words that have been counted.
    mutating func write(_ text: CountedText) {
        utf8 += text.utf8
        scalars += text.scalars
    }

    /// Writes words as character data of XML.
    mutating func writeEscaped(_ text: CountedText) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            default:
                utf8.append(byte)
                if byte & 0xC0 != 0x80 { scalars += 1 }
            }
        }
    }
}
