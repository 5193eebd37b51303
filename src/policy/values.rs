//! Values of a form of their own: periods, dates, hours, addresses.

use std::fmt;
use std::ops::Deref;

use crate::policy::form::{Field, Form, Formed, for_schema};
use crate::policy::json::{Kind, Value};

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
    const LEAST: Period = Period { years: 0, months: 0, weeks: 0, days: 0 };

    fn parse(text: &str) -> Option<Period> {
        let mut period = Period::LEAST;
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
    const LEAST: Date = Date { year: 1, month: 1, day: 1 };

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
    const LEAST: Interval = Interval { start: 0, end: 0 };

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

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole<const MIN: u32, const MAX: u32>(pub u32);

impl<'p, const MIN: u32, const MAX: u32> Field<'p> for Whole<MIN, MAX> {
    const FORM: &'static Form = &Form::Whole(MIN, MAX);

    fn view(value: Option<&'p Value>) -> Self {
        let number = match value.map(|it| &it.kind) {
            Some(Kind::Number(number)) => number.parse().ok(),
            _ => None,
        };
        Whole(number.unwrap_or(MIN))
    }
}

/// Declares what is written as a text of a certain form.
macro_rules! forms {
    ($($name:ident $(<$p:lifetime>)?, $form:literal, $pattern:literal, $is:expr, $view:expr;)+) => {
        $(impl<'p> Field<'p> for $name$(<$p>)? {
            const FORM: &'static Form = &Form::Formed(&Formed {
                name: for_schema(stringify!($name)),
                form: $form,
                pattern: for_schema($pattern),
                is: $is,
            });

            fn view(value: Option<&'p Value>) -> Self {
                let text = value.and_then(Value::text).unwrap_or_default();
                let view: fn(&'p str) -> Self = $view;
                view(text)
            }
        })+
    };
}

/// Declares texts of a certain form.
macro_rules! formed_texts {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        $($(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name<'p>(&'p str);

        impl<'p> $name<'p> {
            /// The text.
            pub fn as_str(self) -> &'p str {
                self.0
            }
        }

        impl Deref for $name<'_> {
            type Target = str;

            fn deref(&self) -> &str {
                self.0
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
        "^P(?=[0-9])([1-9][0-9]{0,3}Y)?([1-9][0-9]{0,3}M)?([1-9][0-9]{0,3}W)?([1-9][0-9]{0,3}D)?$", |it| Period::parse(it).is_some(), |it| Period::parse(it).unwrap_or(Period::LEAST);
    Date, "a day of the calendar, such as `2026-03-31`",
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", |it| Date::parse(it).is_some(), |it| Date::parse(it).unwrap_or(Date::LEAST);
    Interval, "a stretch of a day, such as `08:00-16:30`",
        "^([01][0-9]|2[0-4]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$", |it| Interval::parse(it).is_some(), |it| Interval::parse(it).unwrap_or(Interval::LEAST);
    Id<'p>, "a short name in lower-case letters, digits and hyphens",
        "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", is_id, Id;
    Version<'p>, "a version such as `1` or `1.2`",
        "^[0-9]+(\\.[0-9]+){0,2}$", is_version, Version;
    Url<'p>, "a web address that begins with `https://`",
        "^https://[^\\s/]+\\.[^\\s]+$", is_url, Url;
    EmailAddress<'p>, "an e-mail address",
        "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$", is_email, EmailAddress;
    PhoneNumber<'p>, "a telephone number",
        "^\\+?[0-9]([0-9 ()-]*[0-9])?$", is_phone, PhoneNumber;
    TimeZone<'p>, "a time zone such as `Europe/Oslo`",
        "^(UTC|[A-Z][A-Za-z0-9_+-]+(/[A-Z][A-Za-z0-9_+-]+)+)$", is_time_zone, TimeZone;
    MediaType<'p>, "a media type such as `image/png`",
        "^[a-z0-9.+-]+/[a-z0-9.+-]+$", is_media_type, MediaType;
    Shape<'p>, "a shape of at least three characters with `#` for a digit or `@` for a letter, such as `S##-#####`",
        "^(?=.*[#@]).{3,}$", is_shape, Shape;
}

/// How many parts there are between the separators, if each is as it should be.
#[inline(never)]
fn parts(text: &str, separator: u8, fits: fn(&[u8]) -> bool) -> Option<usize> {
    let mut count = 0;
    for part in text.as_bytes().split(|it| *it == separator) {
        if part.is_empty() || !fits(part) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether every byte is a letter or digit, or one of the others.
fn plain(part: &[u8], upper: bool, others: &[u8]) -> bool {
    part.iter().all(|it| match it {
        b'A'..=b'Z' => upper,
        b'a'..=b'z' | b'0'..=b'9' => true,
        other => others.contains(other),
    })
}

/// Whether it has no space, quote or `@`.
fn unbroken(part: &[u8]) -> bool {
    !part.iter().any(|it| *it <= b' ' || b"@\"<>\x7f".contains(it))
}

fn is_id(text: &str) -> bool {
    !text.starts_with(|it: char| it.is_ascii_digit()) && parts(text, b'-', |it| plain(it, false, b"")).is_some()
}

fn is_version(text: &str) -> bool {
    parts(text, b'.', |it| it.len() < 10 && it.iter().all(u8::is_ascii_digit)).is_some_and(|it| it <= 3)
}

pub(crate) fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split('/').next().unwrap_or_default();
    unbroken(rest.as_bytes()) && parts(host, b'.', |_| true).is_some_and(|it| it > 1)
}

pub(crate) fn is_email(text: &str) -> bool {
    let domain = |it: &str| parts(it, b'.', unbroken).is_some_and(|it| it > 1);
    text.split_once('@').is_some_and(|it| !it.0.is_empty() && unbroken(it.0.as_bytes()) && domain(it.1))
}

pub(crate) fn is_phone(text: &str) -> bool {
    let number = text.strip_prefix('+').unwrap_or(text).as_bytes();
    let digit = |it: Option<&u8>| it.is_some_and(u8::is_ascii_digit);
    digit(number.first()) && digit(number.last()) && number.iter().all(|it| it.is_ascii_digit() || b" ()-".contains(it))
}

fn is_time_zone(text: &str) -> bool {
    let part = |it: &[u8]| it.len() > 1 && it.first().is_some_and(u8::is_ascii_uppercase) && plain(it, true, b"_+-");
    text == "UTC" || parts(text, b'/', part).is_some_and(|it| it > 1)
}

fn is_media_type(text: &str) -> bool {
    parts(text, b'/', |it| plain(it, false, b".+-")) == Some(2)
}

fn is_shape(text: &str) -> bool {
    text.bytes().any(|it| it == b'#' || it == b'@') && text.chars().count() >= 3
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
