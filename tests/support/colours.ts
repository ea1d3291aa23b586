/** What an eye makes of a colour. Channels of a `Colour` are linear light, 0 to 1. */
export type Colour = [red: number, green: number, blue: number];

export type Sight = 'full' | 'greyscale' | 'deuteranopia' | 'protanopia';

/**
 * Full severity, for linear light: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009.
 */
const deficient: Record<'deuteranopia' | 'protanopia', [Colour, Colour, Colour]> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** @param value 0 to 255 in sRGB */
export function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

export function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** As WCAG 2.2 has it, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

export function seen(colour: Colour, sight: Sight): Colour {
  if (sight === 'full') return colour;
  if (sight === 'greyscale') {
    const grey = luminance(colour);
    return [grey, grey, grey];
  }
  const [red, green, blue] = deficient[sight].map((row) => {
    const value = row.reduce((sum, weight, channel) => sum + weight * (colour[channel] ?? 0), 0);
    return Math.min(1, Math.max(0, value));
  });
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Distance in CIELAB (D65), where 2.3 can just be told apart side by side and black and white are 100. */
export function distance(one: Colour, other: Colour): number {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function lab([red, green, blue]: Colour): [number, number, number] {
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = curve(luminance([red, green, blue]));
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(share: number): number {
  return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
}
