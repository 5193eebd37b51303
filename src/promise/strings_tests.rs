//! The strings stand in the order of the vocabularies, and fill in as they should.

use super::strings::{Group, NAMES, Strings, key};
use crate::category::{Category, Language};
use crate::policy::{
    Corner, Country, Date, Device, Format, Ground, Icon, Metadata, Period, Precision, Right, Role, Statement, Weekday,
};

fn names(all: &[&'static str], prefix: &str, group: Group) {
    let expected: Vec<String> = all.iter().map(|it| format!("{prefix}_{}", it.to_lowercase())).collect();
    assert_eq!(NAMES[group.first()..group.first() + group.len()], expected);
}

macro_rules! groups {
    ($($vocabulary:ident $prefix:literal $group:ident,)+) => {
        $(names(&$vocabulary::ALL.iter().map(|it| it.name()).collect::<Vec<_>>(), $prefix, key::$group);)+
    };
}

#[test]
fn groups_follow_the_vocabularies() {
    groups! {
        Category "category" CATEGORY, Metadata "field" FIELD, Device "device" DEVICE, Precision "precision" PRECISION, Corner "corner" CORNER,
        Icon "icon" ICON, Format "format" FORMAT, Ground "ground" GROUND, Right "right" RIGHT, Role "role" ROLE, Weekday "weekday" WEEKDAY,
        Country "country" COUNTRY, Statement "claim" CLAIM, Corner "screen" SCREEN,
    }
}

#[test]
fn a_pack_that_is_cut_off_or_of_another_version_is_refused() {
    for (name, bytes) in Strings::files() {
        assert!(Strings::read(bytes).is_ok(), "{name}");
        assert!(Strings::read(&bytes[..bytes.len() - 8]).is_err(), "{name}");
        assert!(Strings::read(&[b"slor-notice 2", &bytes[13..]].concat()).is_err(), "{name}");
    }
}

#[test]
fn days_are_written_as_people_write_them() {
    let day = |language, month| Strings::embedded(language).unwrap().date(Date { year: 2026, month, day: 2 });
    assert_eq!(day(Language::Da, 3), "2. marts 2026");
    assert_eq!(day(Language::Sv, 1), "2 januari 2026");
    assert_eq!(day(Language::Nb, 12), "2. desember 2026");
    assert_eq!(day(Language::Fi, 6), "2. kesäkuuta 2026");
    assert_eq!(day(Language::En, 10), "2 October 2026");
}

#[test]
fn blanks_are_filled_once_and_periods_have_their_plural() {
    let strings = Strings::embedded(Language::En).unwrap();
    assert!(strings.fill(key::MACHINE, &[("bot", "{bot}")]).contains("{bot} is a computer program"));
    let period = |years, months, weeks, days| strings.period(Period { years, months, weeks, days });
    assert_eq!(period(0, 0, 0, 90), "90 days");
    assert_eq!(period(2, 1, 0, 0), "2 years, 1 month");
}
