import type { Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface OperationTimeout {
  /** Identifier of the agent that the request was about. Sent by routes that have one, such as deregistration. */
  agent_id?: string;
  /** Name of the operation that took too long. Documented, but ARCP 2.1.2 never sends it. */
  operation?: string;
  /** Limit that ran out, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  timeout_seconds?: number | NumberText;
}

const fix = [
  {
    step: 'Check whether the server is well.',
    request: { method: 'GET', path: '/health' },
    expect: 200,
    note: 'Trouble shows as `degraded` in `status`, also with HTTP status 200.',
  },
  {
    step: 'Look whether the change has taken effect.',
    when: 'after a deregistration',
    request: { method: 'GET', path: '/public/agent/my-agent' },
    note: 'An `agent-not-found` answer means that the agent is gone and nothing is left to do.',
  },
  {
    step: 'Repeat the request after a pause.',
    request: { method: 'DELETE', path: '/agents/my-agent', headers: { Authorization: 'Bearer <agent token>' } },
    expect: 200,
    note: 'With ARCPClient this is `unregister_agent(agent_id)`.',
  },
  {
    step: 'Look at the load of the server, at Redis and at the embedding service.',
    when: 'for operators, if it happens again and again',
    settings: ['REDIS_HOST', 'REDIS_PORT', 'AZURE_API_BASE'],
  },
] satisfies Step[];

export default {
  title: 'Operation Timeout',
  status: 504,
  category: 'network',
  summary: 'The server gave up an operation because one of its own parts took too long.',
  now: 'Wait some seconds, check whether a change has taken effect, and send the request again.',
  explanation: `
The request arrived, and the server itself ran out of time. Deregistration waits up to 10 seconds for the lock on the
registry. Other operations stop when the storage or the embedding service answers too late. \`detail\` names the operation
and ends with the word timeout.

The agent has no part in this: when an agent does not answer in time, the type is \`connection-timeout\`. A registration that
waits 10 seconds for the lock in vain answers \`internal-error\`.`,
  fixedBy: 'operator',
  causes: {
    'work-held-registry-more': {
      cause: 'Other work held the registry for more than 10 seconds.',
      tell: 'A deregistration took about 10 seconds before it failed.',
      fix: fix,
    },
    'storage-embedding-service-did': {
      cause: 'The storage or the embedding service did not answer in time.',
      tell: '`detail` names a search or a list instead of a deregistration.',
      fixedBy: 'operator',
      fix: fix,
    },
  },
  answers: [
    { detail: 'Unregister agent timeout', causes: ['work-held-registry-more'] },
    { detail: '*search timeout', causes: ['storage-embedding-service-did'] },
    { detail: 'Public agent search timeout' },
    { detail: 'Vector search timeout' },
  ],
  retry: {
    when: 'after-delay',
    because: 'The cause is often short-lived. No `Retry-After` is sent, so choose a pause of some seconds.',
  },
  example: {
    detail: 'Unregister agent timeout',
    instance: '/agents/my-agent',
    agent_id: 'my-agent',
    operation: 'unregister_agent',
    timeout_seconds: 10,
  },
  samples: [
    {
      title: 'Deregister again after a pause',
      lang: 'typescript',
      code: `
import { agentNotFound, isProblem, operationTimeout, readProblem } from 'arcp-problems';

const deregister = () =>
  fetch('http://localhost:8001/agents/my-agent', {
    method: 'DELETE',
    headers: { Authorization: 'Bearer <agent token>' },
  });

let problem = await readProblem(await deregister());
if (isProblem(problem, operationTimeout)) {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  problem = await readProblem(await deregister());
}
if (isProblem(problem, agentNotFound)) {
  console.log('The first attempt had worked after all.');
}`,
    },
    {
      title: 'Search again after a pause',
      lang: 'python',
      code: `
import time

import httpx

OPERATION_TIMEOUT = "https://arcp.0x001.tech/docs/problems/operation-timeout"

def search(query):
    return httpx.post(
        "http://localhost:8001/public/search",
        json={"query": query, "top_k": 5},
        timeout=60,
    )

response = search("agents that process data")
if response.status_code == 504 and response.json()["type"] == OPERATION_TIMEOUT:
    time.sleep(10)
    response = search("agents that process data")
response.raise_for_status()`,
    },
  ],
  userMessage: 'The server is busy. Try again in a moment.',
  operators: `
Alert when it comes more than now and then. Look for what holds the registry, and for slow answers of Redis or the embedding
service. \`GET /health/redis\` and \`GET /health/azure\` check both.`,
  settings: ['REDIS_HOST', 'REDIS_PORT', 'AZURE_API_BASE'],
  endpoints: [
    { route: 'DELETE /agents/{agent_id}', when: 'if the registry stays locked for 10 seconds' },
    { route: 'POST /agents/search', when: 'if a part of the server answers too late' },
    { route: 'POST /public/search', when: 'if a part of the server answers too late' },
    { route: 'GET /agents', when: 'if a part of the server answers too late' },
    { route: 'GET /public/discover', when: 'if a part of the server answers too late' },
  ],
  clients: {
    'unregister_agent, list_agents, discover_agents':
      '`ARCPError`; the message ends with "Server error: 504". It is not sent again.',
    search_agents: '`SearchError`.',
  },
  observed: {
    sent: 'in-special-cases',
    note: 'It takes a lock held for 10 seconds or a backend that times out. It was captured with the lock held on purpose.',
    instead: ['internal-error'],
    members: ['agent_id'],
    undocumented: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'The body carries `operation` and `timeout_seconds`.',
        actual: 'It carries `agent_id` where the route has one, and nothing else.',
      },
      {
        documented: 'The connection request goes to `POST /public/connect` with the agent in the body.',
        actual: 'The route is `POST /public/connect/{agent_id}`, and its timeouts are `connection-timeout`.',
      },
    ],
  },
  related: {
    'connection-timeout': 'an agent, not the server, took too long',
    'internal-error': 'any other failure inside the server, and a registration that waited for the lock',
    'agent-not-found': 'what a repeated deregistration answers when the first one had worked',
  },
  aliases: ['TIMEOUT_ERROR'],
} satisfies Problem<OperationTimeout>;
