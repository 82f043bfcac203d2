import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const arn = "arn:aws:iam::111122223333:policy/boundary";

export const examples: Examples = {
  denied: [
    {
      title: "roles and users without a boundary",
      resources: { web: of("role:Role", {}), ann: of("user:User", { permissionsBoundary: "" }) },
      says: {
        web: "permissionsBoundary is not set; set it to the ARN of a policy",
        ann: 'permissionsBoundary is ""; set it to the ARN of a policy',
      },
      beyondRemedy: ["web", "ann"],
    },
    {
      title: "another boundary than the one that is set, or none",
      settings: { arn },
      resources: {
        web: of("role:Role", { permissionsBoundary: "arn:aws:iam::111122223333:policy/other" }),
        app: of("role:Role", {}),
      },
      says: {
        web: `permissionsBoundary is "arn:aws:iam::111122223333:policy/other"; set it to "${arn}"`,
        app: `permissionsBoundary is not set; set it to "${arn}"`,
      },
    },
  ],
  allowed: [
    {
      title: "any boundary, and the roles of services, which take none",
      resources: {
        policy: of("policy:Policy", {}),
        web: of("role:Role", { permissionsBoundary: ref("policy", "arn") }),
        linked: of("role:Role", { path: "/aws-service-role/ecs.amazonaws.com/" }),
      },
    },
    {
      title: "the one that is set",
      settings: { arn },
      resources: { web: of("role:Role", { permissionsBoundary: arn }) },
    },
  ],
  undecided: [
    {
      title: "a boundary that may be the one that is set",
      settings: { arn },
      resources: {
        policy: of("policy:Policy", {}),
        web: of("role:Role", { permissionsBoundary: ref("policy", "arn") }),
      },
      says: { web: "permissionsBoundary is not known yet" },
    },
  ],
};
