import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs, templateInputs } from "./workers";

const specification = async (capacityReservation: ServerGroupArgs["capacityReservation"]) =>
  (await groupInputs({ capacityReservation })).capacityReservationSpecification;

describe("the capacity reservation of a group", () => {
  it("is whatever is open if nothing is said", async () => {
    assert.equal(await specification(undefined), undefined);
  });

  it("can be none", async () => {
    assert.deepEqual(await specification({ type: "none" }), { capacityReservationPreference: "none" });
  });

  it("can be some by name, before what AWS has", async () => {
    assert.deepEqual(await specification({ type: "targeted", reservations: { ids: ["cr-1", "cr-2"] } }), {
      capacityReservationPreference: "capacity-reservations-first",
      capacityReservationTarget: { capacityReservationIds: ["cr-1", "cr-2"] },
    });
  });

  it("can be a group of them, and nothing else", async () => {
    const resourceGroupArns = ["arn:aws:resource-groups:eu-west-1:123456789012:group/reserved"];
    assert.deepEqual(await specification({ type: "targeted", reservations: { resourceGroupArns }, only: true }), {
      capacityReservationPreference: "capacity-reservations-only",
      capacityReservationTarget: { capacityReservationResourceGroupArns: resourceGroupArns },
    });
  });

  it("can be a Capacity Block, which the launch template names", async () => {
    const args: Partial<ServerGroupArgs> = {
      instanceTypes: ["p5.48xlarge"],
      capacityReservation: { type: "capacityBlock", reservationId: "cr-3" },
    };
    const template = await templateInputs(args);
    assert.deepEqual(template.instanceMarketOptions, { marketType: "capacity-block" });
    assert.deepEqual(template.capacityReservationSpecification, {
      capacityReservationTarget: { capacityReservationId: "cr-3" },
    });
    assert.equal((await groupInputs(args)).capacityReservationSpecification, undefined);
  });

  refuses([
    [
      'capacityReservation.reservations must name at least one, got {"ids":[]}',
      { capacityReservation: { type: "targeted", reservations: { ids: [] } } },
    ],
    [
      'capacityReservation must be left out with spot instances, which use none, got "targeted"',
      {
        purchasing: { type: "spot" },
        capacityReservation: { type: "targeted", reservations: { ids: ["cr-1"] } },
      },
    ],
    [
      'instanceTypes must be the one type of the Capacity Block, on demand, got ["p5.48xlarge","p5e.48xlarge"]',
      {
        instanceTypes: ["p5.48xlarge", "p5e.48xlarge"],
        capacityReservation: { type: "capacityBlock", reservationId: "cr-3" },
      },
    ],
  ]);
});
