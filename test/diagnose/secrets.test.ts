// cspell:ignore Iabc psecret Vjcm Blbn AQAB JSESSIONID müller
import { describe, expect, test } from 'vitest';
import { linesOf } from '#diagnose/input/lines.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';

/** What the inspector masks before anything is shown or shared, and what it leaves alone. */

describe('secrets', () => {
  const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhZ2VudC0xIn0.c2lnbmF0dXJl';
  test.each([
    [`Authorization: Bearer ${jwt}`, [jwt]],
    ['Authorization: Basic YWRtaW46c2VjcmV0', ['YWRtaW46c2VjcmV0']],
    [`{"access_token": "${jwt}", "accessToken":"opaque-1"}`, [jwt, 'opaque-1']],
    ['{"password":"hunter \\"2\\" x","user":"bob"}', ['hunter', '2\\" x']],
    ['{"pin": 4711, "Session-PIN": "0815"}', ['4711', '0815']],
    ['Set-Cookie: sid=abc123; HttpOnly\nCookie: a=b1; c=d2', ['abc123', 'b1', 'd2']],
    ['{"detail":"unknown user jane.doe@example.org"}', ['jane.doe@example.org']],
    ['{"message":"{\\"api_key\\":\\"k-123\\"}"}', ['k-123']],
    ['GET /x?token=t0psecret&page=2', ['t0psecret']],
    ['https://bob:pa55@example.org/x', ['bob:pa55', 'pa55']],
    ['X-Session-PIN: 1234\nX-API-Key: abcd', ['1234', 'abcd']],
    ['{"name":"Authorization","value":"Bearer opaque9"}', ['opaque9']],
    ['{"cookies":[{"name":"sid","value":"qq7"}]}', ['qq7']],
    ['-----BEGIN PRIVATE KEY-----\nMIIabc\ndef=\n-----END PRIVATE KEY-----', ['MIIabc', 'def=']],
    ['{"agent_key":"K1","agentKey":"K2","key":"K3"}', ['K1', 'K2', 'K3']],
    ['your PIN 4711 is wrong', ['4711']],
    ['-H "Authorization: DPoP abc.def1"', ['abc.def1']],
    ['{"session_id":"sess_abc123"}', ['sess_abc123']],
    ["curl -u admin:hunter2 -H 'X: y'", ['hunter2']],
    ['app --password hunter2 --token=abc123', ['hunter2', 'abc123']],
    ['{"Authorization": ["Bearer opaque"], "set-cookie": ["sid=abc; Path=/", "csrf=def"]}', ['opaque', 'abc', 'def']],
    ['[["authorization", "Bearer opaque"], ["cookie", "a=b1"]]', ['opaque', 'b1']],
    ["(b'authorization', b'Bearer opaque')", ['opaque']],
    ['{"value":"Bearer opaque","name":"Authorization"}', ['opaque']],
    ['GET /cb?code=4%2F0Ab&sig=abc1&X-Amz-Signature=beef', ['0Ab', 'abc1', 'beef']],
    ['redis://:pw123@redis:6379/0 https://tok9@example.org', ['pw123', 'tok9']],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n', ['b3Blbn']],
    ['{"kty":"RSA","n":"pub","e":"AQAB","d":"pri1","p":"pri2"}', ['pri1', 'pri2']],
    ['JSESSIONID=abcdef', ['abcdef']],
    ['{"code_verifier":"cv1","tokens":["t1z","t2z"]}', ['cv1', 't1z', 't2z']],
    [':token=>"abc9", "secret"=>"def9"', ['abc9', 'def9']],
    ['<token>abc9</token><ns.password>def9</ns.password>', ['abc9', 'def9']],
    [`Bearer ${'a'.repeat(32)}`, ['a'.repeat(32)]],
    ['jane%40example.org jane@müller.de', ['jane']],
    [`curl -H 'Authorization: Bearer ${jwt}' -u x`, [jwt]],
  ])('are masked in %s', (text, secrets) => {
    const result = masked(text);
    for (const secret of secrets) expect(result).not.toContain(secret);
    expect(result).toContain('[masked:');
    expect(result.split('\n')).toHaveLength(text.split('\n').length);
    expect(masked(result)).toBe(result);
  });

  test.each([
    'Authorization: Bearer <admin token>',
    '{"token_type":"bearer","expires_in":3600,"idempotency_key":"k1","public_key":"p"}',
    'WWW-Authenticate: Bearer error="invalid_token"',
    'X-Request-ID: 52ae8e82-56dc-4676-8550-385d87eb2bd4',
    '{"detail":"PIN must be 4 to 32 characters"}',
    '{"detail":"Missing token: provide one"}',
    '{"detail":"Bearer authentication required"}',
    '{"required_headers":["Authorization","DPoP"]}',
    'access-control-allow-headers: Authorization, X-API-Key',
    'GET /x?code=404&page=2',
  ])('are not seen in %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });

  test('are masked in the lines that are shown', () => {
    const text = `{"token": "${jwt}"}`;
    const [line] = linesOf(text, [{ start: 1, end: text.length - 1, number: 1, level: 'error' }], secretsIn(text), {
      start: 0,
      end: text.length,
    });
    const shown = line && 'pieces' in line ? (line.pieces ?? []).map((piece) => piece.text).join('') : '';
    expect(shown).toBe('{"token": "[masked:token]"}');
  });
});
