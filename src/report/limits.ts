/** What this suite does not see, whatever the result: said in every report, so that nobody takes more from it than is in it. */
export const limits: readonly string[] = [
  'Only values of the records that the product’s configuration lists are recognised as somebody’s. Records that it does not list are not looked for.',
  'Only the pages, requests and questions that the configuration lists are tried. It is a sample of what can be asked, taken at one moment.',
  'What pictures and videos show is not read.',
  'A value of which most was cut off cannot be told from an ordinary word, and is not recognised; of a masked one, only what fits exactly one record.',
  'The browser’s back/forward cache is not exercised: the test runner switches it off.',
  'Tokens that only the product’s own signing key could make are not forged.',
  'A chatbot may answer otherwise tomorrow: a question that held today was asked today.',
];
