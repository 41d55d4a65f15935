// The other half of public/early.js: marks a form as alive, presses anew which of its buttons were pressed before it was, and
// tells whether it was sent.

export function takeOverForm(form: HTMLFormElement): { pressedEarly: boolean } {
  const pressedEarly = 'pressedEarly' in form.dataset;
  delete form.dataset['pressedEarly'];
  form.dataset['alive'] = '';
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-pressed-early]')) {
    delete button.dataset['pressedEarly'];
    button.click();
  }
  return { pressedEarly };
}
