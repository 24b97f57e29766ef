/// Builds ZIP archives byte by byte, also such as no program would write.
///
/// Source: PKWARE, APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
struct ZIPBytes {
    struct Entry {
        var name: String
        var content: [UInt8]
        var flags: UInt16 = 0
        /// The size that both headers claim; that of the content where nothing else is said.
        var claimedSize: Int?
        /// What is added to the checksum.
        var checksumFault: UInt32 = 0
    }

    var entries: [Entry]

    /// The archive, whose entries are stored and not packed.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = bytes.count
            var shared: [UInt8] = half(entry.flags) + half(0) + half(0) + half(0x21)
            shared += word(Self.crc(entry.content) &+ entry.checksumFault) + word(UInt32(entry.content.count))
            shared += word(UInt32(entry.claimedSize ?? entry.content.count))
            shared += half(UInt16(entry.name.utf8.count)) + half(0)
            bytes += word(0x0403_4B50) + half(20) + shared
            bytes += Array(entry.name.utf8) + entry.content
            directory += word(0x0201_4B50) + half(20) + half(20) + shared
            directory += half(0) + half(0) + half(0) + word(0) + word(UInt32(offset)) + Array(entry.name.utf8)
        }
        let start = bytes.count
        let count = half(UInt16(entries.count))
        bytes += directory + word(0x0605_4B50) + half(0) + half(0) + count + count
        bytes += word(UInt32(directory.count)) + word(UInt32(start)) + half(0)
        return bytes
    }

    private func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private func word(_ value: UInt32) -> [UInt8] { half(UInt16(value & 0xFFFF)) + half(UInt16(value >> 16)) }

    /// CRC-32, bit by bit (ISO 3309).
    static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
