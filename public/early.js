// Runs before the page's own script: a Sign in pressed that early is remembered on the form and done as soon as the script
// is alive (src/sign-in/early-submit.ts). No form here is ever sent by the browser itself.
document.addEventListener(
  'submit',
  (event) => {
    event.preventDefault();
    if (!('alive' in event.target.dataset)) event.target.dataset.pressedEarly = '';
  },
  true,
);
