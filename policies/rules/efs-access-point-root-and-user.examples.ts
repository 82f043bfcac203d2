import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const accessPoint = (props: object) => ({
  type: "aws:efs/accessPoint:AccessPoint",
  props: { fileSystemId: "fs-0123456789abcdef0", ...props },
});
const posixUser = { uid: 1000, gid: 1000 };

export const examples: Examples = {
  denied: [
    {
      title: "an access point that says neither directory nor user",
      resources: { app: accessPoint({}) },
      says: {
        app: [
          "rootDirectory.path is not set; set it to a directory below the root",
          "posixUser is not set; set its uid and gid",
        ],
      },
    },
    {
      title: "the root of the file system, by name",
      resources: {
        app: accessPoint({ posixUser, rootDirectory: { path: "/" } }),
        odd: accessPoint({ posixUser, rootDirectory: { path: "//" } }),
        owned: accessPoint({ posixUser, rootDirectory: { creationInfo: { ownerUid: 0, permissions: "755" } } }),
      },
      says: {
        app: 'rootDirectory.path is "/"',
        odd: 'rootDirectory.path is "//"',
        owned: "rootDirectory.path is not set",
      },
    },
    {
      title: "a directory without a user",
      resources: { app: accessPoint({ rootDirectory: { path: "/app" } }) },
      says: { app: "posixUser is not set" },
    },
  ],
  allowed: [
    {
      title: "an access point with a directory and a user, in both spellings of numbers",
      resources: {
        app: accessPoint({ posixUser, rootDirectory: { path: "/app" } }),
        web: accessPoint({ posixUser: { uid: "0", gid: "0" }, rootDirectory: { path: "/web/data" } }),
      },
    },
    {
      title: "a user whose number is not known yet, but who is there",
      resources: { app: accessPoint({ posixUser: { uid: UNKNOWN, gid: 1000 }, rootDirectory: { path: "/app" } }) },
    },
  ],
  undecided: [
    {
      title: "a directory or a user that is not known",
      resources: {
        path: accessPoint({ posixUser, rootDirectory: { path: UNKNOWN } }),
        root: accessPoint({ posixUser, rootDirectory: UNKNOWN }),
        user: accessPoint({ posixUser: UNKNOWN, rootDirectory: { path: "/app" } }),
      },
      says: {
        path: "rootDirectory.path is not known yet",
        root: "rootDirectory.path is not known yet",
        user: "posixUser is not known yet",
      },
    },
  ],
};
