import type { PaperSeed } from './person';

/** What each tenant tells all of its customers; the chatbot may look it up for any of them. */
export const publicPapers: Readonly<Record<'one' | 'two', readonly PaperSeed[]>> = {
  one: [
    {
      id: '13c16a71-f3fe-4c7e-bd4b-f8285ab393dc',
      title: 'What to bring on board',
      body: 'Bring soft-soled shoes, a warm layer and sunglasses. Life jackets and oilskins are on board.',
    },
    {
      id: '197de65f-ec47-44a1-9f45-6667b293fe67',
      title: 'Cancellation and weather',
      body: 'Cancel or move a trip free of charge up to 48 hours before it starts. From six Beaufort we stay in port.',
    },
    {
      id: '826cdfc9-4f0b-4c1b-9d57-2d6c2b8f6a11',
      title: 'Berths on the east quay',
      body: 'Berths have water and power from April to October. The gate opens with the code in your boarding paper.',
    },
  ],
  two: [
    {
      id: '015f9401-8a3e-4e0f-b0c6-74d1be0f9b52',
      title: 'Hausordnung am Steg',
      body: 'Ruhe ab 22 Uhr. Boote bitte am Heck vertäuen und die Fender draußen lassen.',
    },
  ],
};
