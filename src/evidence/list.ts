/** What came from a page as a list, or an empty one when it is none. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
