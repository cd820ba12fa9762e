/** Inline Markdown of the catalog as pieces that become elements; all else stays text. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly inner: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inner: readonly Inline[] };

export function inlineParts(markdown: string): Inline[] {
  const found: Inline[] = [];
  const token =
    /``((?:[^`]|`[^`])+)``|`([^`]+)`|\*\*((?:[^*]|\*[^*])+)\*\*|\*([^\s*][^*]*)\*|\[([^[\]]+)\]\(([^()\s]+)\)|\\([\\`*_{}[\]()<>#+.!|-])/g;
  let from = 0;
  for (const match of markdown.matchAll(token)) {
    const [all, double, single, strong, em, label, href = '', escaped] = match;
    const code = double ?? single;
    if (match.index > from) found.push({ kind: 'text', text: markdown.slice(from, match.index) });
    if (code !== undefined) found.push({ kind: 'code', text: code.trim() });
    else if (strong !== undefined) found.push({ kind: 'strong', inner: inlineParts(strong) });
    else if (em !== undefined) found.push({ kind: 'em', inner: inlineParts(em) });
    else if (label !== undefined)
      found.push(isSafe(href) ? { kind: 'link', href, inner: inlineParts(label) } : { kind: 'text', text: label });
    else found.push({ kind: 'text', text: escaped ?? '' });
    from = match.index + all.length;
  }
  if (from < markdown.length) found.push({ kind: 'text', text: markdown.slice(from) });
  return found;
}

function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/)|#|\.)/.test(href);
}
