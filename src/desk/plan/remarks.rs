//! What the checks ask about the plan in hand.

use crate::desk::Desk;
use draagkracht_core::{
    free_text::FreeText,
    plan::{About, Checks, SetAside, Situation},
};
use leptos::prelude::*;
use std::rc::Rc;

/// A question of a check, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The check's id.
    pub check: String,
    /// What it is about.
    pub about: About,
    /// What it asks.
    pub question: String,
    /// What the report found.
    pub finding: String,
    /// Why it was set aside, if it was.
    pub set_aside: Option<String>,
}

impl Desk {
    /// What the checks ask about the plan as it is now. Follows nothing.
    pub fn raised(self) -> Vec<Remark> {
        let (Some(plan), Some(checks)) = (self.plan(), self.checks()) else { return vec![] };
        let situation = self.weighing().map_or_else(Situation::default, |w| w.situation);
        let findings = checks.findings(&plan, &situation).into_iter().map(|found| Remark {
            check: found.check.id.clone(),
            about: found.about,
            question: found.check.question.clone(),
            finding: found.check.finding.clone(),
            set_aside: found.set_aside.map(str::to_owned),
        });
        findings.collect()
    }

    /// Sets a remark aside, with the reason.
    pub fn set_aside(self, remark: &Remark, reason: FreeText) {
        let new = SetAside { check: remark.check.clone(), about: remark.about, reason };
        self.change_plan(move |plan| {
            plan.set_aside.retain(|kept| kept.check != new.check || kept.about != new.about);
            plan.set_aside.push(new);
        });
    }

    /// Takes a remark up again.
    pub fn take_up(self, remark: &Remark) {
        let (check, about) = (remark.check.clone(), remark.about);
        self.change_plan(move |plan| {
            plan.set_aside.retain(|kept| kept.check != check || kept.about != about);
        });
    }

    /// Read when they are first needed. `None` when this release's own cannot be read, which a test of
    /// the core holds that they can.
    fn checks(self) -> Option<Rc<Checks>> {
        if let Some(checks) = self.planning().checks.get_value() {
            return Some(checks);
        }
        let checks = Checks::built_in().ok()?.in_language(self.language().tag()).ok()?;
        let checks = Rc::new(checks);
        self.planning().checks.set_value(Some(checks.clone()));
        Some(checks)
    }
}
