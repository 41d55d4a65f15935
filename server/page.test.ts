import { describe, expect, it } from 'vitest';
import type { LaunchData } from './api.ts';
import { launchDataMarker, pageWith } from './page.ts';

const empty: LaunchData = { connections: [], demo: null, notes: [], apiKeys: [], launchSecret: '' };
const template = `<!doctype html><head>${launchDataMarker}</head>`;

describe('pageWith', () => {
  it('writes the launch data where the page marks it', () => {
    expect(pageWith(template, empty)).toBe(
      '<!doctype html><head><script type="application/json" id="launch-data">' +
        '{"connections":[],"demo":null,"notes":[],"apiKeys":[],"launchSecret":""}</script></head>',
    );
  });

  it('cannot be left by what a person typed', () => {
    const hostile = '</script><script>alert(1)</script><!--\u2028\u2029$& $1';
    const page = pageWith(template, { ...empty, notes: [hostile] });
    const json = /<script type="application\/json" id="launch-data">(.*)<\/script><\/head>$/.exec(page)?.[1] ?? '';
    expect(json).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ ...empty, notes: [hostile] });
  });

  it.each([
    ['no marker', '<html>'],
    ['two markers', launchDataMarker + launchDataMarker],
  ])('refuses a page with %s', (_, wrong) => {
    expect(() => pageWith(wrong, empty)).toThrow('exactly once');
  });
});
