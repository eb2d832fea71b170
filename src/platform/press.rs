//! What is being pressed stays where it is until it is let go: a button that is replaced between the mouse
//! going down and up would never hear of it.

use super::idle::{on, sleep};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};

/// In milliseconds. A press of which the end is not heard, as when another window takes it over, may not
/// keep on the screen what a lock hides.
const LONGEST: u32 = 5000;

/// In milliseconds. So soon after a finger went up its click has come, if there is one.
const CLICK: u32 = 350;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    /// How many presses there were.
    static PRESSES: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(vec![]) };
}

/// Notices presses from now on, for as long as the page lives.
pub(super) fn watch() {
    on(&["pointerdown"], || {
        PRESSED.set(true);
        PRESSES.set(PRESSES.get().wrapping_add(1));
        release_in(LONGEST);
    });
    // What a press changes is shown at once, and what waited right after it.
    on(&["click"], || {
        PRESSED.set(false);
        release_in(0);
    });
    on(&["pointercancel"], || release_in(0));
    // The click comes in the same turn, or of a finger a moment later.
    on(&["pointerup"], || release_in(CLICK));
}

/// Runs this now, or once nothing is being pressed any more.
pub(super) fn when_released(run: impl FnOnce() + 'static) {
    if PRESSED.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(run)));
    } else {
        run();
    }
}

fn release_in(milliseconds: u32) {
    let press = PRESSES.get();
    spawn_local(async move {
        sleep(milliseconds).await;
        // The next one has its own end.
        if PRESSES.get() == press {
            PRESSED.set(false);
            WAITING.take().into_iter().for_each(|run| run());
        }
    });
}
