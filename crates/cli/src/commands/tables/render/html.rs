//! One page with everything in it: no script, nothing from elsewhere, and it prints.

use super::{Preface, svg};
use crate::commands::tables::{
    model::{Cell, Table, Value},
    words::Words,
};
use std::fmt::Write as _;

const STYLE: &str = include_str!("tables.css");

/// The whole page.
pub fn write(tables: &[Table], preface: &Preface, words: &Words) -> String {
    let heading = safe(words.get("heading"));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{heading}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n"
    );
    for sentence in &preface.sentences {
        _ = writeln!(page, "<p>{}</p>", safe(sentence));
    }
    contents(&mut page, tables, words);
    for table in tables {
        section(&mut page, table, words);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn contents(page: &mut String, tables: &[Table], words: &Words) {
    _ = writeln!(page, "<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>", safe(words.get("contents")));
    for table in tables {
        _ = writeln!(
            page,
            "<li><a href=\"#{}\">{}</a></li>",
            table.id,
            safe(words.title(table.id))
        );
    }
    page.push_str("</ol>\n</nav>\n");
}

fn section(page: &mut String, table: &Table, words: &Words) {
    let (title, source) = (safe(words.title(table.id)), safe(words.source(table.id)));
    _ = writeln!(
        page,
        "<section id=\"{}\">\n<h2>{title}</h2>\n<p class=\"source\">{source}</p>",
        table.id
    );
    if table.rows.is_empty() {
        _ = writeln!(page, "<p class=\"none\">{}</p>", safe(words.get("no_data")));
    } else {
        rows(page, table, words, &title);
        page.push_str(&svg::chart(table, words));
    }
    for note in &table.notes {
        _ = writeln!(page, "<p class=\"note\">{}</p>", safe(&words.note(note)));
    }
    page.push_str("</section>\n");
}

fn rows(page: &mut String, table: &Table, words: &Words, title: &str) {
    let region =
        format!("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\">");
    _ = write!(page, "{region}\n<table>\n<thead><tr><td></td>");
    for column in &table.columns {
        _ = write!(page, "<th scope=\"col\">{}</th>", safe(&words.labels(column)));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        _ = write!(page, "<tr><th scope=\"row\">{}</th>", safe(&words.labels(&row.labels)));
        for cell in &row.cells {
            page.push_str(&shown(cell, words));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn shown(cell: &Cell, words: &Words) -> String {
    let value = safe(&words.value(&cell.value));
    let is_words = match &cell.value {
        Value::Small => true,
        Value::Statistic { value, .. } | Value::Probability(value, _) => value.is_err(),
        _ => false,
    };
    let class = if is_words { " class=\"words\"" } else { "" };
    let published = cell.published.as_deref().map(|published| {
        format!(" <small>{} {}</small>", safe(words.get("published")), safe(published))
    });
    format!("<td{class}>{value}{}</td>", published.unwrap_or_default())
}

/// With nothing that HTML takes for its own.
pub fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            character => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_tag() {
        assert_eq!(safe("<b onload='x'>&\""), "&lt;b onload=&#39;x&#39;&gt;&amp;&quot;");
    }
}
