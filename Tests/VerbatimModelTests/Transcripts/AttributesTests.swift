import Testing
import VerbatimModel

@Suite struct AttributesTests {
    @Test func namesKeepTheOrderInWhichTheyWereGiven() {
        var attributes: Attributes = ["population": "migrant", "country": "Iraq"]
        attributes["age"] = "31"
        attributes["country"] = "Tunisia"
        #expect(attributes.names == ["population", "country", "age"])
        #expect(attributes["country"] == "Tunisia")
        #expect(attributes["gender"] == nil)
    }

    @Test func settingNilRemovesTheName() {
        var attributes: Attributes = ["country": "Iraq"]
        attributes["country"] = nil
        attributes["absent"] = nil
        #expect(attributes.isEmpty)
        #expect(attributes == Attributes())
    }

    @Test func mergingAddsOnlyWhatIsMissing() {
        let own: Attributes = ["country": "Iraq"]
        let merged = own.merging(missingFrom: ["kind": "interview", "country": "Turkey"])
        #expect(merged == ["country": "Iraq", "kind": "interview"])
    }
}

@Suite struct SpeakerRoleTests {
    @Test func nobodyBothAsksAndAnswers() {
        #expect(SpeakerRole.allCases.filter(\.asks) == [.interviewer, .moderator])
        #expect(SpeakerRole.allCases.filter(\.answers) == [.respondent, .interpreter])
    }
}
