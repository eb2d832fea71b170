//! The resident's copy of a plan: what is on it, and as a file of its own. It is HTML that any phone
//! opens: without a script, without anything from elsewhere, every word as text.

/// A copy, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// As in the `lang` attribute of HTML.
    pub language: String,
    /// What it is.
    pub title: String,
    /// What stands on it, in order.
    pub lines: Vec<Line>,
}

/// A part of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A heading of ours.
    Heading(String),
    /// A sentence of ours.
    Sentence(String),
    /// Someone's own words.
    Words(String),
    /// A goal, in someone's own words.
    Goal(String),
    /// Something that someone does.
    Item(String),
}

const STYLE: &str = "body{font:1.25rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem}\
h1{font-size:1.75rem}h2{font-size:1.375rem;margin:2rem 0 .5rem}p,li{overflow-wrap:anywhere;white-space:pre-wrap}\
li{margin-bottom:.5rem}.words{border-inline-start:.25rem solid;padding-inline-start:.75rem}\
@media print{body{font-size:12pt;padding:0}}";

/// The file.
pub fn html(sheet: &Sheet) -> String {
    let mut body = String::new();
    let mut in_list = false;
    for line in &sheet.lines {
        let is_item = matches!(line, Line::Item(_));
        if is_item != in_list {
            body.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        let (open, text, close) = match line {
            Line::Heading(text) | Line::Goal(text) => ("<h2 dir=\"auto\">", text, "</h2>\n"),
            Line::Sentence(text) => ("<p dir=\"auto\">", text, "</p>\n"),
            Line::Words(text) => ("<p class=\"words\" dir=\"auto\">", text, "</p>\n"),
            Line::Item(text) => ("<li dir=\"auto\">", text, "</li>\n"),
        };
        body.extend([open, &escaped(text), close]);
    }
    if in_list {
        body.push_str("</ul>\n");
    }
    let (language, title) = (escaped(&sheet.language), escaped(&sheet.title));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Text as HTML: nothing in it is a tag, an attribute or an entity.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_text_and_every_list_is_closed() {
        let item = |text: &str| Line::Item(text.to_owned());
        let sheet = Sheet {
            language: "nl".to_owned(),
            title: "Uw plan".to_owned(),
            lines: vec![
                Line::Goal("</h2><script>alert('x')</script>".to_owned()),
                item("a & b"),
                item("\"שלום\" 👩‍👧"),
                Line::Heading("Vóór 2027?".to_owned()),
                Line::Sentence("Dit is <b>uw</b> plan.".to_owned()),
                Line::Words("x < y".to_owned()),
                item("last"),
            ],
        };
        let html = html(&sheet);
        let (_, body) = html.split_once("<h1>Uw plan</h1>\n").unwrap();
        let expected = "<h2 dir=\"auto\">&lt;/h2&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</h2>\n\
<ul>\n<li dir=\"auto\">a &amp; b</li>\n<li dir=\"auto\">&quot;שלום&quot; 👩‍👧</li>\n</ul>\n\
<h2 dir=\"auto\">Vóór 2027?</h2>\n<p dir=\"auto\">Dit is &lt;b&gt;uw&lt;/b&gt; plan.</p>\n\
<p class=\"words\" dir=\"auto\">x &lt; y</p>\n<ul>\n<li dir=\"auto\">last</li>\n</ul>\n</main>\n</body>\n</html>\n";
        assert_eq!(body, expected);
        assert!(!html.contains("<script"));
    }
}
