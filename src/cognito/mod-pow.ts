// Modular exponentiation on native BigInt. Not constant in time: it serves a client on the person's own machine.

const WINDOW = 5;

/**
 * base ^ exponent mod modulus, in the range 0 to modulus - 1, by a sliding window of five bits
 * (Handbook of Applied Cryptography, 14.85).
 * Throws a RangeError for a negative exponent or a modulus below 1.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n) throw new RangeError('The exponent must not be negative.');
  if (modulus < 1n) throw new RangeError('The modulus must be positive.');
  const reduced = ((base % modulus) + modulus) % modulus;
  const bits = exponent === 0n ? '' : exponent.toString(2);
  const odd = oddPowers(reduced, modulus, bits.length);

  let result = 1n % modulus;
  let at = 0;
  while (at < bits.length) {
    if (bits[at] === '0') {
      result = (result * result) % modulus;
      at += 1;
      continue;
    }
    let end = Math.min(at + WINDOW, bits.length);
    while (bits[end - 1] === '0') end -= 1;
    const window = Number.parseInt(bits.slice(at, end), 2);
    for (; at < end; at += 1) result = (result * result) % modulus;
    result = (result * (odd[window >> 1] ?? reduced)) % modulus;
  }
  return result;
}

/** base^1, base^3, base^5 ...: as many as windows over an exponent of that many bits can ask for. */
function oddPowers(base: bigint, modulus: bigint, bitLength: number): bigint[] {
  const count = 1 << (Math.min(WINDOW, Math.max(bitLength, 1)) - 1);
  const square = (base * base) % modulus;
  const powers = [base];
  for (let power = base; powers.length < count;) {
    power = (power * square) % modulus;
    powers.push(power);
  }
  return powers;
}
