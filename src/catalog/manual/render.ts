import Mustache from 'mustache';

/** A guide with what depends on the catalog put in: a template of Mustache. Code and text stay as they are, unescaped. */

/**
 * Returns the text of a template.
 * @param values what the names in the template stand for; one that the catalog has nothing for is `null`
 * @throws Error for a name that is not among them
 */
export function rendered(template: string, values: object): string {
  return writer.render(template, new Known(values), undefined, { escape: String });
}

const writer = new Mustache.Writer();

/** Mustache takes a name that it does not know for an empty text. */
class Known extends Mustache.Context {
  override push(view: unknown): Mustache.Context {
    return new Known(view, this);
  }

  override lookup(name: string): unknown {
    const value = super.lookup(name);
    if (value === undefined) throw new Error(`A guide names "${name}", which stands for nothing.`);
    return value;
  }
}
