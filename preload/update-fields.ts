/** What the fields of the update settings take, for main and page alike. */

/** What an address of updates looks like. Whether it may be one is for main to say. */
export const feedPattern = /^https?:\/\/[^\s?#]+$/i;
