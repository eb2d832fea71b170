//! The answers to a question, and their words.

use crate::{desk::Desk, i18n::Text};
use draagkracht_core::form::{Choice, Field, Form, FormAnswer, Kind};

/// Every answer that can be chosen, in order, with its words. None for what is answered otherwise.
pub(super) fn possible(desk: Desk, form: &Form, field: &Field) -> Vec<(FormAnswer, String)> {
    let mut all: Vec<_> = match &field.kind {
        Kind::YesNo => vec![
            (FormAnswer::YesNo(true), desk.t(Text::FormYes)),
            (FormAnswer::YesNo(false), desk.t(Text::FormNo)),
        ],
        Kind::Scale { from, to, labels } => (*from..=*to)
            .map(|value| (FormAnswer::Scale(value), scale(value, *from, *to, labels)))
            .collect(),
        Kind::One(options) => options
            .iter()
            .map(|option| (FormAnswer::One(option.id.clone()), option.text.clone()))
            .collect(),
        Kind::Text | Kind::Several(_) => return vec![],
    };
    all.push((FormAnswer::DontKnow, form.dont_know().to_owned()));
    all.push((FormAnswer::WontSay, form.wont_say().to_owned()));
    all
}

/// The words of a number; where only the ends have words, the numbers stand there too.
fn scale(value: u8, from: u8, to: u8, labels: &[String]) -> String {
    if labels.len() != 2 {
        return labels.get(usize::from(value - from)).cloned().unwrap_or_else(|| value.to_string());
    }
    match labels {
        [first, _] if value == from => format!("{value} {}", first.to_lowercase()),
        [_, last] if value == to => format!("{value} {}", last.to_lowercase()),
        _ => value.to_string(),
    }
}

/// What was answered, in words.
pub(super) fn words(desk: Desk, form: &Form, field: &Field, answer: &FormAnswer) -> String {
    match (answer, &field.kind) {
        (FormAnswer::Text(words), _) => words.to_string(),
        (FormAnswer::Several(chosen), Kind::Several(options)) => {
            let chosen = options.iter().filter(|option: &&Choice| chosen.contains(&option.id));
            let words: Vec<_> = chosen.map(|option| option.text.as_str()).collect();
            if words.is_empty() { desk.t(Text::FormNobody) } else { words.join(", ") }
        }
        _ => {
            let all = possible(desk, form, field);
            let found = all.into_iter().find(|(value, _)| value == answer);
            found.map(|(_, words)| words).unwrap_or_default()
        }
    }
}
