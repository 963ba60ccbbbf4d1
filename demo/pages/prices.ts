/** One thing that the harbour sells. */
export interface Price {
  readonly title: string;
  readonly price: string;
  readonly unit: string;
  readonly text: string;
  readonly includes: readonly string[];
}

/** The public price list: the pricing page shows it, and the chatbot reads it out. */
export const prices: readonly Price[] = [
  {
    title: 'Evening keelboat sail',
    price: '€189',
    unit: 'per boat',
    text: 'Two and a half hours on the water with a skipper who knows every buoy by name.',
    includes: ['Up to six guests', 'Life jackets and oilskins', 'Tea, or something stronger'],
  },
  {
    title: 'Beginner sailing course',
    price: '€345',
    unit: 'per person',
    text: 'Two days in the training basin, four people to a boat, and nobody minds a wet sail.',
    includes: ['Eight hours of teaching', 'Course book', 'Certificate of competence'],
  },
  {
    title: 'Weekend berth',
    price: '€96',
    unit: 'per weekend',
    text: 'A quiet place on the east quay for boats of up to twelve metres, with power and water.',
    includes: ['Power and water', 'Showers', 'Gate code for your crew'],
  },
];
