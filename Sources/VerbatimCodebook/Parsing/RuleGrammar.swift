import VerbatimModel

/// A name that a rule, a list or a cue refers to, and where.
struct Reference {
    /// What is referred to.
    enum Target {
        case list, code
    }

    var target: Target
    var name: String
    var source: SourceRange
}

/// Reads what stands behind the colon of a rule, a list or a cue: recursive descent over ``RuleLexer``, one file for
/// each level of the language.
///
/// A fault does not end the reading: it is recorded, what it spoils is left out, and reading goes on, so that all
/// faults of a rule are reported in one go.
struct RuleGrammar {
    let text: SourceText
    let language: Language?
    /// The token that is looked at.
    private(set) var token: RuleToken
    /// How the next token is read.
    var mode: RuleLexer.Mode
    private var lexer: RuleLexer
    /// Where the token before ``token`` ends.
    private(set) var previousEnd: Int
    /// Brackets that are open around ``token``.
    var depth = 0
    /// The rule's scope, once it was read, with its place.
    var scope: (value: Scope, range: Range<Int>)?
    /// Whether a fault about the place of the scope was reported.
    var hasMisplacedScope = false
    /// The lists and codes that were referred to, also in what is otherwise faulty.
    var references: [Reference] = []

    /// Brackets nested deeper than this are an error: nobody can read them.
    static let maximalDepth = 64

    /// A reader of `text` from `offset` on.
    init(_ text: SourceText, from offset: Int, language: Language?, mode: RuleLexer.Mode) {
        self.text = text
        self.language = language
        self.mode = mode
        lexer = RuleLexer(text, from: offset)
        token = lexer.next(mode)
        previousEnd = offset
    }

    /// What is wrong with what was read so far.
    var faults: [Fault] {
        get { lexer.faults }
        set { lexer.faults = newValue }
    }

    /// Goes on to the next token.
    mutating func advance() {
        previousEnd = token.range.upperBound
        token = lexer.next(mode)
    }

    /// Goes on to the next token where the present one is of the given kind.
    mutating func advance(past kind: RuleToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    /// The text of the present token.
    var tokenText: String { text.string(token.range) }

    /// Records an error at the present token.
    mutating func error(_ identifier: String, _ message: String, suggestion: String? = nil) {
        error(identifier, message, at: token.range, suggestion: suggestion)
    }

    /// Records an error at a range.
    mutating func error(_ identifier: String, _ message: String, at range: Range<Int>, suggestion: String? = nil) {
        faults.error(identifier, message, at: text.source(range), suggestion: suggestion)
    }

    /// Goes on to the bracket that closes the one before the present token, and past it.
    mutating func skipPastClosing() {
        skip(to: [.close])
        if token.kind == .close { advance() }
    }

    /// Goes on to the next comma outside brackets, or to the end.
    mutating func skipToComma() { skip(to: [.comma]) }

    /// Goes on to the next token of the given kinds outside brackets that open on the way, or to the end.
    mutating func skip(to kinds: [RuleToken.Kind]) {
        var open = 0
        while token.kind != .end {
            if open == 0, kinds.contains(token.kind) { return }
            if token.kind == .open { open += 1 }
            if token.kind == .close { open = max(0, open - 1) }
            advance()
        }
    }

    /// Goes past the bracket that closes a list opened at `opening`; a missing one is a fault.
    mutating func close(_ opening: Range<Int>) {
        if token.kind == .close {
            advance()
            return
        }
        switch token.kind {
        case .end:
            error("unclosed-bracket", "this bracket is never closed: put ')' where it ends", at: opening)
        case .comma:
            error(
                "unexpected-comma",
                "a comma cannot stand in these brackets: join terms with 'or', 'and' or near/N, and "
                    + "write guards behind the whole expression")
            skipPastClosing()
        case .bad: skipPastClosing()
        default:
            error(
                "unexpected-token", "'\(tokenText)' cannot stand here, inside brackets: close them with ')' before it")
            skipPastClosing()
        }
    }
}
