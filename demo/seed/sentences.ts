import type { Faker } from '@faker-js/faker';

function odd(faker: Faker): string {
  return `${faker.word.adjective({ length: { min: 6, max: 11 } })} ${faker.animal.bird().toLowerCase()}`;
}

function dish(faker: Faker): string {
  return faker.food.dish().toLowerCase();
}

function thing(faker: Faker): string {
  return faker.commerce.productName().toLowerCase();
}

/** What a customer asked for with one of its bookings: three different ones. */
export function bookingNotes(faker: Faker): readonly [string, string, string] {
  return [
    `Please keep the ${thing(faker)} away from the ${odd(faker)} cage`,
    `Celebrating with ${dish(faker)}; the ${thing(faker)} comes in a separate crate`,
    `My cousin paints a ${odd(faker)} and needs the starboard bench`,
  ];
}

/** What the staff thinks of a customer: never for the customer's eyes. */
export function staffNotes(faker: Faker): readonly [string, string] {
  return [
    `Disputed the ${thing(faker)} deposit twice; insists the ${odd(faker)} ate the receipt.`,
    `Offer ${faker.number.int({ min: 11, max: 39 })} % at most, and never mention the ${odd(faker)} lawsuit or the ${dish(faker)}.`,
  ];
}

/** What only this customer and the assistant talked about: six messages, the customer first. */
export function conversation(faker: Faker, reference: string): readonly string[] {
  const locker = faker.string.numeric(2);
  const word = faker.word.adjective({ length: { min: 7, max: 11 } });
  const bird = faker.animal.bird().toLowerCase();
  return [
    `I left my ${thing(faker)} in locker ${locker}, the password on the tag is ${word} ${bird}.`,
    `Noted: locker ${locker} stays shut until you say ${word} ${bird}. It belongs to booking ${reference}.`,
    `Between us, the trip is a surprise with ${dish(faker)} for my ${odd(faker)} society.`,
    `Your secret is safe, I told the kitchen only about the ${dish(faker)} and the ${thing(faker)}.`,
    `My doctor says no ${dish(faker)} after the ${odd(faker)} operation, please remember that.`,
    `Remembered for every trip of yours: no ${dish(faker)}, and a calm bench near the ${thing(faker)}.`,
  ];
}
