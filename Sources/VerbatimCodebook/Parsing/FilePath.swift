/// Paths of included files.
enum FilePath {
    /// The path that `path` means in the file at `includer`: relative to its folder, with `.` and `..` resolved.
    static func resolve(_ path: String, in includer: String) -> String {
        if path.hasPrefix("/") { return normalised(path) }
        guard let slash = includer.lastIndex(of: "/") else { return normalised(path) }
        return normalised(includer[...slash] + path)
    }

    /// The path without `.`, doubled slashes, and `..` behind a folder.
    static func normalised(_ path: some StringProtocol) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(Substring(part))
            }
        }
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }
}
