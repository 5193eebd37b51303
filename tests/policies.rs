//! The policy files load and say what the notices say.
#![allow(clippy::unwrap_used, clippy::panic)]

mod files;

use files::{FIVE, policy};
use slor::policy::{Cookies, Country, Device, Icon, IpAddress, Metadata, Policy, Right, Storage, Unread};
use slor::{Action, Category, Language, Purpose, Scope};

fn warnings(policy: &Policy) -> Vec<String> {
    policy.warnings().iter().map(|it| format!("{}: {}", it.path, it.message)).collect()
}

fn disclosed(policy: &Policy) -> Vec<Category> {
    Category::ALL.iter().copied().filter(|it| policy.scope(*it) == Scope::Disclosed).collect()
}

fn kept(policy: &Policy, purpose: Option<Purpose>) -> Vec<Category> {
    Category::ALL.iter().copied().filter(|it| policy.action(*it, purpose) == Action::Keep).collect()
}

#[test]
fn everything_is_redacted_but_dates_and_addresses() {
    let policy = policy("everything");
    assert_eq!(kept(&policy, None), [Category::Date, Category::Address]);
    assert_eq!(disclosed(&policy), [Category::Gender]);
    assert_eq!(policy.min_digits(), 6);
    assert_eq!(policy.reads(), Language::ALL);
    assert_eq!(policy.languages(), [Language::En]);
    assert!(Category::ALL.iter().all(|it| policy.file().categories().get(*it).is_some()), "each is there by name");
}

#[test]
fn without_a_file_everything_is_redacted_wherever_it_is_found() {
    let policy = Policy::strict();
    assert_eq!(kept(&policy, None), []);
    assert_eq!(disclosed(&policy), []);
    assert_eq!((policy.min_digits(), policy.reads(), policy.unread()), (6, Language::ALL, Unread::Refuse));
}

#[test]
fn each_of_the_five_loads_under_its_name_and_reads_all_six_languages() {
    for id in FIVE {
        let policy = policy(id);
        assert_eq!(policy.id(), id);
        assert_eq!(policy.reads(), Language::ALL);
        assert_eq!(policy.unread(), Unread::Refuse);
        assert!(!policy.file().other_ways().is_empty());
    }
}

#[test]
fn they_speak_the_languages_of_their_readers() {
    let languages = |id| policy(id).languages().to_vec();
    assert_eq!(languages("kommune-kiri"), [Language::Da]);
    assert_eq!(languages("kommun-kim"), [Language::Sv]);
    assert_eq!(languages("prokom"), [Language::Nb, Language::Nn]);
    assert_eq!(languages("migri"), [Language::Sv, Language::Fi, Language::En]);
    assert_eq!(languages("cellbes"), [Language::Da]);
}

#[test]
fn the_thresholds_are_those_of_the_notices() {
    let digits = FIVE.map(|id| policy(id).min_digits());
    assert_eq!(digits, [7, 7, 6, 6, 6]);
}

#[test]
fn what_no_notice_promises_is_kept_by_name_and_nothing_else() {
    use Category::{Address, Date, Nationality};
    for id in ["kommune-kiri", "kommun-kim", "prokom"] {
        assert_eq!(kept(&policy(id), None), [Date, Address], "{id}");
    }
    assert_eq!(kept(&policy("migri"), None), [Nationality, Address]);
}

#[test]
fn scopes_follow_the_words_of_the_notices() {
    use Category::{Gender, Politics, Religion, Sexuality};
    assert_eq!(disclosed(&policy("kommune-kiri")), [Gender, Sexuality, Politics, Religion]);
    assert_eq!(disclosed(&policy("kommun-kim")), [Gender, Sexuality, Politics]);
    assert_eq!(disclosed(&policy("prokom")), [Gender, Sexuality, Politics]);
    assert_eq!(disclosed(&policy("migri")), [Gender]);
    assert_eq!(disclosed(&policy("cellbes")), [Gender]);
}

#[test]
fn cellbes_keeps_what_it_answers_with_for_the_answer_alone() {
    use Category::{Address, Date, Email, Reference};
    let policy = policy("cellbes");
    assert_eq!(kept(&policy, Some(Purpose::Answer)), [Date, Email, Address, Reference]);
    for purpose in [None, Some(Purpose::Improve), Some(Purpose::Statistics)] {
        assert_eq!(kept(&policy, purpose), [Date], "{purpose:?}");
    }
}

#[test]
fn a_purpose_that_the_policy_does_not_name_gets_the_strictest_view() {
    let policy = policy("cellbes");
    assert_eq!(kept(&policy, Some(Purpose::Training)), kept(&policy, None));
}

#[test]
fn talks_are_stored_as_long_as_the_notices_say() {
    let period = |id| policy(id).file().retention().bot().period().map(|it| it.to_string());
    assert_eq!(FIVE.map(period), ["P90D", "P21D", "P21D", "P2Y", "P90D"].map(|it| Some(it.to_owned())));
    let (migri, cellbes, prokom) = (policy("migri"), policy("cellbes"), policy("prokom"));
    assert_eq!(migri.file().retention().agent().unwrap().period().unwrap().to_string(), "P2Y");
    assert!(cellbes.file().retention().agent().unwrap().until_asked());
    assert!(prokom.file().retention().agent().is_none());
    let excerpts = prokom.file().retention().excerpts().unwrap();
    assert!(excerpts.purposes().iter().eq([Purpose::Improve, Purpose::Research]));
}

#[test]
fn deletion_leaves_only_what_prokom_says() {
    use Metadata::{Device, Time, Topic};
    let left = |id| policy(id).file().deletion().leaves().iter().collect::<Vec<_>>();
    assert_eq!(left("prokom"), [Topic, Time, Device]);
    for id in ["kommune-kiri", "kommun-kim", "migri", "cellbes"] {
        assert_eq!(left(id), [], "{id}");
    }
    assert_eq!(FIVE.map(|id| policy(id).file().deletion().offered()), [true, true, true, false, true]);
}

#[test]
fn metadata_are_those_of_the_notices() {
    use Metadata::{Browser, Page, Time};
    let fields = |id| policy(id).file().metadata().fields().iter().collect::<Vec<_>>();
    assert_eq!(fields("kommune-kiri"), [Time, Metadata::Device, Browser]);
    assert_eq!(fields("kommun-kim"), [Time, Metadata::Device, Browser]);
    assert_eq!(fields("prokom"), [Time, Metadata::Device, Browser, Page]);
    assert_eq!((fields("migri"), fields("cellbes")), (vec![], vec![]));
    let devices = |id| policy(id).file().metadata().devices().iter().collect::<Vec<_>>();
    assert_eq!(devices("kommune-kiri"), [Device::Computer, Device::Handheld]);
    assert_eq!(devices("kommun-kim"), [Device::Computer, Device::Tablet, Device::Phone]);
    assert_eq!(devices("prokom"), [Device::Computer, Device::Tablet, Device::Phone]);
}

#[test]
fn storage_on_the_device_is_what_the_notices_allow() {
    let storage = |id| {
        let policy = policy(id);
        (policy.file().storage().cookies(), policy.file().storage().talk())
    };
    assert_eq!(storage("prokom"), (Some(Cookies::None), Storage::Memory));
    assert_eq!(storage("kommune-kiri"), (Some(Cookies::Technical), Storage::Session));
    for id in ["kommun-kim", "migri", "cellbes"] {
        assert_eq!(storage(id), (None, Storage::Memory), "{id}");
    }
}

#[test]
fn the_menu_has_the_icon_and_words_of_the_notices() {
    let delete = |id, language| {
        let policy = policy(id);
        policy.file().menu().unwrap().labels().unwrap().delete().unwrap().get(language).to_owned()
    };
    assert_eq!(delete("kommune-kiri", Language::Da), "Slet samtalen");
    assert_eq!(delete("kommun-kim", Language::Sv), "Radera samtal");
    assert_eq!(delete("prokom", Language::Nb), "Slett samtalen");
    let icon = |id| policy(id).file().menu().map(|it| it.icon());
    let question = Some(Icon::Question);
    assert_eq!(FIVE.map(icon), [question, question, question, None, Some(Icon::Gear)]);
    assert!(policy("cellbes").file().download().unwrap().offered());
}

#[test]
fn the_parties_are_those_of_the_notices() {
    let kiri = policy("kommune-kiri");
    assert_eq!(kiri.file().processors().get(0).unwrap().company_number(), Some("33 96 35 56"));
    for id in ["kommune-kiri", "prokom"] {
        let policy = policy(id);
        let boost = policy.file().sub_processors().get(0).unwrap();
        assert_eq!(boost.name().get(Language::Da), "Boost AI AS");
        assert_eq!(boost.company_number().unwrap().replace(' ', ""), "917362394");
        assert_eq!(boost.hosting(), Some(Country::Ie));
    }
    let ip = FIVE.map(|id| policy(id).file().ip_address());
    let encrypted = Some(IpAddress::Encrypted);
    assert_eq!(ip, [encrypted, encrypted, encrypted, None, None]);
    let kim = policy("kommun-kim");
    for right in [Right::Access, Right::Rectification, Right::Erasure, Right::Restriction, Right::Objection] {
        assert!(kim.file().rights().contains(right), "{right:?}");
    }
    assert!(kim.file().authority().is_some());
}

#[test]
fn public_numbers_and_addresses_are_exact_exceptions() {
    let texts = |id| policy(id).exceptions().iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts("migri"), ["0295 430 431"]);
    assert_eq!(texts("prokom"), ["support@prokom.no"]);
    assert_eq!(policy("migri").exceptions()[0].category, Some(Category::Phone));
}

#[test]
fn what_a_notice_promises_to_mask_is_never_given_back() {
    let given = |id| {
        let policy = policy(id);
        Category::ALL.iter().copied().filter(|it| policy.gives_back(*it)).collect::<Vec<_>>()
    };
    assert_eq!(given("prokom"), []);
    assert_eq!(given("migri"), []);
    for id in ["kommune-kiri", "kommun-kim", "cellbes"] {
        assert_eq!(given(id), [Category::Name], "{id}");
    }
}

#[test]
fn double_roles_and_contradictions_are_warned_of() {
    assert_eq!(warnings(&policy("kommun-kim")), [""; 0]);
    assert_eq!(
        warnings(&policy("cellbes")),
        ["processors.0: `Kindly AI` is a controller too: it can't be both for the same data"]
    );
    assert_eq!(
        warnings(&policy("prokom")),
        [
            &lacking("`rights`"),
            "claims.0: masking alone makes nobody anonymous: the notice must not say so",
            "claims.1: nothing is said to be stored permanently, but talks are stored for P21D, and excerpts of them \
             without a limit",
        ]
    );
}

#[test]
fn personal_data_that_are_said_not_to_be_used_and_are_kept_are_warned_of() {
    let text = files::text("cellbes");
    let warned = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        warnings(&Policy::parse(&text.replace(from, to)).unwrap()).split_off(1)
    };
    let kept = |purpose, category| {
        let said = "no personal data are said to be used for";
        [format!("claims.1: {said} `{purpose}`, but `{category}` is kept for it")]
    };
    assert_eq!(warned("\"redact\": [\"address\"]", "\"redact\": []"), kept("improve", "address"));
    let used = "\"keep\": { \"name\": { \"da\": \"Navne skal bruges.\" } }, \"redact\": [\"address\"]\n    }\n";
    assert_eq!(warned("\"redact\": [\"address\"]\n    }\n", used), kept("statistics", "name"));
}

fn lacking(keys: &str) -> String {
    format!(": article 13 asks a notice for {keys}, or for a link to a `general_policy` that has them")
}

#[test]
fn a_notice_that_leaves_out_what_article_13_asks_for_is_warned_of() {
    for id in ["kommune-kiri", "migri", "everything"] {
        assert_eq!(warnings(&policy(id)), [lacking("`legal_basis` and `rights`")], "{id}");
    }
    let link = "\"general_policy\": { \"label\": { \"en\": \"Privacy\" }, \"url\": \"https://kommune.example/privacy\" }, \"controllers\"";
    let text = files::text("everything").replace("\"controllers\"", link);
    assert_eq!(warnings(&Policy::parse(&text).unwrap_or_else(|errors| panic!("{errors}"))), [""; 0]);
    let (before, after) = files::text("kommun-kim").split_once("\"legal_basis\"").unwrap();
    let after = after.split_once("\"rights\"").unwrap().1;
    let text = format!("{before}\"rights\"{after}");
    assert_eq!(warnings(&Policy::parse(&text).unwrap()), [lacking("`legal_basis`")]);
}

/// What is warned of in a policy after some changes, beside what was there before.
fn warned_after(id: &str, changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = files::text(id).to_owned();
    let before = warnings(&policy(id));
    for (from, to) in changes {
        assert!(text.contains(from), "{id}: {from}");
        text = text.replacen(from, to, 1);
    }
    let after = warnings(&Policy::parse(&text).unwrap_or_else(|errors| panic!("{errors}")));
    after.into_iter().filter(|it| !before.contains(it)).collect()
}

#[test]
fn contradictions_of_the_notice_are_warned_of() {
    let none = "`US`: the servers stand outside the EEA, but `transfers` says that there are none";
    let silent = "`US`: the servers stand outside the EEA, but no `transfers` say what protects the data there";
    let name = (
        "\"category\": \"email\",\n          \"required\": false",
        "\"category\": \"name\",\n          \"required\": true",
    );
    let order = (
        "\"category\": \"reference\",\n          \"required\": false",
        "\"category\": \"reference\",\n          \"required\": true",
    );
    let asks = ("\"no_identification\"", "\"no_personal_data_asked\"");
    let bot = "\"bot\": { \"period\": \"P90D\" },";
    let excerpts = |period| format!("{bot} \"excerpts\": {{ \"purposes\": [\"improve\"], \"period\": \"{period}\" }},");
    let shapes = "\"shapes\": [{ \"pattern\": \"@@#########@@\", \"category\": \"reference\" }";
    let shape = format!("{shapes}, {{ \"pattern\": \"@@#########@@\", \"category\": \"number\" }}");
    let terms =
        "\"terms\": [{ \"text\": \"Kim\", \"category\": \"name\" }, { \"text\": \"kim\", \"category\": \"name\" }], ";
    let terms = format!("{terms}{shapes}");
    let long = |period: &str| format!("\"bot\": {{ \"period\": \"{period}\" }},");
    type Case<'c> = (&'c str, &'c [(&'c str, &'c str)], &'c [String]);
    let cases: [Case<'_>; 15] = [
        ("migri", &[("\"transfers\": [],", "\"transfers\": [], \"processors\": [{ \"name\": \"X\", \"hosting\": \"US\" }],")], &[format!("processors.0.hosting: {none}")]),
        ("prokom", &[("\"hosting\": \"IE\"", "\"hosting\": \"US\"")], &[format!("sub_processors.0.hosting: {silent}")]),
        ("prokom", &[("\"hosting\": \"IE\"", "\"hosting\": \"AX\"")], &[]),
        ("cellbes", &[name], &["claims.0: nobody is said to have to identify themselves, but the field `email` of the form before the queue must be filled in".to_owned()]),
        ("cellbes", &[order], &[]),
        ("cellbes", &[order, asks], &["claims.0: the chat is said not to ask for personal data, but the field `order` of the form before the queue must be filled in".to_owned()]),
        ("cellbes", &[(bot, &excerpts("P30D"))], &["retention.excerpts.period: excerpts are said to be kept longer, for P30D, but talks are kept for P90D".to_owned()]),
        ("cellbes", &[(bot, &excerpts("P3M"))], &[]),
        ("kommun-kim", &[("\"authority\": { \"name\": \"Integritetsskyddsmyndigheten\", \"web\": \"https://www.imy.se\" },", "")], &["rights: there is a right of `complaint`, but no `authority` to complain to".to_owned()]),
        ("cellbes", &[(",\n    \"agent\": { \"until_asked\": true }", "")], &["handover: people answer in this chat, but `retention.agent` doesn't say how long talks with them are stored".to_owned()]),
        ("cellbes", &[(shapes, &shape)], &["shapes.1: `@@#########@@` is there twice, as `reference` and as `number`".to_owned()]),
        ("cellbes", &[(shapes, &terms)], &["terms.1: `kim` is there twice".to_owned()]),
        ("cellbes", &[(bot, &long("P9000Y"))], &["retention.bot.period: P9000Y is more than ten years: is that meant?".to_owned()]),
        ("cellbes", &[(bot, &long("P120M"))], &[]),
        ("cellbes", &[(bot, &long("P3700D"))], &["retention.bot.period: P3700D is more than ten years: is that meant?".to_owned()]),
    ];
    for (id, changes, said) in cases {
        assert_eq!(warned_after(id, changes), said, "{id}: {changes:?}");
    }
}

#[test]
fn what_is_kept_stored_or_recorded_against_the_rest_of_the_file_is_warned_of() {
    let health = "\"health\": { \"action\": \"redact\", \"scope\": \"always\" }";
    let kept = "\"health\": { \"action\": \"keep\", \"reason\": { \"en\": \"Ours.\" } }";
    let answer = "\"answer\": {";
    let date = "\"answer\": { \"keep\": { \"date\": { \"en\": \"Ours.\" } },";
    let illness = "\"answer\": { \"keep\": { \"health\": { \"en\": \"Ours.\" } },";
    let talks = "\"bot\": { \"period\": \"P1D\" }";
    let people = "\"bot\": { \"period\": \"P1D\" }, \"agent\": { \"period\": \"P1D\" }";
    let special = "a special category (article 9) is kept";
    let cases = [
        (health, kept, format!("categories.health: {special}")),
        (answer, illness, format!("purposes.answer.keep.health: {special}")),
        (answer, date, "purposes.answer.keep.date: the category is kept for every purpose already".to_owned()),
        (
            "[\"da\", \"sv\", \"nb\", \"nn\", \"fi\", \"en\"]",
            "[\"da\"]",
            "reads: the chat speaks `en`, but personal data in it aren't recognised".to_owned(),
        ),
        (
            "\"talk\": \"memory\"",
            "\"talk\": \"session\"",
            "storage.talk: session storage falls under the same law as cookies, which the policy doesn't use"
                .to_owned(),
        ),
        (
            "\"offered\": true",
            "\"offered\": true, \"leaves\": [\"topic\", \"time\"]",
            "deletion.leaves: `time` is left, but `metadata` doesn't record it".to_owned(),
        ),
        (talks, people, "retention.agent: talks with people are stored, but nobody is handed over".to_owned()),
    ];
    for (from, to, said) in cases {
        assert_eq!(warned_after("everything", &[(from, to)]), [said], "{to}");
    }
}

#[test]
fn a_warning_has_its_place() {
    let policy = policy("cellbes");
    let text = files::text("cellbes");
    let line = text.lines().position(|it| it.contains("\"processors\"")).unwrap() as u32 + 2;
    assert_eq!((policy.warnings()[0].line, policy.warnings()[0].column), (line, 5));
}
