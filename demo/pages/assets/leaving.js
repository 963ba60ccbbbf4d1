/** After signing out the whole page goes, with everything that it held. */
export async function leave() {
  location.assign('/');
}
