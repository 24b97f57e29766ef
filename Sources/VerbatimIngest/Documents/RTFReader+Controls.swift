extension RTFReader {
    /// Does what a control word says.
    mutating func control(_ word: String, _ number: Int?) {
        if state.isOptional {
            state.isOptional = false
            // Programs may leave such a group out; of those there are, only the box of a drawing holds text.
            if word != "shpinst" { state.isSkipped = true }
        }
        if Self.skipped.contains(word) { state.isSkipped = true }
        if word == "bin" { tokens.skip(number ?? 0) }
        guard !state.isSkipped else { return }
        if word == "uc" { state.fallbackCount = min(max(0, number ?? 1), 100) }
        switch state.table {
        case .fonts: fontControl(word, number)
        case .styles: styleControl(word, number)
        case nil:
            if let scalar = Self.characters[word] {
                append(scalar)
            } else if !documentControl(word, number) {
                paragraphControl(word, number)
            }
        }
    }

    /// Groups whose text is none of the document's, whether or not they are marked as such.
    private static let skipped: Set<String> = [
        "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "footnote",
        "annotation", "atnid", "atnauthor", "atnref", "atntime", "atndate", "fldinst", "colortbl", "filetbl",
        "listtable",
        "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata", "datastore", "latentstyles",
        "objdata", "objclass", "nonesttables", "listtext", "pntext", "pntxta", "pntxtb", "shprslt", "sp", "tc", "xe",
        "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "nonshppict",
        "mmathPr", "do", "background", "nextfile", "ud",
    ]

    private static let characters: [String: Unicode.Scalar] = [
        "tab": "\t", "line": "\n", "lbr": "\n", "softline": "\n", "page": "\n", "column": "\n",
        "emdash": "\u{2014}", "endash": "\u{2013}", "emspace": "\u{2003}", "enspace": "\u{2002}", "qmspace": "\u{2005}",
        "bullet": "\u{2022}", "lquote": "\u{2018}", "rquote": "\u{2019}", "ldblquote": "\u{201C}",
        "rdblquote": "\u{201D}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
    ]

    // MARK: - The document and its characters

    /// Whether the word was one of those that hold for the document or for characters.
    private mutating func documentControl(_ word: String, _ number: Int?) -> Bool {
        switch word {
        case "u": unicode(number ?? 0)
        case "f": state.font = number
        case "plain": (state.font, state.isHidden, state.isDeleted) = (nil, false, false)
        case "v": state.isHidden = number != 0
        case "deleted": state.isDeleted = number != 0
        case "fonttbl": state.table = .fonts
        case "stylesheet": state.table = .styles
        case "deff": defaultFont = number
        case "ansi": defaultPage = 1_252
        case "mac": defaultPage = 10_000
        case "pc": defaultPage = 437
        case "pca": defaultPage = 850
        case "ansicpg": if let number, number > 0 { defaultPage = number }
        case "shptxt":
            state.outside = text
            text = ParagraphText()
        default: return false
        }
        return true
    }

    // MARK: - Paragraphs

    private mutating func paragraphControl(_ word: String, _ number: Int?) {
        switch word {
        // The end of a paragraph that was deleted joins it with the next.
        case "par", "sect": if !state.isDeleted { endParagraph() }
        case "pard": (style, outlineLevel, isInTable) = (nil, nil, false)
        case "s": style = number
        case "outlinelevel": outlineLevel = number
        case "intbl": isInTable = true
        case "cell":
            isInTable = true
            endParagraph()
            cell.column += 1
        case "nestcell": endParagraph()
        case "row":
            cell.row += 1
            cell.column = 0
        default: break
        }
    }

    /// Ends the paragraph that is open; those that are empty count, since they part others.
    mutating func endParagraph() {
        if !isInTable, cell.row > 0 || cell.column > 0 {
            cell = DocumentParagraph.Cell(table: cell.table + 1, row: 0, column: 0)
        }
        let name = style.flatMap { styleNames[$0] }
        var level = outlineLevel ?? style.flatMap { styleLevels[$0] }
        level = level.flatMap { (0..<9).contains($0) ? $0 + 1 : nil }
        if level == nil, outlineLevel == nil, let name {
            level = name.lowercased() == "title" ? 0 : DOCXStyles.headingLevel(ofName: name)
        }
        let paragraph = DocumentParagraph(
            text.string, style: style.flatMap { $0 == 0 ? nil : name ?? "s\($0)" }, headingLevel: level,
            cell: isInTable ? cell : nil)
        text = ParagraphText()
        // A table of contents repeats the headings.
        if name?.lowercased().hasPrefix("toc ") != true { paragraphs.append(paragraph) }
    }

    // MARK: - Tables at the head

    private mutating func fontControl(_ word: String, _ number: Int?) {
        switch word {
        case "f":
            state.entry = number ?? 0
            fonts[state.entry] = Font()
        case "fcharset":
            fonts[state.entry]?.isSymbol = number == 2
            if let page = CodePage.number(ofCharacterSet: number ?? 0) { fonts[state.entry]?.page = page }
        case "cpg": if let number, number > 0 { fonts[state.entry]?.page = number }
        default: break
        }
    }

    private mutating func styleControl(_ word: String, _ number: Int?) {
        switch word {
        case "s": state.entry = number ?? 0
        // Styles of characters, sections and tables are numbered apart.
        case "cs", "ds", "ts": state.isSkipped = true
        case "outlinelevel": styleLevels[state.entry] = number
        default: break
        }
    }

    /// Takes a byte of the name of a font or style, which ends with a semicolon.
    mutating func tableText(_ byte: UInt8) {
        guard !state.isSkipped, byte != UInt8(ascii: ";"), byte < 0x80 else { return }
        let letter = Character(Unicode.Scalar(byte))
        switch state.table {
        case .fonts: fonts[state.entry]?.name.append(letter)
        case .styles: styleNames[state.entry, default: ""].append(letter)
        case nil: break
        }
    }
}
