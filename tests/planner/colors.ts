import { createColors } from "picocolors";

/** No colours at all: what a test compares. */
export const plainColors = createColors(false);
