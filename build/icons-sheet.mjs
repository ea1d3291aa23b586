import { Resvg } from '@resvg/resvg-js';

const bars = ['#ffffff', '#808080', '#000000'];
const magnified = 8;
const pixels = 16;
const cell = { width: pixels * (magnified + 1) + 24, height: pixels * magnified + 16 };

/**
 * A PNG to look at: a row for each icon, at its real size and magnified, on a light, a middling and a dark
 * bar; last what is the macOS template, on a light one.
 *
 * @param {{ paint: Uint8Array, template: Uint8Array }[]} icons PNGs of 16 pixels
 */
export function sheet(icons) {
  const columns = [...bars.map((bar) => ({ bar, of: 'paint' })), { bar: bars[0], of: 'template' }];
  const cells = icons.flatMap((icon, row) =>
    columns.map(({ bar, of }, column) => {
      const href = `data:image/png;base64,${Buffer.from(icon[of]).toString('base64')}`;
      const image = (x, y, size) =>
        `<image x="${x}" y="${y}" width="${size}" height="${size}" image-rendering="optimizeSpeed" href="${href}"/>`;
      return (
        `<g transform="translate(${column * cell.width} ${row * cell.height})">` +
        `<rect width="${cell.width}" height="${cell.height}" fill="${bar}"/>` +
        `${image(8, 64, pixels)}${image(pixels + 16, 8, pixels * magnified)}</g>`
      );
    }),
  );
  const [width, height] = [columns.length * cell.width, icons.length * cell.height];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${cells.join('')}</svg>`;
  return new Resvg(svg).render().asPng();
}
