// What a camera reads: the QR code in a screenshot.
import { fileURLToPath } from 'node:url';

const READER = fileURLToPath(import.meta.resolve('jsqr'));

/** The text of the QR code that is to be seen at `locator`, or null. It is read in an empty page: there are many pixels to carry. */
export async function readQr(locator) {
  const png = (await locator.screenshot()).toString('base64');
  const blank = await locator.page().context().newPage();
  await blank.addScriptTag({ path: READER });
  const text = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    drawing.drawImage(picture, 0, 0);
    const { data, width, height } = drawing.getImageData(0, 0, picture.width, picture.height);
    return globalThis.jsQR(data, width, height)?.data ?? null;
  }, png);
  await blank.close();
  return text;
}
