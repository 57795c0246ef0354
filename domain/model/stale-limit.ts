/** The fewest and the most days after which an establishment may call a source stale. */
export const STALE_LIMITS = { least: 1, most: 60 } as const
