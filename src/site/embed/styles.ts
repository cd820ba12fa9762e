import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import postcss, { type ChildNode, type Rule } from 'postcss';

/** Styles of the pages -> the same within a site that is there, where they reach nothing else. */

/**
 * Returns a style sheet with all that it imports, held to what is in `.problem-catalog`. Widths are those of the pages
 * rather than of the window, which the site shares out.
 * @param file a style sheet that holds imports with layers
 */
export function embedded(file: string): string {
  const sheet = postcss.parse(readFileSync(file, 'utf8'));
  sheet.walkAtRules('import', (rule) => {
    const [, path = '', layer = ''] = /^"([^"]+)" layer\(([^)]+)\)$/.exec(rule.params) ?? [];
    rule.replaceWith(postcss.atRule({ name: 'layer', params: layer, nodes: [within(resolve(dirname(file), path))] }));
  });
  return sheet.toString();
}

function within(file: string): Rule {
  const root = postcss.parse(readFileSync(file, 'utf8').replaceAll(':root', '&'));
  root.walkAtRules('media', (rule) => {
    if (!rule.params.includes('width')) return;
    rule.replaceWith(
      ...postcss.list.comma(rule.params).flatMap((query) => {
        const parts = query.split(' and ');
        const sized = (part: string) => part.includes('width');
        const inner = wrapped('container', parts.filter(sized), rule.clone().nodes ?? []);
        return wrapped(
          'media',
          parts.filter((part) => !sized(part)),
          inner,
        );
      }),
    );
  });
  return postcss.rule({ selector: ':where(.problem-catalog)', nodes: root.nodes });
}

function wrapped(name: string, conditions: readonly string[], nodes: ChildNode[]): ChildNode[] {
  return conditions.length === 0 ? nodes : [postcss.atRule({ name, params: conditions.join(' and '), nodes })];
}
