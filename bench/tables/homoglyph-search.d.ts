declare module 'homoglyph-search' {
  const homoglyphs: {
    /** Where words, or what looks like them, stand in a text. */
    readonly search: (text: string, words: readonly string[]) => readonly { readonly index: number }[];
  };
  export default homoglyphs;
}
