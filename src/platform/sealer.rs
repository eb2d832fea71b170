//! The worker that makes keys and seals bundles: started for one job, ended after it. What it held
//! in memory goes with it.

use super::{idle, page::asset_address};
use draagkracht_core::{
    binary,
    sealing::{Failure, FailureCode, Job, Outcome},
};
use futures::future::{Either, select};
use js_sys::{Array, Promise, Uint8Array};
use std::pin::pin;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long a job may take, in milliseconds: many times what the slowest phone needs for the longest one.
const PATIENCE: u32 = 180_000;

/// Has the worker do a job. `bytes` go with the job, and may come with the outcome. One that takes too
/// long, as when the worker's file never comes, has failed.
pub async fn run(job: Job, bytes: Option<&[u8]>) -> Result<(Outcome, Vec<u8>), Failure> {
    let worker = start().map_err(failed)?;
    let answer = match select(pin!(ask(&worker, job, bytes)), pin!(idle::sleep(PATIENCE))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(failed("it took too long")),
    };
    worker.terminate();
    match answer? {
        (Outcome::Failed(failure), _) => Err(failure),
        done => Ok(done),
    }
}

fn failed<E>(_: E) -> Failure {
    Failure { code: FailureCode::Failed, sentence: String::new() }
}

fn start() -> Result<Worker, JsValue> {
    let address = asset_address("worker").ok_or("the page does not say where the worker is")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&address, &options)
}

async fn ask(
    worker: &Worker,
    job: Job,
    bytes: Option<&[u8]>,
) -> Result<(Outcome, Vec<u8>), Failure> {
    let job = binary::to_bytes(&job).map_err(failed)?;
    let message = Array::of1(&Uint8Array::from(job.as_slice()));
    if let Some(bytes) = bytes {
        message.push(&Uint8Array::from(bytes));
    }
    let answered = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |event: MessageEvent| {
            resolve.call1(&JsValue::NULL, &event.data())
        });
        let broken = Closure::once_into_js(move |_: JsValue| {
            reject.call1(&JsValue::NULL, &"it broke off".into())
        });
        worker.set_onmessage(Some(done.unchecked_ref()));
        worker.set_onerror(Some(broken.unchecked_ref()));
    });
    worker.post_message(&message).map_err(failed)?;
    let parts = JsFuture::from(answered).await.map_err(failed)?.unchecked_into::<Array>();
    let bytes = |at| parts.get(at).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    let outcome = bytes(0).map_err(|_| failed("it answered in another form"))?;
    Ok((binary::from_bytes(&outcome).map_err(failed)?, bytes(1).unwrap_or_default()))
}
