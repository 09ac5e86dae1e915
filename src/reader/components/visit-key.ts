import type { Location } from 'react-router'

/** Entries that the browser made itself, for a #fragment typed into the address, all have one key. */
export const visitKey = ({ key, pathname, hash }: Location): string =>
  key === 'default' ? pathname + hash : key
