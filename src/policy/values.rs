//! Values of a form of their own: periods, dates, hours, addresses.

use std::fmt;
use std::ops::Deref;

use crate::policy::json::Value;
use crate::policy::reader::{Read, Reader};

/// A period of days, weeks, months and years (ISO 8601, such as `P90D` or `P2Y`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Whole years.
    pub years: u32,
    /// Whole months.
    pub months: u32,
    /// Whole weeks.
    pub weeks: u32,
    /// Whole days.
    pub days: u32,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u32,
    /// The month, from 1.
    pub month: u32,
    /// The day, from 1.
    pub day: u32,
}

/// A stretch of a day, such as `08:00-16:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Where it begins, in minutes after midnight.
    pub start: u32,
    /// Where it ends, in minutes after midnight; at most 24:00.
    pub end: u32,
}

impl Period {
    fn parse(text: &str) -> Option<Period> {
        let mut period = Period { years: 0, months: 0, weeks: 0, days: 0 };
        let mut rest = text.strip_prefix('P')?;
        for (unit, count) in
            [('Y', &mut period.years), ('M', &mut period.months), ('W', &mut period.weeks), ('D', &mut period.days)]
        {
            if let Some((number, after)) = rest.split_once(unit) {
                *count = digits(number, 1, 4).filter(|it| *it > 0 && !number.starts_with('0'))?;
                rest = after;
            }
        }
        (rest.is_empty() && text.len() > 1).then_some(period)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (count, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        Ok(())
    }
}

impl Date {
    fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4, 4)?;
        let month = digits(parts.next()?, 2, 2)?;
        let day = digits(parts.next()?, 2, 2)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (parts.next().is_none() && year > 0 && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Interval {
    fn parse(text: &str) -> Option<Interval> {
        let (start, end) = text.split_once('-')?;
        let minutes = |text: &str| {
            let (hours, minutes) = text.split_once(':')?;
            let minutes = digits(minutes, 2, 2).filter(|it| *it < 60)?;
            Some(digits(hours, 2, 2)? * 60 + minutes).filter(|it| *it <= 24 * 60)
        };
        let interval = Interval { start: minutes(start)?, end: minutes(end)? };
        (interval.start < interval.end).then_some(interval)
    }
}

/// The number that the text is, if it consists of `min` to `max` digits.
fn digits(text: &str, min: usize, max: usize) -> Option<u32> {
    let fits = (min..=max).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Declares types that are read from a text of a certain form.
macro_rules! forms {
    ($($name:ident, $form:literal, $pattern:literal, $parse:expr;)+) => {
        $(impl Read for $name {
            fn read(value: &Value<'_>, reader: &mut Reader) -> Option<Self> {
                reader.formed(value, $form, $parse)
            }

            #[cfg(feature = "cli")]
            fn schema(schema: &mut crate::policy::schema::Schema) -> serde_json::Value {
                schema.define(stringify!($name), |_| serde_json::json!({
                    "type": "string",
                    "pattern": $pattern,
                    "description": concat!("It's ", $form, "."),
                }))
            }
        })+
    };
}

/// Declares texts of a certain form.
macro_rules! formed_texts {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        $($(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub(crate) String);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        })+
    };
}

formed_texts! {
    /// The short name of a policy.
    Id,
    /// The version of a policy.
    Version,
    /// A web address.
    Url,
    /// An e-mail address.
    EmailAddress,
    /// A telephone number as people write it.
    PhoneNumber,
    /// A time zone of the IANA database.
    TimeZone,
    /// A media type.
    MediaType,
    /// A shape of one's own: `#` is a digit, `@` a letter, everything else itself.
    Shape,
}

forms! {
    Period, "a period such as `P90D`, `P6W`, `P18M` or `P2Y`",
        "^P(?=[0-9])([1-9][0-9]{0,3}Y)?([1-9][0-9]{0,3}M)?([1-9][0-9]{0,3}W)?([1-9][0-9]{0,3}D)?$", Period::parse;
    Date, "a day of the calendar, such as `2026-03-31`",
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", Date::parse;
    Interval, "a stretch of a day, such as `08:00-16:30`",
        "^([01][0-9]|2[0-4]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$", Interval::parse;
    Id, "a short name in lower-case letters, digits and hyphens",
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", |it| is_id(it).then(|| Id(it.to_owned()));
    Version, "a version such as `1` or `1.2`",
        "^[0-9]+(\\.[0-9]+){0,2}$", |it| is_version(it).then(|| Version(it.to_owned()));
    Url, "a web address that begins with `https://`",
        "^https://[^\\s/]+\\.[^\\s]+$", |it| is_url(it).then(|| Url(it.to_owned()));
    EmailAddress, "an e-mail address",
        "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$", |it| is_email(it).then(|| EmailAddress(it.to_owned()));
    PhoneNumber, "a telephone number",
        "^\\+?[0-9]([0-9 ()-]*[0-9])?$", |it| is_phone(it).then(|| PhoneNumber(it.to_owned()));
    TimeZone, "a time zone such as `Europe/Oslo`",
        "^(UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_+-]+)+)$", |it| is_time_zone(it).then(|| TimeZone(it.to_owned()));
    MediaType, "a media type such as `image/png`",
        "^[a-z]+/[a-z0-9.+-]+$", |it| is_media_type(it).then(|| MediaType(it.to_owned()));
    Shape, "a shape of at least three characters with `#` for a digit or `@` for a letter, such as `S##-#####`",
        "^(?=.*[#@]).{3,}$", |it| is_shape(it).then(|| Shape(it.to_owned()));
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.split('-').all(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn is_version(text: &str) -> bool {
    text.split('.').count() <= 3 && text.split('.').all(|it| digits(it, 1, 9).is_some())
}

pub(crate) fn is_url(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|it| it.split('/').next());
    host.is_some_and(|it| it.trim_matches('.').contains('.')) && !text.contains(char::is_whitespace)
}

pub(crate) fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let plain = |it: &str| !it.is_empty() && !it.contains(|c: char| c.is_whitespace() || c == '@');
    plain(name) && domain.contains('.') && domain.split('.').all(plain)
}

pub(crate) fn is_phone(text: &str) -> bool {
    let number = text.strip_prefix('+').unwrap_or(text);
    let at_ends = number.starts_with(|c: char| c.is_ascii_digit()) && number.ends_with(|c: char| c.is_ascii_digit());
    at_ends && number.bytes().all(|it| it.is_ascii_digit() || b" ()-".contains(&it))
}

fn is_time_zone(text: &str) -> bool {
    let part = |it: &str| {
        it.starts_with(|c: char| c.is_ascii_uppercase())
            && it.len() > 1
            && it.bytes().all(|b| b.is_ascii_alphabetic() || b"_+-".contains(&b))
    };
    text == "UTC" || (text.contains('/') && text.split('/').all(part))
}

fn is_media_type(text: &str) -> bool {
    let plain = |it: &str| {
        !it.is_empty() && it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".+-".contains(&b))
    };
    text.split_once('/').is_some_and(|it| plain(it.0) && plain(it.1))
}

fn is_shape(text: &str) -> bool {
    text.contains(['#', '@']) && text.chars().count() >= 3
}

#[cfg(test)]
mod tests {
    use super::{Date, Interval, Period, is_email, is_phone, is_time_zone, is_url};

    #[test]
    fn periods_are_strict() {
        let period = |text| Period::parse(text).map(|it| (it.years, it.months, it.weeks, it.days));
        assert_eq!(period("P90D"), Some((0, 0, 0, 90)));
        assert_eq!(period("P2Y"), Some((2, 0, 0, 0)));
        assert_eq!(period("P1Y6M2W3D"), Some((1, 6, 2, 3)));
        for wrong in [
            "", "P", "90D", "P90", "P0D", "P090D", "P-1D", "P1.5Y", "PT5H", "P1D2Y", "p90d", "P90D ", "P99999D",
            "P1Y1Y",
        ] {
            assert_eq!(period(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_period_prints_as_it_was_written() {
        assert_eq!(Period::parse("P1Y6M3D").unwrap().to_string(), "P1Y6M3D");
    }

    #[test]
    fn dates_follow_the_calendar() {
        for right in ["2024-02-29", "2000-02-29", "2026-12-31", "2026-04-30"] {
            assert_eq!(Date::parse(right).unwrap().to_string(), right);
        }
        for wrong in [
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "2026-01-00",
            "26-01-01",
            "2026-01-01-01",
            "0000-01-01",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_lie_within_a_day_and_end_after_they_begin() {
        assert_eq!(Interval::parse("08:00-16:30"), Some(Interval { start: 480, end: 990 }));
        assert_eq!(Interval::parse("00:00-24:00"), Some(Interval { start: 0, end: 1440 }));
        for wrong in [
            "8:00-16:00",
            "16:00-08:00",
            "08:00-08:00",
            "08:60-09:00",
            "20:00-24:01",
            "08:00",
            "08.00-16.00",
            "08:00-16:00-17:00",
        ] {
            assert_eq!(Interval::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn addresses_have_their_form() {
        assert!(
            is_email("support@prokom.example")
                && !is_email("support@prokom")
                && !is_email("a@b@c.dk")
                && !is_email("a@.dk")
        );
        assert!(is_phone("+45 12 34 56 78") && is_phone("112") && !is_phone("tlf 12") && !is_phone("12 "));
        assert!(
            is_url("https://kommune.example/chat")
                && !is_url("http://kommune.example")
                && !is_url("https://localhost/")
        );
        assert!(
            is_time_zone("Europe/Oslo")
                && is_time_zone("UTC")
                && !is_time_zone("CET")
                && !is_time_zone("Europe")
                && !is_time_zone("europe/oslo")
        );
    }
}
