//! Work on every core, with the results in order.

use std::{
    num::NonZeroUsize,
    sync::mpsc::sync_channel,
    thread::{self, available_parallelism},
};

/// How many results of one core may wait for the others. Each may be a bundle as large as one can be.
const AHEAD: usize = 1;
/// No more cores than this: memory is for as many bundles as there are cores, and then some.
const MOST: usize = 8;

/// Does the work for each item, on as many cores as there are up to eight, and hands every result to `take` in the order of the items.
/// So few results wait that memory does not grow with the number of items. An error of `take` ends it.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), E>,
) -> Result<(), E> {
    let cores = available_parallelism().map_or(1, NonZeroUsize::get).min(MOST);
    let cores = cores.min(items.len().max(1));
    thread::scope(|scope| {
        let work = &work;
        // Each core has every so manieth item: its results are in order by themselves.
        let results: Vec<_> = (0..cores)
            .map(|core| {
                let (send, receive) = sync_channel(AHEAD);
                scope.spawn(move || {
                    for item in items.iter().skip(core).step_by(cores) {
                        // Nobody waits for it any more: an earlier result ended it.
                        if send.send(work(item)).is_err() {
                            return;
                        }
                    }
                });
                receive
            })
            .collect();
        for (item, results) in items.iter().zip(results.iter().cycle()) {
            // A core that went away has panicked, and so does this when the scope ends.
            let Ok(result) = results.recv() else { break };
            take(item, result)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        convert::Infallible,
        sync::atomic::{AtomicUsize, Ordering},
        time::Duration,
    };

    #[test]
    fn results_are_in_order_whoever_is_slow() {
        for count in [0, 1, 2, 3, 100] {
            let items: Vec<u64> = (0..count).collect();
            let mut taken = vec![];
            let slow_in_turns = |item: &u64| {
                thread::sleep(Duration::from_micros((item * 7) % 5 * 100));
                item * item
            };
            let done: Result<(), Infallible> = in_order(&items, slow_in_turns, |item, square| {
                taken.push((*item, square));
                Ok(())
            });
            assert_eq!(done, Ok(()));
            assert_eq!(taken, items.iter().map(|item| (*item, item * item)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_ends_it_and_little_is_done_ahead() {
        let items: Vec<usize> = (0..10_000).collect();
        let done = AtomicUsize::new(0);
        let work = |item: &usize| {
            done.fetch_add(1, Ordering::Relaxed);
            *item
        };
        let ended = in_order(&items, work, |_, item| if item == 50 { Err(item) } else { Ok(()) });
        assert_eq!(ended, Err(50));
        let cores = available_parallelism().map_or(1, NonZeroUsize::get).min(MOST);
        assert!(done.load(Ordering::Relaxed) <= 51 + cores * (AHEAD + 2));
    }
}
