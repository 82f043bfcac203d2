import type { JsonObject } from "../plan";
import { ACCOUNT_ID } from "./setting";
import { text, type Words } from "./words";

/** What components of awsx publish, where other resources put it into documents that policies read. */
export const awsx: Readonly<Record<string, (words: Words) => JsonObject>> = {
  // The image is named by its digest, not by its tag, so that a task definition changes when the image does.
  "awsx:ecr:Image": ({ inputs, hex }) => ({ imageUri: `${text(inputs.repositoryUrl)}@sha256:${hex(64)}` }),
  "awsx:ecr:Repository": ({ named, region, dnsSuffix }) => ({
    url: `${ACCOUNT_ID}.dkr.ecr.${region}.${dnsSuffix}/${named("name", 256)}`,
  }),
};
