//! The codebook, in both forms.

use crate::{
    program::{draagkracht, succeed},
    study::study,
};
use std::{collections::BTreeSet, fs};
use tempfile::tempdir;

#[test]
fn it_has_every_variable_of_every_table() {
    let folder = tempdir().unwrap();
    for name in ["codebook.csv", "codebook.html"] {
        let done = draagkracht(folder.path(), &["codebook", "--out", name]);
        assert_eq!((done.code, done.stdout), (Some(0), format!("{name}\n")));
    }
    let html = fs::read_to_string(folder.path().join("codebook.html")).unwrap();
    let mut reader = csv::Reader::from_path(folder.path().join("codebook.csv")).unwrap();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    for table in ["answers", "lists", "wide"] {
        let mut data = csv::Reader::from_path(study().path(&format!("csv/{table}.csv"))).unwrap();
        let named: Vec<_> = data.headers().unwrap().iter().map(str::to_owned).collect();
        let listed: Vec<_> = rows.iter().filter(|row| &row[0] == table).collect();
        assert_eq!(listed.iter().map(|row| &row[1]).collect::<Vec<_>>(), named);
        for row in listed {
            assert!(html.contains(&format!("<code>{}</code>", &row[1])), "{}", &row[1]);
            assert!(row.iter().take(5).all(|text| !text.is_empty()) && !row[7].is_empty());
        }
    }
    let formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    assert!(rows.iter().flatten().all(|text| !text.starts_with(formulas)));
    let finances = rows.iter().find(|row| &row[1] == "t1_res_burden_finances").unwrap();
    assert_eq!(
        finances.iter().collect::<Vec<_>>(),
        [
            "wide",
            "t1_res_burden_finances",
            "T1 inwoner: Draaglast: financi\u{eb}n (inclusief schulden)",
            "T1 resident: Burden: finances (including debts)",
            "scale",
            "1 = Geen; 2 = Een beetje; 3 = Nogal wat; 4 = Veel; 5 = Zeer veel",
            "7 = Niet gevraagd; 8 = Weet ik niet; 9 = Wil ik niet zeggen",
            "resident.v1, section 2.1, eight life domains; figures 3.7 and 3.9",
        ]
    );
    assert!(
        html.contains(
            "The report does not publish the scale; its means (2.91 to 3.91) fit 1 to 5."
        )
    );
}

/// Every element that is opened is closed, and nothing of the data is markup.
#[test]
fn its_page_is_well_formed() {
    let folder = tempdir().unwrap();
    draagkracht(folder.path(), &["codebook", "--out", "c.html"]);
    let check = "import html.parser, sys
class Check(html.parser.HTMLParser):
    open = []
    def handle_starttag(self, tag, attributes):
        if tag != 'meta': self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
check = Check(); check.feed(open('c.html', encoding='utf-8').read()); check.close()
assert check.open == [], check.open";
    fs::write(folder.path().join("check.py"), check).unwrap();
    succeed(folder.path(), "python3 check.py");
    let html = fs::read_to_string(folder.path().join("c.html")).unwrap();
    let tags: BTreeSet<_> =
        html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap()).collect();
    assert!(tags.contains("table") && tags.iter().all(|tag| tag.len() < 9), "{tags:?}");
    assert!(html.contains("&lt;5"));
}
