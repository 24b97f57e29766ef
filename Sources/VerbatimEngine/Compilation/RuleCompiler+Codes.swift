import VerbatimModel

extension RuleCompiler {
    /// Adds the node of a reference to a code; `nil` if there is no such code.
    mutating func reference(to id: Code.ID, at source: SourceRange) -> Int32? {
        guard let target = codebook.index(of: id) else {
            report("unknown-code", "there is no code `\(id)`; write the id of a code of this codebook", at: source)
            return nil
        }
        let prefix = codebook.codes[target].id + "."
        let codes = codebook.codes.indices.filter { $0 == target || codebook.codes[$0].id.hasPrefix(prefix) }
        for code in codes { dependencies[currentCode].append(Dependency(code: code, source: source)) }
        let reference = CodeReference(codes: codes)
        let number = references.firstIndex(of: reference) ?? references.count
        if number == references.count { references.append(reference) }
        return add(.code, value: Int32(number))
    }

    /// Puts every code behind those it refers to, and reports cycles.
    mutating func orderCodes() {
        var isDone = Array(repeating: false, count: codebook.codes.count)
        var path: [Int] = []
        for code in codebook.codes.indices { visit(code, path: &path, isDone: &isDone) }
        codeOrder.removeAll { codeRules[$0].isEmpty }
    }

    private mutating func visit(_ code: Int, path: inout [Int], isDone: inout [Bool]) {
        guard !isDone[code] else { return }
        path.append(code)
        for dependency in dependencies[code] {
            if let start = path.firstIndex(of: dependency.code) {
                let names = (path[start...] + [dependency.code]).map { "code:\(codebook.codes[$0].id)" }
                report(
                    "code-cycle",
                    "the code needs its own hits (\(names.joined(separator: " -> "))); take one reference out",
                    at: dependency.source)
            } else {
                visit(dependency.code, path: &path, isDone: &isDone)
            }
        }
        path.removeLast()
        isDone[code] = true
        codeOrder.append(code)
    }
}
