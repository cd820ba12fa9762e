import type { Problem, Step } from '../src/catalog/entry.ts';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface TprDisabled {}

const fix = [
  {
    step: 'See whether three-phase registration is on.',
    request: { method: 'GET', path: '/.well-known/arcp-configuration' },
    expect: 200,
    note: 'Read `three_phase_registration_enabled`.',
  },
  {
    step: 'Register directly with the temporary token.',
    when: 'if it is off',
    request: {
      method: 'POST',
      path: '/agents/register',
      headers: { Authorization: 'Bearer <temporary token>', 'Content-Type': 'application/json' },
      body: {
        agent_id: 'my-agent',
        name: 'My Agent',
        agent_type: 'testing',
        endpoint: 'https://my-agent.example.com',
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
    note: 'With ARCPClient, pass `skip_validation=True` to `register_agent`.',
  },
  {
    step: 'Set `ARCP_TPR=true`, and restart the server.',
    when: 'for operators, if agents have to pass a compliance check',
    settings: ['ARCP_TPR'],
  },
] satisfies Step[];

export default {
  title: 'Three-Phase Registration Disabled',
  status: 503,
  category: 'registration',
  summary: 'The request belongs to three-phase registration, which is switched off on this server.',
  now: 'Register the agent directly with its temporary token, without a compliance check.',
  explanation: `
With \`ARCP_TPR=true\` an agent registers in three phases: it gets a temporary token, passes a compliance check, and registers with
the validated token. The default is false. Then the temporary token is enough to register, and there is nothing to check.

The type is meant for a compliance check sent to such a server. ARCP 2.1.2 answers \`internal-error\` with status 500 instead. Ask
\`GET /.well-known/arcp-configuration\` beforehand, and neither answer arrives.`,
  fixedBy: 'client-developer',
  causes: {
    'arcp-tpr-false-default': {
      cause: '`ARCP_TPR` is false, which is the default.',
      tell: '`three_phase_registration_enabled` is false in `GET /.well-known/arcp-configuration`.',
      fix: fix,
    },
  },
  retry: {
    when: 'after-change',
    because:
      'Registering directly works at once; the compliance check works only after the operator has switched it on.',
  },
  example: {
    detail: 'Three-phase registration is not enabled on this server',
    instance: '/auth/agent/validate_compliance',
  },
  samples: [
    {
      title: 'Ask the server which way to register',
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
                # ARCPClient does not notice by itself that the three phases are off.
                skip_validation=not three_phases,
            )
        except RegistrationError as error:
            raise SystemExit(f"Registration refused: {error.message}")

asyncio.run(main())`,
    },
    {
      title: 'Go on without a compliance check',
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
// ARCP 2.1.2 answers internal-error here, so ask /.well-known/arcp-configuration beforehand.
if (isProblem(await readProblem(response), tprDisabled)) {
  console.log('Register with the temporary token.');
}`,
    },
  ],
  operators: `
Agents that expect three phases cannot register while the switch is off, and agents that expect one cannot while it is on.
Tell their developers before you change \`ARCP_TPR\`.`,
  settings: ['ARCP_TPR'],
  clients: {
    'register_agent, validate_compliance':
      '`RegistrationError`, caused by the `internal-error` that arrives instead; `skip_validation=True` avoids it.',
  },
  observed: {
    sent: 'no',
    note: 'The route asks for a type that is not declared, fails over it, and answers `internal-error` with status 500.',
    instead: ['internal-error'],
    members: [],
    differences: [
      {
        documented: 'A compliance check answers this type with 503 while three-phase registration is off.',
        actual:
          'It answers `internal-error` with 500: the route names `FEATURE_DISABLED`, the declared type is `TPR_DISABLED`.',
      },
      {
        documented: 'The title is "TPR Disabled".',
        actual: 'The declared title is "Three-Phase Registration Disabled".',
      },
      {
        documented: 'The page is named `TPR-disabled`, in capitals.',
        actual: 'The type URI ends with `tpr-disabled`, in small letters.',
      },
      {
        documented: 'The index of problem types lists 36 types, without this one.',
        actual: 'The server declares 37 types, this one among them.',
      },
      {
        documented: 'ARCPClient is meant to notice that three-phase registration is off, and to go on without it.',
        actual: '`register_agent` raises `RegistrationError` unless `skip_validation=True` is passed.',
      },
    ],
  },
  related: {
    'internal-error': 'what ARCP 2.1.2 answers in this situation',
    'token-invalid': 'three-phase registration is on, and the token belongs to another phase',
    'configuration-error': 'the admin password of the server is not set',
    forbidden: 'a result of the compliance check belongs to another agent',
  },
  aliases: ['TPR_DISABLED', 'FEATURE_DISABLED', 'TPR Disabled', 'TPR-disabled'],
} satisfies Problem<TprDisabled>;
