//! The codebook as a page: the tables, and what the report leaves open.

use super::rows::{COLUMNS, row};
use crate::dictionary::{Dictionary, Table};
use std::fmt::Write as _;

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width\">
<title>Draagkracht: codebook</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
code { overflow-wrap: anywhere; }
</style>
<h1>Codebook</h1>
<p>Every variable that <code>draagkracht export</code> writes, and where it comes from. Numbers stand in SPSS
and R; where a word stands between brackets, CSV and Parquet have that. What is missing is empty there, and
why is in the table of answers. Items are the report's, to the letter; what it leaves open is below.</p>
";

/// The page.
pub fn page(dictionary: &Dictionary) -> String {
    let mut page = HEAD.to_owned();
    for (table, what) in [
        (Table::Answers, "answers: a row for each item of each list"),
        (Table::Lists, "lists: a row for each completed list"),
        (Table::Wide, "wide: a row for each person"),
        (Table::Cases, "cases: a row for each case questionnaire; texts only with --with-words"),
        (Table::Conditions, "conditions: a row for each professional"),
    ] {
        let headings: Vec<_> = COLUMNS[1..].iter().map(|name| name.replace('_', " ")).collect();
        open(&mut page, what, &headings);
        for variable in dictionary.variables(table) {
            let [_, name, nl, rest @ ..] = row(table, variable);
            let name = format!("<th scope=\"row\"><code>{}</code></th>", escaped(&name));
            let nl = format!("<td lang=\"nl\">{}</td>", escaped(&nl));
            line(&mut page, &(name + &nl), &rest);
        }
        page.push_str("</table>\n");
    }
    for known in &dictionary.known {
        let own = &known.own;
        let cut_offs = own.norm().cut_offs.iter();
        let cut_offs: Vec<_> = cut_offs.map(|(name, value)| format!("{name} {value}")).collect();
        let (id, source, norm) = (own.id(), &known.sources.source, &own.norm().name);
        let _ = writeln!(
            page,
            "<h2>{id}</h2>\n<p>Source: {}. Norm {}: relatively strong from {}. SHA-256 of its file: <code>{}</code>.</p>",
            escaped(source),
            escaped(norm),
            escaped(&cut_offs.join(", ")),
            own.reference().hash,
        );
        open(&mut page, "What the report does not publish", &["about", "instead", "reason"]);
        for assumption in &known.sources.assumptions {
            let about =
                format!("<th scope=\"row\"><code>{}</code></th>", escaped(&assumption.about));
            line(&mut page, &about, &[assumption.text.clone(), assumption.reason.clone()]);
        }
        page.push_str("</table>\n");
    }
    page + "</html>\n"
}

fn open(page: &mut String, caption: &str, headings: &[impl AsRef<str>]) {
    let headings = headings.iter().map(|name| format!("<th scope=\"col\">{}</th>", name.as_ref()));
    let headings: String = headings.collect();
    // Writing to a string cannot fail.
    let _ = writeln!(page, "<table>\n<caption>{caption}</caption>\n<tr>{headings}</tr>");
}

fn line(page: &mut String, first: &str, rest: &[String]) {
    let rest: Vec<_> = rest.iter().map(|text| format!("<td>{}</td>", escaped(text))).collect();
    let _ = writeln!(page, "<tr>{first}{}</tr>", rest.concat());
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
