// A QR code, drawn as one path on white with the white border that readers look for: dark on light in the dark theme too.
import { encode } from 'uqr';
import './qr-code.css';

export interface QrCodeProps {
  text: string;
  /** What it says, for those who cannot see it. Not the text itself, which may be a secret. */
  label: string;
}

/** The standard's quiet zone, in modules. */
const quiet = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const side = size + 2 * quiet;
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
