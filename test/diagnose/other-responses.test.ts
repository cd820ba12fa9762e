/* cspell:disable */
import { describe, expect, test } from 'vitest';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { fittingReplies, isHtmlPage, statusOfPage } from '#diagnose/other-responses.ts';
import { repliesGuide } from '#diagnose/other-responses-of-guide.ts';
import { adviceFor } from '#diagnose/status-advice.ts';
import { replies, site } from './tables/parcels.ts';
import { brief, outcomeOf } from './tables/show.ts';

/** Responses that are not problems, and what a status alone says. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);

describe('other responses', () => {
  const fitting = (status: number | undefined, body: string, headers: Record<string, string> = {}) =>
    fittingReplies(index.replies, {
      status,
      header: (name) => headers[name],
      body,
      contentType: headers['content-type'] ?? '',
    })
      .map(({ anchor }) => anchor)
      .join(', ') || '-';
  test.each([
    [502, 'Bad Gateway'],
    [502, 'Bad Gateway from the proxy'],
    [undefined, ' Bad Gateway '],
    [500, '{ "message" : "Internal error" }'],
    [500, '{"error":"Internal error"}'],
    [500, '{"error":"internal error of the service"}'],
    [400, '"Invalid host header"'],
    [413, '<html>Request Entity Too Large</html>'],
    [undefined, '413 Request Entity Too Large\nnginx/1.25.3'],
    [413, '7'],
    [404, 'null'],
    [503, '["crashed: internal"]'],
  ])('with the status %s and %j', (status, body) => {
    expect(outcomeOf(body, (each) => fitting(status, each))).toMatchSnapshot();
  });

  test('with a header', () => {
    expect([' STALE ', 'fresh'].map((value) => fitting(404, 'x', { 'x-cache': value }))).toEqual([
      'x-cache-stale',
      '-',
    ]);
    expect(
      [413, 200, undefined].map((status) => fitting(status, 'x', { 'content-type': 'text/html' })),
    ).toMatchSnapshot();
  });

  test('that are pages', () => {
    const pages = [
      '<html>',
      ' <!DOCTYPE html>',
      '<head x',
      '<body>',
      '<center>',
      '<h1>',
      '<h1x',
      '<p>',
      'x<html>',
      '<HTML>',
    ];
    expect(pages.map((page) => isHtmlPage(page, ''))).toMatchSnapshot();
    expect(
      ['text/html', 'TEXT/HTML; charset=x', 'text/htmlx', 'xtext/html'].map((type) => isHtmlPage('', type)),
    ).toEqual([true, true, false, false]);
    expect(outcomeOf('<html><title>Error 502 x</title>', (page) => String(statusOfPage(page)))).toMatchSnapshot();
    const shown = [
      '502 Bad Gateway\n\nnginx/1.25.3\n',
      ' 403 Forbidden nginx',
      '502 Bad Gateway',
      '502 bad nginx',
      'x 502 Bad nginx',
    ];
    expect(shown.map((page) => `${isHtmlPage(page, '')} ${statusOfPage(page)}`)).toEqual([
      'true 502',
      'true 403',
      'false undefined',
      'false undefined',
      'false undefined',
    ]);
    expect([`<html><title>${'x'.repeat(199)} 502`, `<html><title>${'x'.repeat(200)} 502`].map(statusOfPage)).toEqual([
      502,
      undefined,
    ]);
  });

  test('by their status', () => {
    const advice = Array.from({ length: 702 }, (_, status) => [status, adviceFor(status)] as const).filter(
      ([, found]) => found,
    );
    expect(
      advice
        .filter(([status, found]) => found?.text !== 'client' || status === 418)
        .map(([status, found]) => `${status} ${brief(found)}`)
        .slice(0, 30)
        .join('\n'),
    ).toMatchSnapshot();
    expect([advice.length, adviceFor(undefined), repliesGuide]).toEqual([200, undefined, 'other-replies']);
  });
});

test('an advice by the status', () => {
  expect([399, 400, 401, 499, 500, 599, 600].map((status) => adviceFor(status)?.text)).toEqual([
    undefined,
    'client',
    401,
    'client',
    500,
    500,
    undefined,
  ]);
});

test('other responses', () => {
  const reply = {
    heading: '',
    anchor: 'a',
    statuses: [],
    begins: ['12345678'],
    isHtml: false,
    advice: [],
    text: 'abcdefgh 1234567',
  };
  const fits = (body: string, status?: number, more = {}) =>
    fittingReplies([{ ...reply, ...more }], { status, header: () => undefined, body, contentType: '' }).length;
  const bodies = [
    '12345678',
    'x12345678',
    '12345678x',
    ' "12345678" ',
    '["12345678"]',
    '{"a":"12345678","b":1}',
    'abcdefgh',
    ' abcdefgh ',
    '["abcdefg"]',
    '["abcdefgh"]',
    '"abcdefgh"',
    'null',
    '1234567',
    '{"a":null}',
  ];
  expect(bodies.map((body) => `${body} ${fits(body)}`).join('\n')).toMatchSnapshot();
  expect([400, 401, undefined].map((status) => fits('12345678', status, { statuses: [400] }))).toEqual([1, 0, 1]);
  expect(fits('<html>', 400, { isHtml: true, begins: [] })).toBe(1);
  expect(isHtmlPage('x <html>', 'xtext/html')).toBe(false);
  expect(['<html><title>404</title>', 'x<html><title>404</title>', '<html>404'].map(statusOfPage)).toEqual([
    404,
    undefined,
    undefined,
  ]);
});
