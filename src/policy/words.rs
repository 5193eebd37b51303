//! The closed vocabularies of the policy file, beside those that it shares with the engine.

use serde::Serialize;

use crate::category::vocabulary;

vocabulary! {
    /// What becomes of a message that is mostly in a script that the engine doesn't read.
    Unread {
        /// It isn't sent, and the citizen is told why.
        Refuse = "refuse",
        /// The citizen is warned and may send it.
        Warn = "warn",
    }
}

vocabulary! {
    /// A piece of information about a talk that isn't what was said in it.
    Metadata {
        /// When the talk took place.
        Time = "time",
        /// What kind of device was used.
        Device = "device",
        /// The browser's name and major version.
        Browser = "browser",
        /// The address of the page where the talk began, without query and fragment.
        Page = "page",
        /// What the talk was about, where the chat platform gives that.
        Topic = "topic",
    }
}

vocabulary! {
    /// A kind of device.
    Device {
        /// A desktop or laptop.
        Computer = "computer",
        /// A tablet.
        Tablet = "tablet",
        /// A mobile telephone.
        Phone = "phone",
        /// A mobile telephone or tablet, where the two are not told apart.
        Handheld = "handheld",
    }
}

vocabulary! {
    /// How exactly a time is recorded.
    Precision {
        /// To the minute.
        Minute = "minute",
        /// To the hour.
        Hour = "hour",
        /// The day alone.
        Day = "day",
    }
}

vocabulary! {
    /// Which cookies, and similar storage on the citizen's device, are used.
    Cookies {
        /// None.
        None = "none",
        /// Technical ones only.
        Technical = "technical",
    }
}

vocabulary! {
    /// Where the page keeps the masked talk while it lasts.
    Storage {
        /// In memory: gone when the page is left.
        Memory = "memory",
        /// In the browser's session storage: gone when the tab is closed.
        Session = "session",
    }
}

vocabulary! {
    /// A corner of the window.
    Corner {
        /// At the top left.
        TopLeft = "top_left",
        /// At the top right.
        TopRight = "top_right",
        /// At the bottom left.
        BottomLeft = "bottom_left",
        /// At the bottom right.
        BottomRight = "bottom_right",
    }
}

vocabulary! {
    /// The icon of the chat's menu.
    Icon {
        /// A question mark.
        Question = "question",
        /// A gear.
        Gear = "gear",
    }
}

vocabulary! {
    /// The form of a downloaded talk.
    Format {
        /// Text for people.
        Text = "text",
        /// JSON for machines.
        Json = "json",
    }
}

vocabulary! {
    /// The chat platform that the messages go to.
    Adapter {
        /// The boost.ai Chat API.
        Boost = "boost",
        /// Kindly.
        Kindly = "kindly",
        /// The small documented contract for anybody's own bot.
        Http = "http",
        /// None: the demo bot in the page.
        Demo = "demo",
    }
}

vocabulary! {
    /// The ground in article 6(1) of the GDPR.
    Ground {
        /// (a) consent.
        Consent = "consent",
        /// (b) a contract.
        Contract = "contract",
        /// (c) a legal obligation.
        LegalObligation = "legal_obligation",
        /// (d) vital interests.
        VitalInterests = "vital_interests",
        /// (e) a task in the public interest, or the exercise of public authority.
        PublicInterest = "public_interest",
        /// (f) legitimate interests.
        LegitimateInterests = "legitimate_interests",
    }
}

vocabulary! {
    /// A right of the citizen under the GDPR.
    Right {
        /// Article 15: to know which data are processed, and to get them.
        Access = "access",
        /// Article 16: to have them corrected.
        Rectification = "rectification",
        /// Article 17: to have them erased.
        Erasure = "erasure",
        /// Article 18: to have their use restricted.
        Restriction = "restriction",
        /// Article 20: to take them along.
        Portability = "portability",
        /// Article 21: to object.
        Objection = "objection",
        /// Article 77: to complain to the supervisory authority.
        Complaint = "complaint",
    }
}

vocabulary! {
    /// Whom a contact speaks for.
    Role {
        /// The controller.
        Controller = "controller",
        /// The person who answers for the record of processing.
        ContactPerson = "contact_person",
        /// The data protection officer.
        DataProtectionOfficer = "data_protection_officer",
        /// The processor.
        Processor = "processor",
    }
}

vocabulary! {
    /// Another way to reach someone.
    Way {
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A place to go to.
        Visit = "visit",
        /// A web page.
        Web = "web",
    }
}

vocabulary! {
    /// What becomes of the citizen's IP address at the chat platform.
    IpAddress {
        /// It's encrypted, so that the talk can't be traced to the citizen.
        Encrypted = "encrypted",
        /// It isn't stored.
        NotStored = "not_stored",
    }
}

vocabulary! {
    /// Something that a notice says of the chat and that no other field of the policy holds.
    Statement {
        /// The citizen is anonymous.
        Anonymous = "anonymous",
        /// Nothing that the citizen writes is stored permanently.
        NothingStoredPermanently = "nothing_stored_permanently",
        /// What is masked is never stored.
        MaskedNeverStored = "masked_never_stored",
        /// Nobody needs to identify themselves.
        NoIdentification = "no_identification",
        /// The chat doesn't ask for personal data.
        NoPersonalDataAsked = "no_personal_data_asked",
        /// One's own case can't be dealt with in the chat.
        NoOwnCase = "no_own_case",
        /// The answers come from public sources.
        PublicAnswers = "public_answers",
        /// The citizen gets instructions for the chat.
        InstructionsGiven = "instructions_given",
        /// The whole talk is stored.
        WholeTalkStored = "whole_talk_stored",
        /// What is stored is written down during the talk itself.
        StoredDuringTalk = "stored_during_talk",
        /// A language model works on the questions.
        LanguageModel = "language_model",
        /// The law and the organisation's own guidelines are followed.
        LawFollowed = "law_followed",
        /// No personal data are used for improvement and statistics.
        NoPersonalDataInStatistics = "no_personal_data_in_statistics",
        /// The data aren't used for anything else.
        NoOtherUse = "no_other_use",
        /// A deleted talk can't be read afterwards.
        DeletedUnreadable = "deleted_unreadable",
    }
}

vocabulary! {
    /// Who has to keep a promise.
    Owner {
        /// Slør, in the citizen's browser.
        Page = "page",
        /// The supplier of the chat platform.
        Vendor = "vendor",
        /// The organisation itself.
        Controller = "controller",
    }
}

vocabulary! {
    /// A section of the privacy notice.
    Section {
        /// At the top: what the chat is.
        Introduction = "introduction",
        /// What is masked.
        Masking = "masking",
        /// IP address.
        IpAddress = "ip_address",
        /// What is stored of the talk, and how long.
        Content = "content",
        /// Deleting and downloading.
        Deletion = "deletion",
        /// Metadata.
        Metadata = "metadata",
        /// Cookies and storage.
        Storage = "storage",
        /// Why data are used.
        Purposes = "purposes",
        /// The legal basis.
        LegalBasis = "legal_basis",
        /// Talking to a person.
        Handover = "handover",
        /// Processors and hosting.
        Processors = "processors",
        /// Rights.
        Rights = "rights",
        /// Contact.
        Contact = "contact",
    }
}

vocabulary! {
    /// A country (ISO 3166-1): the EEA, its neighbours, and where large suppliers sit.
    Country {
        /// Denmark.
        Dk = "DK",
        /// The Faroe Islands.
        Fo = "FO",
        /// Greenland.
        Gl = "GL",
        /// Sweden.
        Se = "SE",
        /// Norway.
        No = "NO",
        /// Finland.
        Fi = "FI",
        /// Åland.
        Ax = "AX",
        /// Iceland.
        Is = "IS",
        /// Ireland.
        Ie = "IE",
        /// Germany.
        De = "DE",
        /// The Netherlands.
        Nl = "NL",
        /// Belgium.
        Be = "BE",
        /// Luxembourg.
        Lu = "LU",
        /// France.
        Fr = "FR",
        /// Austria.
        At = "AT",
        /// Poland.
        Pl = "PL",
        /// Estonia.
        Ee = "EE",
        /// Latvia.
        Lv = "LV",
        /// Lithuania.
        Lt = "LT",
        /// Spain.
        Es = "ES",
        /// Italy.
        It = "IT",
        /// Switzerland.
        Ch = "CH",
        /// The United Kingdom.
        Gb = "GB",
        /// The United States.
        Us = "US",
    }
}

vocabulary! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

vocabulary! {
    /// A time zone of the IANA database: those of the Nordic countries.
    TimeZone {
        /// Denmark.
        Copenhagen = "Europe/Copenhagen",
        /// Sweden.
        Stockholm = "Europe/Stockholm",
        /// Norway.
        Oslo = "Europe/Oslo",
        /// Svalbard.
        Longyearbyen = "Arctic/Longyearbyen",
        /// Finland.
        Helsinki = "Europe/Helsinki",
        /// Åland.
        Mariehamn = "Europe/Mariehamn",
        /// Iceland.
        Reykjavik = "Atlantic/Reykjavik",
        /// The Faroe Islands.
        Faroe = "Atlantic/Faroe",
        /// Greenland.
        Nuuk = "America/Nuuk",
        /// The same everywhere.
        Utc = "UTC",
    }
}
