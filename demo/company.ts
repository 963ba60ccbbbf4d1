/** The public face of tenant one, whose site the demo is. Everything here may be shown to anybody. */
export const company = {
  name: 'Harbour Lane Sailing',
  supportEmail: 'hello@harbourlane-sailing.eu',
  supportPhone: '+31 20 808 1946',
  address: 'Kade van Noord 14, 1019 AB Amsterdam',
} as const;

/** The other tenant of the same platform; it has no site here. */
export const otherCompany = { name: 'Nordkai Bootshaus' } as const;
