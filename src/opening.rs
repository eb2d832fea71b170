//! Opening the app: the words, what is kept on this device, and where the person was.

use crate::{
    app::{App, Given, Invited, Words},
    i18n::{Language, RESIDENT, Text, Texts},
    keeping::{FAILED, FULL, Keeper, Open, Saved, WIPED},
    layout,
    part::Part,
    platform::{
        browser_key::{self, BrowserKeyError},
        element, fetch, history,
        idb::{IdbStore, Notice, schema},
        idle, page, persistence, prefs, rng, service_worker,
    },
    screens::{Screen, Trouble},
};
use draagkracht_core::{
    instrument::Instrument, invitation::Invitation, response::Response, session::Session,
    store::StoreError,
};
use draagkracht_vault::{
    CaseFile, Vault, VaultError, Why,
    vault::{OWN, wrap_of},
    wrap::WrapError,
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

const INSTRUMENT: &str = "resident.v1";

/// Opens a part of the app in the page.
pub fn start(part: Part) {
    // Every signal and effect of the app belongs to this one, for as long as the page lives.
    mount_to_body(move || run(part));
}

fn run(part: Part) {
    let owner = Owner::current().unwrap_or_default();
    spawn_local(async move {
        let language = Language::from_tag(&prefs::language().unwrap_or_default());
        page::set_language(language.tag(), language.direction());
        page::set_text_size(&prefs::text_size().unwrap_or_else(|| "normal".to_owned()));
        let invitation = history::take_fragment();
        let (texts, instrument, found) =
            futures::join!(texts(language), instrument(language), find());
        // Without words there is nothing to show: the page keeps the sentence of its HTML.
        let Some(texts) = texts else { return page::show_start_failed() };
        let words = Words { texts, instrument, language };
        owner.with(|| open(part, words, found, invitation.as_deref()));
    });
}

/// What is kept here, read before anything is shown.
struct Found {
    open: Open,
    cases: Vec<CaseFile>,
    damaged: bool,
    trouble: Option<Trouble>,
}

fn open(part: Part, words: Words, found: Found, invitation: Option<&str>) {
    let Found { mut open, cases, damaged, trouble } = found;
    let invitation = match invitation.map(str::parse::<Invitation>) {
        None => Invited::No,
        Some(Ok(invitation)) => Invited::By(invitation),
        Some(Err(_)) => Invited::Wrongly,
    };
    let here = here(cases, &invitation, words.instrument.as_ref());
    open.file = here.file;
    let app = App::new(part, words, Keeper::new(open));
    if let Some(case) = here.case {
        let consents = &case.consents;
        app.consents
            .set(Given { support: consents.support.given, research: consents.research.given });
    }
    // On a professional's tablet the list is there before the resident has said what they agree to.
    let asked = prefs::lent().is_none() || here.session.as_ref().is_none_or(|s| s.answered() > 0);
    app.begun.set_value(asked);
    app.session.set(here.session);
    app.response.set(here.response);
    app.invitation.set(invitation);
    let no_words = app.instrument(|_| ()).is_none();
    let trouble = trouble.or(here.trouble).or(no_words.then_some(Trouble::Load));
    app.notice.set(damaged.then_some(Text::DamagedBeside));
    history::on_move(move |entry| app.moved(entry.as_deref()));
    // Who cannot read what is kept must still be able to wipe it.
    let wiping = history::current().as_deref() == Some(Screen::Data.name());
    match trouble {
        Some(trouble) if !wiping || !(part.has)(Screen::Data) => {
            app.put(Screen::Trouble(trouble));
            app.appear();
        }
        _ => (part.begin)(app),
    }
}

/// Where the person was.
#[derive(Default)]
struct Here {
    file: Option<CaseFile>,
    case: Option<draagkracht_core::case::Case>,
    session: Option<Session>,
    response: Option<Response>,
    trouble: Option<Trouble>,
}

/// The list that an invitation is for; without one the list that is open, or the one completed last.
fn here(cases: Vec<CaseFile>, invited: &Invited, instrument: Option<&Instrument>) -> Here {
    let mut best = Here::default();
    for file in cases {
        let matches = |code, person: &_, moment| match invited {
            Invited::By(i) => i.code == code && i.person == *person && i.moment == moment,
            Invited::No | Invited::Wrongly => true,
        };
        let session = file.sessions().rfind(|session| {
            let i = session.identity();
            matches(i.case_code, &i.person, i.moment)
        });
        let response = file.responses().rfind(|r| matches(r.case_code, &r.person, r.moment));
        let same_case = matches!((invited, file.case()),
            (Invited::By(i), Some(case)) if i.code == case.case_code && i.person == case.person);
        let open = session.is_some() && best.session.is_none();
        let newer = response.map(|r| &r.completed) > best.response.as_ref().map(|r| &r.completed);
        if open || (best.session.is_none() && newer) || (same_case && best.file.is_none()) {
            best = Here {
                session: session.cloned(),
                response: response.cloned(),
                case: file.case().cloned(),
                trouble: None,
                file: Some(file),
            };
        }
    }
    let fits = |session: &Session| instrument.is_none_or(|i| session.resume(i).is_ok());
    if !best.session.as_ref().is_none_or(fits) {
        best.trouble = Some(Trouble::OtherList);
    }
    best
}

async fn texts(language: Language) -> Option<Texts> {
    let lines = fetch::asset(&["texts/", language.tag()].concat()).await.ok()?;
    Texts::load(str::from_utf8(&lines).ok()?, RESIDENT).ok()
}

async fn instrument(language: Language) -> Option<Instrument> {
    let key = ["instrument/", INSTRUMENT, ".", language.tag()].concat();
    Instrument::from_compiled(&fetch::asset(&key).await.ok()?).ok()
}

/// The vault that a professional handed over on this device, if the resident has it now.
fn lent() -> Option<Uuid> {
    prefs::lent()?.parse().ok()
}

async fn find() -> Found {
    let mut found = Found { open: Open::default(), cases: vec![], damaged: false, trouble: None };
    found.trouble = read(&mut found).await.err();
    found
}

async fn read(found: &mut Found) -> Result<(), Trouble> {
    // The other tab that needs the database says what to do; here nothing more can be written.
    let store = IdbStore::open(schema::NAME, |notice| match notice {
        Notice::GivenUp => page::reload(),
        Notice::Blocked => {}
    });
    let store = store.await?;
    found.open.store = Some(store.clone());
    let id = lent().unwrap_or(OWN);
    let Some(wrap) = wrap_of(&store, id).await? else { return Ok(()) };
    let key = browser_key::unwrap(&store, &wrap).await?;
    let vault = Vault::open(store, id, key, rng::fill).await?;
    for case in vault.cases().await? {
        match case {
            Ok(file) => {
                found.damaged |= !file.damaged().is_empty();
                found.cases.push(file);
            }
            Err(damaged) if damaged.why == Why::Newer => return Err(Trouble::Newer),
            Err(_) => found.damaged = true,
        }
    }
    found.open.vault = Some(vault);
    Ok(())
}

impl App {
    /// The questions: where the person was, or the welcome.
    pub fn begin_questions(self) {
        // An invitation is for the questions, whatever the entry of the history says.
        let asked = history::current().and_then(|name| Screen::named(&name));
        let elsewhere = asked.filter(|screen| (self.part().has)(*screen));
        let told = history::current().unwrap_or_default();
        self.put(elsewhere.unwrap_or_else(|| self.home()));
        match told.as_str() {
            WIPED => self.notice.set(Some(Text::DataWiped)),
            FULL => self.saved.set(Saved::Full),
            FAILED => self.saved.set(Saved::Failed),
            _ => {}
        }
        self.appear();
        if self.screen.get_untracked() != Screen::Start {
            self.work_offline();
        }
        spawn_local(self.load_about());
    }

    /// What came of the answers; a list that the person said is right is completed first.
    pub fn begin_outcome(self) {
        spawn_local(async move {
            let asked = history::current().and_then(|name| Screen::named(&name));
            if asked == Some(Screen::Result) {
                match self.complete().await {
                    Some(Saved::Full) => return self.go_back_to(FULL),
                    Some(_) => return self.go_back_to(FAILED),
                    None => {}
                }
            }
            let told = self.response.with_untracked(Option::is_some);
            let fits = |screen: &Screen| match screen {
                Screen::Help | Screen::Data => true,
                Screen::HandIn => told && prefs::lent().is_none(),
                _ => told,
            };
            self.put(asked.filter(fits).unwrap_or_else(|| self.home()));
            self.appear();
            self.work_offline();
            self.load_config().await;
            self.resume_sealing().await;
        });
    }

    /// The list could not be completed: the first part says why.
    fn go_back_to(self, entry: &str) {
        history::replace(entry);
        self.to_other_part();
    }

    /// Takes the place of what the HTML showed.
    fn appear(self) {
        // On the way to the other part there is nothing to show.
        if (self.part().has)(self.screen.get_untracked())
            && let Some(root) = element::root()
        {
            layout::fill(self, root);
        }
    }

    /// Once the first question can be used: asks that what is kept stays, and keeps the app itself.
    pub fn work_offline(self) {
        persistence::ask();
        spawn_local(async move {
            // The screen is drawn first.
            idle::sleep(0).await;
            service_worker::keep(
                move |offline| self.offline.set(Some(offline)),
                move || {
                    let keeper = self.keeper();
                    async move { keeper.settle().await }
                },
            );
        });
    }
}

/// What a failure to open means for the person.
impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(_) => Self::Refused,
            StoreError::Newer => Self::Newer,
            _ => Self::Store,
        }
    }
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Store(error) => error.into(),
            VaultError::Damaged(damaged) if damaged.why == Why::Newer => Self::Newer,
            VaultError::Damaged(_) => Self::Damaged,
            _ => Self::Store,
        }
    }
}

impl From<BrowserKeyError> for Trouble {
    fn from(error: BrowserKeyError) -> Self {
        match error {
            BrowserKeyError::Store(error) => error.into(),
            BrowserKeyError::Wrap(WrapError::Newer) => Self::Newer,
            BrowserKeyError::Wrap(_) | BrowserKeyError::Altered(_) => Self::Damaged,
            BrowserKeyError::NoKey(_) | BrowserKeyError::OtherWay => Self::KeyGone,
            BrowserKeyError::Refused(_) => Self::Refused,
        }
    }
}
