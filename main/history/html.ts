/** Markup of ours, as against a text that may hold anything. */
export interface Html {
  readonly html: string;
}

/** ``html`<p>${text}</p>` ``: texts are escaped, markup and lists of it are not. */
export function html(
  parts: TemplateStringsArray,
  ...values: (string | number | Html | readonly Html[])[]
): Html {
  const pieces = parts.map((part, at) => part + (at < values.length ? inserted(values[at] ?? '') : ''));
  return { html: pieces.join('') };
}

function inserted(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
