// The keys that choose an identity, where they stand in a menu: for the eyes, the label says enough to others.
export function KeyHint({ number }: { number: number }) {
  return number > 9 ? null : (
    <kbd className="menu-keys" aria-hidden="true">
      Alt {number}
    </kbd>
  );
}
