// E-mail, URL, phone and IP addresses as AppSync takes them. Libraries judge; only AppSync's own extra rules are written here.
import { isIP } from 'node:net';
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import * as v from 'valibot';

const emailSchema = v.pipe(v.string(), v.rfcEmail());

/** `local@domain`; a domain without a dot is allowed, as on AppSync. */
export const isEmail = (text: string): boolean => v.is(emailSchema, text);

/** A URL with a scheme, and without `//` in its path. */
export function isUrl(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  return !new URL(text).pathname.includes('//');
}

/** Groups of digits parted by spaces or hyphens; without a `+` country code it is a number of the North American plan. */
export function isPhone(text: string): boolean {
  return /^\+?\d+(?:[ -]\d+)*$/.test(text) && isValidPhoneNumber(text, 'US');
}

/** IPv4 or IPv6, alone or as a block in CIDR notation. */
export function isIpAddress(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const family = isIP(address);
  // isIP allows an IPv6 zone (fe80::1%eth0), which means something on one machine only.
  if (family === 0 || address.includes('%') || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}
