/**
 * Draws every icon from the shapes below and writes the images to assets/icons.
 *
 *   node build/icons.mjs           writes them
 *   node build/icons.mjs --check   exits 1 when a file is missing or stale
 *   node build/icons.mjs --sheet   writes out/icons-sheet.png, to look at all of them at once
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { ico } from './ico.mjs';
import { sheet } from './icons-sheet.mjs';
import { root } from './root.mjs';

const traySizes = [16, 22, 24, 32, 48, 64];
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** Windows picks from one file, for every scale of a display and, at 256, for the largest view of a folder. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];

// Everything is drawn in a box of 32 units: two of them are one pixel of the smallest icon, so
// upright strokes are four units wide and lie on even coordinates.
const cloud = 'M8.4 28A7 7 0 0 1 5.98 14.43A9.6 9.6 0 1 1 24.99 12.2A8 8 0 0 1 23.2 28Z';

const line = (path, width) => (ink) =>
  `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const tick = line('M9.4 18.8l4.8 4.9 8.4-10', 4);
const exclamation = line('M16 9.2v8.6M16 24h.01', 4);
const twoBars = line('M12 13v10M20 13v10', 4);
const dots = line('M10 20h.01M16 20h.01M22 20h.01', 4);
const slashPath = 'M4 30.4 28 3';
/** The gap beside the line keeps it apart from the cloud's own outline. */
const slash = (ink, paper) => line(slashPath, 8)(paper) + line(slashPath, 3.4)(ink);

/** Strokes instead of text: what comes out must not depend on the fonts of a machine. */
const nine = 'M13.4 25C17.6 23 20 19.4 20 14.4A4.2 4.2 0 1 0 11.6 14.4A4.2 4.2 0 0 0 19.7 15.6';
const digits = [
  'M12.2 12.8 16 10V25',
  'M12 13.6A4 4 0 0 1 20 14.2C20 17.6 12 20.6 12 25H20.4',
  'M12.2 10H20L16 15.2A4.9 4.9 0 1 1 11.8 23.2',
  'M18 25V10L11 20.8H21.6',
  'M19.8 10H13L12.5 16.4A4.7 4.7 0 1 1 12 23.6',
  'M18.6 10C14.4 12 12 15.6 12 20.6A4.2 4.2 0 1 0 20.4 20.6A4.2 4.2 0 0 0 12.3 19.4',
  'M11.8 10H20.2L14.6 25',
  'M16 10A3.3 3.3 0 1 1 15.99 10ZM16 16.6A4.2 4.2 0 1 1 15.99 16.6Z',
  nine,
].map((path) => line(path, 3.8));

const ninePlus = (ink) =>
  `<g transform="translate(-1 2.8) scale(.86)">${line(nine, 4)(ink)}</g>` +
  line('M23.2 15.6v7.4M19.5 19.3h7.4', 3)(ink);

/**
 * A rim of another tone, a pixel wide at the smallest size, keeps a filled cloud visible on a bar of its own
 * tone; the cloud is smaller by that.
 */
const filled = (fill, rim) =>
  `<path d="${cloud}" transform="translate(1.14 1.96) scale(.93)" fill="${fill}" stroke="${rim}" stroke-width="4.3" stroke-linejoin="round" paint-order="stroke"/>`;
/** Not transparent inside: on a dark bar the filling is what shows. */
const hollow = (ink, paper) => `<path d="${cloud}" fill="${paper}" stroke="${ink}" stroke-width="3"/>`;

const alarm = (glyph) => ({ filled: true, glyph, paint: filled('#c42b1c', '#fff') + glyph('#fff') });
const hollowIcon = (glyph, ink) => ({ glyph, paint: hollow(ink, '#fff') + glyph(ink, '#fff') });

/** Filled in a template means alarm: where there is no colour, the shape must say it. */
const icons = {
  connected: { glyph: tick, paint: filled('#0e7a3d', '#fff') + tick('#fff') },
  ...Object.fromEntries(digits.map((digit, index) => [`disconnected-${index + 1}`, alarm(digit)])),
  'disconnected-9plus': alarm(ninePlus),
  attention: { glyph: exclamation, paint: filled('#f7ab0a', '#1f1500') + exclamation('#2b1d00') },
  offline: hollowIcon(slash, '#484848'),
  paused: { glyph: twoBars, paint: filled('#526273', '#fff') + twoBars('#fff') },
  checking: hollowIcon(dots, '#1f5fae'),
};

const app =
  '<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#1d5b8f"/><stop offset="1" stop-color="#0d2f52"/></linearGradient>' +
  '<rect width="32" height="32" rx="7" fill="url(#sky)"/>' +
  `<g transform="translate(2.9 2.6) scale(.82)"><path d="${cloud}" fill="#fff"/>${tick('#0e7a3d')}</g>`;

/** macOS leaves a margin around its icons: 824 of 1024 pixels are drawn on. */
const macApp = `<g transform="translate(3.125 3.125) scale(.8047)">${app}</g>`;

/** Black and alpha, made from brightness: what is white in the scene is opaque in the icon. */
function template({ filled: alarming, glyph }) {
  const scene = alarming
    ? `<path d="${cloud}" fill="#fff"/>${glyph('#000', '#fff')}`
    : hollow('#fff', '#000') + glyph('#fff', '#000');
  return `<mask id="scene">${scene}</mask><rect width="32" height="32" mask="url(#scene)"/>`;
}

function png(body, size) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${body}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

function windowsIcon(body) {
  return ico(icoSizes.map((size) => ({ size, png: png(body, size) })));
}

function* files() {
  for (const [name, icon] of Object.entries(icons)) {
    for (const size of traySizes) yield [`tray/${name}-${size}.png`, png(icon.paint, size)];
    yield [`tray/${name}.ico`, windowsIcon(icon.paint)];
    yield [`tray/${name}Template.png`, png(template(icon), 16)];
    yield [`tray/${name}Template@2x.png`, png(template(icon), 32)];
  }
  for (const size of appSizes) yield [`app-${size}.png`, png(app, size)];
  yield ['app.ico', windowsIcon(app)];
  // The packager makes the .icns of it.
  yield ['app-mac-1024.png', png(macApp, 1024)];
}

function onDisk(path) {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const folder = join(root, 'assets', 'icons');
const stale = [...files()].filter(([name, bytes]) => onDisk(join(folder, name))?.equals(bytes) !== true);

if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`stale: assets/icons/${name}`);
  if (stale.length > 0) console.error('Run: node build/icons.mjs');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else if (process.argv.includes('--sheet')) {
  const drawn = Object.values(icons).map((icon) => ({
    paint: png(icon.paint, 16),
    template: png(template(icon), 16),
  }));
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'icons-sheet.png'), sheet(drawn));
} else {
  mkdirSync(join(folder, 'tray'), { recursive: true });
  for (const [name, bytes] of stale) writeFileSync(join(folder, name), bytes);
  console.log(`${stale.length} icons written`);
}
