import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsIn } from '../catalog/findings.ts';
import { copyOfLibrary, root, run, temporary } from '../support.ts';

/** `init --from`: what each kind of source becomes. Entries are added to a copy of the library catalog, which has all else. */

const base = 'https://library.example/problems';
const openapi = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/orders/{id}': {
      post: {
        responses: {
          201: { description: 'Made' },
          409: {
            description: 'The item is gone. Another order took it.',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/OutOfStock' } } },
          },
          404: { $ref: '#/components/responses/NotFound' },
        },
      },
    },
  },
  components: {
    responses: {
      NotFound: {
        description: 'No such order',
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: {
              one: {
                value: {
                  type: 'urn:shop:orderMissing',
                  title: 'Order Missing',
                  status: 404,
                  detail: 'Order 17 is missing.',
                  order_id: 17,
                },
              },
            },
          },
        },
      },
    },
    schemas: {
      Problem: {
        type: 'object',
        properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
      },
      OutOfStock: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          {
            required: ['sku', 'until'],
            properties: {
              type: { const: 'https://api.example.com/errors/out-of-stock' },
              title: { const: 'Out of Stock.' },
              sku: { type: 'string', description: 'Item that was ordered.' },
              until: { type: ['string', 'null'], format: 'date-time' },
              left: { type: 'array', items: { enum: ['a', 'b'] } },
            },
          },
        ],
      },
    },
  },
};

interface Case {
  readonly files: Readonly<Record<string, string>>;
  /** Name of each entry, and what its text holds. */
  readonly entries: Readonly<Record<string, readonly string[]>>;
  readonly says?: readonly string[];
}

const cases: Record<string, Case> = {
  'an OpenAPI description': {
    files: { 'api.json': JSON.stringify(openapi) },
    entries: {
      'out-of-stock': [
        "title: 'Out of Stock',",
        'status: 409,',
        '/** Item that was ordered. */\n  sku: string;',
        '  until: string | null;',
        "  left?: ('a' | 'b')[];",
        "summary: 'The item is gone.'",
        "'POST /orders/{id}'",
      ],
      'order-missing': ["detail: 'Order {order_id} is missing.'", 'order_id: number;', "type: 'urn:shop:orderMissing'"],
    },
  },
  'an OpenAPI 3.0 description in YAML, with alternatives in a file beside it': {
    files: {
      'api.yaml': `openapi: 3.0.3
paths:
  /loans:
    get:
      responses:
        default:
          description: Any error
          content:
            application/problem+json:
              schema:
                oneOf:
                  - $ref: 'parts.yaml#/schemas/TooMany'
                  - $ref: 'parts.yaml#/schemas/Late'
`,
      'parts.yaml': `schemas:
  Base: { type: object, properties: { type: { type: string }, title: { type: string } } }
  TooMany:
    allOf:
      - $ref: '#/schemas/Base'
      - properties: { type: { enum: ['/errors/tooMany'] }, status: { enum: [429] }, wait: { type: integer, nullable: true, minimum: 1 } }
  Late:
    allOf:
      - $ref: '#/schemas/Base'
      - properties: { type: { enum: ['/errors/404'] }, title: { enum: ['Too Late'] } }
`,
    },
    entries: {
      'too-many': ['status: 429,', 'wait?: number | null;', "when: 'after-delay'"],
      'too-late': ['status: 0,'],
    },
  },
  'an OpenAPI description with errors of a form of its own': {
    files: {
      'api.yaml': `openapi: 3.1.0
paths:
  /loans:
    post:
      responses:
        "409":
          content:
            application/json:
              examples:
                gone: { value: { code: SHELF_EMPTY, message: The shelf is empty. } }
                closed: { value: { error: { code: ßRide, message: Closed., status: 503 } } }
                number: { value: { code: 17, message: Not a name. } }
`,
    },
    entries: {
      'shelf-empty': ['status: 409,', "detail: 'The shelf is empty.'", "'POST /loans'"],
      'ss-ride': ['status: 503,', "aliases: ['ßRide']"],
    },
  },
  'a YAML list': {
    files: {
      'errors.yaml': `errors:
  - { code: SHELF_EMPTY, http_status: 404, title: Shelf Empty, description: The shelf is empty. }
  - { code: delete, status: "409 Conflict", message: It's \`gone\` }
  - { code: 1001, status: 503, name: Café Closed }
`,
    },
    entries: {
      'shelf-empty': ["title: 'Shelf Empty'", 'status: 404', "summary: 'The shelf is empty.'"],
      'delete-error': ["It\\'s `gone`", 'status: 409'],
      'cafe-closed': ["aliases: ['1001']", "fixedBy: 'operator'"],
    },
    says: ['renamed  delete is now delete-error'],
  },
  'a table': {
    files: {
      'a.csv': '\uFEFFcode,status,title,message\r\nSHELF_EMPTY,404,Shelf Empty,"The shelf, ""A"", is empty."\r\n\r\n',
      'b.tsv': 'code\tstatus\ttitle\nDOOR_OPEN\t409\tDoor, Open\n',
    },
    entries: {
      'shelf-empty': ['status: 404', 'detail: \'The shelf, "A", is empty.\''],
      'door-open': ["title: 'Door, Open'"],
    },
  },
  'texts by code': {
    files: { 'texts.json': JSON.stringify({ E_SHELF: 'The shelf is empty.', E_DOOR: 'The door is open.' }) },
    entries: { 'e-shelf': ['status: 0', "summary: 'The shelf is empty.'"], 'e-door': [] },
  },
  'a JSON map by code': {
    files: {
      'errors.json': JSON.stringify({
        E_1: { status: 400, title: 'First' },
        'card-expired': { status: 403, title: 'Old' },
      }),
    },
    entries: { 'e-1': ["title: 'First'"] },
    says: ['kept     card-expired: there is an entry of this name.'],
  },
  'a HAR file': {
    files: {
      'log.har': JSON.stringify({
        log: {
          entries: [
            {
              request: { method: 'GET', url: 'https://a.example/x' },
              response: { status: 200, content: { text: '{"title":"Book","type":"novel"}' } },
            },
            {
              request: { method: 'GET', url: 'https://a.example/y' },
              response: {
                status: 410,
                content: {
                  mimeType: 'application/problem+json',
                  encoding: 'base64',
                  text: Buffer.from(
                    JSON.stringify({
                      type: 'https://a.example/p#itemGone',
                      title: 'Item Gone',
                      status: 410,
                      detail: 'It left.',
                      constructor: 1,
                      gone: { since: '2020' },
                    }),
                  ).toString('base64'),
                },
              },
            },
          ],
        },
      }),
    },
    entries: {
      'item-gone': ['gone: { since: string };', "detail: 'It left.', causes: ['first-cause']", 'status: 410'],
    },
  },
  'JSON lines': {
    files: {
      'seen.jsonl': `${[
        {
          status: 404,
          headers: {},
          body: { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No a.', path: '/a' },
        },
        { status: 404, body: '{"type":"about:blank","title":"Not Found","status":404,"detail":"No b.","path":null}' },
        { type: '/p/problem', title: 'Not found', status: 400, parts: [1, 'x'] },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n')}\n`,
    },
    entries: {
      'not-found': ['path: string | null;', "{ detail: 'No a.'", "{ detail: 'No b.'"],
      'problem-failure': ["title: 'Problem Failure'", 'parts: (number | string)[];'],
    },
    says: ['renamed  the title "Not found" of problem-failure is now "Problem Failure": another type has it.'],
  },
  'a registry of Markdown': {
    files: {
      'registry/README.md': '# Registry\n\nAll our problems.\n',
      'registry/already-exists.md': `---
title: Already Exists
type: https://registry.example/already-exists
status: 409
---
The resource is there already.

\`\`\`json
{ "type": "https://registry.example/already-exists", "title": "Already Exists", "status": 409, "detail": "It is there." }
\`\`\`
`,
      'registry/too-large.md': '# Too Large\n\n- **Status:** 413\n\nThe body is larger than 1 MB.\n',
      'registry/table.md': '| Code | Status | Title |\n| --- | --- | --- |\n| `A_B` | 422 | Both of Them |\n',
    },
    entries: {
      'already-exists': ["summary: 'The resource is there already.'", "detail: 'It is there.'"],
      'too-large': ["title: 'Too Large'", 'status: 413', "summary: 'The body is larger than 1 MB.'"],
      'a-b': ["title: 'Both of Them'", 'status: 422'],
    },
  },
  'a folder of one page with many types, a map by group, a map of texts, and a schema of all problems that shows one type':
    {
      files: {
        'docs/errors.md': `# Errors

## Access

About access.

### \`login-failed\`

**When:** The password is wrong.

\`\`\`json
{ "type": "https://api.example/errors/login-failed", "title": "Login Failed", "status": 403, "detail": "Wrong password." }
\`\`\`

### Locked

    HTTP/1.1 423 Locked
    Content-Type: application/problem+json

    { "type": "https://api.example/errors/locked", "title": "Locked", "detail": "Locked.", "reason": "review" }

#### By an editor

    { "type": "https://api.example/errors/locked", "title": "Locked", "status": 423, "detail": "Locked by A." }

- \`reason\`: why it is locked
`,
        'docs/groups.json': JSON.stringify({
          errors: {
            auth: { expired: { status: 403, message: 'Too late' } },
            orders: { expired: { status: 410, message: 'The offer is over' }, sold: { status: 409, message: 'Sold' } },
          },
        }),
        'docs/texts.json': JSON.stringify({ errors: { OUT_OF_INK: 'There is no ink.', NO_PAPER: 'Add paper.' } }),
        'docs/trains.json': JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'Trains', version: '1' },
          paths: {
            '/trips': {
              get: {
                responses: {
                  403: {
                    description: 'No Entry',
                    content: {
                      'application/problem+json': {
                        schema: { $ref: '#/components/schemas/Problem' },
                        example: { type: 'https://api.example/p/no-entry', title: 'No Entry', status: 403 },
                      },
                    },
                  },
                },
              },
            },
          },
          components: {
            schemas: {
              Problem: {
                type: 'object',
                properties: {
                  type: { type: 'string', example: 'https://api.example/p/anything' },
                  title: { type: 'string' },
                },
              },
            },
          },
        }),
      },
      entries: {
        'login-failed': ["title: 'Login Failed'", 'status: 403', "summary: 'The password is wrong.'"],
        locked: ["title: 'Locked'", 'status: 423', 'reason?: string;', "{ detail: 'Locked by A.'"],
        'auth-expired': ['status: 403'],
        'orders-expired': ['status: 410'],
        sold: ['status: 409'],
        'out-of-ink': ['status: 0', "summary: 'There is no ink.'"],
        'no-paper': ["summary: 'Add paper.'"],
        'no-entry': ["title: 'No Entry'", "summary: '…'"],
      },
    },
  // cspell:disable
  'a German table': {
    files: {
      'fehler.csv':
        'Fehlercode;HTTP-Status;Titel;Beschreibung;Meldung\nKND-1;404;Kein Kunde;Den Kunden gibt es nicht.;Kunde 7 fehlt.\n日本;409;日本語;Belegt.;\n',
    },
    entries: {
      'knd-1': [
        "title: 'Kein Kunde'",
        'status: 404',
        "summary: 'Den Kunden gibt es nicht.'",
        "detail: 'Kunde 7 fehlt.'",
      ],
      conflict: ["title: '日本語'", 'status: 409', "aliases: ['日本']"],
    },
    says: ['renamed  日本 is now conflict'],
  },
  // cspell:enable
  'the registry of IANA': {
    files: {
      'registry.csv':
        'Type URI,Title,Recommended HTTP Status Code,Reference\nabout:blank,See HTTP Status Code,N/A,[RFC9457]\nhttps://iana.org/assignments/http-problem-types#date,Date Not Acceptable,400,[RFC9457]\n',
    },
    entries: { date: ["title: 'Date Not Acceptable'", 'status: 400'] },
  },
  'a list as ASP.NET sends it': {
    files: {
      'list.json':
        '[{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-1"}]',
    },
    entries: {
      'not-found': ["title: 'Not Found'", "type: 'https://tools.ietf.org/html/rfc9110#section-15.5.5'"],
    },
  },
  'components of OpenAPI alone': {
    files: {
      'api.yaml': `components:
  responses:
    Full:
      description: It is full.
      content:
        application/json:
          examples: { one: { value: { status: 409, code: DEPOT_FULL, message: The depot is full. } } }
  schemas:
    Lost:
      type: object
      required: [from]
      properties:
        type: { const: 'urn:depot:lost' }
        title: { const: Lost }
        from: { $ref: '#/components/schemas/Place' }
    Place: { type: object, properties: { name: { type: string }, below: { $ref: '#/components/schemas/Place' } } }
`,
    },
    entries: {
      'depot-full': ['status: 409', "summary: 'The depot is full.'"],
      lost: ['from: { name?: string; below?: unknown };', "type: 'urn:depot:lost'"],
    },
  },
  'a registry of JSON Schemas': {
    files: {
      'schemas/quota.schema.json': JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        description: 'The quota is used up.',
        properties: {
          type: { const: 'tag:a.example,2024:quotaUsedUp' },
          title: { const: 'Quota Used Up' },
          status: { const: 429 },
          'retry-at': { type: 'string', format: 'date-time', description: 'When it is @midnight.\n@see nothing */' },
          limits: { type: 'object', additionalProperties: { type: 'number' } },
        },
        required: ['type', 'retry-at'],
      }),
    },
    entries: {
      'quota-used-up': [
        "'retry-at': string;",
        '@format date-time',
        'limits?: { [key: string]: number };',
        'status: 429',
      ],
    },
  },
};

function put(files: Readonly<Record<string, string>>): string {
  const folder = temporary();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const names = Object.keys(files);
  return names.length === 1 || /api/.test(names[0] ?? '')
    ? join(folder, names[0] ?? '')
    : join(folder, dirname(names[0] ?? ''));
}

const toolkit = (catalog: string, ...args: string[]) =>
  run(process.execPath, ['src/toolkit/bin.ts', ...args], { env: { PROBLEMS_DIR: catalog } });

/** What `check` says of a place that is to be written. */
const toBeWritten =
  /must be written out|status must be the HTTP status of a response with a body, .* \(was 0\)|has no JSDoc|must carry [\w-]+ \(RFC 9110\)/;

test.each(Object.entries(cases))(
  '%s becomes entries, of which only what is to be written is missing',
  async (_, { files, entries, says = [] }) => {
    const catalog = copyOfLibrary();
    const before = new Map(
      readdirSync(catalog)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => [file, readFileSync(join(catalog, file), 'utf8')]),
    );
    const facts = /baseUri: '([^']+)'/.exec(before.get('index.ts') ?? '')?.[1] ?? '';
    const made = await toolkit(catalog, 'init', '--from', put(files));
    expect(made.code, made.stderr).toBe(0);
    for (const line of says) expect(made.stdout).toContain(line.replace(base, facts));
    const added = readdirSync(catalog).filter((file) => file.endsWith('.ts') && !before.has(file));
    expect(added.map((file) => file.slice(0, -3)).sort()).toEqual(Object.keys(entries).sort());
    for (const [name, parts] of Object.entries(entries))
      for (const part of parts) expect(readFileSync(join(catalog, `${name}.ts`), 'utf8')).toContain(part);
    for (const [file, text] of before) expect(readFileSync(join(catalog, file), 'utf8')).toBe(text);

    const open = await findingsIn(catalog);
    expect(open.filter((line) => !toBeWritten.test(line))).toEqual([]);
    for (const name of Object.keys(entries)) expect(open.join('\n')).toContain(`${name}.ts: now must be written out`);

    for (const file of added) {
      const text = readFileSync(join(catalog, file), 'utf8');
      const whole = text
        .replaceAll("'…'", "'Wait for it.'")
        .replaceAll('`…`', '`It waits.`')
        .replace('status: 0', 'status: 400')
        .replace(/^( {2}[\w'-]+\??: .*;)$/gm, (line, _field, at) =>
          text.slice(0, at).endsWith('*/\n') ? line : `  /** Said. */\n${line}`,
        );
      writeFileSync(join(catalog, file), whole);
    }
    expect(await findingsIn(catalog)).toEqual([]);
  },
  60_000,
);

test('a second time, nothing is written', async () => {
  const catalog = copyOfLibrary();
  const source = put(cases['a YAML list']?.files ?? {});
  await toolkit(catalog, 'init', '--from', source);
  const before = readdirSync(catalog);
  const again = await toolkit(catalog, 'init', '--from', source);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stdout).toContain('Every problem type of the source has an entry.');
  expect(readdirSync(catalog)).toEqual(before);
}, 60_000);

test.each([
  ['a file that is not there', {}, 'nothing.json', '--from must be a file or folder that exists'],
  [
    'a package.json',
    { 'package.json': '{"name":"a","scripts":{"a":"b"},"engines":{"node":"1"}}' },
    'package.json',
    'holds no problem type',
  ],
  ['a list of names', { 'a.yaml': '- one\n- two\n' }, 'a.yaml', 'holds no problem type'],
  ['an empty folder', { 'a/b.txt': '' }, 'a', 'holds no problem type'],
  ['Markdown without problem types', { 'a.md': '# Title\n\nText: here.\n' }, 'a.md', 'holds no problem type'],
  ['a text that is not JSON', { 'a.json': '{"a": [}' }, 'a.json', 'must be JSON, JSON lines or YAML'],
  ['Swagger', { 'a.json': '{"swagger":"2.0"}' }, 'a.json', 'must be OpenAPI 3.0 or 3.1 (was Swagger 2.0)'],
  [
    'OpenAPI without problems',
    { 'a.yaml': 'openapi: 3.1.0\npaths: {}\n' },
    'a.yaml',
    'is an OpenAPI description whose error responses name no problem type',
  ],
  [
    'another encoding',
    { 'a.csv': Buffer.from('code;title\nA;Gr\u00f6\u00dfe\n', 'latin1') },
    'a.csv',
    'a.csv must be in the encoding UTF-8. Save it so, in a spreadsheet as "CSV UTF-8".',
  ],
  ['an empty file', { 'a.json': '\n' }, 'a.json', 'a.json is empty.'],
  ['a HAR file without requests', { 'a.har': '{"log":{"entries":[]}}' }, 'a.har', 'is a HAR file without requests.'],
  [
    'a HAR file without problems',
    { 'a.har': '{"log":{"entries":[{"response":{"status":200,"content":{"text":"{}"}}}]}}' },
    'a.har',
    'is a HAR file in which no response is a problem. Record requests that fail',
  ],
  ['a schema of any problem', { 'a.json': '{"properties":{"type":{}}}' }, 'a.json', 'names no problem type. Give its'],
])('%s is refused, and nothing is written', async (_, files, name, message) => {
  const folder = temporary();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text as string);
  }
  const target = temporary();
  const { code, stderr } = await run(
    process.execPath,
    [join(root, 'src/toolkit/bin.ts'), 'init', '--from', join(folder, name)],
    { cwd: target },
  );
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(readdirSync(target)).toEqual([]);
});

test('in an empty folder it makes a project around the entries, with their base', async () => {
  const folder = temporary();
  const source = put(cases['an OpenAPI description']?.files ?? {});
  const module = join(folder, 'node_modules/problem-catalog');
  mkdirSync(module, { recursive: true });
  writeFileSync(join(module, 'package.json'), '{"type":"module","exports":{"./entry":"./entry.ts"}}');
  writeFileSync(join(module, 'entry.ts'), `export type * from '${join(root, 'src/catalog/entry.ts')}';`);
  const { code, stdout, stderr } = await run(
    process.execPath,
    [join(root, 'src/toolkit/bin.ts'), 'init', '--name', 'Shop', '--from', source],
    { cwd: folder },
  );
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('2 entries are to be completed');
  expect(existsSync(join(folder, 'problems/out-of-stock.ts'))).toBe(true);
  expect(readFileSync(join(folder, 'problems/index.ts'), 'utf8')).toContain(
    "baseUri: 'https://api.example.com/errors'",
  );
  const checked = await run(process.execPath, [join(root, 'src/toolkit/bin.ts'), 'check'], { cwd: folder });
  expect(checked.code).toBe(1);
  expect(
    checked.stderr
      .trim()
      .split('\n')
      .filter((line) => !toBeWritten.test(line)),
  ).toEqual([]);
}, 60_000);
