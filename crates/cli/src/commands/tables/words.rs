//! The tables in words: the Dutch of `words/tables.nl.json`, and numbers as they are written there.

use super::model::{Label, Note, Value};
use crate::statistics::Undefined;
use serde::Deserialize;
use std::collections::BTreeMap;

const DUTCH: &str = include_str!("../../../words/tables.nl.json");

/// Every word of the tables.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The report's language.
    pub fn dutch() -> Result<Self, serde_json::Error> {
        serde_json::from_str(DUTCH)
    }

    /// The words under a key; a test walks every key that a table has.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// What a table is called.
    pub fn title(&self, table: &str) -> &str {
        self.0.get(&format!("title.{table}")).map_or("", String::as_str)
    }

    /// Where the report has it; "eigen tabel" where it has not.
    pub fn source(&self, table: &str) -> &str {
        self.0.get(&format!("source.{table}")).map_or("", String::as_str)
    }

    /// A label, or several after one another.
    pub fn labels(&self, labels: &[Label]) -> String {
        labels.iter().map(|label| self.label(label)).collect::<Vec<_>>().join(", ")
    }

    /// One label.
    pub fn label(&self, label: &Label) -> String {
        match label {
            Label::Between(from, to) => format!("{from} naar {to}"),
            Label::Number(_) | Label::Named(_) | Label::Moment(_) => label.key(),
            _ => self.get(&format!("label.{}", label.key())).to_owned(),
        }
    }

    /// A sentence below a table.
    pub fn note(&self, note: &Note) -> String {
        let mut sentence = self.get(&format!("note.{}", note.key)).to_owned();
        for value in &note.values {
            sentence = sentence.replacen("{}", value, 1);
        }
        sentence
    }

    /// A cell.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Cases(n) => n.to_string(),
            Value::Part(_, 0) | Value::Share(_, 0) => self.get("too_few").to_owned(),
            Value::Part(part, whole) | Value::Share(part, whole) => percentage(*part, *whole),
            Value::Statistic { value, decimals, .. } => {
                value.map_or_else(|why| self.undefined(why), |value| decimal(value, *decimals))
            }
            Value::Probability(value, _) => {
                value.map_or_else(|why| self.undefined(why), probability)
            }
            Value::Given(value) => decimal(*value, 2),
            Value::Small => self.get("small").to_owned(),
        }
    }

    fn undefined(&self, why: Undefined) -> String {
        self.get(match why {
            Undefined::TooFew => "too_few",
            Undefined::NoSpread => "no_spread",
            Undefined::Collinear => "collinear",
        })
        .to_owned()
    }
}

/// With a comma, and no minus before a zero.
pub fn decimal(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let is_zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    let text = if is_zero { text.trim_start_matches('-') } else { &text };
    text.replace('.', ",")
}

fn percentage(part: usize, whole: usize) -> String {
    // To the nearest, halves up.
    format!("{}%", (200 * part + whole) / (2 * whole))
}

fn probability(p: f64) -> String {
    if p < 0.001 { "< 0,001".to_owned() } else { decimal(p, 3) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_dutch() {
        let words = Words::dutch().unwrap();
        let said = |value| words.value(&value);
        assert_eq!(said(Value::statistic(Ok(3.456), 9)), "3,46");
        assert_eq!(said(Value::statistic(Ok(-0.001), 9)), "0,00");
        assert_eq!(said(Value::Probability(Ok(0.0004), 9)), "< 0,001");
        assert_eq!(said(Value::Probability(Ok(0.0456), 9)), "0,046");
        assert_eq!(said(Value::Share(1, 8)), "13%");
        assert_eq!(said(Value::Part(2, 3)), "67%");
    }

    #[test]
    fn what_cannot_be_computed_is_said_in_words() {
        let words = Words::dutch().unwrap();
        for why in [Undefined::TooFew, Undefined::NoSpread, Undefined::Collinear] {
            let said = words.value(&Value::statistic(Err(why), 9));
            assert!(said.contains(' ') && !said.contains('_'), "{said}");
        }
        assert_eq!(words.value(&Value::Share(0, 0)), "te weinig gegevens");
        assert_eq!(words.value(&Value::Small), "weggelaten");
    }
}
