// The few icons of our own, drawn in GraphiQL's line weight; always beside or inside something that is labelled.
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="M3.5 3.5l9 9m0-9l-9 9" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 2.5v11M2.5 8h11" />
    </Icon>
  );
}

export function ChevronDownIcon() {
  return (
    <Icon>
      <path d="M3.5 6l4.5 4.5L12.5 6" />
    </Icon>
  );
}

export function EyeIcon() {
  return (
    <Icon>
      <path d="M1.3 8S3.7 3.6 8 3.6 14.7 8 14.7 8 12.3 12.4 8 12.4 1.3 8 1.3 8z" />
      <circle cx="8" cy="8" r="2" />
    </Icon>
  );
}

export function EyeOffIcon() {
  return (
    <Icon>
      <path d="M1.3 8S3.7 3.6 8 3.6 14.7 8 14.7 8 12.3 12.4 8 12.4 1.3 8 1.3 8zM2.5 13.5l11-11" />
    </Icon>
  );
}

export function SunMoonIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 2.3a5.7 5.7 0 0 1 0 11.4z" fill="currentColor" />
    </Icon>
  );
}

export function ClipboardIcon() {
  return (
    <Icon>
      <path d="M5.5 3H3.8v10.7h8.4V3h-1.7M5.8 1.8h4.4v2.4H5.8zM6 7.5h4M6 10.2h4" />
    </Icon>
  );
}

/** Two answers, side by side. */
export function CompareIcon() {
  return (
    <Icon>
      <path d="M2 3h4.5v10H2zM9.5 3H14v10H9.5zM3.5 6h1.5M3.5 8.5h1.5M11 6h1.5" />
    </Icon>
  );
}
