import type { Causes, Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface TprDisabled {}

const register: Step = {
  step: 'Register directly with the temporary token.',
  when: 'for agents',
  request: {
    method: 'POST',
    path: '/agents/register',
    headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
    body: {
      agent_id: '{agent_id}',
      name: 'My Agent',
      agent_type: 'testing',
      endpoint: '{endpoint}',
      capabilities: ['processing'],
      context_brief: 'Processes data for examples.',
      owner: 'me',
      public_key: '<public key>',
      metadata: { purpose: 'example' },
      version: '1.0.0',
      communication_mode: 'remote',
    },
  },
  expect: 200,
  note: 'With ARCPClient: pass `skip_validation=True` to `register_agent`.',
};

const causes = {
  'three-phases-off': {
    cause: '`ARCP_TPR` is false, which is the default.',
    tell: '`GET /.well-known/arcp-configuration` returns `three_phase_registration_enabled` false.',
    fix: [
      register,
      {
        step: 'Set `ARCP_TPR=true`, and restart the server.',
        when: 'for operators, if agents must pass a compliance check',
        settings: ['ARCP_TPR'],
      },
    ],
    asked: ['TPR off', 'feature disabled', 'not enabled', 'compliance check', '503'],
  },
} satisfies Causes;

export default {
  title: 'Three-Phase Registration Disabled',
  status: 503,
  category: 'registration',
  summary: 'The request belongs to three-phase registration, which is off on this server.',
  now: 'Register the agent directly with its temporary token, without a compliance check.',
  explanation: `
With \`ARCP_TPR=true\` an agent registers in three phases: it gets a temporary token, passes a compliance check, and registers with the
validated token. The default is false. Then the temporary token is enough to register, and there is no check.

This type is documented for a compliance check on such a server. ARCP 2.1.2 sends \`internal-error\` with status 500 instead. Call
\`GET /.well-known/arcp-configuration\` first to avoid both.`,
  fixedBy: 'client-developer',
  causes,
  answers: [{ detail: 'Three-phase registration is not enabled', causes: ['three-phases-off'] }],
  retry: {
    when: 'after-change',
    because: 'Registering directly works now. The compliance check works only after the operator turns it on.',
  },
  example: {
    detail: 'Three-phase registration is not enabled',
    instance: '/auth/agent/validate_compliance',
  },
  prevent: [
    {
      step: 'Find out whether three-phase registration is on.',
      request: { method: 'GET', path: '/.well-known/arcp-configuration' },
      expect: 200,
      note: 'The response contains `three_phase_registration_enabled`. The nginx configuration of ARCP blocks this path with 403: call the server directly, or ask the operator.',
    },
  ],
  samples: [
    {
      title: 'Ask the server how to register',
      lang: 'python',
      code: `
import asyncio

import httpx
from arcp import ARCPClient, RegistrationError

SERVER = "http://localhost:8001"

async def main():
    configuration = httpx.get(f"{SERVER}/.well-known/arcp-configuration").json()
    three_phases = configuration["three_phase_registration_enabled"]

    async with ARCPClient(SERVER) as client:
        try:
            await client.register_agent(
                agent_id="my-agent",
                name="My Agent",
                agent_type="testing",
                endpoint="https://my-agent.example.com",
                capabilities=["processing"],
                context_brief="Processes data for examples.",
                version="1.0.0",
                owner="me",
                public_key="<public key>",
                communication_mode="remote",
                metadata={"purpose": "example"},
                agent_key="<agent key>",
                # ARCPClient does not detect that the three phases are off.
                skip_validation=not three_phases,
            )
        except RegistrationError as error:
            raise SystemExit(f"Registration refused: {error.message}")

asyncio.run(main())`,
    },
    {
      title: 'Continue without a compliance check',
      lang: 'typescript',
      code: `
import { isProblem, readProblem, tprDisabled } from 'arcp-problems';

const response = await fetch('http://localhost:8001/auth/agent/validate_compliance', {
  method: 'POST',
  headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
  body: JSON.stringify({
    agent_id: 'my-agent',
    agent_type: 'testing',
    endpoint: 'https://my-agent.example.com',
    capabilities: ['processing'],
  }),
});
// ARCP 2.1.2 sends internal-error here. Read /.well-known/arcp-configuration first.
if (isProblem(await readProblem(response), tprDisabled)) {
  console.log('Register with the temporary token.');
}`,
    },
  ],
  operators: `
If agents fail to register right after a change of \`ARCP_TPR\`, they expect the other way to register. Tell their developers before
you change the setting.`,
  settings: ['ARCP_TPR'],
  clients: {
    'register_agent, validate_compliance':
      '`RegistrationError`, because of the `internal-error` that arrives instead. `skip_validation=True` avoids it.',
  },
  observed: {
    sent: 'no',
    note: 'A compliance check on such a server returns `internal-error` with status 500 instead.',
    instead: ['internal-error'],
    members: [],
    differences: [
      {
        documented: 'A compliance check returns this type with 503 while three-phase registration is off.',
        actual:
          'It returns `internal-error` with 500: the route names `FEATURE_DISABLED`, the defined type is `TPR_DISABLED`.',
      },
      {
        documented: 'The title is "TPR Disabled".',
        actual: 'The title in the code is "Three-Phase Registration Disabled".',
      },
      {
        documented: 'The name of the page is `TPR-disabled`, in capitals.',
        actual: 'The type URI ends with `tpr-disabled`, in lower case.',
      },
      {
        documented: 'The index of problem types lists 36 types, without this one.',
        actual: 'The server defines 37 types, with this one.',
      },
      {
        documented: 'ARCPClient detects that three-phase registration is off, and continues without it.',
        actual: '`register_agent` raises `RegistrationError` unless you pass `skip_validation=True`.',
      },
    ],
  },
  related: {
    'internal-error': 'what ARCP 2.1.2 sends in this situation',
    'token-invalid': 'three-phase registration is on, and the token belongs to another phase',
    'configuration-error': 'the server has no admin password',
    forbidden: 'the compliance check belongs to another agent',
  },
  aliases: ['TPR_DISABLED', 'FEATURE_DISABLED', 'TPR Disabled', 'TPR-disabled'],
} satisfies Problem<TprDisabled, typeof causes>;
