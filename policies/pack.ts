import { PolicyPack } from "@pulumi/policy";
import { policies, readContext } from "./catalogue";

new PolicyPack("tierwork", { policies: policies(readContext()) });
