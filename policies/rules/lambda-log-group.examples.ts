import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object = {}) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs24.x", ...props },
});
const group = (props: object = {}) => ({ type: "aws:cloudwatch/logGroup:LogGroup", props: { ...props } });
const into = (logGroup: unknown) => of({ loggingConfig: { logFormat: "JSON", logGroup } });

export const examples: Examples = {
  denied: [
    {
      title: "functions whose log group Lambda makes",
      resources: {
        orders: of({ name: "orders" }),
        json: of({ loggingConfig: { logFormat: "JSON" } }),
        other: group({ name: "/aws/lambda/invoices", retentionInDays: 30 }),
      },
      says: {
        orders: "it has no log group of the program's own; make one, and name it in loggingConfig",
        json: "it has no log group of the program's own",
      },
    },
    {
      title: "log groups that keep logs for ever",
      resources: {
        all: group(),
        zero: group({ retentionInDays: 0 }),
        a: into(ref("all", "name")),
        b: into(ref("zero", "name")),
      },
      says: {
        a: 'log group "all" keeps logs for ever; set retentionInDays to 1 or more',
        b: 'log group "zero" keeps logs for ever',
      },
    },
    {
      title: "a log group that forgets too soon",
      settings: { days: 90 },
      resources: { week: group({ retentionInDays: "7" }), orders: into(ref("week", "name")) },
      says: { orders: 'retentionInDays of log group "week" is 7; set it to 90 or more' },
    },
  ],
  allowed: [
    {
      title: "log groups that the functions name",
      resources: {
        month: group({ retentionInDays: 30 }),
        orders: into(ref("month", "name")),
        elsewhere: into("/shared/functions"),
      },
    },
    {
      title: "log groups with the name that Lambda gives them",
      resources: {
        orders: of({ name: "orders" }),
        logs: group({ name: "/aws/lambda/orders", retentionInDays: 30 }),
        invoices: of(),
        later: group({ name: ref("invoices", "name"), retentionInDays: 30 }),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        table: { type: "aws:dynamodb/table:Table", props: {} },
        days: group({ retentionInDays: ref("table", "readCapacity") }),
        orders: into(ref("days", "name")),
        whole: of({ loggingConfig: ref("table", "name") }),
      },
      says: {
        orders: "retentionInDays of its log group is not known yet",
        whole: "loggingConfig is not known yet",
      },
    },
    {
      title: "a log group of which the name is not known",
      resources: { orders: of(), any: group({ name: UNKNOWN, retentionInDays: 30 }) },
      says: { orders: "the name of a LogGroup is not known yet" },
    },
  ],
};
