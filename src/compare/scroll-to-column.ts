// Brings a column of the grid into sight, beside the paths, which stay where they are. Its cells may not be drawn yet; its head is.

export function scrollToColumn(scroller: HTMLElement, column: number): void {
  // The paths are always in sight: who goes back to them goes back to the first answers.
  if (column === 0) {
    scroller.scrollLeft = 0;
    return;
  }
  const [paths, ...heads] = scroller.querySelectorAll('[role=columnheader]');
  const head = heads[column - 1];
  if (paths === undefined || head === undefined) return;
  const { left, right } = head.getBoundingClientRect();
  const before = left - paths.getBoundingClientRect().right;
  const beyond = right - (scroller.getBoundingClientRect().left + scroller.clientWidth);
  if (before < 0) scroller.scrollLeft += before;
  else if (beyond > 0) scroller.scrollLeft += Math.min(beyond, before);
}
