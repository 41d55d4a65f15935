import { describe, expect, it } from 'vitest';
import { chosenProfile, profileNamesIn } from './profiles.ts';

describe('profileNamesIn', () => {
  it('reads both files, whose sections are written differently', () => {
    const config = [
      '[default]',
      'region = eu-west-1',
      '[profile work]',
      'sso_session = corp',
      '  [ profile  "two words" ] # note',
      '[sso-session corp]',
      '[services local]',
      "[profile 'single']",
      '# [profile commented]',
    ].join('\n');
    const credentials = '[default]\naws_access_key_id = AKIA\n\r\n[keys]\r\naws_secret_access_key = [not a section\n';
    expect(profileNamesIn({ config, credentials })).toEqual(['default', 'work', 'two words', 'single', 'keys']);
  });

  it('finds none in nothing', () => {
    expect(profileNamesIn({ config: '', credentials: '' })).toEqual([]);
  });
});

it('the command line’s profile goes before AWS_PROFILE, and an empty AWS_PROFILE is none', () => {
  expect(chosenProfile('a', { AWS_PROFILE: 'b' })).toBe('a');
  expect(chosenProfile(undefined, { AWS_PROFILE: 'b' })).toBe('b');
  expect(chosenProfile(undefined, { AWS_PROFILE: '' })).toBeUndefined();
});
