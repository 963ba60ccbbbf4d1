/** What forms, tables and APIs of several languages call the first and the last part of a name, as sources of patterns. */
export const givenLabel = '(?:first|given|fore)[ _-]?names?|vornamen?|pr[eé]noms?|nombres?|voornaam|nome';
export const familyLabel =
  '(?:last|family|sur)[ _-]?names?|(?:nach|familien)namen?|nom[ _-]de[ _-]famille|apellidos?|cognome|achternaam';
