// Runs before the page's own script: what is pressed in a form that early (Sign in, or another of its buttons) is remembered there and
// done as soon as the script is alive (src/sign-in/early-submit.ts). No form here is ever sent by the browser itself.
document.addEventListener(
  'submit',
  (event) => {
    event.preventDefault();
    if (!('alive' in event.target.dataset)) event.target.dataset.pressedEarly = '';
  },
  true,
);
document.addEventListener(
  'click',
  (event) => {
    const button = event.target.closest('form:not([data-alive]) button[type="button"]');
    if (button) button.dataset.pressedEarly = '';
  },
  true,
);
