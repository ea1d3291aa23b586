/** Short words must begin one, or "Till 4" would find every V400m. */
const shortest = 3;

/** Whether something by these names is what is searched for: each word is in one of them. Nothing typed finds everything. */
export function searchFor(typed: string): (...names: string[]) => boolean {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return (...names) => {
    const text = ` ${names.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word.length < shortest ? ` ${word}` : word));
  };
}
