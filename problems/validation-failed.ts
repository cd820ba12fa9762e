import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

/** One rejected field, as documented. */
export interface RefusedField {
  /** Name of the field. */
  field: string;
  /** What is wrong with the field, in words. */
  message: string;
  /** The rejected value. Absent when the field is missing. */
  invalid_value?: unknown;
}

export interface ValidationFailed {
  /**
   * What was rejected. Documented as a list of fields; ARCP 2.1.2 always sends a text instead, the list of `detail` cut at
   * 200 characters.
   */
  validation_errors: RefusedField[] | string;
}

const registration = { routes: ['POST /agents/register'] } as const;
const searches = { routes: ['GET /agents/search', 'POST /agents/search', 'POST /public/search'] } as const;

const register: Step = {
  step: 'Send all eleven required fields, and the token in `Authorization`.',
  when: 'for a registration',
  only: registration,
  request: {
    method: 'POST',
    path: '/agents/register',
    headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: 'my-agent',
      name: 'My Agent',
      agent_type: 'testing',
      endpoint: 'https://my-agent.example.com',
      capabilities: ['processing'],
      context_brief: 'Processes example data for tests',
      owner: 'me',
      public_key: '<public key>',
      metadata: { purpose: 'example' },
      version: '1.0.0',
      communication_mode: 'remote',
    },
  },
  expect: 200,
  note: 'With `ARCP_TPR=true`, the token is `<validated token>`.',
};
const search: Step = {
  step: 'Send the body as a JSON object, with `Content-Type: application/json`.',
  request: {
    method: 'POST',
    path: '/public/search',
    headers: { 'Content-Type': 'application/json' },
    body: { query: 'data processing', top_k: 5, min_similarity: 0.5 },
  },
  expect: 200,
  note: 'This example is a search. Every other route with a body takes a JSON object too.',
};
const seeLimits: Step = {
  step: 'Compare the values with the limits of a registration.',
  when: 'for a registration',
  only: registration,
  note: '`name` has 2 to 32 characters, `agent_id` 3 to 100, `context_brief` 10 to 1000, `owner` 2 to 50, `public_key` 32 to 1024. `endpoint` is an http or https URL of at most 2048 characters, and `version` has the form `1.0.0`.',
};
const seeSearchLimits: Step = {
  step: 'Keep `query` between 2 and 1000 characters, `top_k` between 1 and 100, and `min_similarity` between 0 and 1.',
  when: 'for a search',
  only: searches,
};

const causes = {
  'field-missing': {
    cause: 'A required field of the body is missing.',
    tell: 'In `detail`, an error has the `type` `missing` and a `loc` with `body` and the name of the field.',
    asked: ['field required', 'missing field'],
    fix: [
      {
        step: 'Add the field `{field}` to the body.',
        note: '`detail` shows three errors at most, so more fields may be missing.',
      },
      register,
    ],
  },
  'value-refused': {
    cause: 'A field of the body has a value that its rule does not allow: its length, its characters or its range.',
    short: 'A field has a value that is not allowed',
    tell: 'In `detail`, an error has the `type` `value_error`, or one that ends in `too_short`, `too_long` or `_than_equal`.',
    asked: [
      'too long',
      'too short',
      'String should have at least',
      'String should have at most',
      'String should match pattern',
      'Input should be greater than',
      'Input should be less than',
      'invalid characters',
      'invalid URL',
      'semantic versioning',
      'out of range',
    ],
    fix: [{ step: 'Correct the value of `{field}`.', note: 'The rule: `{message}`' }, seeLimits, seeSearchLimits],
  },
  'wrong-type': {
    cause: 'A field of the body has a JSON value of the wrong type, such as a number instead of a text.',
    short: 'A field has the wrong JSON type',
    tell: 'In `detail`, the `type` of an error ends in `_type` or `_parsing`, and its `loc` names a field of the body.',
    asked: ['valid string', 'valid integer', 'valid list', 'null'],
    fix: [
      {
        step: 'Send `{field}` with the JSON type that the route expects.',
        note: 'The response says: `{message}`',
      },
    ],
  },
  'agent-type-not-allowed': {
    cause: 'The `agent_type` is not one of `ALLOWED_AGENT_TYPES`.',
    tell: 'In `detail`, the `loc` names `agent_type`, and `msg` quotes its value.',
    asked: ['agent type', 'not allowed'],
    fix: [
      {
        step: 'Choose one of the agent types that may register.',
        when: 'for agents',
        request: { method: 'GET', path: '/public/agent_types' },
        expect: 200,
        note: 'Upper and lower case do not matter. With ARCPClient: `get_allowed_agent_types()`.',
      },
      {
        step: 'Add the type to `ALLOWED_AGENT_TYPES`.',
        when: 'for operators',
        settings: ['ALLOWED_AGENT_TYPES'],
      },
    ],
  },
  'authorization-missing': {
    cause: 'The `Authorization` header is missing on a route that declares it as required.',
    short: 'The `Authorization` header is missing',
    tell: 'In `detail`, the `loc` is `header` and `Authorization`. Most other routes return authentication-failed instead.',
    asked: ['no token', 'header required'],
    fix: [
      {
        step: 'Send the token in the `Authorization` header.',
        request: {
          method: 'POST',
          path: '/agents/report-metrics/my-agent',
          query: { response_time: 0.12 },
          headers: { Authorization: 'Bearer <agent token>' },
        },
        expect: 200,
        note: 'Registration, SBOM check and container scan require the header in the same way.',
      },
    ],
  },
  'not-sent-as-json': {
    cause: 'The body was not sent as JSON: `Content-Type` names a different media type.',
    short: '`Content-Type` is not JSON',
    tell: 'The request has a `Content-Type` other than `application/json`. With `curl -d` alone, it is `application/x-www-form-urlencoded`.',
    asked: ['Content-Type', 'curl -d', 'form', 'valid dictionary'],
    fix: [search],
  },
  'not-json': {
    cause: 'The body is not valid JSON.',
    tell: 'In `detail`, the error has the `type` `json_invalid`.',
    asked: ['JSON decode error', 'syntax error', 'parse error', 'trailing comma', 'unexpected token'],
    fix: [
      {
        step: 'Correct the JSON at character {position}.',
        note: 'Frequent reasons are single quotes, a comma after the last member, and a body that was cut off.',
      },
      { step: 'Build the body with a JSON library instead of joining strings.' },
    ],
  },
  'body-missing': {
    cause: 'The request has no body.',
    tell: 'In `detail`, the error has the `type` `missing` and the `loc` `body`, without a field.',
    asked: ['empty body', 'no body'],
    fix: [search],
  },
  'not-an-object': {
    cause: 'The body is valid JSON, but a list, a text or a number instead of an object.',
    short: 'The body is not a JSON object',
    tell: 'The request was sent with `Content-Type: application/json` or without `Content-Type`, and its body does not start with `{`.',
    asked: ['valid dictionary', 'list', 'encoded twice'],
    fix: [{ step: 'Encode the body only once.', when: 'if the body is a text that contains JSON' }, search],
  },
  'query-missing': {
    cause: 'A required query parameter is missing.',
    tell: 'In `detail`, an error has the `type` `missing` and a `loc` with `query` and the name of the parameter.',
    asked: ['query parameter', 'token in the body'],
    fix: [
      { step: 'Add the parameter `{parameter}` to the query of the URL.' },
      {
        step: 'Send the token as the query parameter `token`.',
        when: 'for `POST /tokens/validate`',
        only: { routes: ['POST /tokens/validate'] },
        request: { method: 'POST', path: '/tokens/validate', query: { token: '<agent token>' } },
        expect: 200,
        note: '`GET /tokens/validate` reads it from the `Authorization` header instead.',
      },
    ],
  },
  'query-refused': {
    cause: 'A query parameter has a value of the wrong type or out of range.',
    tell: 'In `detail`, the `loc` of an error has `query` and the name of the parameter, and its `type` is not `missing`.',
    asked: ['limit', 'out of range', 'boolean'],
    fix: [
      { step: 'Correct the value of the query parameter `{parameter}`.', note: 'The response says: `{message}`' },
      seeSearchLimits,
      {
        step: 'Set `limit` to 100 at most.',
        when: 'for `GET /public/discover`',
        only: { routes: ['GET /public/discover'] },
      },
    ],
  },
  'pin-refused': {
    cause: 'The PIN is too short, too long or too common.',
    tell: '`instance` is `/auth/set_pin` or `/auth/verify_pin`, and the `loc` names `pin`.',
    fixedBy: 'end-user',
    asked: ['PIN too weak', 'PIN length'],
    fix: [
      {
        step: 'Choose a PIN of 4 to 32 characters that is not a common one, such as `1234` or `password`.',
        request: {
          method: 'POST',
          path: '/auth/set_pin',
          headers: {
            Authorization: 'Bearer <admin token>',
            'X-Client-Fingerprint': '<fingerprint>',
            'Content-Type': 'application/json',
          },
          body: { pin: '<PIN>' },
        },
        expect: 200,
      },
    ],
  },
} satisfies Causes;

export default {
  title: 'Request Validation Failed',
  status: 422,
  category: 'input',
  summary: 'The body, the query or a header of the request does not have the form that the route expects.',
  now: 'Find `loc` in `detail`: it names the field. Correct that field and send the request again.',
  explanation: `
Before a route runs, ARCP compares body, query and headers with the model of that route. If they do not fit, the route
returns this type. Broken JSON is reported before any token is checked, and a rejected token before all other errors.

\`detail\` lists up to three errors as a Python list, HTML-escaped twice. Each error has a \`type\` (what is wrong), a \`loc\` (place
and field) and a \`msg\`. ARCP cuts each error at 100 characters, \`detail\` at 500 and \`validation_errors\` at 200. So read \`detail\`,
and do not parse either of them in a program.`,
  fixedBy: 'client-developer',
  causes,
  items: {
    in: 'detail',
    each: "{'type': '{kind}', 'loc': ({loc})",
    parts: ["*, 'msg': '{message}'*", "*, 'msg': \"{message}...*", "*, 'input': {input}"],
  },
  answers: [
    {
      item: { kind: 'missing', loc: "'body', '{field}'*" },
      causes: ['field-missing'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: {&amp;#x27;top_k&amp;#x27;: 3}}&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: {&amp;#x27;top_k&amp;#x27;: 3}}&#x27;]',
      },
    },
    {
      item: { kind: 'value_error', loc: "'body', '{field}'*" },
      causes: ['value-refused'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, query must be at least 2 char...&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, query must be at least 2 char...&#x27;]',
      },
    },
    { item: { kind: '*too_short', loc: "'body', '{field}'*" }, causes: ['value-refused'] },
    { item: { kind: '*too_long', loc: "'body', '{field}'*" }, causes: ['value-refused'] },
    { item: { kind: '*_than', loc: "'body', '{field}'*" }, causes: ['value-refused'] },
    { item: { kind: '*_than_equal', loc: "'body', '{field}'*" }, causes: ['value-refused'] },
    { item: { kind: 'literal_error', loc: "'body', '{field}'*" }, causes: ['value-refused'] },
    {
      item: { kind: '*_type', loc: "'body', '{field}'*" },
      causes: ['wrong-type'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;string_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid string&amp;#x27;, &amp;#x27;input&amp;#x27;: ...&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;string_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid string&amp;#x27;, &amp;#x27;input&amp;#x27;: ...&#x27;]',
      },
    },
    { item: { kind: '*_parsing', loc: "'body', '{field}'*" }, causes: ['wrong-type'] },
    { item: { kind: 'int_from_float', loc: "'body', '{field}'*" }, causes: ['wrong-type'] },
    { item: { loc: "'body', '{field}'*" }, causes: ['value-refused', 'wrong-type'] },
    {
      item: { kind: 'value_error', loc: "'body', 'agent_type'", message: 'Value error, agent_type "*' },
      causes: ['agent-type-not-allowed'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;agent_type&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, agent_type &amp;quot;billing&amp;quot; is ...&#x27;]',
        instance: '/agents/register',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;agent_type&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, agent_type &amp;quot;billing&amp;quot; is ...&#x27;]',
      },
    },
    {
      item: { kind: 'missing', loc: "'header', 'Authorization'" },
      causes: ['authorization-missing'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;header&amp;#x27;, &amp;#x27;Authorization&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
        instance: '/agents/report-metrics/my-agent',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;header&amp;#x27;, &amp;#x27;Authorization&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
      },
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      causes: ['not-sent-as-json', 'not-an-object'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;model_attributes_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary or ob...&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;model_attributes_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary or ob...&#x27;]',
      },
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'application/json*' },
      causes: ['not-an-object'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'application/*+json*' },
      causes: ['not-an-object'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': false },
      causes: ['not-an-object'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'application/x-www-form-urlencoded*' },
      causes: ['not-sent-as-json'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'application/octet-stream*' },
      causes: ['not-sent-as-json'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'text/*' },
      causes: ['not-sent-as-json'],
    },
    {
      item: { kind: 'model_attributes_type', loc: "'body'," },
      request: { 'Content-Type': 'multipart/*' },
      causes: ['not-sent-as-json'],
    },
    {
      item: { kind: 'dict_type', loc: "'body',", input: "b'*" },
      causes: ['not-sent-as-json'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;dict_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary&amp;#x27;, &amp;#x27;input&amp;#x27;: b&amp;#x27;{&amp;quot;ag...&#x27;]',
        instance: '/agents/my-agent/metrics',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;dict_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary&amp;#x27;, &amp;#x27;input&amp;#x27;: b&amp;#x27;{&amp;quot;ag...&#x27;]',
      },
    },
    {
      item: { kind: 'dict_type', loc: "'body',", input: '[*' },
      causes: ['not-an-object'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;dict_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary&amp;#x27;, &amp;#x27;input&amp;#x27;: [1, 2]...&#x27;]',
        instance: '/agents/my-agent/metrics',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;dict_type&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be a valid dictionary&amp;#x27;, &amp;#x27;input&amp;#x27;: [1, 2]...&#x27;]',
      },
    },
    { item: { kind: 'dict_type', loc: "'body',", input: "'*" }, causes: ['not-an-object'] },
    { item: { kind: 'dict_type', loc: "'body'," }, causes: ['not-an-object', 'not-sent-as-json'] },
    {
      item: { kind: 'json_invalid', loc: "'body', {position}" },
      causes: ['not-json'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;json_invalid&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, 1), &amp;#x27;msg&amp;#x27;: &amp;#x27;JSON decode error&amp;#x27;, &amp;#x27;input&amp;#x27;: {}, &amp;#x27;ctx&amp;#x27;: {&amp;#x27;error...&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;json_invalid&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, 1), &amp;#x27;msg&amp;#x27;: &amp;#x27;JSON decode error&amp;#x27;, &amp;#x27;input&amp;#x27;: {}, &amp;#x27;ctx&amp;#x27;: {&amp;#x27;error...&#x27;]',
      },
    },
    {
      item: { kind: 'missing', loc: "'body'," },
      causes: ['body-missing'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
        instance: '/public/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;,), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
      },
    },
    {
      item: { kind: 'missing', loc: "'query', '{parameter}'" },
      causes: ['query-missing'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;query&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
        instance: '/agents/search',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;query&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: None}&#x27;]',
      },
    },
    {
      item: { loc: "'query', '{parameter}'*" },
      causes: ['query-refused'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;less_than_equal&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;query&amp;#x27;, &amp;#x27;limit&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be less than or equal to...&#x27;]',
        instance: '/public/discover',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;less_than_equal&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;query&amp;#x27;, &amp;#x27;limit&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Input should be less than or equal to...&#x27;]',
      },
    },
    {
      item: { kind: 'value_error', loc: "'body', 'pin'" },
      causes: ['pin-refused'],
      example: {
        detail:
          'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;pin&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, PIN is too weak&amp;#x27;, &amp;#x27;input&amp;#x27;: &amp;#x27;123...&#x27;]',
        instance: '/auth/set_pin',
        validation_errors:
          '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;value_error&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;pin&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Value error, PIN is too weak&amp;#x27;, &amp;#x27;input&amp;#x27;: &amp;#x27;123...&#x27;]',
      },
    },
    { detail: 'Input validation failed: *' },
  ],
  retry: { when: 'after-change', because: 'The same request is rejected every time.' },
  example: {
    detail:
      'Input validation failed: [&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: {&amp;#x27;top_k&amp;#x27;: 3}}&#x27;]',
    instance: '/public/search',
    validation_errors:
      '[&#x27;{&amp;#x27;type&amp;#x27;: &amp;#x27;missing&amp;#x27;, &amp;#x27;loc&amp;#x27;: (&amp;#x27;body&amp;#x27;, &amp;#x27;query&amp;#x27;), &amp;#x27;msg&amp;#x27;: &amp;#x27;Field required&amp;#x27;, &amp;#x27;input&amp;#x27;: {&amp;#x27;top_k&amp;#x27;: 3}}&#x27;]',
  },
  documented: {
    detail: 'Input validation failed: 2 validation errors',
    instance: '/agents/register',
    validation_errors: [
      { field: 'agent_id', message: 'Agent ID cannot be empty', invalid_value: '' },
      { field: 'endpoint', message: 'Invalid URL format', invalid_value: 'not-a-url' },
    ],
  },
  prevent: [
    {
      step: 'Build requests from the OpenAPI description of the server.',
      note: 'ARCPClient checks a registration and a search before sending.',
    },
  ],
  samples: [
    {
      title: 'Catch the checks before and after sending',
      lang: 'python',
      code: `
import asyncio
from arcp import ARCPClient, SearchError

async def main():
    async with ARCPClient("http://localhost:8001") as client:
        try:
            agents = await client.search_agents("data processing")
        except SearchError as error:
            # Raised before sending if the client's own model rejects the data, and after sending
            # with "Request failed: <detail>". The message is for people, not for code.
            raise SystemExit(f"Search rejected: {error.message}")
        print(f"{len(agents)} agents")

asyncio.run(main())`,
    },
    {
      title: 'Read the errors as sent and as documented',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, validationFailed } from 'arcp-problems';

const response = await fetch('http://localhost:8001/public/search', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query: 'data processing', top_k: 5 }),
});
const problem = await readProblem(response);
if (isProblem(problem, validationFailed)) {
  const errors = problem.validation_errors;
  // ARCP 2.1.2 sends a text; the documentation promises a list.
  if (typeof errors === 'string') console.error(errors);
  else for (const { field, message } of errors) console.error(\`\${field}: \${message}\`);
}`,
    },
  ],
  userMessage: 'Some of the data was not accepted. Check your input.',
  operators: `
If a client developer asks what was wrong, search the log for \`Validation error on\` and the path. The log has the whole list
of errors, the response only the start of it.

If registrations of a new kind of agent fail, its type is probably missing from \`ALLOWED_AGENT_TYPES\`. Add the type.`,
  monitor: { log: 'Validation error on *: *', metric: 'arcp_requests_total{status_code="422"}' },
  settings: ['ALLOWED_AGENT_TYPES'],
  endpoints: [
    'POST /agents/register',
    'GET /agents',
    'GET /agents/{agent_id}',
    'GET /agents/search',
    'POST /agents/search',
    'POST /agents/{agent_id}/metrics',
    'POST /agents/{agent_id}/metrics/compat',
    'POST /agents/report-metrics/{agent_id}',
    'POST /agents/{agent_id}/connection/notify',
    'POST /auth/login',
    'POST /auth/set_pin',
    'POST /auth/verify_pin',
    'POST /auth/agent/request_temp_token',
    'POST /auth/agent/validate_compliance',
    'POST /tokens/mint',
    'POST /tokens/validate',
    'GET /public/discover',
    'POST /public/search',
    'POST /public/connect/{agent_id}',
    'POST /dashboard/config',
    'POST /security/sbom/verify',
    'POST /security/container/scan',
    'POST /security/attestation/challenge',
    'POST /security/attestation/verify',
  ],
  clients: {
    'most methods': '`ARCPError`; the message ends with "Request failed: " and the `detail` text.',
    'login_admin, request_temp_token': '`AuthenticationError` with the same text.',
    'register_agent, validate_compliance':
      '`RegistrationError` with the same text; `register_agent` also checks before sending.',
    search_agents: '`SearchError` with the same text; it also checks before sending.',
  },
  observed: {
    sent: 'yes',
    members: ['validation_errors'],
    differences: [
      {
        documented: '`validation_errors` is an array of objects with `field`, `message` and `invalid_value`.',
        actual: 'It is a text: the start of a Python list, HTML-escaped twice.',
      },
      {
        documented: 'The API description has status 422 with `HTTPValidationError`, whose `detail` is an array.',
        actual: 'The response is a problem details object, whose `detail` is a text.',
      },
    ],
  },
  related: {
    'invalid-input': 'status 400, from checks inside a route or a record that the server stored',
    'required-header-missing': 'only for a login without `X-Client-Fingerprint`',
    'authentication-failed': 'how most routes report a missing `Authorization` header',
    'agent-registration-failed': 'the fields are valid, but the registration itself was rejected',
    'pin-invalid-length': 'documented for a PIN of the wrong length, which arrives as validation-failed',
    'invalid-url': 'documented for a URL that is not accepted, which arrives as validation-failed',
  },
  aliases: ['VALIDATION_ERROR', 'Validation Failed'],
  asked: ['pydantic', 'unprocessable'],
} satisfies Problem<ValidationFailed, typeof causes>;
