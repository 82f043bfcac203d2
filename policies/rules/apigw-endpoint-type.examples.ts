import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = (endpointConfiguration?: unknown) => ({
  type: "aws:apigateway/restApi:RestApi",
  props: { name: "shop", endpointConfiguration },
});

export const examples: Examples = {
  denied: [
    {
      title: "edge-optimised APIs, also those that say nothing",
      resources: { edge: api({ types: "EDGE" }), silent: api(), list: api({ types: ["EDGE"] }) },
      says: {
        edge: 'endpointConfiguration.types is "EDGE"; set it to REGIONAL or PRIVATE',
        silent: 'endpointConfiguration.types is "EDGE"',
        list: 'endpointConfiguration.types is "EDGE"',
      },
    },
    {
      title: "a regional API where all must be private",
      settings: { types: ["PRIVATE"] },
      resources: { api: api({ types: "REGIONAL" }) },
      says: { api: 'endpointConfiguration.types is "REGIONAL"; set it to PRIVATE' },
    },
  ],
  allowed: [
    {
      title: "regional and private APIs",
      resources: { regional: api({ types: "REGIONAL" }), inside: api({ types: "PRIVATE" }) },
    },
  ],
  undecided: [
    {
      title: "a kind that is not known",
      resources: { api: api({ types: UNKNOWN }) },
      says: { api: "endpointConfiguration.types is not known yet" },
    },
  ],
};
