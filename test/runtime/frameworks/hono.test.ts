import { start } from './apps/hono.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/hono.ts';

suite(inProcess(start));
