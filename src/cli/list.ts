import { typeTable } from '#catalog/type-table.ts';
import { matchRoutes } from '#runtime/routes/match.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { Failure } from './failure.ts';
import { nearestWord } from './resolve.ts';
import { printable, type Screen } from './screen.ts';

export interface ListOptions {
  readonly status?: string;
  readonly category?: string;
  readonly route?: string;
  readonly retry?: string;
  readonly json?: boolean;
}

/** The problem types that meet all conditions. */
export function list(home: Home, options: ListOptions, screen: Screen): string {
  const { catalog } = home;
  const tests = [statusTest(options), categoryTest(home, options), routeTest(home, options), retryTest(home, options)];
  const found = catalog.problems.filter((entry) => tests.every((test) => test(entry)));
  if (options.json) return JSON.stringify(found, null, 2);
  if (found.length === 0) return 'No problem type meets these conditions.';
  const rows = found.map(({ retry, retired, ...entry }) => ({
    ...entry,
    retry: retry.when,
    isRetired: retired !== undefined,
  }));
  return typeTable(rows, catalog.categories, screen.width, screen.style);
}

type Test = (entry: CatalogEntry) => boolean;
const any: Test = () => true;

/** `401`, `4xx`, or several with commas. */
function statusTest({ status }: ListOptions): Test {
  if (status === undefined) return any;
  const patterns = status.split(',').map((part) => part.trim().toLowerCase());
  const wrong = patterns.find((part) => !/^[45](\d\d|xx)$/.test(part));
  if (wrong !== undefined) {
    throw new Failure(`--status must be an error status such as 401 or 4xx (was "${printable(wrong)}").`);
  }
  return ({ statuses }) =>
    statuses.some((code) => patterns.some((part) => part === String(code) || part === `${String(code)[0]}xx`));
}

function categoryTest({ catalog }: Home, { category }: ListOptions): Test {
  if (category === undefined) return any;
  const keys = Object.keys(catalog.categories);
  const wanted = category.toLowerCase();
  const key = keys.find((each) => each === wanted || catalog.categories[each]?.title.toLowerCase() === wanted);
  if (key === undefined) throw new Failure(choiceFault('--category', category, keys));
  return (entry) => entry.category === key;
}

function retryTest({ catalog }: Home, { retry }: ListOptions): Test {
  if (retry === undefined) return any;
  const known = ['never', 'now', 'after-delay', 'after-change', 'after-login', 'after-fix'];
  const keys = [...new Set([...known, ...catalog.problems.map((entry) => entry.retry.when)])];
  if (!keys.includes(retry)) throw new Failure(choiceFault('--retry', retry, keys));
  return (entry) => entry.retry.when === retry;
}

/** `POST /auth/login`, or a path alone; `/agents/my-agent` is like `/agents/{agent_id}`. */
function routeTest({ catalog }: Home, { route }: ListOptions): Test {
  if (route === undefined) return any;
  const routesOf = ({ endpoints = [] }: CatalogEntry) =>
    endpoints.map((endpoint) => (typeof endpoint === 'string' ? endpoint : endpoint.route));
  const all = [...new Set([...Object.keys(catalog.routes ?? {}), ...catalog.problems.flatMap(routesOf)])];
  const [, method = '', path = ''] = /^(?:(\w+|\*)\s+)?(\S*)$/.exec(route.trim()) ?? [];
  const exact = all.filter((each) => each === route || each.endsWith(` ${route}`));
  const fitting = exact.length > 0 ? exact : matchRoutes(all, method || undefined, path);
  if (fitting.length === 0) {
    const near = nearestWord(route, [...all, ...all.map((each) => each.slice(each.indexOf(' ') + 1))]);
    const advice = near ? `Did you mean "${near}"?` : 'Write it as "POST /path".';
    throw new Failure(`No route is called "${printable(route)}". ${advice}`);
  }
  return (entry) => routesOf(entry).some((each) => fitting.includes(each));
}

function choiceFault(option: string, value: string, choices: readonly string[]): string {
  const near = nearestWord(value, choices);
  const advice = near ? ` Did you mean "${near}"?` : '';
  return `${option} must be one of ${choices.join(', ')} (was "${printable(value)}").${advice}`;
}
