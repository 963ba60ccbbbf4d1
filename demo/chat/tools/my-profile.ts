import { noArguments, type Tool } from './tool';

const sql = `select full_name as name, email, phone, address from profiles where user_id = $1`;

/** Who the caller is, as far as the product knows. */
export const myProfile: Tool = {
  name: 'my_profile',
  description: "The signed-in customer's own name, email, phone and address.",
  parameters: noArguments,
  offeredTo: 'signed-in',
  run: (_args, { authority }) => authority.read((query) => query(sql, [authority.userId])),
};
