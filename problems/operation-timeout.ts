import type { Causes, Problem, Step } from '../src/catalog/entry.ts';
import type { NumberText } from './index.ts';

export interface OperationTimeout {
  /** Identifier of the agent that was to be deregistered. Always sent by ARCP 2.1.2. */
  agent_id?: string;
  /** Name of the operation that took too long. Documented, but ARCP 2.1.2 never sends it. */
  operation?: string;
  /** Limit that was exceeded, in seconds. Documented, but ARCP 2.1.2 never sends it. */
  timeout_seconds?: number | NumberText;
}

const oneByOne: Step = {
  step: 'Deregister agents one after another, and wait for each response.',
  when: 'if you deregister several agents',
};

const causes = {
  'registry-busy': {
    cause: 'Other requests held the registry lock for 10 seconds.',
    tell: 'The response took about 10 seconds. Several agents were deregistered at the same time.',
    asked: ['lock', 'bulk', 'shutdown', 'busy'],
    fix: [
      {
        step: 'Send the request again.',
        request: { method: 'DELETE', path: '/agents/{agent_id}', headers: { Authorization: 'Bearer <agent token>' } },
        expect: 200,
        note: 'Nothing was changed, so it is safe to repeat. With ARCPClient: `unregister_agent(agent_id)`.',
      },
      oneByOne,
    ],
  },
} satisfies Causes;

export default {
  title: 'Operation Timeout',
  status: 504,
  category: 'network',
  summary: 'The server could not get the registry lock within 10 seconds. Nothing was changed.',
  now: 'Wait 5 seconds, then send the same request again.',
  explanation: `
A deregistration needs a lock on the registry, and waits up to 10 seconds for it. While a WebSocket client is connected, each
deregistration holds the lock for about 5 seconds. If several agents are deregistered at the same time, the later requests time out.

The agent has no part in this. If an agent does not respond in time, the type is \`connection-timeout\`. A registration that waits too
long for the lock is \`internal-error\`.`,
  fixedBy: 'client-developer',
  retry: {
    when: 'after-delay',
    because: 'The lock is soon free, and nothing was changed. The response has no `Retry-After`; 5 seconds are enough.',
  },
  causes,
  answers: [
    {
      detail: 'Unregister agent timeout',
      routes: ['DELETE /agents/{agent_id}'],
      causes: ['registry-busy'],
      example: { detail: 'Unregister agent timeout', agent_id: 'my-agent' },
    },
  ],
  example: { detail: 'Unregister agent timeout', agent_id: 'my-agent' },
  documented: {
    detail: 'Agent connection timed out after 30 seconds',
    instance: '/public/connect',
    operation: 'agent_connection',
    timeout_seconds: 30,
  },
  prevent: [oneByOne],
  samples: [
    {
      title: 'Deregister again after a pause',
      lang: 'typescript',
      code: `
import { isProblem, operationTimeout, readProblem } from 'arcp-problems';

const deregister = () =>
  fetch('http://localhost:8001/agents/my-agent', {
    method: 'DELETE',
    headers: { Authorization: 'Bearer <agent token>' },
  });

let response = await deregister();
if (isProblem(await readProblem(response), operationTimeout)) {
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  response = await deregister();
}
console.log(response.status);`,
    },
    {
      title: 'Deregister several agents one after another',
      lang: 'python',
      code: `
import time

import httpx

OPERATION_TIMEOUT = "https://arcp.0x001.tech/docs/problems/operation-timeout"
HEADERS = {"Authorization": "Bearer <admin token>", "X-Client-Fingerprint": "<fingerprint>"}

def deregister(http, agent_id):
    return http.delete(f"/agents/{agent_id}", headers=HEADERS)

with httpx.Client(base_url="http://localhost:8001", timeout=20) as http:
    for agent_id in ["my-agent", "my-other-agent"]:
        response = deregister(http, agent_id)
        if response.status_code == 504 and response.json()["type"] == OPERATION_TIMEOUT:
            time.sleep(5)
            response = deregister(http, agent_id)
        print(agent_id, response.status_code)`,
    },
  ],
  userMessage: 'The server is busy. Try again in a moment.',
  monitor: { metric: 'arcp_requests_total{endpoint="/agents/{agent_id}",status_code="504"}' },
  operators: `
If it comes when many agents stop together, their deregistrations block each other. Stop agents one after another.`,
  endpoints: [{ route: 'DELETE /agents/{agent_id}', when: 'if the registry stays locked for 10 seconds' }],
  clients: {
    unregister_agent: '`ARCPError`; the message ends with "Server error: 504". The client does not retry.',
  },
  observed: {
    sent: 'in-special-cases',
    note: 'It takes several deregistrations at the same time while a WebSocket client is connected.',
    members: ['agent_id'],
    undocumented: ['agent_id'],
    missing: ['instance'],
    differences: [
      {
        documented: 'Searches, lists and connection requests return it.',
        actual: 'Only `DELETE /agents/{agent_id}` returns it.',
      },
    ],
  },
  related: {
    'connection-timeout': 'an agent, not the server, took too long',
    'internal-error': 'a registration waited too long for the lock',
  },
  aliases: ['TIMEOUT_ERROR'],
  asked: ['gateway timeout', 'deregistration fails'],
} satisfies Problem<OperationTimeout, typeof causes>;
