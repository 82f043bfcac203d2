import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted } from "./dashboard/section";
import { widgetsOf } from "./dashboard/widgets";

/** Arguments of {@link Dashboard}. */
export interface DashboardArgs {
  /** The components that are shown, one below the other; at least one. */
  readonly of: readonly Charted[];
}

/**
 * One page on which a stack is seen: for each component the state of its alarms, and graphs of what its users feel. Three
 * dashboards of an account are free, each further one is 3 USD a month.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
 *
 * @example
 * import { Dashboard } from "./components/dashboard";
 * import { Network } from "./components/network";
 * import { WebTier } from "./components/web-tier";
 *
 * const network = new Network("net", { zones: 2 });
 * const shop = new WebTier("shop", { network, exposure: "internet", tls: "none" });
 * const dashboard = new Dashboard("shop", { of: [shop, network] });
 */
export class Dashboard extends pulumi.ComponentResource {
  /** The name of the dashboard. */
  readonly dashboardName: pulumi.Output<string>;
  /** Where it is in the console. */
  readonly url: pulumi.Output<string>;

  /** @throws when there is nothing to show, or the name has other characters than letters, digits, - and _. */
  constructor(name: string, args: DashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Dashboard", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "dashboard", name);
    const sections = args.of.map((component) => component.dashboardSection());
    check(sections.length > 0, "of", "must hold at least one component", sections);
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
    const isName = /^[\w-]{1,100}$/.test(name);
    check(isName, "name", "must be at most 100 letters, digits, - and _", name);
    // Pulumi gives it no name of its own, and an account has each name once.
    const dashboardName = `${pulumi.getProject()}-${pulumi.getStack()}-${name}`.replace(/[^\w-]/g, "-");

    const { region } = aws.getRegionOutput({}, { parent: this });
    const dashboard = new aws.cloudwatch.Dashboard(
      `${name}-dashboard`,
      {
        dashboardName,
        // Beside a graph whose minutes are few, the minutes before tell more than zeros.
        dashboardBody: pulumi.jsonStringify({ start: "-PT3H", widgets: widgetsOf(sections, region) }),
      },
      { parent: this },
    );

    this.dashboardName = dashboard.dashboardName;
    this.url = pulumi.interpolate`https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboard.dashboardName}`;
    this.registerOutputs({ dashboardName: this.dashboardName, url: this.url });
  }
}
