// The part of the harness that lives in the page. Put into it before any of its own scripts; not a module.
// `adapter`: the functions of candidates.mjs. `watch`: the option to click on the first question as soon as it is
// there, or null to leave the page alone. What it finds is read from `__b`.
//
// Painted: the condition held in a requestAnimationFrame callback, and a message sent from there has come back, so
// that the frame is done. What a page sets in a frame's own callbacks, after this one, counts a frame late.
function installProbe(adapter, watch) {
  if (window.top !== window) return;
  const QUESTIONS = 23;
  const RETRY = 50; // ms after which a tap that did nothing (a page not yet alive) is tried again
  const b = { usable: null, longTasks: [], events: [] };
  globalThis.__b = b;

  // ---- paint
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  const afterFrame = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(performance.now()); };
    port2.postMessage(null);
  });
  // The end of the first frame in which `holds` is true, or null when `until` (performance.now) passed before.
  const painted = async (holds, until = Infinity) => {
    for (;;) {
      await frame();
      if (holds()) return afterFrame();
      if (performance.now() > until) return null;
    }
  };

  // ---- what is on the screen
  const inside = (box) => box.top >= -1 && box.left >= -1
    && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  const centre = (box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const onTop = (element, also) => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || !inside(box)) return false;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const hit = document.elementFromPoint(centre(box).x, centre(box).y);
    return hit !== null && (element.contains(hit) || hit === also);
  };
  const shown = (n) => {
    const radio = adapter.radios(n)[0];
    const target = radio && adapter.target(radio);
    return Boolean(target) && onTop(target, radio) && (adapter.shown?.(n) ?? true);
  };
  b.current = () => {
    for (let n = 1; n <= QUESTIONS; n++) if (shown(n)) return n;
    return 0;
  };
  b.recorded = (n, i) => adapter.recorded(n, i);

  // ---- the screens before the first question
  const tapped = new WeakMap();
  // Taps what leads to the first question, if it is there and on the screen. Returns whether it tapped.
  b.enter = () => {
    const element = adapter.enter?.();
    if (!element || element.disabled || performance.now() < (tapped.get(element) ?? 0) + RETRY) return false;
    if (!onTop(element)) { element.scrollIntoView({ block: 'center', behavior: 'instant' }); return false; }
    tapped.set(element, performance.now());
    element.click();
    return true;
  };

  // ---- the first question, as soon as it is there
  const reachFirst = async (entered) => {
    for (;;) {
      await frame();
      if (shown(1)) return afterFrame();
      const element = adapter.enter?.();
      // A person taps what has been painted, so the tap comes after the frame.
      if (element) { const at = await afterFrame(); if (!shown(1) && b.enter()) entered.push(at); }
    }
  };
  // Whether the app holds any of the options in `indexes` and shows it; `recorded` may answer later.
  const holder = (indexes) => {
    const held = new Set();
    return () => {
      const radios = adapter.radios(1);
      for (const i of indexes) {
        const recorded = adapter.recorded(1, i);
        if (recorded?.then) recorded.then((is) => { if (is) held.add(i); }, () => {});
        else if (recorded) held.add(i); else held.delete(i);
      }
      return indexes.some((i) => held.has(i) && radios[i] && adapter.checked(radios[i]));
    };
  };
  const answerFirst = async () => {
    const entered = [];
    const shownAt = await reachFirst(entered);
    const clicked = [];
    const holds = holder(clicked);
    const saved = durable();
    for (let option = watch; ; option++) {
      const radios = [...adapter.radios(1)];
      // Another option at each try, and never one that is chosen already: else nothing changes.
      const i = radios.map((_, k) => (option + k) % radios.length).find((k) => !adapter.checked(radios[k]));
      const target = adapter.target(radios[i]);
      const clickAt = performance.now();
      performance.mark('bench-click');
      if (!clicked.includes(i)) clicked.push(i);
      target.click();
      const usableAt = await painted(holds, performance.now() + RETRY);
      if (usableAt === null) continue;
      b.usable = { shownAt, clickAt, usableAt, clicks: option - watch + 1, entered, durableAt: null };
      globalThis.__benchUsable?.('');
      b.usable.durableAt = await saved;
      return;
    }
  };

  // ---- durable: the frame in which the app says so, anew since this was called
  const durable = () => {
    if (!adapter.saved) return Promise.resolve(null);
    let anew = !adapter.saved();
    const observer = new MutationObserver((records) => {
      const says = adapter.saved();
      if (!says || records.some((record) => says.contains(record.target))) anew = true;
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    return painted(() => anew && Boolean(adapter.saved()?.checkVisibility()), performance.now() + 10_000)
      .finally(() => observer.disconnect());
  };

  // ---- one tap by a finger, armed beforehand
  const arm = (element, also, follow) => {
    if (!element) throw new Error('nothing to tap');
    if (!onTop(element, also)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (!onTop(element, also)) throw new Error('what must be tapped is not on the screen');
    b.durable = null;
    b.result = new Promise((resolve, reject) => {
      addEventListener('pointerdown', (event) => {
        if (!element.contains(event.target) && event.target !== also) reject(new Error('the tap landed elsewhere'));
        else follow(event.timeStamp).then(resolve, reject);
      }, { once: true, capture: true });
    });
    b.result.catch(() => {});
    return centre(element.getBoundingClientRect());
  };
  b.armTap = (n, i, autoAdvance) => {
    const radio = adapter.radios(n)[i];
    return arm(radio && adapter.target(radio), radio, async (down) => {
      b.durable = durable().then((at) => at && at - down);
      if (!autoAdvance) return { tap: await painted(() => adapter.checked(adapter.radios(n)[i])) - down };
      const next = painted(() => n < QUESTIONS && shown(n + 1));
      const chosen = painted(() => { const now = adapter.radios(n)[i]; return Boolean(now) && adapter.checked(now); });
      if (n === QUESTIONS) return { tap: await chosen - down };
      const at = await next;
      return { tap: Math.min(await Promise.race([chosen, next]), at) - down, next: at - down };
    });
  };
  b.armNext = (n) => arm(adapter.next(), null, async (down) => ({ next: await painted(() => shown(n + 1)) - down }));

  // ---- what the browser itself reports
  const observe = (options, take) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(options); } catch { /* not here */ }
  };
  observe({ type: 'longtask', buffered: true }, (e) => b.longTasks.push([e.startTime, e.duration]));
  observe({ type: 'event', buffered: true, durationThreshold: 16 },
    (e) => { if (e.interactionId) b.events.push([e.interactionId, e.duration]); });

  // ---- WebAssembly memories, as the page makes or exports them
  const memories = new Set();
  const keep = (instance) => Object.values(instance.exports)
    .forEach((value) => { if (value instanceof WebAssembly.Memory) memories.add(value); });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      keep(result.instance ?? result);
      return result;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (Original, args) => { const instance = new Original(...args); keep(instance); return instance; },
  });
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct: (Original, args) => { const memory = new Original(...args); memories.add(memory); return memory; },
  });
  b.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  if (watch !== null) answerFirst();
}
