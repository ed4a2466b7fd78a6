const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID as RFC 9562 writes it, in small or capital letters. */
export const isUuid = (text: string): boolean => UUID.test(text);
