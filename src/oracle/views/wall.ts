/**
 * Stands between texts that must not be read as one. Letters, unlike blanks and signs, end whatever a value could be; these
 * are none in any sense, and belong to no list of codes or words.
 */
export const wall = '\nq0vq0vq0v\n';
