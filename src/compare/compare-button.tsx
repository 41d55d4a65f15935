// "Compare", beside "Run as": the tab's operation as everybody who is there.
import { Button } from '../ui/button.tsx';
import { CompareIcon } from '../ui/icons.tsx';
import './compare-button.css';

export function CompareButton({ onCompare }: { onCompare: () => void }) {
  return (
    <Button
      className="compare-button"
      title="Run it as every identity and compare (Ctrl-Shift-Enter)"
      onClick={onCompare}
    >
      <CompareIcon />
      <span>Compare</span>
    </Button>
  );
}
