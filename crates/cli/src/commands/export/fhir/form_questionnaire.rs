//! A list that only a professional is asked, as a Questionnaire.

use super::{ORDINAL, canonical, system, translated};
use crate::dictionary::KnownForm;
use draagkracht_core::form::{Choice, Field, Form, Kind, Section, Subject};
use serde_json::{Value, json};

/// The words for yes and no.
pub const YES_NO: [(&str, &str); 2] = [("yes", "Ja"), ("no", "Nee")];

/// The Questionnaire.
pub fn resource(known: &KnownForm) -> Value {
    let form = &known.form;
    let about = match form.subject() {
        Subject::Case => "Patient",
        Subject::Rater => "Practitioner",
    };
    let sections = (0..form.sections().len()).map(|at| section(known, at));
    json!({
        "resourceType": "Questionnaire",
        "id": form.id(),
        "language": form.language(),
        "url": canonical(form.id()),
        "version": form.reference().version.to_string(),
        "title": form.title(),
        "_title": translated(known.english.title()),
        "status": "active",
        "subjectType": [about],
        "copyright": known.source,
        "item": sections.collect::<Vec<_>>(),
    })
}

/// Groups as the answers have them: a section, and in a table a group for each row.
pub fn grouped(
    form: &Form,
    at: usize,
    field: impl Fn(usize, &Field) -> Option<Value>,
) -> Vec<Value> {
    let Section { id, rows, .. } = &form.sections()[at];
    let of = |row: Option<usize>| {
        let fields = form.fields().iter().enumerate();
        let own = fields.filter(move |(_, field)| field.section == at && field.row == row);
        own.filter_map(|(place, one)| field(place, one)).collect::<Vec<_>>()
    };
    let groups = rows.iter().enumerate().map(|(row, Choice { id: name, text })| {
        json!({ "linkId": format!("{id}.{name}"), "text": text, "item": of(Some(row)) })
    });
    // A group without items is not valid.
    let groups = groups.filter(|group| group["item"].as_array().is_some_and(|all| !all.is_empty()));
    of(None).into_iter().chain(groups).collect()
}

fn section(known: &KnownForm, at: usize) -> Value {
    let (own, english) = (&known.form.sections()[at], &known.english.sections()[at]);
    let stem = own.stem.as_ref().map(|stem| {
        json!({
            "linkId": format!("{}.stem", own.id),
            "text": stem,
            "_text": english.stem.as_deref().map(translated),
            "type": "display",
        })
    });
    let mut groups = grouped(&known.form, at, |place, field| {
        Some(question(&known.form, field, &known.english.fields()[place]))
    });
    let rows = groups.iter_mut().filter(|item| item.get("item").is_some());
    for (group, row) in rows.zip(&english.rows) {
        group["type"] = "group".into();
        group["_text"] = translated(&row.text);
    }
    json!({
        "linkId": own.id,
        "text": own.title,
        "_text": translated(&english.title),
        "type": "group",
        "item": stem.into_iter().chain(groups).collect::<Vec<_>>(),
    })
}

fn question(form: &Form, field: &Field, english: &Field) -> Value {
    let system = system(form.id(), field.id.as_str());
    let coding =
        |code: &str, display: &str| json!({ "system": system, "code": code, "display": display });
    let options: Vec<Value> = match &field.kind {
        Kind::Text => vec![],
        Kind::YesNo => YES_NO.map(|(code, display)| coding(code, display)).to_vec(),
        Kind::Scale { from, to, .. } => {
            let points = (*from..=*to).map(|point| {
                let mut coding = coding(&point.to_string(), &label(&field.kind, point));
                coding["extension"] = json!([{ "url": ORDINAL, "valueDecimal": point }]);
                coding
            });
            points.collect()
        }
        Kind::One(choices) | Kind::Several(choices) => {
            choices.iter().map(|choice| coding(&choice.id, &choice.text)).collect()
        }
    };
    let options = options.into_iter().chain(reasons(form));
    let options: Vec<_> = options.map(|coding| json!({ "valueCoding": coding })).collect();
    let mut item = json!({
        "linkId": field.id,
        "text": field.text,
        "_text": translated(&english.text),
        "type": if field.kind == Kind::Text { "open-choice" } else { "choice" },
        "answerOption": options,
    });
    if matches!(field.kind, Kind::Several(_)) {
        item["repeats"] = true.into();
    }
    if let Some(other) = field.only_if.as_ref().and_then(|id| form.field(id)) {
        item["enableWhen"] = condition(form, other);
        item["enableBehavior"] = "all".into();
    }
    item
}

/// Asked when the other was answered with yes, or with words.
fn condition(form: &Form, other: &Field) -> Value {
    let when = |operator: &str, kind: &str, answer: Value| json!({ "question": other.id, "operator": operator, kind: answer });
    if other.kind == Kind::YesNo {
        let (code, display) = YES_NO[0];
        let system = system(form.id(), other.id.as_str());
        let yes = json!({ "system": system, "code": code, "display": display });
        return json!([when("=", "answerCoding", yes)]);
    }
    let there = when("exists", "answerBoolean", true.into());
    let not = reasons(form).map(|reason| when("!=", "answerCoding", reason));
    [there].into_iter().chain(not).collect()
}

/// Why there is no answer.
pub fn reasons(form: &Form) -> [Value; 2] {
    let system = system(form.id(), "missing");
    let of = |code, display| json!({ "system": system, "code": code, "display": display });
    [of("dont_know", form.dont_know()), of("wont_say", form.wont_say())]
}

/// The words of a point: of each, or of the ends only.
pub fn label(kind: &Kind, point: u8) -> String {
    let Kind::Scale { from, to, labels } = kind else { return String::new() };
    let ends = labels.len() == 2;
    let at = if ends { usize::from(point == *to) } else { usize::from(point - from) };
    let between = ends && point != *from && point != *to;
    labels.get(at).filter(|_| !between).map_or_else(|| point.to_string(), Clone::clone)
}
