// What a form's text field holds: FormData may hold files too, and these forms have none.

export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
