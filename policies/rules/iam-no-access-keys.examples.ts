import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const key = (user: unknown) => of("accessKey:AccessKey", { user });
const user = of("user:User", {});

export const examples: Examples = {
  denied: [
    {
      title: "keys, and passwords of a service, also of users of the stack",
      resources: {
        user,
        deploy: key("ci-deploy"),
        own: key(ref("user", "name")),
        git: of("serviceSpecificCredential:ServiceSpecificCredential", {
          userName: "ann",
          serviceName: "codecommit.amazonaws.com",
        }),
      },
      says: {
        deploy: "it is a key that lasts; let the program take a role instead",
        own: "it is a key that lasts",
        git: "it is a key that lasts",
      },
    },
    {
      title: "keys of users that are not in the list, and of the root user whatever the list says",
      settings: { allow: ["smtp-*", "ro*"] },
      resources: { deploy: key("ci-deploy"), root: key("root") },
      says: { deploy: "it is a key that lasts", root: "it is a key that lasts" },
    },
  ],
  allowed: [
    {
      title: "keys of users of the list, by the user's name or the key's",
      settings: { allow: ["smtp-*"] },
      resources: { user, mail: key("smtp-shop"), "smtp-news": key(ref("user", "name")) },
    },
    {
      title: "users without keys, and their public keys",
      resources: { user, ssh: of("sshKey:SshKey", { username: "ann" }) },
    },
  ],
  undecided: [
    {
      title: "a user that is not known, where some are allowed",
      settings: { allow: ["smtp-*"] },
      resources: { user, mail: key(ref("user", "name")) },
      says: { mail: "user is not known yet" },
    },
  ],
};
