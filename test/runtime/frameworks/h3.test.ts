import { start } from './apps/h3.ts';
import { inProcess } from './contract.ts';
import { suite } from './suites/h3.ts';

suite(inProcess(start));
