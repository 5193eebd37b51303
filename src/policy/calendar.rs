//! Periods, days and hours as a policy writes them.

use std::fmt;

use crate::policy::form::forms;

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
                *count = digits(number, 1, 4).filter(|_| !number.starts_with('0'))?;
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

forms! {
    Period,
        "a period such as `P90D`, `P6W`, `P18M` or `P2Y`",
        "^P(?=[0-9])([1-9][0-9]{0,3}Y)?([1-9][0-9]{0,3}M)?([1-9][0-9]{0,3}W)?([1-9][0-9]{0,3}D)?$",
        |it| Period::parse(it).is_some(), |it| Period::parse(it).unwrap_or(Period::LEAST);
    Date,
        "a day of the calendar, such as `2026-03-31`",
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        |it| Date::parse(it).is_some(), |it| Date::parse(it).unwrap_or(Date::LEAST);
    Interval,
        "a stretch of a day, such as `08:00-16:30`",
        "^([01][0-9]|2[0-4]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$",
        |it| Interval::parse(it).is_some(), |it| Interval::parse(it).unwrap_or(Interval::LEAST);
}

#[cfg(test)]
mod tests {
    use super::{Date, Interval, Period};

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
}
