// The least that opening a bundle takes: one X25519 agreement, and ChaCha20-Poly1305 over its bytes. By OpenSSL, on one core.
import { createCipheriv, createDecipheriv, diffieHellman, generateKeyPairSync, randomBytes } from 'node:crypto';

const CIPHER = 'chacha20-poly1305';
const TAG = { authTagLength: 16 };

// Seconds for bundles of these sizes, in bytes.
export function floor(sizes) {
  const [ours, theirs] = [generateKeyPairSync('x25519'), generateKeyPairSync('x25519')];
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  const sealed = sizes.map((size) => {
    const cipher = createCipheriv(CIPHER, key, nonce, TAG);
    const bytes = Buffer.concat([cipher.update(Buffer.alloc(size)), cipher.final()]);
    return { bytes, tag: cipher.getAuthTag() };
  });
  const began = performance.now();
  for (const { bytes, tag } of sealed) {
    diffieHellman({ privateKey: ours.privateKey, publicKey: theirs.publicKey });
    const decipher = createDecipheriv(CIPHER, key, nonce, TAG);
    decipher.setAuthTag(tag);
    decipher.update(bytes);
    decipher.final();
  }
  return (performance.now() - began) / 1000;
}
