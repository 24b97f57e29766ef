/// A line of a cue.
struct CaptionLine {
    /// The number of its cue, from 0.
    var cue: Int
    /// Who speaks, where the file says so; else whoever spoke before, unless a sign says that somebody else begins.
    var voice: String?
    /// The words, in UTF-8.
    var text: [UInt8]
    /// Whether a dash or `>>` says that somebody else begins.
    var startsSpeech = false

    /// The line without the sign by which captions show that somebody else begins; words under music are put in brackets.
    var withoutDash: CaptionLine {
        var line = self
        let rest = line.text.drop { $0 == UInt8(ascii: ">") }
        if line.text.count - rest.count >= 2 {
            line.text = Array(rest.drop { $0 == 0x20 })
            line.startsSpeech = line.voice == nil
        } else {
            for dash in ["-", "–", "—"] {
                guard line.text.starts(with: dash.utf8) else { continue }
                let words = line.text.dropFirst(dash.utf8.count).drop { $0 == 0x20 }
                // Two hyphens are a pause in somebody's words.
                guard let first = words.first, first != UInt8(ascii: "-") else { continue }
                line.text = Array(words)
                line.startsSpeech = line.voice == nil
                break
            }
        }
        line.text = Self.withMusicAsMark(line.text)
        return line
    }

    /// Sung words stand behind a note; in square brackets they stay in the text and are no speech.
    static func withMusicAsMark(_ text: [UInt8]) -> [UInt8] {
        guard ["♪", "♫", "♬"].contains(where: { text.starts(with: $0.utf8) }) else { return text }
        var marked: [UInt8] = []
        var length = 0
        for word in text.split(separator: 0x20) {
            // A mark is at most 120 bytes long.
            if length > 0, length + word.count + 2 > 110 {
                marked.append(contentsOf: "] ".utf8)
                length = 0
            }
            if length == 0 { marked.append(UInt8(ascii: "[")) } else { marked.append(0x20) }
            marked.append(contentsOf: word.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") })
            length += word.count + 1
        }
        marked.append(UInt8(ascii: "]"))
        return marked
    }
}
