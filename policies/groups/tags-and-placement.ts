import type { Group } from "../group";
import { requiredTags } from "../rules/required-tags";

/** Tags and names, and where things may be made, and as what. */
export const tagsAndPlacement: Group = {
  title: "Tags and placement",
  rules: [requiredTags],
};
