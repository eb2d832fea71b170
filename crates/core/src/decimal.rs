//! Exact numbers: a ratio of whole numbers, read from and written as decimals.
//! No floating point stands between an answer and a cut-off.

use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, fmt};

/// An exact ratio of two whole numbers; the denominator is positive.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    numerator: i64,
    denominator: i64,
}

impl Ratio {
    /// `numerator / denominator`, or `None` for a denominator of 0.
    pub fn new(numerator: i32, denominator: u32) -> Option<Self> {
        (denominator > 0)
            .then(|| Self { numerator: i64::from(numerator), denominator: i64::from(denominator) })
    }

    /// A whole number.
    pub fn whole(number: u8) -> Self {
        Self { numerator: i64::from(number), denominator: 1 }
    }

    /// The distance between two ratios.
    #[must_use]
    pub fn distance(self, other: Self) -> Self {
        Self {
            numerator: (self.numerator * other.denominator - other.numerator * self.denominator)
                .abs(),
            denominator: self.denominator * other.denominator,
        }
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        (i128::from(self.numerator) * i128::from(other.denominator))
            .cmp(&(i128::from(other.numerator) * i128::from(self.denominator)))
    }
}

/// To the nearest at four places, halves up, trailing zeros dropped: `3.8571`, `3.5`, `4`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounded = (self.numerator * 20_000 + self.denominator).div_euclid(2 * self.denominator);
        if rounded < 0 {
            f.write_str("-")?;
        }
        let (whole, fraction) = (rounded.abs() / 10_000, rounded.abs() % 10_000);
        let places = format!("{fraction:04}");
        match places.trim_end_matches('0') {
            "" => write!(f, "{whole}"),
            places => write!(f, "{whole}.{places}"),
        }
    }
}

/// A number written with at most four decimals, such as a cut-off: `"3.78"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    text: String,
    ratio: Ratio,
}

/// A text that is not a [`Decimal`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a number with a point and at most four decimals, such as \"3.78\"")]
pub struct NotADecimal(String);

impl Decimal {
    /// Its exact value.
    pub fn ratio(&self) -> Ratio {
        self.ratio
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotADecimal;

    fn try_from(text: String) -> Result<Self, NotADecimal> {
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let written_well = !whole.is_empty()
            && whole.len() <= 4
            && places.len() <= 4
            && digits(whole)
            && digits(places)
            && !text.ends_with('.');
        let ratio = format!("{whole}{places}")
            .parse()
            .ok()
            .filter(|_| written_well)
            .and_then(|value| Ratio::new(value, [1, 10, 100, 1_000, 10_000][places.len()]));
        match ratio {
            Some(ratio) => Ok(Self { text, ratio }),
            None => Err(NotADecimal(text)),
        }
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.text
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(n: i32, d: u32) -> Ratio {
        Ratio::new(n, d).unwrap()
    }

    #[test]
    fn shown_to_the_nearest_at_four_places() {
        for (n, d, shown) in [
            (27, 7, "3.8571"),
            (28, 8, "3.5"),
            (32, 8, "4"),
            (25, 8, "3.125"),
            (20, 6, "3.3333"),
            (23, 6, "3.8333"),
            (0, 7, "0"),
        ] {
            assert_eq!(ratio(n, d).to_string(), shown, "{n}/{d}");
        }
    }

    #[test]
    fn a_decimal_is_exact() {
        let read = |text: &str| Decimal::try_from(text.to_owned());
        assert_eq!(read("3.78").unwrap().ratio(), ratio(378, 100));
        assert_eq!(read("3").unwrap().ratio(), ratio(3, 1));
        for wrong in ["", ".5", "3.", "3,78", "3.12345", "-1", "1e3", "12345", "3.7x"] {
            assert_eq!(
                read(wrong).unwrap_err().to_string(),
                format!(
                    "\"{wrong}\" is not a number with a point and at most four decimals, such as \"3.78\""
                )
            );
        }
    }

    #[test]
    fn comparing_is_exact_where_binary_fractions_are_not() {
        assert_eq!(ratio(378, 100), ratio(189, 50));
        assert!(ratio(27, 7) > ratio(38571, 10000));
        assert_eq!(ratio(1, 3).distance(ratio(2, 3)), ratio(1, 3));
    }
}
