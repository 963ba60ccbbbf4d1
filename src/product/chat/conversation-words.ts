/** What a conversation is called in names of fields and in addresses, in the languages that sites are built in: alternatives for a pattern. */
export const conversationWords =
  'conversation|thread|session|chat|dialog(?:ue)?|discussion|gespr(?:ae|ä)ch|unterhaltung|sitzung|conversaci[oó]n|sesi[oó]n|hilo|conversazione|sessione|gesprek|conversa';
