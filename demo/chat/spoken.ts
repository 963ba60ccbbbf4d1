/** The radio alphabet of the ICAO. */
export const letters: readonly string[] =
  'alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu'.split(
    ' ',
  );

export const digits: readonly string[] = 'zero one two three four five six seven eight nine'.split(' ');
