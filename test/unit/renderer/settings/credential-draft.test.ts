import { describe, expect, test } from 'vitest';
import { draftName, draftProblems, draftSecret, emptyDraft } from '../../../../renderer/settings/credential-draft.ts';

const v3 = { ...emptyDraft, kind: 'snmp-v3', user: 'ops' } as const;

describe('what is wrong is said under its field', () => {
  test('an empty community', () => {
    expect(draftProblems(emptyDraft)).toEqual({ community: 'Give a community' });
  });

  test('SNMPv3 passwords shorter than RFC 3414 allows', () => {
    expect(Object.keys(draftProblems({ ...v3, authPassword: 'short12', privPassword: '' }))).toEqual([
      'authPassword',
      'privPassword',
    ]);
  });

  test('privacy without authentication', () => {
    expect(Object.keys(draftProblems({ ...v3, authProtocol: 'none' }))).toEqual(['privProtocol']);
  });
});

describe('the secret that is sent', () => {
  test('has no protocol that was not chosen', () => {
    const draft = { ...v3, authProtocol: 'none', privProtocol: 'none', authPassword: 'left over from before' } as const;
    expect(draftProblems(draft)).toEqual({});
    expect(draftSecret(draft)).toEqual({ kind: 'snmp-v3', user: 'ops' });
  });

  test('keeps blanks inside a community', () => {
    expect(draftSecret({ ...emptyDraft, community: ' a b ' })).toEqual({
      kind: 'snmp-community',
      version: '2c',
      community: ' a b ',
    });
  });
});

test('a name for people never holds the secret', () => {
  expect(draftName({ ...emptyDraft, community: 'planted-secret' })).not.toContain('planted-secret');
});
