import { expect, test } from 'vitest';
import { headingOf } from '#catalog/headings.ts';

/** Headings of Markdown: what people read, and the anchor made of it. */

test.each([
  ['How long the wait is', 'How long the wait is', 'how-long-the-wait-is'],
  ['Use [the API](https://api.example/v1) first', 'Use the API first', 'use-the-api-first'],
  ['Read `retry_after` **now**', 'Read retry_after now', 'read-retry-after-now'],
  ['A [`code`][ref] and ![logo](logo.svg)', 'A [code][ref] and logo', 'a-code-ref-and-logo'],
  ['  **Wait** ', 'Wait', 'wait'],
  ['One  \ntwo', 'One two', 'one-two'],
  ['2 <b>more</b> steps', '2 more steps', 's-2-more-steps'],
])('%j', (markdown, text, anchor) => {
  expect(headingOf(markdown)).toEqual({ text, anchor });
});
