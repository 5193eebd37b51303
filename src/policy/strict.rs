//! The policy for when there is no file.

use crate::category::{Language, Purpose};
use crate::policy::chat::Bot;
use crate::policy::file::{Format1, PolicyFile};
use crate::policy::lists::{List, Set, Table};
use crate::policy::masking::{DigitCount, Digits};
use crate::policy::storage::{Deletion, DeviceStorage, Keeping, MetadataRecord, Retention};
use crate::policy::texts::{Name, Texts};
use crate::policy::values::{Date, Id, Version};
use crate::policy::words::{Precision, Storage, Unread};
use crate::policy::{Period, Policy};

impl Policy {
    /// The policy for when there is no file: everything is redacted, wherever it's found.
    pub fn strict() -> Policy {
        let text = |text: &str| Texts(Table(vec![(Language::En, text.to_owned())]));
        let file = PolicyFile {
            slor: Format1,
            id: Id("strict".to_owned()),
            version: Version("1".to_owned()),
            updated: Date { year: 2026, month: 1, day: 1 },
            title: text("Everything is masked"),
            languages: Set(vec![Language::En]),
            reads: Set(Language::ALL.to_vec()),
            bot: Bot { name: Name::Same("Slør".to_owned()), description: None, platform: None },
            hint: None,
            digits: Digits { more_than: None, at_least: Some(DigitCount(6)) },
            categories: Table(Vec::new()),
            purposes: Table(Vec::<(Purpose, _)>::new()),
            terms: List(Vec::new()),
            shapes: List(Vec::new()),
            exceptions: List(Vec::new()),
            unread: Unread::Refuse,
            ip_address: None,
            retention: Retention {
                bot: Keeping {
                    period: Some(Period { years: 0, months: 0, weeks: 0, days: 1 }),
                    until_asked: false,
                    purposes: Set(Vec::new()),
                    text: None,
                },
                agent: None,
                excerpts: None,
            },
            deletion: Deletion { offered: true, leaves: Set(Vec::new()), text: None },
            metadata: MetadataRecord {
                fields: Set(Vec::new()),
                devices: Set(Vec::new()),
                precision: Precision::Day,
                purposes: Set(Vec::new()),
                period: None,
                opt_out: true,
            },
            storage: DeviceStorage { cookies: None, talk: Storage::Memory, text: None },
            launcher: None,
            menu: None,
            download: None,
            files: None,
            handover: None,
            other_ways: List(Vec::new()),
            controllers: List(Vec::new()),
            processors: List(Vec::new()),
            sub_processors: List(Vec::new()),
            recipients: None,
            transfers: None,
            legal_basis: List(Vec::new()),
            rights: Set(Vec::new()),
            authority: None,
            contacts: List(Vec::new()),
            general_policy: None,
            register: None,
            security: None,
            claims: List(Vec::new()),
            texts: List(Vec::new()),
        };
        Policy { file, warnings: Vec::new() }
    }
}
