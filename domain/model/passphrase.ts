/** Characters a new passphrase has at least, wherever one is chosen: set-up, a first one, a change, after recovery. */
export const SHORTEST_PASSPHRASE = 12
