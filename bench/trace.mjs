// The tasks of the main thread until the first question is chosen. From a trace, since the Long Tasks API leaves
// out tasks that belong to no frame, such as the one that follows WebAssembly compilation.
import { withBrowser } from './browser.mjs';
import { load } from './load.mjs';

const LONG = 50; // ms

async function recorded(session, work) {
  const ended = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  await work();
  await session.send('Tracing.end');
  const { stream } = await ended;
  let text = '';
  for (let eof = false; !eof;) {
    const part = await session.send('IO.read', { handle: stream, size: 1 << 20 });
    text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString() : part.data;
    eof = part.eof;
  }
  return JSON.parse(text).traceEvents;
}

function tasksUntilClick(events, origin) {
  const click = events.findLast((e) => e.name === 'bench-click');
  const start = events.findLast((e) => e.name === 'navigationStart' && e.pid === click.pid
    && e.args.data?.documentLoaderURL?.startsWith(origin));
  if (!start) throw new Error('the trace lacks the navigation');
  return events
    .filter((e) => e.name === 'RunTask' && e.pid === click.pid && e.tid === click.tid && e.ts >= start.ts && e.ts < click.ts)
    .map((e) => (Math.min(e.ts + e.dur, click.ts) - e.ts) / 1000);
}

// One cold load: how long the main thread was busy, in tasks over 50 ms, beyond 50 ms of those, and the longest, in ms.
export const tracedLoad = (candidate) => withBrowser(async (context) => {
  const session = await context.browser().newBrowserCDPSession();
  const events = await recorded(session, () => load(context, candidate, 0));
  const tasks = tasksUntilClick(events, candidate.server.origin);
  const long = tasks.filter((d) => d > LONG);
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  return { busy: sum(tasks), longTasks: sum(long), blocking: sum(long.map((d) => d - LONG)), longest: Math.max(0, ...tasks) };
});
