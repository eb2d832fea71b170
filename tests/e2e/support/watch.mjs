// What must never happen on any journey: a request that leaves the origin, a breach of the security policy, an error nobody caught.

/** Watches all pages of a context. `allow` names origins that a test means to reach; `complaints` is what went wrong. */
export async function watch(context, origin) {
  const allowed = new Set([origin]);
  const complaints = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && !allowed.has(url.origin)) complaints.push(`a request left the origin: ${url}`);
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(`nobody caught: ${error.error()}`));
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
    console.error(`Content Security Policy: ${effectiveDirective} blocked ${blockedURI} in ${sourceFile}`);
  }));
  return { complaints, allow: (other) => allowed.add(other) };
}
