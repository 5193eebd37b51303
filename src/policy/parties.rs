//! Who is behind the chat, on what basis, and where the citizen can turn.

use crate::policy::lists::List;
use crate::policy::object::object;
use crate::policy::texts::{Name, Texts};
use crate::policy::values::{EmailAddress, PhoneNumber, Url};
use crate::policy::words::{Country, Ground, Owner, Role, Section, Statement};

object! {
    /// An organisation: controller, processor or sub-processor.
    Party {
        /// Its name.
        name: Name,
        /// Its company number, as the organisation writes it.
        company_number: Option<String> = None,
        /// The country where it's registered.
        country: Option<Country> = None,
        /// Its postal address.
        address: Option<String> = None,
        /// The country where its servers stand.
        hosting: Option<Country> = None,
        /// Whether there is an agreement on data processing with it. Without it: the notice doesn't say.
        agreement: Option<bool> = None,
        /// What it does with the data, for the citizen.
        text: Option<Texts> = None,
    }
}

object! {
    /// Where the citizen can turn with questions about personal data.
    Contact {
        /// Whom the contact speaks for.
        role: Role,
        /// The organisation or office.
        organisation: Option<Name> = None,
        /// The person, only where the organisation itself names one in public.
        person: Option<String> = None,
        /// The postal address.
        post: Option<String> = None,
        /// The telephone number.
        phone: Option<PhoneNumber> = None,
        /// The e-mail address.
        email: Option<EmailAddress> = None,
        /// The web page.
        web: Option<Url> = None,
        /// More about it, for the citizen.
        text: Option<Texts> = None,
    }
}

object! {
    /// A basis in law for using the data.
    LegalBasis {
        /// The ground in article 6(1) of the GDPR. Without it: the organisation doesn't name one.
        ground: Option<Ground> = None,
        /// The law and paragraph, for the citizen.
        law: Option<Texts> = None,
        /// The basis in a sentence, for the citizen.
        text: Texts,
    }
}

object! {
    /// The supervisory authority.
    Authority {
        /// Its name.
        name: Name,
        /// Its web page.
        web: Option<Url> = None,
    }
}

object! {
    /// A transfer to a country outside the EEA, or to an international organisation.
    Transfer {
        /// Where to.
        to: Texts,
        /// What protects the data there.
        safeguard: Texts,
    }
}

object! {
    /// How the data are protected.
    Security {
        /// Data on paper. An empty list: there are none.
        manual: List<Texts> = List(Vec::new()),
        /// Data in computers.
        electronic: List<Texts> = List(Vec::new()),
    }
}

object! {
    /// What the record of processing activities (article 30) says beside the other keys.
    Register {
        /// The name of the register.
        name: Texts,
        /// The groups of people whose data are in it.
        groups: List<Texts, 1>,
        /// What it holds.
        content: List<Texts, 1>,
        /// Where the data come from.
        sources: List<Texts, 1>,
    }
}

object! {
    /// A link to a longer policy of the organisation.
    GeneralPolicy {
        /// What it's called, for the citizen.
        label: Texts,
        /// Its web address.
        url: Url,
    }
}

object! {
    /// Something that the organisation's own notice says and that no other key holds.
    Claim {
        /// What is said.
        statement: Statement,
        /// The words of the notice, exactly.
        quote: String,
        /// Who has to keep it: `page` (Slør in the browser), `vendor` or `controller`.
        owner: Owner,
    }
}

object! {
    /// A paragraph of one's own in the privacy notice.
    FreeText {
        /// The section that it stands in.
        section: Section,
        /// The paragraph.
        text: Texts,
    }
}
