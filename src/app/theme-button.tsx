// Light, dark, or as the system has it: the same setting as GraphiQL's own, which it follows and is followed by.
import { useState } from 'react';
import type { Remembered, Theme } from '../settings/remembered.ts';
import { Button } from '../ui/button.tsx';
import { SunMoonIcon } from '../ui/icons.tsx';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** The body's class is what both stylesheets read. */
export function applyTheme(theme: Theme): void {
  document.body.classList.remove('graphiql-light', 'graphiql-dark');
  if (theme !== 'system') document.body.classList.add(`graphiql-${theme}`);
}

export interface ThemeButtonProps {
  remembered: Remembered;
}

export function ThemeButton({ remembered }: ThemeButtonProps) {
  const [theme, setTheme] = useState(() => remembered.theme());
  function turn() {
    const chosen = next[remembered.theme()];
    remembered.setTheme(chosen);
    applyTheme(chosen);
    setTheme(chosen);
    // GraphiQL colours its editors itself; the workbench listens.
    document.dispatchEvent(new CustomEvent('themechange', { detail: chosen }));
  }
  return (
    <Button
      kind="quiet"
      onClick={turn}
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}. Click for ${next[theme]}.`}
    >
      <SunMoonIcon />
    </Button>
  );
}
