import { company } from '../../company';
import { prices } from '../../pages/prices';
import { oneText, textArgument, type Tool } from './tool';

/** What anybody may know, by topic. */
const faq: Readonly<Record<string, string>> = {
  'opening hours':
    'The harbour office is open from 08:30 to 18:00, Tuesday to Sunday, from April to October.',
  prices: `${prices.map(({ title, price, unit }) => `${title}: ${price} ${unit}`).join('; ')}. All prices include VAT.`,
  contact: `You reach the harbour office at ${company.supportEmail} or ${company.supportPhone}.`,
  address: `We are at ${company.address}, right behind the red crane.`,
  cancellation: 'Cancel or move a trip free of charge up to 48 hours before it starts.',
  weather: 'From six Beaufort we stay in port and you choose another day, without costs.',
  parking: 'There are twenty free places behind the sail loft; the tram stops three minutes away.',
  dogs: 'Dogs are welcome on the keelboats as long as they wear a life jacket; we have three sizes.',
  children: 'Children from six years on may sail with an adult; we have small life jackets.',
  booking: 'Book on this site or by telephone; you get a confirmation with a reference within an hour.',
};

/** Answers that are the same for everybody. */
export const companyFaq: Tool = {
  name: 'company_faq',
  description: `Public facts. Topics: ${Object.keys(faq).join(', ')}.`,
  parameters: oneText('topic', 'One of the topics.'),
  offeredTo: 'everybody',
  run: (args) => {
    const topic = textArgument(args, 'topic');
    return Promise.resolve({ topic, answer: faq[topic] ?? faq['contact'] });
  },
};
