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
        name: Name<'p>,
        /// Its company number, as the organisation writes it.
        company_number: Option<&'p str> = None,
        /// The country where it's registered.
        country: Option<Country> = None,
        /// Its postal address.
        address: Option<&'p str> = None,
        /// The country where its servers stand.
        hosting: Option<Country> = None,
        /// Whether there is an agreement on data processing with it. Without it: the notice doesn't say.
        agreement: Option<bool> = None,
        /// What it does with the data, for the citizen.
        text: Option<Texts<'p>> = None,
    }
}

object! {
    /// Where the citizen can turn with questions about personal data.
    Contact {
        /// Whom the contact speaks for.
        role: Role,
        /// The organisation or office.
        organisation: Option<Name<'p>> = None,
        /// The person, only where the organisation itself names one in public.
        person: Option<&'p str> = None,
        /// The postal address.
        post: Option<&'p str> = None,
        /// The telephone number.
        phone: Option<PhoneNumber<'p>> = None,
        /// The e-mail address.
        email: Option<EmailAddress<'p>> = None,
        /// The web page.
        web: Option<Url<'p>> = None,
        /// More about it, for the citizen.
        text: Option<Texts<'p>> = None,
    }
}

object! {
    /// A basis in law for using the data.
    LegalBasis {
        /// The ground in article 6(1) of the GDPR. Without it: the organisation doesn't name one.
        ground: Option<Ground> = None,
        /// The law and paragraph, for the citizen.
        law: Option<Texts<'p>> = None,
        /// The basis in a sentence, for the citizen.
        text: Texts<'p>,
    }
}

object! {
    /// The supervisory authority.
    Authority {
        /// Its name.
        name: Name<'p>,
        /// Its web page.
        web: Option<Url<'p>> = None,
    }
}

object! {
    /// A transfer to a country outside the EEA, or to an international organisation.
    Transfer {
        /// Where to.
        to: Texts<'p>,
        /// What protects the data there.
        safeguard: Texts<'p>,
    }
}

object! {
    /// How the data are protected.
    Security {
        /// Data on paper. An empty list: there are none.
        manual: List<'p, Texts<'p>> = List::EMPTY,
        /// Data in computers.
        electronic: List<'p, Texts<'p>> = List::EMPTY,
    }
}

object! {
    /// What the record of processing activities (article 30) says beside the other keys.
    Register {
        /// The name of the register.
        name: Texts<'p>,
        /// The groups of people whose data are in it.
        groups: List<'p, Texts<'p>, 1>,
        /// What it holds.
        content: List<'p, Texts<'p>, 1>,
        /// Where the data come from.
        sources: List<'p, Texts<'p>, 1>,
    }
}

object! {
    /// A link to a longer policy of the organisation.
    GeneralPolicy {
        /// What it's called, for the citizen.
        label: Texts<'p>,
        /// Its web address.
        url: Url<'p>,
    }
}

object! {
    /// Something that the organisation's own notice says and that no other key holds.
    Claim {
        /// What is said.
        statement: Statement,
        /// The words of the notice, exactly.
        quote: &'p str,
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
        text: Texts<'p>,
    }
}
