// Modular exponentiation over SRP's prime, done by OpenSSL through node:crypto's Diffie-Hellman: some twenty times as fast as
// BigInt arithmetic, which would hold up every other request of this one thread.
import { createDiffieHellman } from 'node:crypto';

/** The 3072-bit MODP group of RFC 3526 (group 15), whose generator is 2. */
const primeHex =
  'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
  'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
  'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
  '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
  'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
  '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
  'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
  'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF';

export const prime = BigInt(`0x${primeHex}`);
export const generator = 2n;

/** base ^ exponent mod prime. The exponent must not be negative. */
export function modPow(base: bigint, exponent: bigint): bigint {
  const reduced = ((base % prime) + prime) % prime;
  // Diffie-Hellman refuses an empty key and the public values 0, 1 and -1, whose powers are known.
  if (exponent === 0n || reduced === 1n) return 1n;
  if (reduced === 0n) return 0n;
  if (reduced === prime - 1n) return exponent % 2n === 0n ? 1n : reduced;
  const power = powerOfResidue(reduced, exponent);
  if (power !== undefined) return power;
  // The prime is 3 mod 4, so where a base is no quadratic residue, its negative is one.
  const ofNegative = powerOfResidue(prime - reduced, exponent);
  if (ofNegative === undefined) throw new RangeError('OpenSSL takes neither the base nor its negative.');
  return exponent % 2n === 0n ? ofNegative : prime - ofNegative;
}

/** Undefined where OpenSSL refuses a base that is no quadratic residue, as the one in Node 22 does and the one in Node 20 does not. */
function powerOfResidue(base: bigint, exponent: bigint): bigint | undefined {
  // The group's own generator must be given: OpenSSL then knows the group and spares itself seconds of primality tests.
  const exchange = createDiffieHellman(primeHex, 'hex', Number(generator));
  exchange.setPrivateKey(evenHex(exponent), 'hex');
  try {
    return BigInt(`0x${exchange.computeSecret(evenHex(base), 'hex', 'hex')}`);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function evenHex(value: bigint): string {
  const hex = value.toString(16);
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}
