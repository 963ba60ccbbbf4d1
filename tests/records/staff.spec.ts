import { expect, kindsOfStaff, test } from '../fixtures';

test.use({ by: 'api' });

for (const intruder of ['userA', 'userB', 'wrongTenant', 'loggedOut'] as const) {
  for (const kind of kindsOfStaff) {
    test(`${intruder} is refused the staff’s ${kind} at the API`, async ({ as, admin }) => {
      const note = await admin.api.own(kind);
      await expect(await as(intruder)).toBeRefused(note);
    });
  }
}
