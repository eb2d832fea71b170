//! The connection to the database: opened once, opened again when the browser closed it, and
//! given up when another tab needs the database for itself.

use super::{error, migrations, request, schema};
use draagkracht_core::store::StoreError;
use js_sys::{Function, Promise, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

/// Begins something on a database; the promise settles when it is done.
pub(super) type Begin<'a> = &'a dyn Fn(&IdbDatabase) -> Result<Promise, JsValue>;

/// The store of the core on `IndexedDB`. A clone is the same connection.
#[derive(Clone)]
pub struct IdbStore {
    inner: Rc<Inner>,
}

struct Inner {
    name: String,
    notice: Box<dyn Fn(Notice)>,
    link: RefCell<Link>,
}

enum Link {
    /// Not open yet, or closed by the browser.
    None,
    Open(IdbDatabase),
    /// Given up for another tab.
    GivenUp,
}

/// What the person must be told about other tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Another tab has a newer app, or wipes everything. What was being written is finished; from
    /// now on this tab can write nothing until it is loaded again.
    GivenUp,
    /// Other tabs with an older app must be closed first; opening goes on by itself after that.
    Blocked,
}

impl IdbStore {
    /// Opens the database of this name, [`schema::NAME`] in the app, and makes or upgrades it.
    pub async fn open(name: &str, notice: impl Fn(Notice) + 'static) -> Result<Self, StoreError> {
        let inner = Inner {
            name: name.to_owned(),
            notice: Box::new(notice),
            link: RefCell::new(Link::None),
        };
        let store = Self { inner: Rc::new(inner) };
        store.database().await?;
        Ok(store)
    }

    /// Begins something on the database and waits for it; once more when the browser turns out to
    /// have closed it: a transaction that could not begin, or was undone, has changed nothing.
    pub(super) async fn with(&self, begin: Begin<'_>) -> Result<JsValue, StoreError> {
        let mut again = true;
        loop {
            let result = match begin(&self.database().await?) {
                Ok(promise) => request::settle(promise).await,
                Err(error) => Err(error),
            };
            match result {
                Err(closed) if again && error::is_closed(&closed) => self.forget(),
                result => return result.map_err(|e| error::of_use(&e)),
            }
            again = false;
        }
    }

    /// The open database.
    async fn database(&self) -> Result<IdbDatabase, StoreError> {
        match &*self.inner.link.borrow() {
            Link::Open(database) => return Ok(database.clone()),
            Link::GivenUp => return Err(StoreError::Closed("another tab needs it".to_owned())),
            Link::None => {}
        }
        let opening = self.inner.request().map_err(|e| error::of_opening(&e))?;
        let opened = request::settle(request::answered(&opening))
            .await
            .map_err(|e| error::of_opening(&e))?;
        let database = opened.unchecked_into::<IdbDatabase>();
        self.watch(&database);
        *self.inner.link.borrow_mut() = Link::Open(database.clone());
        Ok(database)
    }

    /// The connection is of no use any more; the next use opens another.
    pub(super) fn forget(&self) {
        let mut link = self.inner.link.borrow_mut();
        if matches!(*link, Link::Open(_)) {
            *link = Link::None;
        }
    }

    /// Hears when the browser closes the database, or another tab wants it.
    fn watch(&self, database: &IdbDatabase) {
        let store = self.clone();
        database.set_onclose(Some(&once(move |_| store.forget())));
        let (store, open) = (self.clone(), database.clone());
        database.set_onversionchange(Some(&once(move |_| {
            // Waits for what is being written.
            open.close();
            *store.inner.link.borrow_mut() = Link::GivenUp;
            (store.inner.notice)(Notice::GivenUp);
        })));
    }
}

impl Inner {
    fn request(self: &Rc<Self>) -> Result<IdbOpenDbRequest, JsValue> {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into())?;
        if factory.is_undefined() || factory.is_null() {
            return Err(error::named("NotSupportedError", "this browser has no IndexedDB"));
        }
        let request =
            factory.unchecked_into::<IdbFactory>().open_with_u32(&self.name, schema::VERSION)?;
        let opening = request.clone();
        request.set_onupgradeneeded(Some(&once(move |event| upgrade(&opening, &event))));
        let inner = Rc::clone(self);
        request.set_onblocked(Some(&once(move |_| (inner.notice)(Notice::Blocked))));
        Ok(request)
    }
}

/// Runs the migrations; when one fails the browser undoes them all and the opening fails.
fn upgrade(request: &IdbOpenDbRequest, event: &JsValue) {
    let from = event.unchecked_ref::<IdbVersionChangeEvent>().old_version();
    let (Ok(database), Some(transaction)) = (request.result(), request.transaction()) else {
        return;
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small version")]
    let from = from as u32;
    if migrations::run(from, database.unchecked_ref(), &transaction).is_err() {
        // It is undone already when this fails.
        transaction.abort().ok();
    }
}

fn once(run: impl FnOnce(JsValue) + 'static) -> Function {
    Closure::once_into_js(run).unchecked_into()
}
