import { start } from './apps/fastify.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/fastify.ts';

suite(inProcess(start));
