// The other half of public/early.js: marks a form as alive, and tells whether its button was pressed before it was.

export function takeOverForm(form: HTMLFormElement): { pressedEarly: boolean } {
  const pressedEarly = 'pressedEarly' in form.dataset;
  delete form.dataset['pressedEarly'];
  form.dataset['alive'] = '';
  return { pressedEarly };
}
