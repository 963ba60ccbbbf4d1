import { sendAs } from '../../attempts/send-as';
import { type Check, fine } from './check';

/** Requests of one trial: at the usual five a second, two seconds. */
const trial = 10;

/** Whether the product bears the rate at which it is going to be asked. */
export const rate: Check = {
  id: 'rate',
  asks: 'does the product bear the rate?',
  async run(room) {
    const [visitor] = await room.everybody();
    if (!visitor) return [];
    const { limits, signIn } = room.product;
    const rateInWords =
      limits.requestsPerSecond === null ? 'as fast as it goes' : `${limits.requestsPerSecond} a second`;
    const requests = Array.from({ length: trial }, () => sendAs(visitor, { path: signIn.alive.path }));
    const answers = await Promise.all(requests);
    const refused = answers.filter(({ outcome }) => outcome.failed !== undefined || outcome.status === 429);
    if (refused.length === 0) return [fine(`${trial} requests, ${rateInWords}, were all answered`)];
    const what = `${refused.length} of ${trial} requests, ${rateInWords}, were not answered, or with 429`;
    return [{ is: 'wrong', what, next: 'lower limits.requestsPerSecond in the config' }];
  },
};
