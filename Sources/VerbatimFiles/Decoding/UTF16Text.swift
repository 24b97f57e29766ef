/// UTF-16 text as bytes.
enum UTF16Text {
    /// The text as UTF-8; `nil` where it is broken, with `fault` the index in `bytes` of the first unpaired surrogate or of an
    /// odd last byte.
    static func utf8(_ bytes: ArraySlice<UInt8>, bigEndian: Bool, fault: inout Int) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        func unit(_ place: Int) -> UInt32? {
            guard place + 1 < bytes.endIndex else { return nil }
            let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        while index < bytes.endIndex {
            guard let high = unit(index) else { break }
            var value = high
            var length = 2
            if high & 0xFC00 == 0xD800, let low = unit(index + 2), low & 0xFC00 == 0xDC00 {
                value = 0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)
                length = 4
            }
            guard let scalar = Unicode.Scalar(value) else { break }
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            index += length
        }
        guard index == bytes.endIndex else {
            fault = index
            return nil
        }
        return output
    }

    /// Whether bytes without a mark are big-endian UTF-16 (`true`), little-endian (`false`) or neither (`nil`): spaces and
    /// line ends tell, in every script.
    static func isBigEndian(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 8 else { return nil }
        var (big, little, units) = (0, 0, 0)
        for index in stride(from: 0, to: min(bytes.count - 1, 65_536), by: 2) {
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
}
