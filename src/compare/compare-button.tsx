// "Compare", beside "Run as": the tab's operation as everybody who is there.
import { Button } from '../ui/button.tsx';
import './compare-button.css';

export function CompareButton({ onCompare }: { onCompare: () => void }) {
  return (
    <Button
      className="compare-button"
      title="Run it as every identity and compare (Ctrl-Shift-Enter)"
      onClick={onCompare}
    >
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M2 3h4.5v10H2zM9.5 3H14v10H9.5zM3.5 6h1.5M3.5 8.5h1.5M11 6h1.5" />
      </svg>
      <span>Compare</span>
    </Button>
  );
}
