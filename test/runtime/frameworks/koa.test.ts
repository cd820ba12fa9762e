import { start } from './apps/koa.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/koa.ts';

suite(inProcess(start));
