// The connection at hand, the others, and what can be done with it.
import type { Connection } from '../settings/connection.ts';
import { Button } from '../ui/button.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';

export interface ConnectionMenuProps {
  chosen: Connection;
  kept: readonly Connection[];
  demo: readonly Connection[];
  onChoose: (id: string) => void;
  onNew: () => void;
  onChange: (task: 'edit' | 'copy' | 'remove') => void;
}

export function ConnectionMenu({ chosen, kept, demo, onChoose, onNew, onChange }: ConnectionMenuProps) {
  const own = kept.some(({ id }) => id === chosen.id);
  return (
    <Menu
      trigger={
        <Button className="connection-menu" aria-label={`Connection: ${chosen.name}`}>
          <span className="connection-menu-name">{chosen.name}</span>
          <ChevronDownIcon />
        </Button>
      }
    >
      <MenuChoice
        label="Connection"
        value={chosen.id}
        options={[...kept, ...demo].map(({ id, name }) => ({ value: id, content: name }))}
        onChange={onChoose}
      />
      <MenuSeparator />
      <MenuItem onSelect={onNew}>New connection…</MenuItem>
      <MenuItem onSelect={() => onChange('copy')}>Copy this one…</MenuItem>
      {own ? <MenuItem onSelect={() => onChange('edit')}>Edit…</MenuItem> : null}
      {own ? <MenuItem onSelect={() => onChange('remove')}>Remove…</MenuItem> : null}
    </Menu>
  );
}
