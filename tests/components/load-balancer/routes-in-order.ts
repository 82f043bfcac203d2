import type { Route } from "../../../components/load-balancer/route";

/** Routes from the first to be asked to the last. */
export const inOrder: Route[] = [
  { hosts: ["shop.example.com"], paths: ["/api/images"] },
  { hosts: ["shop.example.com"], paths: ["/a/b/c/d/e/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/v1/images/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/v1/*"] },
  { hosts: ["shop.example.com"], paths: ["/api/*"], headers: { "X-Client": ["mobile"] }, methods: ["POST"] },
  { hosts: ["shop.example.com"], paths: ["/api/*"], headers: { "X-Client": ["mobile"] } },
  { hosts: ["shop.example.com"], paths: ["/api/*"] },
  { hosts: ["shop.example.com"] },
  { hosts: ["*.example.com"], paths: ["/api/*"] },
  { hosts: ["*.example.com"] },
  { paths: ["/api"] },
  { paths: ["/api/*"], methods: ["POST"], queryStrings: { version: ["2"] }, sourceIps: ["10.0.0.0/8"] },
  { paths: ["/api/*"], methods: ["POST"], queryStrings: { version: ["2"] } },
  { paths: ["/api/*"], methods: ["POST"] },
  { paths: ["/api/*"] },
  { headers: { "X-Client": ["mobile"] } },
  {},
];
