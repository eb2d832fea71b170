//! Short lists that lead to rows of the comparison: what it is called, and what to ask about it.

use super::{remarks::id, rows::Row};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el, focus},
    widgets::paragraph,
};
use draagkracht_core::{reading::Comparison, remark::About};

/// How many rows the largest difference is shown of: one remembers no more.
const AT_MOST: usize = 3;

/// What leads to a row.
#[derive(Clone)]
pub(super) struct Lead {
    pub about: About,
    pub name: String,
    pub question: Text,
    /// Not on paper unless safety was asked for.
    pub hidden: bool,
}

impl Lead {
    pub(super) fn to(row: &Row) -> Option<Self> {
        let (name, question, hidden) = (row.name.clone(), row.question, row.hidden);
        Some(Self { about: row.about?, name, question, hidden })
    }

    fn item(&self, desk: Desk) -> Element {
        let target = id(self.about, "row");
        let go = el("a", "utrecht-link").attr("href", &format!("#{target}")).text(&self.name);
        let go = go.on("click", move |event| {
            // No entry of the history: the heading takes the focus instead.
            event.prevent_default();
            focus(&target);
        });
        el("li", if self.hidden { "off-paper" } else { "" })
            .child(go)
            .child(el("span", "").text(&desk.t(self.question)))
    }
}

/// A title and a list, one item at least. A title above nothing would say on paper that it was safety.
pub(super) fn titled<'a>(
    desk: Desk,
    title: Element,
    leads: impl IntoIterator<Item = &'a Lead>,
) -> Element {
    let leads: Vec<_> = leads.into_iter().collect();
    let all_hidden = leads.iter().all(|lead| lead.hidden);
    let items = leads.iter().map(|lead| lead.item(desk));
    el("div", if all_hidden { "off-paper" } else { "" })
        .child(title)
        .child(el("ol", "reading-leads").children(items))
}

/// Where the two differ most; nothing where they differ nowhere.
pub(super) fn largest(desk: Desk, comparison: &Comparison, rows: &[Row]) -> Option<Element> {
    let by = |at: usize| comparison.domains.get(at)?.view.differs_by();
    let first = by(0)?;
    let as_far = rows.iter().enumerate().filter(|(at, _)| by(*at) == Some(first));
    // What is about safety waits in its row until somebody opens it.
    let seen = as_far.map(|(_, row)| row).filter(|row| !row.hidden);
    let leads: Vec<_> = seen.filter_map(Lead::to).take(AT_MOST).collect();
    let title = paragraph(&desk.t(Text::ReadingLargest));
    (!leads.is_empty()).then(|| titled(desk, title, &leads))
}
