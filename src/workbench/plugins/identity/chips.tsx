// A few short names in a row: groups, roles, scopes.
export function Chips({ items, none }: { items: readonly string[]; none: string }) {
  if (items.length === 0) return <span className="identity-pane-quiet">{none}</span>;
  return (
    <ul className="chips">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
