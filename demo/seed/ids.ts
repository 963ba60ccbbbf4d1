/** Fixed identifiers of the demo's people, so that fault files and expired tokens can name them. */

export const tenantIds = {
  one: '5604550d-6490-43e2-bad7-a0ad13d3a0ea',
  two: 'e9a2b806-f9bd-4730-be16-1147839f9acc',
} as const;

export const userIds = {
  userA: 'a10472b1-233c-4e1e-86cd-1ee9cf7daca8',
  userB: '4dfc5e16-58be-4aca-b52e-e9fd8da7789c',
  admin: 'db4d2b50-4dac-48ea-a36a-12099e6e5536',
  neighbour: '9098a67e-4c6b-40fb-a3ab-5a9223d31a80',
  stranger: '10ce2657-300b-4821-9ebe-78a5814fc1e9',
  wrongTenant: '952ecf40-2a4a-4642-9113-88516fb0472d',
  otherAdmin: '77adec12-0d53-4b3e-803b-ea7b366151f3',
} as const;

export type PersonName = keyof typeof userIds;

/** A session of each person that is open and that nobody uses: tokens that ran out belong to it. */
export const lastingSessionIds: Readonly<Record<PersonName, string>> = {
  userA: '82d00d92-da63-4649-9078-c0cafdeeb4eb',
  userB: '1739c596-41d3-40a2-becf-c96decdb9627',
  admin: '826cdfc9-21cd-4ced-94f8-6279940ec824',
  neighbour: '10f4fcdb-53f8-420a-9f32-686222b84803',
  stranger: '015f9401-115d-4580-85a7-28fdc11177ea',
  wrongTenant: '400ac1af-14d6-4a69-a8ed-8a8980541329',
  otherAdmin: '4953f0aa-93d7-4434-aad3-22a0a184b8e7',
};
