import type { ArgumentsHost } from '@nestjs/common';
import { problemHandler } from 'arcp-problems/nest';
import { describe, expect, test } from 'vitest';
import { startOnExpress, startOnFastify } from './apps/nest.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/nest.ts';

describe('on Express', () => suite(inProcess(startOnExpress)));
describe('on Fastify', () => suite(inProcess(startOnFastify)));

test('exceptions of other transports are thrown on', () => {
  const exception = new Error('of a queue');
  const host = { getType: () => 'rpc' } as unknown as ArgumentsHost;
  expect(() => problemHandler().catch(exception, host)).toThrow(exception);
});
