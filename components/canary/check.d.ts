/** Runs once; throws where the page is not as it should be. */
export function handler(): Promise<void>;
