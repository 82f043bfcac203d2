import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { AccountBaseline } from "../components/account-baseline";
import { architecture } from "./architecture";
import { accessAnalyzer, accessGroups, guardRails, passwordPolicy } from "./settings/account";
import { budget, costNotify, costWatch, savingsPlans } from "./settings/costs";

const settings = z.strictObject({
  /** What the names of all resources begin with; a change of it replaces them. @default account */
  name: z.string().default("account"),
  /** The regions that the account uses. @default the region of the stack alone */
  regions: z.array(z.string()).optional(),
  /** What the account may cost, and what happens then. */
  budget,
  /** Who hears of costs. */
  notify: costNotify,
  costWatch: costWatch.optional(),
  accessGroups: accessGroups.optional(),
  passwordPolicy: passwordPolicy.optional(),
  accessAnalyzer: accessAnalyzer.optional(),
  s3PublicAccess: z.enum(["block", "unchanged"]).optional(),
  guardRails: guardRails.optional(),
  savingsAdvice: z.enum(["enrolled", "unchanged"]).optional(),
  savingsPlans: savingsPlans.optional(),
});

/**
 * One for an account, before anything runs in it. It overwrites what the account has of these settings already: see
 * `AccountBaseline`. Each of them can be left as it is by name.
 */
export const accountBaseline = architecture({
  description:
    "account → budget with alerts · IAM groups with MFA · encryption, IMDSv2 and no public access by default",
  settings,
  create({ name, regions = [new pulumi.Config("aws").require("region")], ...args }) {
    const { budgetName, groupNames, costTopicArn } = new AccountBaseline(name, { regions, ...args });
    return { budgetName, groupNames, ...(costTopicArn && { costTopicArn }) };
  },
});
