import assert from "node:assert/strict";
import type { ServerArgs } from "../../../components/server";
import { instance, refuses, wiki } from "./server";

const market = async (args: Partial<ServerArgs>) => {
  const { instanceMarketOptions, capacityReservationSpecification } = await instance(args, "prod");
  return [instanceMarketOptions, capacityReservationSpecification];
};
const targeted = { type: "targeted", reservations: { ids: ["cr-1"] } } as const;

describe("how a server is paid for", () => {
  it("is on demand, if nothing is said", async () => assert.deepEqual(await market({}), [undefined, undefined]));

  it("may be spot: a request that stays where the server is only stopped", async () => {
    for (const [onInterruption, request] of [
      [undefined, "persistent"],
      ["stop", "persistent"],
      ["hibernate", "persistent"],
      ["terminate", "one-time"],
    ] as const) {
      const spotOptions = { instanceInterruptionBehavior: onInterruption ?? "stop", spotInstanceType: request };
      const [options] = await market({ purchasing: { type: "spot", onInterruption } });
      assert.deepEqual(options, { marketType: "spot", spotOptions });
    }
  });

  it("protects no spot instance, in prod neither", async () => {
    const protection = async (args: Partial<ServerArgs>) => {
      const { disableApiStop, disableApiTermination } = await instance(args, "prod");
      return [disableApiStop, disableApiTermination];
    };
    assert.deepEqual(await protection({ purchasing: { type: "spot" } }), [false, false]);
    assert.deepEqual(await protection({}), [true, true]);
    assert.deepEqual(await protection({ stopProtection: false }), [false, true]);
    const { disableApiStop, disableApiTermination } = await instance({}, "dev");
    assert.deepEqual([disableApiStop, disableApiTermination], [false, false]);
  });

  it("may use reserved capacity, or leave it for others", async () => {
    const target = async (capacityReservation: ServerArgs["capacityReservation"]) =>
      (await market({ capacityReservation }))[1];
    assert.deepEqual(await target({ type: "none" }), { capacityReservationPreference: "none" });
    assert.deepEqual(await target(targeted), { capacityReservationTarget: { capacityReservationId: "cr-1" } });
    assert.deepEqual(await target({ type: "targeted", reservations: { resourceGroupArns: ["arn:group"] } }), {
      capacityReservationTarget: { capacityReservationResourceGroupArn: "arn:group" },
    });
    assert.deepEqual(await market({ capacityReservation: { type: "capacityBlock", reservationId: "cr-2" } }), [
      { marketType: "capacity-block" },
      { capacityReservationTarget: { capacityReservationId: "cr-2" } },
    ]);
  });

  it("may be on machines of this account alone", async () => {
    const place = async (tenancy: ServerArgs["tenancy"]) => {
      const { tenancy: stated, hostId, hostResourceGroupArn } = await instance({ tenancy });
      return [stated, hostId ?? hostResourceGroupArn];
    };
    assert.deepEqual(await place(undefined), [undefined, undefined]);
    assert.deepEqual(await place("dedicated"), ["dedicated", undefined]);
    assert.deepEqual(await place({ hostId: "h-1" }), ["host", "h-1"]);
    assert.deepEqual(await place({ hostResourceGroupArn: "arn:hosts" }), ["host", "arn:hosts"]);
  });

  it("may stand on a machine of its own, of the family of its type, in the zone of its subnet", async () => {
    const plan = await wiki({ tenancy: { host: "own" }, instanceType: "m7g.large", instanceTags: { why: "licence" } });
    const { inputs, id } = plan.get("wiki-host");
    const zone = plan.get("wiki-host").inputs.availabilityZone;
    assert.deepEqual(inputs, {
      availabilityZone: zone,
      instanceFamily: "m7g",
      autoPlacement: "off",
      tags: { Name: "wiki-host", why: "licence" },
    });
    const { tenancy, hostId } = plan.get("wiki-instance").inputs;
    assert.deepEqual([tenancy, hostId], ["host", id]);
    const { alarmActions = [] } = plan.get("wiki-system-check").inputs;
    assert.ok(!JSON.stringify(alarmActions).includes("recover"), "AWS moves no server of a host");
  });

  it("may have capacity kept for it, which is there before it and does not hold it to its type", async () => {
    const plan = await wiki({ capacityReservation: { type: "own" }, instanceType: "m7g.large" });
    const { inputs, urn } = plan.get("wiki-reservation");
    assert.deepEqual(inputs, {
      availabilityZone: inputs.availabilityZone,
      instanceType: "m7g.large",
      instancePlatform: "Linux/UNIX",
      instanceCount: 1,
      instanceMatchCriteria: "open",
      tenancy: "default",
      endDateType: "unlimited",
      tags: { Name: "wiki-reservation" },
    });
    const { inputs: server, dependencies } = plan.get("wiki-instance");
    assert.equal(server.capacityReservationSpecification, undefined);
    assert.ok(dependencies.includes(urn));
    const windows = await wiki({
      capacityReservation: { type: "own", endDate: "2027-01-31T18:00:00Z" },
      tenancy: "dedicated",
      ami: { type: "windowsServer", version: "2025" },
      instanceType: "m7i.large",
    });
    const { instancePlatform, tenancy, endDateType, endDate } = windows.get("wiki-reservation").inputs;
    assert.deepEqual([instancePlatform, tenancy], ["Windows", "dedicated"]);
    assert.deepEqual([endDateType, endDate], ["limited", "2027-01-31T18:00:00Z"]);
  });

  const spot = { type: "spot" } as const;
  refuses([
    [
      'tenancy must not be a host for t4g.micro, as of burstable types only t3 has any, got {"host":"own"}',
      { tenancy: { host: "own" }, instanceType: "t4g.micro" },
    ],
    [
      'capacityReservation must be left out on dedicated hosts, which are capacity, got "own"',
      { tenancy: { host: "own" }, instanceType: "m7g.large", capacityReservation: { type: "own" } },
    ],
    [
      'capacityReservation must be left out with spot instances, which use none, got "own"',
      { purchasing: spot, capacityReservation: { type: "own" } },
    ],
    [
      'capacityReservation.endDate must be a moment such as "2027-01-31T18:00:00Z", got "tomorrow"',
      { capacityReservation: { type: "own", endDate: "tomorrow" } },
    ],
    [
      'capacityReservation must be left out with spot instances, which use none, got "targeted"',
      { purchasing: spot, capacityReservation: targeted },
    ],
    [
      'capacityReservation.reservations must name one, as there is one server, got ["cr-1","cr-2"]',
      { capacityReservation: { type: "targeted", reservations: { ids: ["cr-1", "cr-2"] } } },
    ],
    [
      "capacityReservation.only must not be false: one server that targets a reservation needs it, got false",
      { capacityReservation: { ...targeted, only: false } },
    ],
    [
      "terminationProtection must be false for a spot instance, which AWS lets nobody protect, got true",
      { purchasing: spot, terminationProtection: true },
    ],
    [
      "stopProtection must be false for a spot instance, which AWS lets nobody protect, got true",
      { purchasing: spot, stopProtection: true },
    ],
    [
      'tenancy must not be a host with a spot instance, which runs on none, got {"hostId":"h-1"}',
      { purchasing: spot, tenancy: { hostId: "h-1" } },
    ],
    [
      'hibernation must be left out for a spot instance unless purchasing.onInterruption is "hibernate", got true',
      { purchasing: spot, hibernation: true },
    ],
    [
      'purchasing.onInterruption must not be asked for of m5.metal, as bare metal does not hibernate, got "hibernate"',
      {
        purchasing: { type: "spot", onInterruption: "hibernate" },
        instanceType: "m5.metal",
        ami: { type: "id", id: "ami-1", rootDevice: "/dev/xvda" },
      },
    ],
    [
      "hibernation must not be asked for with nitroEnclaves, as AWS has no server with both, got true",
      { hibernation: true, nitroEnclaves: true, instanceType: "m7g.large" },
    ],
    [
      'placementGroup must be left out on dedicated hosts, got "existing"',
      { tenancy: { hostId: "h-1" }, placementGroup: { type: "existing", name: "near" } },
    ],
    [
      'cpuCredits must be left out unless all instance types are burstable (t3, t4g), got "standard"',
      { instanceType: "m7g.large", cpuCredits: "standard" },
    ],
  ]);
});
