//! How long something may be stored: whole UTC days, never longer than promised.

use time::{Date as Day, Duration, Month};

use super::clock::moment;
use crate::policy::{Date, Keeping, Period};

/// When something must be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// From this UTC day on it may no longer be stored.
    On(Date),
    /// When the citizen asks.
    WhenAsked,
}

impl Expiry {
    /// When a talk must be gone whose last turn was at this time (milliseconds since 1970, UTC).
    ///
    /// `None` if the time or the day lies beyond the calendar.
    pub fn of(keeping: Keeping<'_>, last: i64) -> Option<Expiry> {
        match keeping.period() {
            Some(period) => Some(Expiry::On(date(after(day(last)?, period)?))),
            None => Some(Expiry::WhenAsked),
        }
    }

    /// Whether it must be gone at this time (milliseconds since 1970, UTC).
    pub fn is_over(self, now: i64) -> bool {
        match self {
            Expiry::On(last) => day(now).is_none_or(|it| date(it) >= last),
            Expiry::WhenAsked => false,
        }
    }
}

/// The UTC day of a time in milliseconds since 1970.
fn day(milliseconds: i64) -> Option<Day> {
    Some(moment(milliseconds)?.date())
}

/// The day a period after another. Where a month has no such day, its last.
fn after(from: Day, period: Period) -> Option<Day> {
    let months = i32::from(u8::from(from.month())) - 1 + i32::try_from(period.months).ok()?;
    let year = from.year() + i32::try_from(period.years).ok()? + months.div_euclid(12);
    let month = Month::try_from(u8::try_from(months.rem_euclid(12) + 1).ok()?).ok()?;
    let start = Day::from_calendar_date(year, month, from.day().min(month.length(year))).ok()?;
    start.checked_add(Duration::days(i64::from(period.weeks) * 7 + i64::from(period.days)))
}

fn date(day: Day) -> Date {
    let (year, month, day) = day.to_calendar_date();
    Date { year: u32::try_from(year).unwrap_or(0), month: u32::from(u8::from(month)), day: u32::from(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expires(last: &str, years: u32, months: u32, weeks: u32, days: u32) -> String {
        let mut parts = last.split('-').map(|it| it.parse::<u32>().unwrap());
        let [year, month, day] = [0; 3].map(|_| parts.next().unwrap());
        let month = Month::try_from(month as u8).unwrap();
        let last = Day::from_calendar_date(year as i32, month, day as u8).unwrap();
        date(after(last, Period { years, months, weeks, days }).unwrap()).to_string()
    }

    #[test]
    fn periods_follow_the_calendar_and_its_leap_years() {
        assert_eq!(expires("2026-03-02", 0, 0, 0, 90), "2026-05-31");
        assert_eq!(expires("2026-03-02", 0, 0, 0, 21), "2026-03-23");
        assert_eq!(expires("2026-03-02", 2, 0, 0, 0), "2028-03-02");
        assert_eq!(expires("2024-02-29", 2, 0, 0, 0), "2026-02-28");
        assert_eq!(expires("2024-02-29", 4, 0, 0, 0), "2028-02-29");
        assert_eq!(expires("2024-02-28", 0, 0, 0, 1), "2024-02-29");
        assert_eq!(expires("2023-02-28", 0, 0, 0, 1), "2023-03-01");
        assert_eq!(expires("2100-02-28", 0, 0, 0, 1), "2100-03-01");
        assert_eq!(expires("2000-02-28", 0, 0, 0, 1), "2000-02-29");
        assert_eq!(expires("2026-01-31", 0, 1, 0, 0), "2026-02-28");
        assert_eq!(expires("2026-08-31", 0, 18, 0, 0), "2028-02-29");
        assert_eq!(expires("2026-12-31", 1, 2, 1, 1), "2028-03-08");
    }

    #[test]
    fn a_day_is_a_day_of_utc() {
        let midnight = 1_772_409_600_000; // 2026-03-02
        assert_eq!(date(day(midnight).unwrap()).to_string(), "2026-03-02");
        assert_eq!(date(day(midnight - 1).unwrap()).to_string(), "2026-03-01");
        assert_eq!(date(day(-1).unwrap()).to_string(), "1969-12-31");
        let expiry = Expiry::On(Date { year: 2026, month: 3, day: 2 });
        assert!(expiry.is_over(midnight) && !expiry.is_over(midnight - 1) && !Expiry::WhenAsked.is_over(midnight));
    }

    #[test]
    fn what_lies_beyond_the_calendar_has_no_day_and_is_over() {
        assert!(day(i64::MAX).is_none() && Expiry::On(Date { year: 1, month: 1, day: 1 }).is_over(i64::MAX));
        let far = Period { years: 9999, months: 9999, weeks: 0, days: 0 };
        assert!(after(Day::from_calendar_date(2026, Month::May, 1).unwrap(), far).is_none());
    }
}
