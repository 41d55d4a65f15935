// The parts of the sign-in panel that most visits never see: fetched when they are asked for, so that the panel itself is light.
import { Dialog } from '../ui/dialog.tsx';
import { later } from '../ui/later.tsx';

export const challengeForm = later(async () => (await import('./challenge-form.tsx')).ChallengeForm);
export const moreWays = later(async () => (await import('./more-ways.tsx')).MoreWays);
export const tokenForm = later(async () => (await import('./token-form.tsx')).TokenForm);
export const offersList = later(async () => (await import('./other-identity/offers-list.tsx')).OffersList);
export const cliDialog = later(async () => (await import('./cli-dialog.tsx')).CliDialog, {
  frame: (notice, { onClose }) => (
    <Dialog title="As AWS CLI" onClose={onClose}>
      {notice}
    </Dialog>
  ),
});
